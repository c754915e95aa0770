import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { freshPlace, storeKinds } from '../support/stores.ts'

it.runIf(storeKinds.includes('postgres'))('a limit is one for all instances on a PostgreSQL', async () => {
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

it('the embedded store shares none: it has one process', async () => {
  const { config, remove } = await freshPlace('pglite')
  const store = await openStore(config)
  expect(store.sharedLimits).toBeNull()
  await store.close()
  await remove()
})
