import { rememberLast } from '../remember-last.ts'
import { concepts } from './lexicon/lexicon.ts'
import { softmax } from './linear.ts'
import { leadOf, likelihoods, naiveBayes } from './naive-bayes.ts'
import { type RequestText, readRequest } from './request-text.ts'
import { type ClauseFeatures, featuresOf, learnVocabulary, vectorOf } from './vocabulary.ts'
import { calendarAndTravel } from './work/calendar-and-travel.ts'
import { conceptKinds } from './work/concept-kinds.ts'
import { customers } from './work/customers.ts'
import { documents } from './work/documents.ts'
import { imagesAndFilm } from './work/images-and-film.ts'
import { learning } from './work/learning.ts'
import { messages } from './work/messages.ts'
import { money } from './work/money.ts'
import { privateLife } from './work/private-life.ts'
import { runningABusiness } from './work/running-a-business.ts'
import { social } from './work/social.ts'
import { talk } from './work/talk.ts'
import { texts } from './work/texts.ts'
import { web } from './work/web.ts'
import { workWords } from './work/words.ts'

/** How sharply the likeliest kind stands out from the others. */
const sharpness = 8

/** Forms put together to one text: fewer, and each would weigh as much as a sentence. */
const formsTogether = 6

interface Sentence {
  readonly kind: string
  readonly text: string
}

const sentences: readonly Sentence[] = [
  ...[messages, social, imagesAndFilm, texts, web, calendarAndTravel].flatMap(parseSentences),
  ...[documents, money, customers, learning, runningABusiness, privateLife, talk].flatMap(parseSentences),
  ...conceptKinds.split('\n').flatMap(formsByKind),
  ...workWords.split('\n').flatMap(wordsByKind),
]

/** Kinds of work, and of talk that is no work, whatever the catalogue. */
export const kinds: readonly string[] = [...new Set(sentences.map(({ kind }) => kind))]

/** Kinds that ask for no work that anybody could do. */
export const talkKinds: ReadonlySet<string> = new Set(['talk', 'contact-me', 'vague'])

/** Learned when the first text is read: starting does not wait for it. */
const trained = rememberLast(train)

/** A heading `= kind`, then a sentence a line. */
function parseSentences(text: string): Sentence[] {
  let kind = ''
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('= ')) kind = line.slice(2).trim()
    return line.trim() === '' || line.startsWith('= ') ? [] : [{ kind, text: line.trim() }]
  })
}

/** `concept concept: kind kind`: what the concepts are called speaks for the kinds. */
function formsByKind(line: string): Sentence[] {
  const [ids = '', named = ''] = line.split(':')
  const wanted = new Set(ids.split(' '))
  const samples = concepts.filter(({ id }) => wanted.has(id)).flatMap(({ sample }) => [sample.fr, sample.en])
  return named
    .split(' ')
    .filter((kind) => kind !== '')
    .flatMap((kind) => samples.map((text) => ({ kind, text })))
}

/** `kind: French forms | English forms`. */
function wordsByKind(line: string): Sentence[] {
  const colon = line.indexOf(':')
  return line
    .slice(colon + 1)
    .split('|')
    .flatMap((list) => inGroups(list.split(','), formsTogether))
    .filter((group) => group.length > 0 && colon > 0)
    .map((group) => ({ kind: line.slice(0, colon), text: group.join(' ; ') }))
}

function inGroups(forms: readonly string[], size: number): string[][] {
  const starts = forms.flatMap((_, at) => (at % size === 0 ? [at] : []))
  return starts.map((start) => forms.slice(start, start + size))
}

function train() {
  const readings = sentences.map(({ text }) => readRequest('', text, 'fr').clauses)
  const vocabulary = learnVocabulary(readings)
  const vectors = readings.map((clauses) =>
    vectorOf(
      clauses.map((clause) => featuresOf(clause, vocabulary)),
      vocabulary,
    ),
  )
  const own = sentences.map(({ kind }) => kinds.indexOf(kind))
  const weights = naiveBayes(vectors, own, kinds.length, vocabulary.names.length)
  return { vocabulary, weights }
}

/**
 * The shares of the kinds of work in what clauses ask for, in the order of `kinds`; null when they say nothing.
 * @param clauses by their features in `kindVocabulary`
 */
export function kindsOf(clauses: readonly ClauseFeatures[]): Float64Array | null {
  const vector = vectorOf(clauses, trained().vocabulary)
  if (vector.ids.length === 0) return null
  return softmax(likelihoods(vector, trained().weights), sharpness)
}

/** The kinds of work in a whole request, and the features of each of its clauses that tell them. */
export const workOf = rememberLast(({ clauses }: RequestText) => {
  const { vocabulary } = trained()
  const featured = clauses.map((clause) => ({ clause, features: featuresOf(clause, vocabulary) }))
  return { clauses: featured, shares: kindsOf(featured.map(({ features }) => features)) }
})

/** The features that the kinds are told by. */
export const kindVocabulary = () => trained().vocabulary

/** How far each feature speaks for the main kind of work of a class rather than for the average of all kinds. */
export function leaningTo(shares: Float64Array | undefined): (id: number) => number {
  const most = shares?.reduce((top, share) => Math.max(top, share), 0) ?? 0
  const kind = most === 0 ? -1 : (shares?.indexOf(most) ?? -1)
  return (id) => (kind < 0 ? 0 : leadOf(trained().weights, id, kind))
}
