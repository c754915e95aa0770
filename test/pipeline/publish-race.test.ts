import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '#model/board.ts'
import { changeClient } from '../../src/pipeline/change-client.ts'
import { createPublisher } from '../../src/pipeline/publish-policy.ts'
import { createClientStore } from '../../src/store/clients.ts'
import type { Store } from '../../src/store/open.ts'
import { createPolicyStore } from '../../src/store/policies.ts'
import { createDraftStore } from '../../src/store/policy-drafts.ts'
import { createPolicyLock } from '../../src/store/policy-lock.ts'
import { freshStore } from '../support/stores.ts'

let store: Store
beforeAll(async () => {
  store = await freshStore()
})
afterAll(() => store.close())

const now = '2026-11-23T08:00:00.000Z'
const rules = { name: 'Règles', services: [{ id: 'news', kind: 'included', name: { fr: 'News' } }] }
const document = { ...rules, billing: { hourlyRate: 35 } }
const plans = { small: { name: 'Petit', set: { billing: { hourlyRate: 30 } } } }

const clientOf = (id: string, policyId: string): Client => ({
  ...{ id, name: 'Claire', language: 'fr', address: 'tu', timeZone: 'Europe/Paris' },
  ...{ policyId, plan: null, terms: {}, acceptedAt: null },
})

it('a client who is given a plan while a version without it is looked at holds that version back', async () => {
  const [clients, policies] = [createClientStore(store.db), createPolicyStore(store.db)]
  await policies.append('rules', { ...document, plans }, 0, now)
  const client = clientOf('cli_1', 'rules')
  await clients.insert(client, now)
  const publisher = createPublisher({
    lock: createPolicyLock(store.db),
    policies,
    drafts: createDraftStore(store.db),
    async gate() {
      await clients.edit(
        client.id,
        (known) => ({ ...known, plan: 'small' }),
        async () => {},
      )
      return { failedCases: [], impact: { judged: 0, changed: 0, isTooLarge: false } }
    },
    now: () => now,
  })
  const published = publisher.publishDocument('rules', document, 1, {}, async () => {})
  await expect(published).rejects.toMatchObject({ code: 'CONFLICT', details: [{ path: 'clients.cli_1' }] })
  expect(await policies.newestNumber('rules')).toBe(1)
})

it('a client is not given a plan that a version lacks which is published while they are being changed', async () => {
  const [clients, policies] = [createClientStore(store.db), createPolicyStore(store.db)]
  await policies.append('late', { ...document, plans }, 0, now)
  await clients.insert(clientOf('cli_2', 'late'), now)
  const late: typeof clients = {
    ...clients,
    async edit(...given) {
      await policies.append('late', document, 1, now)
      return clients.edit(...given)
    },
  }
  const deps = { clients: late, queue: { look: async () => {} }, now: () => now }
  const changed = changeClient(
    'cli_2',
    (known) => ({ ...known, plan: 'small' }),
    async () => {},
    deps,
  )
  await expect(changed).rejects.toMatchObject({ code: 'REQUEST_INVALID', details: [{ path: 'body.plan' }] })
  expect((await clients.get('cli_2')).plan).toBeNull()
})
