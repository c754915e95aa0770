#!/usr/bin/env node
import { Command } from 'commander'
import { z } from 'zod'
import { isAppError } from '#model/error.ts'
import { createApiClient } from './api-client.ts'
import { systemClock } from './clock.ts'
import { configFromEnvironment } from './config.ts'
import { type ApiKeyStore, createApiKeyStore } from './store/api-keys.ts'
import { openStore } from './store/open.ts'

const program = new Command('cadre').description(
  "Applies an assistant's working rules to her clients' requests",
)
const keys = program.command('keys').description('keys of the admin API')

keys
  .command('create')
  .argument('<name>', 'whose or what for, e.g. "laptop"')
  .description('make a key and show it, this once')
  .action((name: string) =>
    withKeys(async (apiKeys) => {
      const { key } = await apiKeys.create(name, systemClock())
      print(key)
    }),
  )

keys
  .command('list')
  .description('keys in use')
  .action(() =>
    withKeys(async (apiKeys) => {
      for (const { id, name, createdAt } of await apiKeys.list()) print(`${id}  ${createdAt}  ${name}`)
    }),
  )

keys
  .command('revoke')
  .argument('<id>', 'as `cadre keys list` shows it')
  .description('revoke a key at once')
  .action((id: string) => withKeys((apiKeys) => apiKeys.revoke(id, systemClock())))

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

/** The commands about keys work on the store itself, so that a first key can be made before anybody has one. */
async function withKeys(work: (apiKeys: ApiKeyStore) => Promise<void>): Promise<void> {
  const store = await openStore(configFromEnvironment())
  try {
    await work(createApiKeyStore(store.db))
  } finally {
    await store.close()
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`)

try {
  await program.parseAsync()
} catch (error) {
  if (!isAppError(error)) throw error
  process.stderr.write(`${error.message} (${error.code})\n`)
  if (error.code === 'STORE_LOCKED') process.stderr.write('While the service runs, use POST /api/v1/keys.\n')
  for (const { path, message } of error.details) process.stderr.write(`  ${path}: ${message}\n`)
  process.exitCode = 1
}
