import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { parseArgs, promisify } from 'node:util'
import { Client } from 'pg'
import { linesOf } from './lines-of.ts'
import { byName } from './part.ts'
import { isPart, parts } from './parts.ts'

const usage = `Measures what Cadre costs. Every comparison is made within one run.

  npm run bench -- [part…] [--quick] [--large] [--json]

  part      ${Object.keys(parts).join(', ')}; all of them unless some are named
  --quick   seconds instead of minutes: shows that everything still runs; its figures mean nothing
  --large   growth also with a million tasks, which takes half an hour and ten gigabytes
  --json    one JSON document instead of lines

Set TEST_DATABASE_URL to a PostgreSQL server on which databases may be made; without it only the embedded store is
measured. Of figures taken several times the median is given, with the lowest and the highest.
`

/** Each part has a process of its own, so that none inherits another's memory and compiled code. */
async function run(part: string, flags: readonly string[]): Promise<object> {
  const script = new URL('run-part.ts', import.meta.url).pathname
  const child = promisify(execFile)(process.execPath, [script, part, ...flags], { maxBuffer: 64 * 2 ** 20 })
  child.child.stderr?.pipe(process.stderr)
  process.once('SIGTERM', () => child.child.kill() && process.exit(1))
  return JSON.parse((await child).stdout)
}

async function machine(): Promise<object> {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
  const pglite = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')).version
  return {
    ...{ cpu: cpus()[0]?.model ?? '', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30) },
    ...{ platform: platform(), kernel: release(), arch: arch(), loadAtStart: loadavg()[0] },
    versions: { cadre: version, node: process.version, pglite, postgres: await postgresVersion() },
  }
}

async function postgresVersion(): Promise<string | null> {
  const { TEST_DATABASE_URL } = process.env
  if (TEST_DATABASE_URL === undefined) return null
  const client = new Client({ connectionString: TEST_DATABASE_URL })
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
  await client.end()
  return rows[0]?.server_version ?? null
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help || !positionals.every(isPart)) {
    process.stdout.write(usage)
    process.exitCode = values.help ? 0 : 2
    return
  }
  const { quick, large, json } = values
  const flags = [...(quick ? ['--quick'] : []), ...(large ? ['--large'] : [])]
  const began = new Date().toISOString()
  const chosen = positionals.length > 0 ? positionals : Object.keys(parts)
  const figures = await byName(chosen, async (part) => {
    if (!json) process.stderr.write(`${part}…\n`)
    try {
      return await run(part, flags)
    } catch (error) {
      // The other parts are worth having all the same.
      process.exitCode = 1
      process.stderr.write(`${error}\n`)
      return { failed: true }
    }
  })
  const report = { at: began, quick, machine: await machine(), ...figures }
  process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : `${linesOf(report).join('\n')}\n`)
}

await main()
