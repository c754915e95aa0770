import type { Command } from 'commander'
import { z } from 'zod'
import { scopes } from '#model/actor.ts'
import type { Language } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { systemClock } from '../clock.ts'
import type { ApiKey, NewApiKey } from '../store/api-keys.ts'
import { languageOf, type Words } from './at-hand.ts'
import type { KeysAtHand } from './open-keys.ts'
import { exits } from './say-error.ts'

const CreateOptions = z.object({
  scope: z.array(z.enum(scopes)).transform((given) => [...new Set(given)]),
  expires: z
    .union([z.literal('never').transform(() => null), z.iso.date(), z.iso.datetime({ offset: true })])
    .transform((given) => (given === null ? null : new Date(given).toISOString()))
    .refine((moment) => moment === null || moment > systemClock(), 'is in the past'),
})
const RotateOptions = z.object({ grace: z.coerce.number().int().min(0).max(10_080) })

/** Prints one line for the person at the terminal. `onLost` is called when nobody can read it. */
export type Print = (line: string, onLost?: () => void) => void

/**
 * `cadre keys …`: works on the store itself, so that a first key can be made before anybody has one. A store that is not
 * there is not made: its keys would open nothing. What is done here
 * stands in the audit log like what is done through the API.
 */
export function addKeyCommands(program: Command, print: Print): void {
  const keys = program.command('keys').description('keys of the admin API')

  keys
    .command('create')
    .argument('<name>', 'whose or what for, e.g. "laptop"')
    .option('--scope <scope...>', `what it may do: ${scopes.join(', ')}`, ['admin'])
    .option('--expires <moment>', 'from when on it no longer works, e.g. 2027-12-31', 'never')
    .description('make a key and show it, this once')
    .action(async (name: string, given: unknown, command: Command) => {
      const { scope, expires: expiresAt } = checked(CreateOptions, given)
      const create = async ({ apiKeys, note }: KeysAtHand) => {
        const { key, ...after } = await apiKeys.create({ name, scopes: scope, expiresAt }, systemClock())
        await note('key.create', after.id, null, after)
        return { ...after, key }
      }
      await withKeys(create, (made) => showKey(made, command, print))
    })

  keys
    .command('list')
    .description('keys in use, newest first')
    .action((_options: unknown, command: Command) =>
      withKeys(
        ({ apiKeys }) => apiKeys.page(1000, null),
        (items) => {
          if (isJson(command)) print(json({ items }))
          else for (const key of items) print(lineOf(key, listWords[languageOf(command)]))
        },
      ),
    )

  keys
    .command('rotate')
    .argument('<id>', 'as `cadre keys list` shows it')
    .option('--grace <minutes>', 'how long the old key still works', '1440')
    .description('replace a key and show the new one, this once')
    .action(async (id: string, given: unknown, command: Command) => {
      const { grace } = checked(RotateOptions, given)
      const rotate = async ({ apiKeys, note, until }: KeysAtHand) => {
        const before = await apiKeys.get(id)
        const { key, ...after } = await apiKeys.rotate(id, systemClock(), until(grace))
        await note('key.rotate', id, before, after)
        return { ...after, key }
      }
      await withKeys(rotate, (made) => showKey(made, command, print))
    })

  keys
    .command('revoke')
    .argument('<id>', 'as `cadre keys list` shows it')
    .description('revoke a key at once')
    .action((id: string) =>
      withKeys(
        async ({ apiKeys, note }) => {
          const before = await apiKeys.get(id)
          await note('key.revoke', id, before, await apiKeys.revoke(id, systemClock()))
        },
        () => {},
      ),
    )
}

const isJson = (command: Command) => command.optsWithGlobals().json === true
const json = (value: unknown) => JSON.stringify(value, null, 2)

/** The store is opened only by who needs it: the other commands start quicker without. */
async function withKeys<Done>(
  work: (at: KeysAtHand) => Promise<Done>,
  show: (done: Done) => void,
): Promise<void> {
  const { openKeys } = await import('./open-keys.ts')
  await openKeys(work, show)
}

/** It is stored and never shown again: where nobody could read it, say how to get one in its place. */
function showKey({ key, ...made }: NewApiKey, command: Command, print: Print): void {
  print(isJson(command) ? json({ ...made, key }) : key, () => {
    process.stderr.write(`${unread(made.id)[languageOf(command)]}\n`)
    process.exitCode = exits.refused
  })
}

const unread = (id: string): Words => ({
  fr: `La clé ${id} est enregistrée, mais n'a pas pu être affichée. Remplace-la : cadre keys rotate ${id} --grace 0`,
  en: `The key ${id} is stored, but could not be shown. Replace it: cadre keys rotate ${id} --grace 0`,
})

const listWords = {
  fr: { expires: 'expire :', used: 'utilisée :', never: 'jamais' },
  en: { expires: 'expires:', used: 'used:', never: 'never' },
} as const

const lineOf = (
  { id, name, scopes: held, createdAt, expiresAt, lastUsedAt }: ApiKey,
  { expires, used, never }: (typeof listWords)[Language],
) =>
  `${id}  ${createdAt}  ${held.join(',')}  ${expires} ${expiresAt ?? never}  ${used} ${lastUsedAt ?? never}  ${name}`

/** @throws AppError REQUEST_INVALID with every option that is wrong */
function checked<T>(shape: z.ZodType<T>, given: unknown): T {
  const parsed = shape.safeParse(given)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.map(({ path, message }) => ({ path: `--${path.join('.')}`, message }))
  throw new AppError('REQUEST_INVALID', 'the command is not valid', { details })
}
