import { setTimeout as sleep } from 'node:timers/promises'
import { byName, type Measure, type Scale, type StoreKind, storesOf } from './part.ts'
import { onFreshPlace } from './place.ts'
import { type ServiceProcess, startProcess } from './service-process.ts'
import { publishRules, watch } from './set-up.ts'
import { shareOf, spreadOf } from './spread.ts'
import { type Account, type Accounts, openAccounts } from './trello-accounts.ts'

/** One token may call ten times a second and a verdict takes up to three calls: so many clients share the work. */
const accountCount = 24

/** Of what it can take at the most, the part that it is to take for long: the rest is for bursts. */
const sustained = 0.7

/** A card written by a client until its verdict is seen on it, in milliseconds; without any quiet period. */
export const measure: Measure = (scale) =>
  byName(storesOf(scale), (kind) =>
    byName(['tool0ms', 'tool50ms'], (_, at) => onStore(kind as StoreKind, at * 50, scale)),
  )

const onStore = (kind: StoreKind, latencyMs: number, scale: Scale) =>
  onFreshPlace(kind, scale, async (place) => {
    const accounts = await openAccounts(scale.quick ? 2 : accountCount, latencyMs)
    const service = await startProcess(place, { TRELLO_API_URL: accounts.url })
    try {
      await publishRules(service)
      for (const account of accounts.all) await watch(service, account)
      return await verdicts(service, accounts, scale)
    } finally {
      await service.stop()
      await accounts.close()
    }
  })

async function verdicts(service: ServiceProcess, accounts: Accounts, { quick }: Scale) {
  await writeCards(accounts, quick ? 4 : 72, null) // warms up, and makes the labels
  const roundTripMs = await roundTripOf(accounts)
  const used = service.usage().cpuMs
  const burst = await writeCards(accounts, quick ? 10 : 240, null)
  const cpuMsPerVerdict = (service.usage().cpuMs - used) / burst.times.length
  const rate = Math.max(1, Math.floor(burst.perSecond * sustained))
  await sleep(quick ? 0 : 11_000) // until the tools' limits of ten seconds are fresh again
  const slow = await writeCards(accounts, quick ? 5 : 150, 5)
  const fast = await writeCards(accounts, quick ? 5 : Math.min(20 * rate, 600), rate)
  return {
    toolRoundTripMs: roundTripMs,
    at5PerSecond: { ...timesOf(slow.times), beyondTwoRoundTripsMs: beyond(slow.times, roundTripMs) },
    burstPerSecond: Math.round(burst.perSecond * 10) / 10,
    sustained: { perSecond: rate, ...timesOf(fast.times) },
    cpuMsPerVerdict: Math.round(cpuMsPerVerdict * 10) / 10,
  }
}

const timesOf = (times: readonly number[]) => ({
  p50Ms: Math.round(shareOf(times, 0.5)),
  p99Ms: Math.round(shareOf(times, 0.99)),
})

const beyond = (times: readonly number[], roundTripMs: number) =>
  Math.round((shareOf(times, 0.5) - 2 * roundTripMs) * 10) / 10

/** What one call to the tool takes without Cadre. */
async function roundTripOf({ url, all: [account] }: Accounts): Promise<number> {
  const { apiKey, token } = account?.sandbox.credentials ?? { apiKey: '', token: '' }
  const authorization = `OAuth oauth_consumer_key="${apiKey}", oauth_token="${token}"`
  const times: number[] = []
  for (let round = 0; round < 25; round += 1) {
    const start = performance.now()
    const answer = await fetch(`${url}/boards/${account?.board.id}`, { headers: { authorization } })
    await answer.arrayBuffer()
    times.push(performance.now() - start)
  }
  return spreadOf(times).median
}

/** Let the clients write cards by turns, so many a second or all at once, and wait for each verdict. */
async function writeCards({ all }: Accounts, count: number, perSecond: number | null) {
  const began = performance.now()
  const seen = Array.from({ length: count }, async (_, number) => {
    if (perSecond !== null) await sleep((number * 1000) / perSecond)
    const account = all[number % all.length]
    return account === undefined ? 0 : verdictOn(account, number)
  })
  const times = await Promise.all(seen)
  return { times, perSecond: count / ((performance.now() - began) / 1000) }
}

const titles = ['Newsletter de décembre', 'Développement d’un site web', 'Visuel Canva', 'Article de blog']

/** Looked for as often as a timer allows: no event tells of it, as none tells a client. */
async function verdictOn({ sandbox, board }: Account, number: number): Promise<number> {
  const title = `${titles[number % titles.length]} ${number}`
  const start = performance.now()
  const id = sandbox.people.client.createCard({ board: board.id, list: 'Demandes', title })
  while (sandbox.card(id)?.labels.length === 0) {
    if (performance.now() - start > 120_000) throw new Error('a card has no verdict after two minutes')
    await sleep(1)
  }
  return performance.now() - start
}
