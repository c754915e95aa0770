import type { Complexity } from '#model/task.ts'
import { concepts } from './lexicon/lexicon.ts'
import { type RequestText, readRequest } from './request-text.ts'
import { kinds, workOf } from './work-kinds.ts'

/** What working time is told by, by name. The order is that of the fitted weights. */
export const effortNames = [
  ...(['kind', 'kindLong', 'words', 'count', 'counts', 'small', 'large', 'repeated', 'days'] as const),
  ...(['actions', 'asks', 'change', 'build', 'supplied', 'fault', 'hasCount'] as const),
] as const

export type EffortName = (typeof effortNames)[number]

/** What each sign of effort counts for each level, in the order of `effortNames`, the constant last. */
export type ComplexityWeights = Readonly<Record<Complexity, readonly number[]>>

const setOf = (words: string) => new Set(words.trim().split(/\s+/u))

/** Kinds of work that are usually done within half an hour, and those that take days. */
const quickKinds =
  setOf(`post-scheduling proofreading calendar gifts household site-edits booking-forms payments
  member-space email-automation it-support print-and-post letters phone appointments reviews dunning`)
const longKinds =
  setOf(`events project-management app-automation webinar landing-pages online-course client-onboarding
  procedures desk-research documents slides filing transcription data-entry hiring crm spreadsheets short-video
  data-analysis tool-setup grants`)

/** Words by which people make a request small. */
const small =
  setOf(`juste just seulement only simple simplement simply petit petite petits petites quick quickly vite
  rapide rapidement minute minutes mini small little tiny bref short une a un one single rien nothing`)

/** Words of a lot of work. */
const large =
  setOf(`tout toute tous toutes all every entire entier entiere complet complete complets completes whole
  plusieurs several many zero scratch ensemble bout hundred hundreds cent cents centaine centaines mille thousand dozens
  dizaines both integralite global overhaul refonte`)

/** Words of work that comes again. */
const repeated =
  setOf(`chaque each every daily weekly monthly quotidien hebdomadaire mensuel regulierement until jusqu
  jusque pendant during fois twice mondays fridays always toujours`)

/** Words of long stretches of time or text. */
const days = setOf(
  `mois months month semaines weeks jours days annee year ans heures hours pages chapitres chapters`,
)

const numberWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    deux: 2,
    two: 2,
    trois: 3,
    three: 3,
    quatre: 4,
    four: 4,
    cinq: 5,
    five: 5,
    six: 6,
    sept: 7,
    seven: 7,
    huit: 8,
    eight: 8,
    neuf: 9,
    nine: 9,
    dix: 10,
    ten: 10,
    douze: 12,
    twelve: 12,
    quinze: 15,
    fifteen: 15,
    vingt: 20,
    twenty: 20,
    trente: 30,
    thirty: 30,
    quarante: 40,
    forty: 40,
    cinquante: 50,
    fifty: 50,
    cent: 100,
    hundred: 100,
  }),
)

/** Numbers above are prices, years and telephone numbers, not pieces of work. */
const largestCount = 500

/** What a request says about the time it takes, with the words that say so. */
export interface Effort {
  readonly values: readonly number[]
  readonly evidence: readonly string[]
}

/** Read what a request says about the time it takes. */
export function effortOf(title: string, text: string, language: 'fr' | 'en'): Effort {
  const request = readRequest(title, text, language)
  const words = request.clauses.flatMap((clause) => clause.words.map((word) => word.text))
  const counts = words.map(countOf).filter((count) => count > 1 && count <= largestCount)
  const within = (set: ReadonlySet<string>) => words.filter((word) => set.has(word))
  const share = kindShares(request)
  const values: Record<EffortName, number> = {
    kind: share(quickKinds),
    kindLong: share(longKinds),
    words: Math.log1p(words.length),
    count: Math.log1p(counts.reduce((most, count) => Math.max(most, count), 0)),
    counts: Math.log1p(counts.length),
    hasCount: counts.length > 0 ? 1 : 0,
    small: Math.log1p(within(small).length),
    large: Math.log1p(within(large).length),
    repeated: Math.log1p(within(repeated).length),
    days: Math.log1p(within(days).length),
    ...conceptCounts(request),
  }
  const evidence = [
    ...within(small),
    ...within(large),
    ...within(repeated),
    ...within(days),
    ...counts.map(String),
  ]
  return { values: effortNames.map((name) => values[name]), evidence: [...new Set(evidence)].slice(0, 5) }
}

const countOf = (word: string) => (/^\d{1,3}$/u.test(word) ? Number(word) : (numberWords.get(word) ?? 0))

function kindShares(request: RequestText): (wanted: ReadonlySet<string>) => number {
  const { shares } = workOf(request)
  return (wanted) => kinds.reduce((sum, kind, at) => (wanted.has(kind) ? sum + (shares?.[at] ?? 0) : sum), 0)
}

function conceptCounts({ clauses }: RequestText) {
  const named = clauses.flatMap(({ mentions }) => mentions.map(({ concept }) => concepts[concept]))
  const having = (parent: string) => named.filter((each) => each?.parents.includes(parent)).length
  return {
    actions: Math.log1p(new Set(named.filter((each) => each?.kind === 'action')).size),
    asks: Math.log1p(clauses.filter(({ role }) => role === 'ask').length),
    change: Math.log1p(having('changing')),
    build: Math.log1p(having('constructing') + having('tech-setup') + having('organizing')),
    supplied: Math.min(1, having('supplied')),
    fault: Math.min(1, having('fixing')),
  }
}
