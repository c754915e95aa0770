import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { freshPlace, storeKind } from '../support/stores.ts'

it.runIf(storeKind === 'postgres')('a limit is one for all instances on a PostgreSQL', async () => {
  const { config, remove } = await freshPlace('postgres')
  const stores = [await openStore(config), await openStore(config)]
  onTestFinished(async () => {
    for (const store of stores) await store.close()
    await remove()
  })
  const limiters = stores.map((store) => store.sharedLimits?.({ name: 'test', points: 3, seconds: 60 }))
  const tries = []
  for (let n = 0; n < 4; n += 1) {
    const counted = limiters[n % 2]?.consume('token').then(
      () => 'let through',
      (refusal: { msBeforeNext: number }) => (refusal.msBeforeNext > 0 ? 'held back' : 'broken'),
    )
    tries.push(await counted)
  }
  expect(tries).toEqual(['let through', 'let through', 'let through', 'held back'])
})

it.runIf(storeKind === 'postgres')('no call to a tool waits for the disk to count itself', async () => {
  const { config, remove } = await freshPlace('postgres')
  const store = await openStore(config)
  onTestFinished(async () => {
    await store.close()
    await remove()
  })
  const { rows } = await sql<{ relpersistence: string }>`
    SELECT relpersistence FROM pg_class WHERE relname = 'rate_limits'`.execute(store.db)
  expect(rows).toEqual([{ relpersistence: 'u' }])
})

it('the embedded store shares none: it has one process', async () => {
  const { config, remove } = await freshPlace('pglite')
  const store = await openStore(config)
  expect(store.sharedLimits).toBeNull()
  await store.close()
  await remove()
})
