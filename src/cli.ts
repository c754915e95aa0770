#!/usr/bin/env node
import { Command } from 'commander'
import { z } from 'zod'
import { isAppError } from '#model/error.ts'
import { createApiClient } from './api-client.ts'
import { addKeyCommands } from './cli/keys.ts'
import { configFromEnvironment } from './config.ts'

const program = new Command('cadre').description(
  "Applies an assistant's working rules to her clients' requests",
)
const print = (line: string) => process.stdout.write(`${line}\n`)

addKeyCommands(program, print)

const Examined = z.object({
  healthy: z.boolean(),
  checks: z.array(
    z.object({
      state: z.enum(['ok', 'warn', 'fail']),
      subject: z.string().nullable(),
      advice: z.object({ fr: z.string(), en: z.string() }),
    }),
  ),
})

program
  .command('doctor')
  .description('check accounts, rights, public address, webhooks, clock and labels of the running service')
  .option('--lang <language>', 'fr or en', 'fr')
  .option('--json', 'one JSON document')
  .action(async ({ lang, json }: { lang: string; json?: true }) => {
    const { HOST, PORT, CADRE_ADMIN_KEY } = configFromEnvironment()
    const examined = await createApiClient(`http://${HOST}:${PORT}`, CADRE_ADMIN_KEY).get('/doctor', Examined)
    if (json) print(JSON.stringify(examined, null, 2))
    else
      for (const { state, subject, advice } of examined.checks) {
        const mark = { ok: '✓', warn: '!', fail: '✗' }[state]
        print(`${mark} ${subject === null ? '' : `${subject} : `}${lang === 'en' ? advice.en : advice.fr}`)
      }
    process.exitCode = examined.healthy ? 0 : 1
  })

try {
  await program.parseAsync()
} catch (error) {
  if (!isAppError(error)) throw error
  process.stderr.write(`${error.message} (${error.code})\n`)
  if (error.code === 'STORE_LOCKED') process.stderr.write('While the service runs, use POST /api/v1/keys.\n')
  for (const { path, message } of error.details) process.stderr.write(`  ${path}: ${message}\n`)
  process.exitCode = 1
}
