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

/** What a remedy tells a program to send, and the option that sends it. */
const sentBy: readonly (readonly [string, string])[] = [
  ['override.cases', '--despite-cases'],
  ['override.impact', '--despite-impact'],
]

/** The same failure, told by what the person wrote: `--policy` instead of `body.policyId`. */
export function inOptions(error: AppError, command: Command): AppError {
  const inWords = (remedy: string) =>
    sentBy.reduce((text, [field, option]) => text.replace(field, option), remedy)
  const details = error.details.map(({ path, remedy, fr, ...detail }) => ({
    ...detail,
    path: optionOf(path, command),
    ...(remedy !== undefined && { remedy: inWords(remedy) }),
    ...(fr !== undefined && { fr: { ...fr, remedy: inWords(fr.remedy) } }),
  }))
  return new AppError(error.code, error.message, { details, cause: error })
}

function optionOf(path: string, command: Command): string {
  const [field = ''] = path.replace(/^(?:body|querystring|params)\./u, '').split('.')
  const name = names[field] ?? field
  const option = command.options.find((each) => each.attributeName() === name)
  if (option !== undefined) return option.long ?? path
  return command.registeredArguments.some((each) => each.name() === name) ? `<${name}>` : path
}
