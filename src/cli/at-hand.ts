import { type Command, Option } from 'commander'
import { type Language, languages } from '#model/board.ts'
import { type ApiClient, createApiClient } from '../api-client.ts'
import { commandConfig } from '../config.ts'
import { addressFor } from './given.ts'

/** The same thing in both languages. */
export type Words = Readonly<Record<Language, string>>

/** What a command has at hand. */
export interface AtHand {
  readonly api: ApiClient
  readonly language: Language
  /** Of the terminal; no end where the output goes to a file or another program. */
  readonly columns: number
  /** The shell command that edits a file. */
  readonly editor: string
  /** Is the answer to be JSON? Only for what must be asked for otherwise then. */
  readonly isJson: boolean
  /** An answer: one JSON document with `--json`, else the lines made of it. */
  show<T>(answer: T, lines: (answer: T) => readonly string[]): void
}

interface GlobalOptions {
  readonly json?: true
  readonly url?: string
  readonly key?: string
  readonly lang?: Language
}

/** Options that every command takes, before or after its name. */
export function addGlobalOptions(program: Command): Command {
  return program
    .option('--json', 'one JSON document instead of text')
    .addOption(new Option('--lang <language>', 'otherwise as your terminal is set').choices(languages))
    .option('--url <address>', 'of the service; otherwise CADRE_URL, or HOST and PORT', addressFor('--url'))
    .option('--key <key>', 'of the API; otherwise CADRE_KEY, or CADRE_ADMIN_KEY')
}

/** @throws AppError CONFIG_INVALID */
export function atHand(command: Command, print: (line: string) => void): AtHand {
  const { json, url, key } = command.optsWithGlobals<GlobalOptions>()
  const config = commandConfig()
  const language = languageOf(command)
  return {
    api: createApiClient(url ?? config.url, key ?? config.key, (seconds) => {
      process.stderr.write(`${busy(seconds)[language]}\n`)
    }),
    language,
    columns: process.stdout.columns ?? Number.POSITIVE_INFINITY,
    editor: config.editor,
    isJson: json === true,
    show(answer, lines) {
      if (json) print(JSON.stringify(answer, null, 2))
      else for (const line of lines(answer)) print(line)
    },
  }
}

const busy = (seconds: number): Words => ({
  fr: `Le service a trop à faire : nouvel essai dans ${seconds} s.`,
  en: `The service has too much to do: trying again in ${seconds} s.`,
})

/** The one asked for, or else the one of the terminal. */
export function languageOf(command: Command): Language {
  const { lang } = command.optsWithGlobals<GlobalOptions>()
  return lang ?? terminalLanguage()
}

/** French where the terminal is set to it, else English. */
export const terminalLanguage = (): Language =>
  /^fr\b/.test(Intl.DateTimeFormat().resolvedOptions().locale) ? 'fr' : 'en'
