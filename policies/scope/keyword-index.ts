import { wordsOf } from '../text/clauses.ts'
import { stem } from '../text/stem.ts'
import { isFiller } from './stop-words.ts'

const languages = ['fr', 'en'] as const

/** What the index needs to know of a service. */
export interface Searchable {
  readonly name: Readonly<Partial<Record<'fr' | 'en', string | undefined>>>
  readonly keywords: Readonly<Record<'fr' | 'en', readonly string[]>>
}

/** A keyword ready to be looked for. `service`: position in the catalogue. */
export interface Pattern {
  readonly service: number
  readonly keyword: string
  readonly language: 'fr' | 'en'
  readonly stems: readonly string[]
}

/** Patterns by language and first stem. */
export type KeywordIndex = ReadonlyMap<string, readonly Pattern[]>

/** Make names and keywords of a catalogue searchable: folded, stemmed in their language, without stop words. */
export function keywordIndex(services: readonly Searchable[]): KeywordIndex {
  const patterns = services.flatMap((service, index) =>
    languages.flatMap((language) => patternsOf(service, index, language)),
  )
  return Map.groupBy(patterns, ({ language, stems }) => indexKey(language, stems[0] ?? ''))
}

/** Keywords before the name, so that of two that are found by the same stems the keyword is named. */
function patternsOf(service: Searchable, index: number, language: 'fr' | 'en'): Pattern[] {
  const patterns = new Map<string, Pattern>()
  for (const keyword of [...service.keywords[language], service.name[language] ?? '']) {
    const stems = stemsOf(keyword, language)
    const key = stems.join(' ')
    if (key !== '' && !patterns.has(key)) patterns.set(key, { service: index, keyword, language, stems })
  }
  return [...patterns.values()]
}

/** The stems a keyword is found by; none when it consists of stop words only. */
export function stemsOf(keyword: string, language: 'fr' | 'en'): string[] {
  return wordsOf(keyword)
    .filter((word) => word !== '+' && !isFiller(word))
    .map((word) => stem(word, language))
}

/** The place of a pattern in the index. */
export function indexKey(language: 'fr' | 'en', firstStem: string): string {
  return `${language}:${firstStem}`
}
