import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { AppError } from '#model/error.ts'
import { jsonOf } from '../api-client.ts'
import type { AtHand } from './at-hand.ts'
import { notUnderstood } from './given.ts'

/** `cadre api METHOD path [body]`: whatever has no verb of its own. */
export function addApiCommand(
  program: Command,
  open: (command: Command) => AtHand,
  print: (line: string) => void,
): void {
  program
    .command('api')
    .argument('<method>', 'GET, POST, PUT, PATCH or DELETE', methodOf)
    .argument('<path>', 'below /api/v1, e.g. boards', pathOf)
    .argument('[body]', 'JSON; - to read it from the input')
    .option('--pick <field>', 'print only this field of the answer, e.g. items.0.id')
    .description('one request to the API, as /docs/ describes it')
    .action(
      async (method: string, path: string, body: string | undefined, options: unknown, command: Command) => {
        const sent = body === '-' ? readFileSync(0, 'utf8') : body
        const { text } = await open(command).api.send(method, path, sent === undefined ? {} : { body: sent })
        const { pick } = options as { pick?: string }
        if (pick !== undefined) print(picked(jsonOf(text), pick))
        else if (text !== '') print(text)
      },
    )
}

function methodOf(given: string): string {
  const method = given.toUpperCase()
  if (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)) return method
  throw new InvalidArgumentError('it is GET, POST, PUT, PATCH or DELETE.')
}

/**
 * With a slash at its beginning or without: of one that has it, Git Bash on Windows makes a path of the computer.
 * @throws AppError REQUEST_INVALID where it has done so
 */
function pathOf(given: string): string {
  if (!/^[a-z]:/iu.test(given)) return given.startsWith('/') ? given : `/${given}`
  throw notUnderstood('<path>', {
    message: `“${given}” is a path of this computer`,
    remedy: 'write it without the slash at its beginning, such as boards',
    fr: {
      message: `« ${given} » est un chemin de cet ordinateur`,
      remedy: 'écris-le sans la barre oblique du début, comme boards',
    },
  })
}

/** @throws AppError NOT_FOUND when the answer has no such field */
function picked(answer: unknown, field: string): string {
  const found = field
    .split('.')
    .reduce<unknown>(
      (value, name) => (Object(value) === value ? Reflect.get(Object(value), name) : undefined),
      answer,
    )
  if (found === undefined) throw new AppError('NOT_FOUND', `the answer has no ${field}`)
  return typeof found === 'string' ? found : JSON.stringify(found)
}
