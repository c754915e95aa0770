import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../src/store/open.ts'
import { fillStore } from './fill-store.ts'
import { byName, type Measure, type Scale, type StoreKind, storesOf } from './part.ts'
import { onFreshPlace, type Place } from './place.ts'
import { type ServiceProcess, startProcess } from './service-process.ts'
import { publishRules, watch } from './set-up.ts'
import { type Spread, spreadOf } from './spread.ts'
import { type Account, openAccounts } from './trello-accounts.ts'

/** What a store holds before the measurement begins. */
interface Size {
  readonly name: string
  readonly tasks: number
  readonly boards: number
}

/** What a delivery costs, from the webhook to the verdict on the card, when the store has grown. */
export const measure: Measure = (scale) =>
  byName(storesOf(scale), async (kind) => ({
    byTasks: await compare(kind as StoreKind, tasksOf(kind as StoreKind, scale), scale),
    byBoards: await compare(kind as StoreKind, boardsOf(scale), scale),
  }))

function tasksOf(kind: StoreKind, { quick, large }: Scale): Size[] {
  const counts = quick ? [100, 1_000] : [1_000, 100_000, ...(large && kind === 'postgres' ? [1_000_000] : [])]
  return counts.map((tasks) => ({ name: `${tasks} tasks`, tasks, boards: 40 }))
}

const boardsOf = ({ quick }: Scale): Size[] =>
  [1, 10, quick ? 20 : 1_000].map((boards) => ({
    name: `${boards} boards`,
    tasks: quick ? 100 : 1_000,
    boards,
  }))

/** One service with a board of its own on a store of a size. */
interface Grown {
  readonly service: ServiceProcess
  readonly account: Account
}

/** Open a service for each size, all at once, and let them judge by turns: whatever disturbs the machine meets all. */
async function compare(kind: StoreKind, sizes: readonly Size[], scale: Scale, open: readonly Grown[] = []) {
  const [size] = sizes.slice(open.length)
  if (size === undefined) return byTurns(sizes, open, scale)
  return onFreshPlace(kind, scale, async (place): Promise<Awaited<ReturnType<typeof byTurns>>> => {
    await fill(place, size)
    const accounts = await openAccounts(1, 0)
    const service = await startProcess(place, { TRELLO_API_URL: accounts.url })
    try {
      const [account] = accounts.all
      if (account === undefined) throw new Error('no account')
      await publishRules(service)
      await watch(service, account)
      return await compare(kind, sizes, scale, [...open, { service, account }])
    } finally {
      await service.stop()
      await accounts.close()
    }
  })
}

async function fill(place: Place, { tasks, boards }: Size): Promise<void> {
  const store = await openStore(place)
  await fillStore(store.db, { tasks, boards, runsPerTask: 2 })
  await store.close()
}

/** What one round of cards took on a store: milliseconds for a card, and processor time of the service. */
interface Taken {
  readonly ms: number
  readonly cpuMs: number
}

async function byTurns(sizes: readonly Size[], open: readonly Grown[], { quick }: Scale) {
  const [rounds, cards] = quick ? [1, 3] : [9, 20]
  const taken = open.map((): Taken[] => [])
  for (let round = -1; round < rounds; round += 1) {
    for (const [at, grown] of open.entries()) {
      const each = await judge(grown, cards, round)
      if (round >= 0) taken[at]?.push(each) // the first one warms up
    }
    // Three calls a card; a token may make a hundred in ten seconds.
    await sleep(quick ? 0 : Math.max(0, 10_000 - open.length * 1_000))
  }
  const [smallest = []] = taken
  const times = (figure: (each: Taken) => number, own: readonly Taken[]): Spread =>
    spreadOf(own.map((each, round) => figure(each) / figure(smallest[round] ?? each)))
  return Object.fromEntries(
    taken.map((own, at) => [
      sizes[at]?.name ?? '',
      {
        ms: spreadOf(own.map(({ ms }) => ms)),
        cpuMs: spreadOf(own.map(({ cpuMs }) => cpuMs)),
        timesSmallest: { ms: times(({ ms }) => ms, own), cpuMs: times(({ cpuMs }) => cpuMs, own) },
      },
    ]),
  )
}

/** One card after the other, each seen through to its verdict. */
async function judge(
  { service, account: { sandbox, board } }: Grown,
  cards: number,
  round: number,
): Promise<Taken> {
  const [began, used] = [performance.now(), service.usage().cpuMs]
  for (let card = 0; card < cards; card += 1) {
    const title = `Newsletter ${round} ${card}`
    const id = sandbox.people.client.createCard({ board: board.id, list: 'Demandes', title })
    const start = performance.now()
    while (sandbox.card(id)?.labels.length === 0) {
      if (performance.now() - start > 60_000) throw new Error('a card has no verdict after a minute')
      await sleep(1)
    }
  }
  return {
    ms: (performance.now() - began) / cards,
    cpuMs: Math.max(1, service.usage().cpuMs - used) / cards,
  }
}
