import { parseDocument, stringify } from 'yaml'
import { AppError, type ErrorDetail } from '#model/error.ts'

/** Aliases that a document may resolve, nested ones counted: a week that is written once, not an explosion. */
const mostAliases = 100

/** A document in YAML as a person likes to read it: two spaces, no folding, texts of several lines as blocks. */
export function yamlOf(document: unknown): string {
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false })
}

/**
 * Read YAML 1.2: one document without tags of its own, every key once. Comments are not kept.
 * @throws AppError REQUEST_INVALID with the place, in both languages
 */
export function parseYaml(text: string): unknown {
  const document = parseDocument(text, { logLevel: 'error', resolveKnownTags: false })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem !== undefined) {
    const [{ line, col } = { line: 1, col: 1 }] = problem.linePos ?? []
    throw unreadable(`line ${line}, column ${col}`, reasons[problem.code] ?? plain(problem.message))
  }
  try {
    // By way of JSON: what refers to itself is refused, and what is left is all that can be kept.
    return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: mostAliases }) ?? null))
  } catch (cause) {
    throw unreadable('', aliasProblem, cause)
  }
}

type Words = Required<Omit<ErrorDetail, 'path'>>

const aliasProblem: Words = {
  message: 'an alias (*name) has no anchor (&name), contains itself, or aliases multiply',
  remedy: 'write the part out where it is needed',
  fr: {
    message: "un alias (*nom) n'a pas d'ancre (&nom), se contient lui-même, ou les alias se multiplient",
    remedy: 'écris cette partie là où elle sert',
  },
}

const reasons: Readonly<Partial<Record<string, Words>>> = {
  DUPLICATE_KEY: {
    message: 'this key is there twice',
    remedy: 'keep one of them',
    fr: { message: 'cette clé est là deux fois', remedy: 'gardes-en une' },
  },
  MULTIPLE_DOCS: {
    message: 'there is more than one document',
    remedy: 'send one; take the line --- out',
    fr: { message: 'il y a plus d’un document', remedy: "n'en envoie qu'un ; retire la ligne ---" },
  },
  TAB_AS_INDENT: {
    message: 'a tab is used to indent',
    remedy: 'indent with spaces',
    fr: { message: 'une tabulation sert de retrait', remedy: 'mets des espaces' },
  },
  TAG_RESOLVE_FAILED: {
    message: 'tags such as !this or !!binary mean nothing here',
    remedy: 'take the tag out',
    fr: {
      message: 'une étiquette comme !ceci ou !!binary ne veut rien dire ici',
      remedy: "retire l'étiquette",
    },
  },
  RESOURCE_EXHAUSTION: {
    message: 'it is nested too deeply',
    remedy: 'a policy needs fewer than ten levels',
    fr: { message: 'les niveaux sont trop nombreux', remedy: 'une politique en a moins de dix' },
  },
}

/** The parser's own words, without the place and the lines around it. */
const plain = (message: string): Words => {
  const why = message.split(/ at line |\n/u)[0] ?? message
  return {
    message: why,
    remedy: 'correct the YAML there',
    fr: { message: `le YAML n'est pas valable : ${why}`, remedy: 'corrige-le à cet endroit' },
  }
}

function unreadable(path: string, words: Words, cause?: unknown): AppError {
  return new AppError('REQUEST_INVALID', 'the YAML cannot be read', { details: [{ path, ...words }], cause })
}
