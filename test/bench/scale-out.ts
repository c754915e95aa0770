import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { byName, type Measure, type Scale } from './part.ts'
import { onFreshPlace, type Place } from './place.ts'
import { startProcess } from './service-process.ts'
import { publishRules, watch } from './set-up.ts'
import { spreadOf } from './spread.ts'
import { type Account, openAccounts } from './trello-accounts.ts'

/** As slow as a tool on the internet: instances wait rather than compute, so that few processors can show it. */
const toolMs = 150

/** Cards written at one moment: by a busy client, and by each of the others. */
const amounts = { usual: { accounts: 32, busy: 60, other: 8 }, quick: { accounts: 3, busy: 6, other: 2 } }

/**
 * Several instances on one PostgreSQL: verdicts a second for all clients but the busy one, whose tool takes no more than
 * so many calls; whether she makes the others wait; and whether any two runs of one task were ever under way at once, by
 * the record.
 */
export const measure: Measure = async (scale) => {
  if (scale.serverUrl === undefined) return { skipped: 'TEST_DATABASE_URL is not set' }
  const byCount = await byName(scale.quick ? ['1', '2'] : ['1', '2', '4'], (count) =>
    together(Number(count), scale),
  )
  const one = byCount['1']?.perSecond ?? 1
  return {
    ...byCount,
    timesOne: Object.fromEntries(
      Object.entries(byCount).map(([count, { perSecond }]) => [
        count,
        Math.round((perSecond / one) * 100) / 100,
      ]),
    ),
  }
}

const together = (instances: number, scale: Scale) =>
  onFreshPlace('postgres', scale, async (place) => {
    const { accounts: count, busy, other } = scale.quick ? amounts.quick : amounts.usual
    const accounts = await openAccounts(count, toolMs)
    const settings = { TRELLO_API_URL: accounts.url, WORKER_CONCURRENCY: '8' }
    const services = [await startProcess(place, settings)]
    try {
      const [first] = services
      if (first === undefined) throw new Error('no service')
      await publishRules(first)
      for (const account of accounts.all) await watch(first, account)
      // Webhooks go to the first; the work is everybody's.
      while (services.length < instances) services.push(await startProcess(place, settings))
      await Promise.all(accounts.all.map((account) => doneWith(account, write(account, 1, 'warm')))) // makes labels
      await sleep(scale.quick ? 0 : 11_000) // until the tools' limits of ten seconds are fresh again
      const began = performance.now()
      const [busyDone = 0, ...others] = await Promise.all(
        accounts.all.map((account, at) => doneWith(account, write(account, at === 0 ? busy : other, 'card'))),
      )
      const seconds = (Math.max(...others) - began) / 1000
      return {
        perSecond: Math.round((((count - 1) * other) / seconds) * 10) / 10,
        busyClientDoneMs: Math.round(busyDone - began),
        othersDoneMs: spreadOf(others.map((at) => at - began)),
        ...(await recordOf(place)),
      }
    } finally {
      for (const { stop } of services) await stop()
      await accounts.close()
    }
  })

const titles = ['Newsletter', 'Développement d’un site web', 'Visuel Canva']

const write = ({ sandbox, board }: Account, count: number, word: string) =>
  Array.from({ length: count }, (_, at) =>
    sandbox.people.client.createCard({
      ...{ board: board.id, list: 'Demandes', title: `${titles[at % titles.length]} ${word} ${at}` },
    }),
  )

/** When the last of these cards had its verdict. */
async function doneWith({ sandbox }: Account, ids: readonly string[]): Promise<number> {
  const began = performance.now()
  while (ids.some((id) => sandbox.card(id)?.labels.length === 0)) {
    if (performance.now() - began > 240_000) throw new Error('a card has no verdict after four minutes')
    await sleep(10)
  }
  return performance.now()
}

/** What the record says: how many runs there were, and how many began while another of the same task was under way. */
async function recordOf({ DATABASE_URL }: Place) {
  const client = new Client({ connectionString: DATABASE_URL })
  await client.connect()
  try {
    const { rows } = await client.query<{ runs: number; atOnce: number }>(`
      SELECT count(*)::int AS runs, count(*) FILTER (WHERE EXISTS (
        SELECT FROM runs other WHERE other.task_id = runs.task_id AND other.id <> runs.id
          AND other.started_at <= runs.started_at AND coalesce(other.finished_at, 'infinity') > runs.started_at
      ))::int AS "atOnce" FROM runs`)
    return { runs: rows[0]?.runs ?? 0, runsOfOneTaskAtOnce: rows[0]?.atOnce ?? 0 }
  } finally {
    await client.end()
  }
}
