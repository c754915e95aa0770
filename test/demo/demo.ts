import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startService } from '../../src/main.ts'
import { freePort } from '../support/free-port.ts'
import { untilIdle } from '../support/until-idle.ts'
import { type Outcome, play } from './play.ts'
import { print } from './print.ts'
import { scenes } from './requests.ts'
import { createCall, setUp } from './set-up.ts'

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, serve: { type: 'boolean' } } })
const say = (text: string) => process.stdout.write(`${text}\n`)
const tell = (text: string) => options.json || say(text)

const directory = mkdtempSync(join(tmpdir(), 'cadre-demo-'))
const sandbox = await startTrelloSandbox()
const adminKey = `cadre_demo_${randomBytes(16).toString('hex')}`
const port = await freePort()
const config = parseConfig({
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: directory,
  CADRE_ADMIN_KEY: adminKey,
  TRELLO_API_URL: sandbox.url,
  QUIET_PERIOD_SECONDS: '1',
})
tell('Starting Cadre with a fresh store, and a sandbox of Trello…')
const service = await startService({ config, log: createLog('error') })
const boards = await setUp(sandbox, createCall(service.url, adminKey))
tell('Connected, policy "webmarketing" in force, two boards watched. The clients begin to write.')

const outcomes: Outcome[] = []
for (const scene of scenes)
  outcomes.push(await play(scene, { sandbox, boards, settled: () => untilIdle(service, [sandbox]) }))
const echoes = await countEchoes()
const ok = outcomes.every(({ faults }) => faults.length === 0)
if (options.json) say(JSON.stringify({ ok, outcomes, echoes }, null, 2))
else say(print(outcomes, echoes))

if (options.serve) {
  tell(
    `Cadre goes on at ${service.url} (reference: ${service.url}/docs/), the sandbox at ${sandbox.url}. Stop with Ctrl-C.`,
  )
  tell(`The key: ${adminKey}`)
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
}
await service.close()
await sandbox.close()
rmSync(directory, { recursive: true, force: true })
process.exitCode = ok ? 0 : 1

async function countEchoes(): Promise<number> {
  const metrics = await (await fetch(`${service.url}/metrics`)).text()
  return Number(/cadre_deliveries_total\{tool="trello",outcome="echo"\} (\d+)/.exec(metrics)?.[1] ?? 0)
}
