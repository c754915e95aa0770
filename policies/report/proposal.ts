import type { Language } from '#model/board.ts'
import type { WeekRequest } from '#model/week.ts'
import { capitalized, ended, oneLine } from '../documents/words.ts'
import type { Json } from '../merge-patch.ts'
import type { Kind } from '../schema/services.ts'
import type { Policy, Service } from '../schema.ts'
import { languageOf } from '../scope/language.ts'
import { wordsOf } from '../text/clauses.ts'
import { contentWords, keyPhrase } from './content-words.ts'
import type { Gap } from './gaps.ts'

/** A line of a policy that would cover requests which nothing covers now. */
export interface Proposal {
  /** A new entry of the catalogue, or more examples for one that is there. */
  readonly kind: 'new-service' | 'examples'
  /** The service it is about, by its id. */
  readonly service: string
  /** What is to be written under that id: the fields of a new entry, or the examples to add. */
  readonly fields: Json
  /** The same as a merge patch that the policy's draft takes. */
  readonly patch: Json
  /** How many of the requests it would give a definite answer to: tried, not guessed. */
  readonly covers: number
}

/** A policy keeps this many examples of a service, each that long. */
const [mostExamples, longestExample] = [200, 1000]

/**
 * The line for a gap; null when nobody can tell what is asked for. How many it covers is still to be tried.
 * @param taken ids that a new service may not have
 */
export function proposalFor(
  gap: Gap,
  kind: Kind,
  policy: Policy,
  taken: ReadonlySet<string>,
): Proposal | null {
  if (gap.asks === null) return null
  const examples = examplesOf(gap.requests, policy)
  if (!('known' in gap.asks)) return newWork(gap, kind, examples, policy, taken)
  const { id, name, keywords, complexity } = gap.asks.known
  const standing = policy.services.find((service) => service.id === id)
  if (standing !== undefined) return moreExamples(standing, examples)
  return proposal('new-service', id, {
    ...{ kind, name, keywords },
    ...(complexity !== undefined && { complexity }),
    examples: filled(examples),
  })
}

/** Work that the trade has no name for goes by the words of the first request. */
function newWork(
  { requests }: Gap,
  kind: Kind,
  examples: Examples,
  policy: Policy,
  taken: ReadonlySet<string>,
): Proposal | null {
  const phrases = byLanguage(
    requests.map(({ title }) => keyPhrase(title)),
    policy,
  )
  const [name] = [...phrases[policy.language], ...phrases.fr, ...phrases.en]
  if (name === undefined) return null
  const named = capitalized(name)
  return proposal('new-service', freshId(name, policy.language, taken), {
    kind,
    name: phrases.fr.includes(name) ? { fr: named } : { en: named },
    keywords: filled(phrases),
    examples: filled(examples),
  })
}

function moreExamples({ id, examples }: Service, more: Examples): Proposal {
  const grown = (language: Language) =>
    [...new Set([...examples[language], ...more[language]])].slice(-mostExamples)
  const all = { fr: grown('fr'), en: grown('en') }
  return {
    ...proposal('examples', id, { examples: filled(more) }),
    patch: { services: { [id]: { examples: all } } },
  }
}

const proposal = (kind: Proposal['kind'], service: string, fields: Json): Proposal => ({
  ...{ kind, service, fields },
  patch: { services: { [service]: fields } },
  covers: 0,
})

/** Without the language that nothing is in. */
const filled = (lists: Examples) =>
  Object.fromEntries(Object.entries(lists).filter(([, texts]) => texts.length > 0))

type Examples = Readonly<Record<Language, readonly string[]>>

/** The requests as their clients wrote them. */
const examplesOf = (requests: readonly WeekRequest[], policy: Policy): Examples =>
  byLanguage(
    requests.map((request) => asWritten(request).slice(0, longestExample).trimEnd()),
    policy,
  )

/** Who asks by another way than a board has no title of their own. */
function asWritten({ title, text }: WeekRequest): string {
  const [head, body] = [oneLine(title), oneLine(text)]
  if (body === '' || head === '' || body.startsWith(head)) return body === '' ? head : body
  return `${ended(head)} ${body}`
}

function byLanguage(texts: readonly (string | null)[], policy: Policy): Record<Language, string[]> {
  const given = [...new Set(texts.filter((text) => text !== null && text !== ''))] as string[]
  const of = (language: Language) =>
    given.filter((text) => languageOf(wordsOf(text), policy.language) === language)
  return { fr: of('fr'), en: of('en') }
}

/** `Arroser les plantes` → `arroser-plantes`, and a number behind it where that is taken. */
function freshId(name: string, language: Language, taken: ReadonlySet<string>): string {
  const words = wordsOf(name).filter((word) => /^[a-z0-9]+$/u.test(word))
  const telling = words.filter((word) => contentWords(word, language).length > 0)
  const base = telling.join('-').slice(0, 50).replace(/-+$/u, '') || 'service'
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  return id
}
