import { clausesOf } from '../text/clauses.ts'
import { stem } from '../text/stem.ts'
import { type Denial, denialsOf } from './denials.ts'
import { indexKey, type KeywordIndex, type Pattern } from './keyword-index.ts'
import { isFiller } from './stop-words.ts'

export type Kind = 'included' | 'quote' | 'excluded'

/** A keyword of the catalogue found in a text. `counts`: false when it is denied, done, or the object of other work. */
export interface Match {
  readonly service: number
  readonly keyword: string
  readonly counts: boolean
}

/** A pattern in a clause: its first and one past its last word. */
interface Span {
  readonly pattern: Pattern
  readonly start: number
  readonly end: number
}

/** Between two works these words join equals; between work and thing they do not occur. */
const joining = new Set(['et', 'and', 'avec', 'with'])

/**
 * Find the services a text speaks of, in the order of the text.
 *
 * A longer keyword takes the shorter ones inside it ("mise en ligne d'un article" takes "article"), and excluded work
 * takes the included thing that it is done to ("rédiger la newsletter"). Linear in the length of the text.
 *
 * @param kinds of the services, by position in the catalogue
 */
export function matchServices(text: string, index: KeywordIndex, kinds: readonly Kind[]): Match[] {
  return clausesOf(text).flatMap((clause) => {
    const words = clause.map((word) => word.text)
    const spans = outermost(spansIn(words, index))
    return spans.length === 0 ? [] : weigh(spans, words, kinds)
  })
}

function weigh(spans: readonly Span[], words: readonly string[], kinds: readonly Kind[]): Match[] {
  const denials = denialsOf(words)
  let work: Span | null = null
  return spans.map((span) => {
    const { service, keyword } = span.pattern
    const kind = kinds[service]
    const denied = isDenied(denials[span.start] ?? 'none', kind)
    const isObject = kind !== 'excluded' && work !== null && isDoneTo(work, span, words)
    if (kind === 'excluded' && !denied) work = span
    return { service, keyword, counts: !denied && !isObject }
  })
}

const isDenied = (denial: Denial, kind: Kind | undefined) =>
  denial === 'all' || (denial === 'excluded' && kind !== 'included')

/** Is there an article or a preposition, and nothing else, between the work and the thing? */
function isDoneTo(work: Span, thing: Span, words: readonly string[]): boolean {
  const between = words.slice(work.end, Math.min(thing.start, work.end + 6))
  const reaches = thing.start > work.end && thing.start < work.end + 6
  return reaches && between.every((word) => isFiller(word) && !joining.has(word))
}

/** All patterns of the index in a clause, in the order of their first word, the longest first. */
function spansIn(words: readonly string[], index: KeywordIndex): Span[] {
  const stems = { fr: words.map((word) => stem(word, 'fr')), en: words.map((word) => stem(word, 'en')) }
  return words.flatMap((word, start) => {
    if (isFiller(word)) return []
    return (['fr', 'en'] as const)
      .flatMap((language) => index.get(indexKey(language, stems[language][start] ?? '')) ?? [])
      .map((pattern) => ({ pattern, start, end: endOf(pattern, words, stems[pattern.language], start) }))
      .filter((span) => span.end > start)
      .toSorted((a, b) => b.end - a.end)
  })
}

/** One past the last word of the pattern, fillers between its words allowed; -1 when it does not stand here. */
function endOf(pattern: Pattern, words: readonly string[], stems: readonly string[], start: number): number {
  let at = start
  for (const wanted of pattern.stems) {
    let skipped = 0
    while (at > start && stems[at] !== wanted && skipped < 4 && isFiller(words[at] ?? '')) {
      at += 1
      skipped += 1
    }
    if (stems[at] !== wanted) return -1
    at += 1
  }
  return at
}

/** Without the spans that lie inside a longer one. Equal spans all stay. */
function outermost(spans: readonly Span[]): Span[] {
  let widest: Span | null = null
  return spans.filter((span) => {
    const inside =
      widest !== null && span.end <= widest.end && !(span.start === widest.start && span.end === widest.end)
    if (!inside) widest = span
    return !inside
  })
}
