import type { Answer } from '#model/answer.ts'
import type { Client, Language } from '#model/board.ts'
import type { Decision } from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Instant, Status } from '#model/task.ts'
import { localDate } from '../calendar.ts'
import { documents } from '../documents/documents.ts'
import { localized } from '../documents/words.ts'
import { keyName, labelName } from '../labels.ts'
import { privateWords } from '../private-words.ts'
import type { Learnt } from '../report/prove-proposals.ts'
import type { Policy } from '../schema.ts'
import { answerWords } from '../timeline/answer-words.ts'
import { priceWords } from '../timeline/timeline.ts'
import { type Promised, promisesOf } from './promises.ts'

/** A request that is still to be done, with all that is known of it. */
export interface OpenRequest {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly askedAt: Instant
  readonly status: Status | null
  readonly facts: Facts
  readonly decision: Decision
  /** All that was ever answered, in order. */
  readonly answers: readonly Answer[]
}

/** What somebody needs who takes a client over for a while. */
export interface HandOverFacts {
  readonly client: Client
  readonly policyVersion: number
  /** As it holds for this client, without its plans. */
  readonly policy: Policy
  /** What the client's plan is called; null without one. */
  readonly planName: string | null
  readonly open: readonly OpenRequest[]
  /** What corrections have taught, newest first. */
  readonly learnt: readonly Learnt[]
  readonly now: Instant
}

/** An open request in words. */
export interface HandedRequest {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly askedAt: Instant
  readonly dueAt: Instant | null
  readonly status: Status | null
  /** Whose rules judge it: a colleague's, where it is assigned to her or she stands in. */
  readonly policyId: string
  /** The verdict, as the client's board shows it. */
  readonly verdict: readonly string[]
  /** The estimate as the client reads it; null without one. */
  readonly price: string | null
  /** What only the assistant is told. */
  readonly notes: readonly string[]
  /** Who answered what, oldest first. */
  readonly answers: readonly { readonly at: Instant; readonly words: string }[]
}

/** The pack. Texts of Markdown are whole documents. */
export interface HandOver {
  readonly client: Pick<Client, 'id' | 'name' | 'language' | 'address' | 'timeZone' | 'plan'>
  readonly policyId: string
  readonly policyVersion: number
  readonly policyName: string
  /** What the client's plan is called; null without one. */
  readonly planName: string | null
  readonly madeAt: Instant
  /** The assistant's. */
  readonly timeZone: string
  readonly open: readonly HandedRequest[]
  readonly promises: readonly Promised[]
  /** How requests like these are to be judged, as people have ruled. */
  readonly rulings: readonly { readonly title: string; readonly verdict: string }[]
  readonly procedure: string
  readonly replies: string
}

/** Put the pack together. Pure: the same facts give the same pack. */
export function handOver(facts: HandOverFacts, language: Language): HandOver {
  const { client, policy, policyVersion, planName, open, learnt, now } = facts
  const { id, name, address, timeZone, plan, policyId } = client
  const day = localDate(now, policy.hours?.timeZone ?? 'UTC')
  return {
    client: { id, name, language: client.language, address, timeZone, plan },
    policyId,
    policyVersion,
    policyName: policy.name,
    planName,
    madeAt: now,
    timeZone: policy.hours?.timeZone ?? timeZone,
    open: open.map((request) => handed(request, facts, language)),
    promises: open.flatMap(promisesOf),
    rulings: learnt.map((lesson) => ({
      title: lesson.title,
      verdict: verdictOf(lesson, policy, language),
    })),
    procedure: documents.procedure(policy, language, day).text,
    replies: documents['auto-replies'](policy, language, day).text,
  }
}

function handed(
  { id, title, url, askedAt, status, facts, decision, answers }: OpenRequest,
  { policy, client }: HandOverFacts,
  language: Language,
): HandedRequest {
  const speech = {
    ...{ language, client: client.name, timeZone: client.timeZone },
    currency: policy.billing.currency,
    serviceName: (service: string) => serviceName(service, policy, language),
    clause: () => '',
  }
  return {
    ...{ id, title, url, askedAt, status },
    dueAt: facts.dueAt,
    policyId: decision.policyId,
    verdict: decision.labels.map((label) => keyName(label, language)),
    price: decision.price === null ? null : priceWords(decision.price, language),
    notes: decision.privateFindings.map((finding) =>
      privateWords(finding, { document: policy, timeZone: client.timeZone }, language),
    ),
    answers: answers.map((answer) => ({ at: answer.at, words: answerWords(answer, speech) })),
  }
}

function verdictOf({ scope, service }: Learnt, policy: Policy, language: Language): string {
  const verdict = labelName(
    ({ in: 'in_scope', out: 'out_of_scope', review: 'to_review' } as const)[scope],
    language,
  )
  return service === null ? verdict : `${verdict} (${serviceName(service, policy, language)})`
}

function serviceName(id: string, policy: Policy, language: Language): string {
  const name = policy.services.find((service) => service.id === id)?.name
  return name === undefined ? id : localized(name, policy, language)
}
