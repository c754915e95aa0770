import type { Language } from '#model/board.ts'
import type { LabelKey } from '#model/decision.ts'
import type { Instant } from '#model/task.ts'
import type { WeekLesson, WeekRequest } from '#model/week.ts'
import { quoted } from '../diff/change.ts'
import { localized } from '../documents/words.ts'
import { labelName } from '../labels.ts'
import { scopeCodes } from '../rules/ruling.ts'
import type { Speech } from '../timeline/speech.ts'
import { orderWords, overrideWords } from '../timeline/write-words.ts'
import { type RequestRef, refOf } from './request-ref.ts'
import { isWithin, type WeekFacts } from './week-facts.ts'

/** Something that a person set right. */
export interface Correction {
  readonly at: Instant
  /** `taught`: from now on requests like it are judged so. `changed`: it holds for this request. */
  readonly kind: 'taught' | 'changed'
  /** A sentence to her. */
  readonly words: string
  /** Null where the request is no longer known. */
  readonly request: RequestRef | null
}

/** What people corrected within the week, oldest first. A ruling that teaches is told once, as what it teaches. */
export function correctionsIn(facts: WeekFacts, language: Language): Correction[] {
  const { lessons, requests } = facts
  const taught = new Set(lessons.map(({ taskId }) => taskId))
  const changed = requests.flatMap((request) => changesOf(request, taught.has(request.id), facts, language))
  return [...lessons.map((lesson) => lessonOf(lesson, facts, language)), ...changed].toSorted((a, b) =>
    a.at < b.at ? -1 : 1,
  )
}

function lessonOf(
  { at, title, scope, service, taskId }: WeekLesson,
  { requests, policy }: WeekFacts,
  language: Language,
): Correction {
  const request = requests.find(({ id }) => id === taskId)
  const code = { in: 'in_scope', out: 'out_of_scope', review: 'to_review' } as const
  const name = policy.services.find(({ id }) => id === service)?.name
  const verdict = labelName(code[scope], language)
  const as = name === undefined ? verdict : `${verdict} (${localized(name, policy, language)})`
  const words =
    language === 'fr'
      ? `${quoted(title, language)} : ${as}. Les demandes semblables seront jugées de même.`
      : `${quoted(title, language)}: ${as}. Requests like it will be judged the same way.`
  return { at, kind: 'taught', words, request: request === undefined ? null : refOf(request) }
}

function changesOf(
  request: WeekRequest,
  isTaught: boolean,
  facts: WeekFacts,
  language: Language,
): Correction[] {
  const speech = speechOf(request, facts, language)
  const ordered = new Set(request.orders.map(({ at }) => at))
  const overrides = request.overrides
    .filter(({ at }) => isWithin(at, facts.span) && !ordered.has(at))
    // Undoing is told as the order that it was.
    .filter(({ change, label }) => change !== 'undone' && !(isTaught && isRuling(label)))
    .map((override) => ({ at: override.at, words: overrideWords(override, speech) }))
  const orders = request.orders
    .filter(
      ({ wish }) => wish.kind === 'undo' || (wish.kind === 'override' && !(isTaught && isRuling(wish.label))),
    )
    .map((order) => ({ at: order.at, words: orderWords(order, speech) }))
  return [...overrides, ...orders].map(({ at, words }) => ({
    at,
    kind: 'changed',
    words,
    request: refOf(request),
  }))
}

/** Of one that teaches, the lesson tells. */
const isRuling = (label: LabelKey | null) => scopeCodes.some((code) => code === label)

function speechOf({ client }: WeekRequest, { policy, timeZone }: WeekFacts, language: Language): Speech {
  return {
    language,
    client,
    timeZone,
    currency: policy.billing.currency,
    serviceName: (id) => id,
    clause: () => '',
  }
}
