import { parseArgs } from 'node:util'
import { parts } from './parts.ts'

// One part of the benchmark, by itself: its figures as JSON.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, large: { type: 'boolean', default: false } },
})
// Whatever it has started ends with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const load = parts[positionals[0] ?? '']
if (load === undefined) throw new Error(`there is no part ${positionals[0]}`)
const { measure } = await load()
const figures = await measure({ ...values, serverUrl: process.env.TEST_DATABASE_URL })
process.stdout.write(JSON.stringify(figures))
