import { startBareServer } from './bare-server.ts'
import { type Answered, startLoad } from './load.ts'
import { eachOf, type Measure, type Scale, type StoreKind, storesOf } from './part.ts'
import { onFreshPlace, type Place } from './place.ts'
import { usageOf } from './process-usage.ts'
import { startProcess } from './service-process.ts'
import { publishRules, watch } from './set-up.ts'
import type { Receiver } from './signed-webhook.ts'
import { spreadOf } from './spread.ts'
import { openAccounts } from './trello-accounts.ts'

/** How many senders knock at once where as much as possible is to be taken in. */
const connections = 64

/** Webhooks of one measurement, and how often it is taken, Cadre and the bare server by turns. */
const amounts = {
  usual: { count: 8_000, seconds: 10, rounds: 5 },
  quick: { count: 200, seconds: 1, rounds: 1 },
}

/**
 * Webhooks taken in, each about a task of its own: stored, queued and acknowledged, against a bare server that only
 * stores. Nothing is looked at meanwhile: the clients are still typing.
 */
export const measure: Measure = async (scale) => {
  const figures = await eachOf(storesOf(scale), async (kind) => [kind, await onStore(kind, scale)] as const)
  return Object.fromEntries(figures)
}

const onStore = (kind: StoreKind, scale: Scale) =>
  onFreshPlace(kind, scale, (place) =>
    onFreshPlace(kind, scale, (barePlace) => compare(place, barePlace, scale)),
  )

async function compare(place: Place, barePlace: Place, { quick }: Scale) {
  const { count, seconds, rounds } = quick ? amounts.quick : amounts.usual
  const accounts = await openAccounts(1, 0)
  const service = await startProcess(place, { TRELLO_API_URL: accounts.url, QUIET_PERIOD_SECONDS: '3600' })
  const load = startLoad()
  const stop = [service.stop, load.stop, accounts.close]
  try {
    await publishRules(service)
    const [account] = accounts.all
    if (account === undefined) throw new Error('no account')
    const { callbackUrl } = await watch(service, account)
    const { secret } = account.sandbox.credentials
    const bare = await startBareServer(barePlace, secret)
    stop.unshift(bare.stop)
    const servers = { cadre: { receiver: { callbackUrl, secret }, pid: service.pid }, bare }

    let first = 0
    /** The same webhooks to both, one after the other; who begins changes with the round. */
    const both = async (round: number, amount: number, perSecond: number | null) => {
      const one = async ({ receiver, pid }: Server): Promise<Taken> => {
        const used = usageOf(pid).cpuMs
        const answered = await load.send({ receiver, first, count: amount, connections, perSecond })
        return { ...answered, cpuUs: ((usageOf(pid).cpuMs - used) * 1000) / amount }
      }
      const answered =
        round % 2 === 0
          ? { cadre: await one(servers.cadre), bare: await one(servers.bare) }
          : { bare: await one(servers.bare), cadre: await one(servers.cadre) }
      first += amount
      return answered
    }
    const often = async (amount: number, perSecond: number | null) => {
      await both(0, Math.ceil(amount / 4), perSecond) // warms up
      return eachOf([...Array(rounds).keys()], (round) => both(round, amount, perSecond))
    }
    return {
      saturation: saturationOf(await often(count, null)),
      at50: latenciesOf(await often(50 * seconds, 50)),
      at200: latenciesOf(await often(200 * seconds, 200)),
    }
  } finally {
    for (const each of stop) await each()
  }
}

interface Server {
  readonly receiver: Receiver
  readonly pid: number
}

interface Taken extends Answered {
  /** Processor time of the server for one webhook, without that of a PostgreSQL. */
  readonly cpuUs: number
}

type Round = Readonly<Record<'cadre' | 'bare', Taken>>

const saturationOf = (rounds: readonly Round[]) => ({
  cadrePerSecond: spreadOf(rounds.map(({ cadre }) => cadre.perSecond)),
  barePerSecond: spreadOf(rounds.map(({ bare }) => bare.perSecond)),
  ratio: spreadOf(rounds.map(({ cadre, bare }) => cadre.perSecond / bare.perSecond)),
  cadreCpuUs: spreadOf(rounds.map(({ cadre }) => cadre.cpuUs)),
  bareCpuUs: spreadOf(rounds.map(({ bare }) => bare.cpuUs)),
  refused: Math.max(...rounds.map(({ cadre }) => cadre.refused)),
})

const latenciesOf = (rounds: readonly Round[]) => ({
  cadreP50Ms: spreadOf(rounds.map(({ cadre }) => cadre.p50)),
  cadreP99Ms: spreadOf(rounds.map(({ cadre }) => cadre.p99)),
  bareP50Ms: spreadOf(rounds.map(({ bare }) => bare.p50)),
  bareP99Ms: spreadOf(rounds.map(({ bare }) => bare.p99)),
})
