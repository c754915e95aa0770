import { expect, it } from 'vitest'
import type { RelayOperation } from '#model/operation.ts'
import { writeRelays } from '../../adapters/relay.ts'

it('reads what is there once, however many copies may have been made unseen', async () => {
  let reads = 0
  const there = ['Oui', 'Oui'].map((text, index) => ({
    ...{ id: `k${index}`, text, authorId: 'us', authorName: null, createdAt: '2026-11-27T09:02:00.000Z' },
  }))
  const relay = (sourceId: string, text: string): RelayOperation => ({
    ...{ kind: 'relay', sourceId, id: null, text, mayExist: true },
  })
  const written = await writeRelays([relay('c1', 'Oui'), relay('c2', 'Oui'), relay('c3', 'Non')], {
    all: async () => {
      reads += 1
      return there
    },
    myId: async () => 'us',
    edit: async () => undefined,
    create: async () => 'new',
  })
  expect(written).toEqual({ c1: 'k0', c2: 'k1', c3: 'new' })
  expect(reads).toBe(1)
})
