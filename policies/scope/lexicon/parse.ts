import { wordsOf } from '../../text/clauses.ts'
import { stem } from '../../text/stem.ts'

/** What a concept stands for: work that is done, a thing that it is done to, or the way people talk. */
export type ConceptKind = 'action' | 'thing' | 'talk'

/** A meaning that both languages have words for. `parents`: the wider fields it belongs to. */
export interface Concept {
  readonly id: string
  readonly kind: ConceptKind
  readonly parents: readonly string[]
  /** Some of its forms in either language, to make an example text of. */
  readonly sample: Readonly<Record<'fr' | 'en', string>>
}

/** A way to say a concept: its words without the light ones. */
export interface Form {
  readonly language: 'fr' | 'en'
  readonly words: readonly string[]
  readonly stems: readonly string[]
  readonly concept: string
}

/** The concepts of a file. */
export interface Lexicon {
  readonly concepts: readonly Concept[]
  /** The ways to say them, read anew at each call: that takes time, and they are looked up in another shape. */
  readonly forms: () => Form[]
}

/** Articles, possessives and "of": they stand inside phrases without changing them. */
const light = new Set(
  `le la les l un une des du de d mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces
  the a an my your his her its our their this that these those of`.split(/\s+/u),
)

/** May this folded word be passed over inside a phrase? */
export const isLight = (word: string): boolean => light.has(word)

/**
 * The words by which a phrase is looked up. None when a single one would be left: "à ma place" is not "place", and
 * whoever means any page writes "page".
 */
function wordsOfForm(phrase: string): string[] {
  const words = wordsOf(phrase)
  const heavy = words.filter((word) => !isLight(word))
  if (heavy.length === 0) return words
  return heavy.length === 1 && words.length > 1 ? [] : heavy
}

/**
 * Read a lexicon, one concept a line: `id < parent parent: French forms | English forms | forms of both`.
 * Forms are separated by commas; parents and the later parts may be absent.
 */
export function parseLexicon(kind: ConceptKind, text: string): Lexicon {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(partsOf)
  return {
    concepts: lines.map((line) => conceptOf(kind, line)),
    forms: () => lines.flatMap(({ id, fr, en }) => [...formsOf(fr, 'fr', id), ...formsOf(en, 'en', id)]),
  }
}

/** A line of a lexicon, with the forms of either language as they are listed. */
interface Line {
  readonly id: string
  readonly parents: readonly string[]
  readonly fr: string
  readonly en: string
}

function partsOf(line: string): Line {
  const colon = line.indexOf(':')
  const [id = '', parents = ''] = line.slice(0, colon).split('<')
  const [fr = '', en = '', both = ''] = line.slice(colon + 1).split('|')
  return {
    id: id.trim(),
    parents: parents.split(' ').filter((parent) => parent !== ''),
    fr: `${fr},${both}`,
    en: `${en},${both}`,
  }
}

const conceptOf = (kind: ConceptKind, { id, parents, fr, en }: Line): Concept => ({
  ...{ id, kind, parents },
  sample: { fr: firstForms(fr), en: firstForms(en) },
})

function formsOf(list: string, language: 'fr' | 'en', concept: string): Form[] {
  return list
    .split(',')
    .map(wordsOfForm)
    .filter((words) => words.length > 0)
    .map((words) => ({ language, words, stems: words.map((word) => stem(word, language)), concept }))
}

const firstForms = (list: string) =>
  list
    .split(',')
    .map((form) => form.trim())
    .filter((form) => form !== '')
    .slice(0, 60)
    .join(' ; ')
