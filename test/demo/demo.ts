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
import { type Outcome, play } from './play.ts'
import { print } from './print.ts'
import { scenes } from './requests.ts'
import { createCall, openPlaces, setUp } from './set-up.ts'

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
await setUp(places, createCall(service.url, key))
tell(
  'Three boards connected through the public API, policy "webmarketing" in force. The clients begin to write.',
)

const outcomes: Outcome[] = []
for (const scene of scenes) outcomes.push(await play(scene, places[scene.who], () => untilIdle(service, all)))
const ok = outcomes.every(({ faults }) => faults.length === 0)
say(options.json ? JSON.stringify({ ok, outcomes }, null, 2) : print(outcomes))

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
