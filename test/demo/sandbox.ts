import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startService } from '../../src/main.ts'
import { freePort } from '../support/free-port.ts'
import { startClaire } from './claire.ts'

/**
 * A place to learn in: an empty Cadre, a stand-in for Trello with one board, and its client Claire. Everything that the
 * commands of a guide need to know is written to `sandbox.env`; all of it is gone when this ends.
 */
const envFile = 'sandbox.env'
const say = (text: string) => process.stdout.write(`${text}\n`)

const directory = mkdtempSync(join(tmpdir(), 'cadre-sandbox-'))
const sandbox = await startTrelloSandbox()
const board = sandbox.board('Claire', { lists: ['Demandes', 'En cours', 'Terminé'] })
const claire = await startClaire(sandbox, board.id)
const key = `cadre_sandbox_${randomBytes(16).toString('hex')}`
const port = await freePort()
const config = parseConfig({
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: directory,
  CADRE_ADMIN_KEY: key,
  TRELLO_API_URL: sandbox.url,
  QUIET_PERIOD_SECONDS: '1',
})
const service = await startService({ config, log: createLog('error') })
const { apiKey, token, secret } = sandbox.credentials
const settings = {
  CADRE_URL: service.url,
  CADRE_KEY: key,
  TRELLO_KEY: apiKey,
  TRELLO_TOKEN: token,
  TRELLO_SECRET: secret,
  CLAIRE: claire.url,
}
const lines = Object.entries(settings).map(([name, value]) => `export ${name}='${value}'`)
writeFileSync(envFile, `${lines.join('\n')}\n`, { mode: 0o600 })
say(`An empty Cadre at ${service.url}, and Claire's board on a stand-in for Trello: ${claire.url}`)
say(`Ready. In another terminal, in this folder: . ./${envFile}     Stop with Ctrl-C.`)

await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
await service.close()
await claire.close()
await sandbox.close()
rmSync(directory, { recursive: true, force: true })
rmSync(envFile, { force: true })
