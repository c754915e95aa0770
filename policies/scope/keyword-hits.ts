import { stem } from '../text/stem.ts'
import type { CatalogueService } from './catalogue.ts'
import { keyWords } from './keyword-index.ts'
import { isSameWord } from './lexicon/same-word.ts'
import type { RequestClause, RequestWord } from './request-text.ts'
import { isFiller, isHollow } from './stop-words.ts'

/** A keyword as it is looked for: its words, folded, and their stems in the language it is written in. */
export interface Keyword {
  readonly service: number
  readonly keyword: string
  readonly language: 'fr' | 'en'
  readonly stems: readonly string[]
  readonly words: readonly string[]
}

/** A keyword in a clause, from `start` up to `end`. `weight`: what its words count. */
export interface KeywordHit {
  readonly service: number
  readonly keyword: string
  readonly start: number
  readonly end: number
  readonly weight: number
}

/** Stop words that may stand between two words of a keyword. */
const mostSkipped = 4

/** Keywords and names of a catalogue by first stem, the longest first. */
export function indexKeywords(
  services: readonly CatalogueService[],
): ReadonlyMap<string, readonly Keyword[]> {
  const all = services.flatMap((service, place) =>
    (['fr', 'en'] as const).flatMap((language) =>
      [...service.keywords[language], service.name[language] ?? ''].map((keyword) =>
        keywordOf(place, keyword, language),
      ),
    ),
  )
  const longestFirst = all
    .filter(({ stems }) => stems.length > 0)
    .toSorted((a, b) => b.stems.length - a.stems.length)
  const index = new Map<string, Keyword[]>()
  for (const keyword of longestFirst) {
    for (const key of new Set([keyword.stems[0], keyword.words[0]])) {
      const standing = index.get(key ?? '')
      if (standing === undefined) index.set(key ?? '', [keyword])
      else standing.push(keyword)
    }
  }
  return index
}

function keywordOf(service: number, keyword: string, language: 'fr' | 'en'): Keyword {
  const words = keyWords(keyword)
  return { service, keyword, language, words, stems: words.map((word) => stem(word, language)) }
}

/** For every service the weight of its keywords that were found, at most 2. Long keywords count more. */
export function keywordWeights(hits: readonly KeywordHit[]): ReadonlyMap<number, number> {
  const totals = new Map<number, number>()
  for (const { service, weight, start, end } of hits) {
    const length = end - start > 1 ? 1.5 : 1
    totals.set(service, Math.min(2, (totals.get(service) ?? 0) + weight * length))
  }
  return totals
}

/** The keywords in a clause. A longer one takes the shorter ones inside it. */
export function hitsIn(clause: RequestClause, index: ReadonlyMap<string, readonly Keyword[]>): KeywordHit[] {
  const hits: KeywordHit[] = []
  let taken = 0
  clause.words.forEach((word, start) => {
    // Another word here than its letters say: the name of "Mme Logo", the verb of "write to her".
    if (word.hollow && !isHollow(word.text)) return
    for (const keyword of index.get(word.stem) ?? index.get(word.text) ?? []) {
      const end = endOf(keyword, clause, start)
      if (end === -1 || end <= taken) continue
      hits.push({ service: keyword.service, keyword: keyword.keyword, start, end, weight: word.weight })
      taken = end
    }
  })
  return hits
}

/** One past the last word of a keyword, with stop words and numbers between its words; -1 when it does not stand here. */
function endOf(keyword: Keyword, { words }: RequestClause, start: number): number {
  const { stems } = keyword
  const stands = (part: number, at: number) => words[at] !== undefined && says(words[at], keyword, part)
  let at = start
  for (let part = 0; part < stems.length; part += 1) {
    for (let skipped = 0; at > start && skipped < mostSkipped && !stands(part, at); skipped += 1) {
      if (!isFiller(words[at]?.text ?? 'x')) return -1
      at += 1
    }
    if (!stands(part, at)) return -1
    at += 1
  }
  return at
}

/**
 * Is this word a form of that part of a keyword? One of the other language only as it is written: the French "mail" has
 * the stem of the English "mailing", and is no newsletter.
 */
function says(word: RequestWord, { language, stems, words }: Keyword, part: number): boolean {
  const wanted = words[part] ?? ''
  if (word.language !== language) return word.text === wanted
  return word.stem === stems[part] && isSameWord(word.text, wanted)
}
