import { z } from 'zod'
import type { Language } from '#model/board.ts'
import type { ErrorDetail } from '#model/error.ts'
import { type Bilingual, type ProblemKey, type ProblemWords, problems } from './problems.ts'

type Issue = z.core.$ZodIssue

const locales = { fr: z.locales.fr().localeError, en: z.locales.en().localeError }

/**
 * Check a value against a shape, and tell what is wrong with it for a person: where, what and what to do about it, in
 * both languages. `under` is put before every path.
 */
export function problemsOf(shape: z.ZodType, input: unknown, under = ''): ErrorDetail[] {
  const en = issuesOf(shape, input, 'en')
  const fr = issuesOf(shape, input, 'fr')
  return en.map((issue, at) => detailOf(issue, fr[at] ?? issue, under))
}

/** One of our own problems at a path. */
export function problemAt(path: string, words: Bilingual): ErrorDetail {
  return { path, ...words.en, fr: words.fr }
}

function issuesOf(shape: z.ZodType, input: unknown, language: Language): Issue[] {
  const { error } = shape.safeParse(input, { error: locales[language], reportInput: true })
  return (error?.issues ?? []).flatMap(unwrap)
}

/** Of a choice between shapes, what is wrong with the one that fits best: in which the problem lies deepest. */
function unwrap(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const depth = (issues: readonly Issue[]) => Math.max(...issues.map(({ path }) => path.length))
  const [best = []] = issue.errors.toSorted((a, b) => depth(b) - depth(a))
  if (depth(best) === 0) return [issue]
  return best.flatMap((inner) => unwrap({ ...inner, path: [...issue.path, ...inner.path] }))
}

function detailOf(en: Issue, fr: Issue, under: string): ErrorDetail {
  const own = ownWords(en)
  const path = pathOf([...en.path, ...(en.code === 'unrecognized_keys' ? en.keys.slice(0, 1) : [])], under)
  if (own !== null) return problemAt(path, own)
  return problemAt(path, { en: wordsOf(en, 'en'), fr: wordsOf(fr, 'fr') })
}

/** Where the shape itself says what is wrong, by key or in words of its own. */
function ownWords(issue: Issue): Bilingual | null {
  const key = 'params' in issue ? issue.params?.problem : issue.message
  if (typeof key === 'string' && Object.hasOwn(problems, key)) return problems[key as ProblemKey]
  const words = 'params' in issue ? issue.params?.words : undefined
  return (words as Bilingual | undefined) ?? null
}

function wordsOf(issue: Issue, language: Language): ProblemWords {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ')
    return language === 'fr'
      ? { message: `ce champ n'existe pas : ${keys}`, remedy: "vérifie l'orthographe, ou retire-le" }
      : { message: `there is no such field: ${keys}`, remedy: 'check the spelling, or take it out' }
  }
  if (issue.input === undefined && issue.code === 'invalid_type') return missing[language](issue.expected)
  return { message: issue.message, remedy: remedies[language](issue) }
}

/** What kinds of value are called by somebody who does not program. */
const types: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    string: 'un texte',
    number: 'un nombre',
    int: 'un nombre entier',
    boolean: 'true ou false',
    array: 'une liste',
    object: 'un groupe de champs',
    record: 'un groupe de champs',
  },
  en: {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'a group of fields',
    record: 'a group of fields',
  },
}
const typeName = (type: string, language: Language) => types[language][type] ?? `type ${type}`

const missing = {
  fr: (type: string) => ({
    message: 'cette valeur manque',
    remedy: `ajoute-la (${typeName(type, 'fr')})`,
  }),
  en: (type: string) => ({ message: 'this value is missing', remedy: `add it (${typeName(type, 'en')})` }),
} as const satisfies Record<Language, (type: string) => ProblemWords>

/** What is wrong for each of several shapes, none of which comes near. */
const choices = ({ errors }: z.core.$ZodIssueInvalidUnion): Issue[] =>
  errors.flatMap((issues) => issues.slice(0, 1))

const remedies: Readonly<Record<Language, (issue: Issue) => string>> = {
  fr: (issue: Issue): string => {
    if (issue.code === 'invalid_value') return `choisis parmi : ${issue.values.join(', ')}`
    if (issue.code === 'too_small') return `donne au moins ${issue.minimum}`
    if (issue.code === 'too_big') return `donne au plus ${issue.maximum}`
    if (issue.code === 'invalid_type') return `donne ${typeName(issue.expected, 'fr')}`
    if (issue.code === 'invalid_union') return choices(issue).map(remedies.fr).join(', ou ')
    return 'corrige la valeur'
  },
  en: (issue: Issue): string => {
    if (issue.code === 'invalid_value') return `use one of ${issue.values.join(', ')}`
    if (issue.code === 'too_small') return `use ${issue.minimum} or more`
    if (issue.code === 'too_big') return `use ${issue.maximum} or less`
    if (issue.code === 'invalid_type') return `give ${typeName(issue.expected, 'en')}`
    if (issue.code === 'invalid_union') return choices(issue).map(remedies.en).join(', or ')
    return 'correct the value'
  },
}

/** `services[2].keywords.fr[0]`. */
export function pathOf(path: readonly PropertyKey[], under: string): string {
  return path
    .reduce<string>(
      (before, part) => (typeof part === 'number' ? `${before}[${part}]` : `${before}.${String(part)}`),
      under,
    )
    .replace(/^\./u, '')
}
