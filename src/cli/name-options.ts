import type { Command } from 'commander'
import { AppError } from '#model/error.ts'

/** Fields of the API that the options and arguments of a command have other names for. */
const names: Readonly<Record<string, string>> = {
  policyId: 'policy',
  clientId: 'client',
  boardId: 'board',
  dueAt: 'due',
  now: 'at',
  effectiveAt: 'at',
  title: 'text',
}

/** The same failure, told by what the person wrote: `--policy` instead of `body.policyId`. */
export function inOptions(error: AppError, command: Command): AppError {
  const details = error.details.map((detail) => ({ ...detail, path: optionOf(detail.path, command) }))
  return new AppError(error.code, error.message, { details, cause: error })
}

function optionOf(path: string, command: Command): string {
  const [field = ''] = path.replace(/^(?:body|querystring|params)\./u, '').split('.')
  const name = names[field] ?? field
  const option = command.options.find((each) => each.attributeName() === name)
  if (option !== undefined) return option.long ?? path
  return command.registeredArguments.some((each) => each.name() === name) ? `<${name}>` : path
}
