import { expect, it } from 'vitest'
import { parsePolicy } from '#policies/schema.ts'
import { type HandOverDeps, packFor } from '#src/pipeline/hand-over.ts'
import { document, monday } from '../policies/judge.ts'

it('the pack of a client holds what was ruled on their requests or for all, and no other client’s words', async () => {
  const lesson = (title: string, clientId: string | null) => ({
    title,
    clientId,
    scope: 'out',
    service: null,
  })
  const learnt = [lesson('Logo de Claire', 'cli_1'), lesson('Logo de Paul', 'cli_2'), lesson('Logo', null)]
  const client = {
    ...{ id: 'cli_1', name: 'Claire', language: 'fr', address: 'tu', timeZone: 'Europe/Paris' },
    ...{ policyId: 'rules', plan: null, terms: {} },
  }
  const deps = {
    clients: { get: async () => client },
    policies: { inForce: async () => ({ document: parsePolicy(document()), version: 1 }) },
    examples: { revision: async () => 3, at: async () => learnt },
    openRequests: { of: async () => [], verdicts: async () => new Map() },
    now: () => monday,
  } as unknown as HandOverDeps
  const { pack } = await packFor('cli_1', 'fr', deps)
  expect(pack.rulings.map(({ title }) => title)).toEqual(['Logo', 'Logo de Claire'])
})
