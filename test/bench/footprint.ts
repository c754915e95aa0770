import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStore } from '../../src/store/open.ts'
import { fillStore } from './fill-store.ts'
import { startLoad } from './load.ts'
import { byName, eachOf, type Measure, type Scale, type StoreKind, storesOf } from './part.ts'
import { onFreshPlace, type Place } from './place.ts'
import { startProcess } from './service-process.ts'
import { publishRules, watch } from './set-up.ts'
import { spreadOf } from './spread.ts'
import { openAccounts } from './trello-accounts.ts'

/** What it takes to have the service: memory, time to start, and disk. */
export const measure: Measure = async (scale) => ({
  install: installed(),
  ...(await byName(storesOf(scale), (kind) => onStore(kind as StoreKind, scale))),
})

async function onStore(kind: StoreKind, scale: Scale) {
  const rounds = (place: Place) => Array<Place>(scale.quick ? 1 : 7).fill(place)
  const small = await onFreshPlace(kind, scale, async (place) => ({
    firstStartMs: Math.round(await startOnce(place)),
    readyMs: spreadOf(await eachOf(rounds(place), startOnce)),
    ...(await memoryOf(place, scale)),
  }))
  const large = await onFreshPlace(kind, scale, async (place) => {
    await fill(place, scale.quick ? 500 : 100_000)
    await startOnce(place) // the queue makes its tables
    return { readyOnLargeMs: spreadOf(await eachOf(rounds(place), startOnce)) }
  })
  return { ...small, ...large }
}

async function startOnce(place: Place): Promise<number> {
  const service = await startProcess(place)
  await service.stop()
  return service.readyMs
}

/** Idle, then while webhooks pour in and cards are judged. */
async function memoryOf(place: Place, { quick }: Scale) {
  const accounts = await openAccounts(1, 0)
  const service = await startProcess(place, { TRELLO_API_URL: accounts.url })
  const load = startLoad()
  try {
    const [account] = accounts.all
    if (account === undefined) throw new Error('no account')
    await sleep(quick ? 0 : 10_000)
    const idle = service.usage()
    await publishRules(service)
    const { callbackUrl } = await watch(service, account)
    const { sandbox, board } = account
    for (let card = 0; card < (quick ? 3 : 60); card += 1)
      sandbox.people.client.createCard({ board: board.id, list: 'Demandes', title: `Newsletter ${card}` })
    const receiver = { callbackUrl, secret: sandbox.credentials.secret }
    const order = {
      receiver,
      first: 0,
      count: quick ? 100 : 6_000,
      connections: 32,
      perSecond: quick ? 100 : 200,
    }
    await load.send(order)
    await sandbox.settled()
    const { megabytes, mostMegabytes } = service.usage()
    return { idleMb: idle.megabytes, loadedMb: megabytes, mostMb: mostMegabytes }
  } finally {
    await load.stop()
    await service.stop()
    await accounts.close()
  }
}

async function fill(place: Place, tasks: number): Promise<void> {
  const store = await openStore(place)
  await fillStore(store.db, { tasks, runsPerTask: 2 })
  await store.close()
}

/** What `npm ci --omit=dev` puts on the disk, in megabytes: the packages that production needs, and our own code. */
function installed() {
  const listed = execFileSync('npm', ['ls', '--all', '--omit=dev', '--parseable'], { encoding: 'utf8' })
  const [root = '.', ...packages] = listed.trim().split('\n')
  const own = ['src', 'adapters', 'policies'].map((name) => bytesIn(join(root, name)))
  const megabytes = (bytes: readonly number[]) =>
    Math.round(bytes.reduce((sum, each) => sum + each, 0) / 2 ** 20)
  return {
    packages: packages.length,
    packagesMb: megabytes(packages.map((path) => bytesIn(path, 'node_modules'))),
    ownMb: megabytes(own),
  }
}

function bytesIn(path: string, without?: string): number {
  return readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.name === without) return sum
    const inside = join(path, entry.name)
    if (entry.isDirectory()) return sum + bytesIn(inside, without)
    return sum + (entry.isFile() ? statSync(inside).size : 0)
  }, 0)
}
