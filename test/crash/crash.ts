import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freshDatabase, type StoreConfig } from '../support/stores.ts'
import { playRounds } from './rounds.ts'

const usage = `Kills a loaded service with kill -9, starts it again, and looks for what it acknowledged.

  npm run crash -- [--rounds N] [--store pglite|postgresql] [--seed K] [--json]

  --rounds  how many kills, 100 unless said otherwise
  --store   pglite unless said otherwise; postgresql needs TEST_DATABASE_URL
  --seed    decides when each kill comes, 1 unless said otherwise
  --json    one object at the end instead of words`

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    store: { type: 'string', default: 'pglite' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(`${usage}\n`)
else await main()

async function main(): Promise<void> {
  const { config: place, remove } = await freshPlace()
  const [rounds, seed] = [Number(values.rounds), Number(values.seed)]
  const say = (line: string) => void (values.json || process.stdout.write(`${line}\n`))
  try {
    const onRound = (round: number, acknowledged: number) => {
      if (round % 10 === 0) say(`${round} kills, ${acknowledged} webhooks acknowledged`)
    }
    const { missing, ...counts } = await playRounds({ place, rounds, seed, onRound })
    const result = { store: values.store, rounds, seed, ...counts, missing }
    if (values.json) process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
    say(`${counts.acknowledged} of ${counts.told} webhooks acknowledged, ${missing.length} of them lost`)
    for (const id of missing) say(`  ${id}`)
    if (missing.length > 0 || counts.acknowledged === 0) process.exitCode = 1
  } finally {
    await remove()
  }
}

async function freshPlace(): Promise<{ config: StoreConfig; remove(): Promise<void> }> {
  const { TEST_DATABASE_URL } = process.env
  if (values.store === 'postgresql') {
    if (TEST_DATABASE_URL === undefined) throw new Error('TEST_DATABASE_URL must name a PostgreSQL server')
    return freshDatabase(TEST_DATABASE_URL)
  }
  const directory = mkdtempSync(join(tmpdir(), 'cadre-crash-'))
  return {
    config: { DATABASE_URL: undefined, DATA_DIR: directory, CADRE_SECRET_KEY: undefined },
    remove: async () => rmSync(directory, { recursive: true, force: true }),
  }
}
