import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startService } from '../../src/main.ts'
import { createCall } from '../demo/set-up.ts'
import { freePort } from '../support/free-port.ts'
import { untilIdle } from '../support/until-idle.ts'
import { type Posted, postTrelloBodies } from './post-bodies.ts'

const { values } = parseArgs({ options: { payloads: { type: 'string' } } })
if (values.payloads === undefined) {
  process.stderr.write('usage: npm run contract -- --payloads DIR   (DIR holds trello/*.json)\n')
  process.exit(2)
}

const directory = mkdtempSync(join(tmpdir(), 'cadre-contract-'))
const sandbox = await startTrelloSandbox()
const port = await freePort()
const key = `cadre_contract_${randomBytes(16).toString('hex')}`
const config = parseConfig({
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: directory,
  CADRE_ADMIN_KEY: key,
  TRELLO_API_URL: sandbox.url,
  QUIET_PERIOD_SECONDS: '0',
})
const service = await startService({ config, log: createLog('error') })
const connection = await createCall(service.url, key)<{ callbackUrl: string }>('POST', '/connections', {
  tool: 'trello',
  name: 'contract',
  credentials: sandbox.credentials,
})
const { callbackUrl } = connection
const posted = await postTrelloBodies(join(values.payloads, 'trello'), {
  url: service.url,
  sandbox,
  callbackUrl,
  settled: () => untilIdle(service, []),
})
await service.close()
await sandbox.close()
rmSync(directory, { recursive: true, force: true })

for (const each of posted) process.stdout.write(`${lineOf(each)}\n`)
const failed = posted.filter(({ fault }) => fault !== null).length
process.stdout.write(`\ncontract: ${posted.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

function lineOf({ file, status, outcome, looks, fault }: Posted): string {
  return `${fault === null ? 'ok ' : 'BAD'} ${status} ${outcome.padEnd(9)} ${looks} look  ${file}${fault === null ? '' : `  (${fault})`}`
}
