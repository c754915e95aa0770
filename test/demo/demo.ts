import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startService } from '../../src/main.ts'
import { freePort } from '../support/free-port.ts'
import { untilIdle } from '../support/until-idle.ts'
import { stories } from './pairs.ts'
import { type Outcome, play } from './play.ts'
import { playPair } from './play-pair.ts'
import { print } from './print.ts'
import { scenes } from './requests.ts'
import { createCall, openPlaces, setUp, tieDesk } from './set-up.ts'

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, serve: { type: 'boolean' } } })
const say = (text: string) => process.stdout.write(`${text}\n`)
const tell = (text: string) => options.json || say(text)

const directory = mkdtempSync(join(tmpdir(), 'cadre-demo-'))
const places = await openPlaces()
const all = Object.values(places)
const key = `cadre_demo_${randomBytes(16).toString('hex')}`
const port = await freePort()
const config = parseConfig({
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: directory,
  CADRE_ADMIN_KEY: key,
  TRELLO_API_URL: places.claire.apiUrl,
  NOTION_API_URL: places.tom.apiUrl,
  CLICKUP_API_URL: places.riviere.apiUrl,
  QUIET_PERIOD_SECONDS: '1',
})
tell('Starting Cadre with a fresh store, and sandboxes of Trello, Notion and ClickUp…')
const service = await startService({ config, log: createLog('error') })
const call = createCall(service.url, key)
const known = await setUp(places, call)
tell('Three boards connected through the public API, policy "webmarketing" in force. The clients write.')

// The three clients write at the same time, each of them one thing after the other.
const writing = Map.groupBy(scenes, ({ who }) => who)
const played = [...writing].map(async ([who, own]) => {
  const outcomes: Outcome[] = []
  for (const scene of own) outcomes.push(await play(scene, places[who], () => untilIdle(service, all)))
  return outcomes
})
const outcomes = (await Promise.all(played)).flat()
const desk = places.claire.desk()
await tieDesk(desk, known, call)
const pairs = await Promise.all(stories.map((story) => playPair(story, places[story.who], desk)))
await untilIdle(service, all)
const steps = pairs.flatMap((pair) => pair.steps)
const ok = [...outcomes, ...steps].every(({ faults }) => faults.length === 0)
say(options.json ? JSON.stringify({ ok, outcomes, pairs }, null, 2) : print(outcomes, pairs))

if (options.serve) {
  tell(`Cadre goes on at ${service.url} (reference: ${service.url}/docs/). Stop with Ctrl-C.`)
  tell(`The key: ${key}`)
  for (const { tool, credentials, containerId } of all)
    tell(`Sandbox of ${tool}: container ${containerId}, credentials ${JSON.stringify(credentials)}`)
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
}
await service.close()
for (const place of all) await place.close()
rmSync(directory, { recursive: true, force: true })
process.exitCode = ok ? 0 : 1
