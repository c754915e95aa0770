import {
  type Decision,
  type Finding,
  type FindingCode,
  findingCodes,
  inOrder,
  type LabelKey,
  type Price,
} from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Instant, Task } from '#model/task.ts'
import type { CompiledPolicy } from './compile.ts'
import { surchargeName } from './labels.ts'
import { writeMessage } from './messages/write-message.ts'
import { decimalOf, formatRange } from './money.ts'
import { answeredCode } from './rules/answered.ts'
import { attempt } from './rules/attempt.ts'
import { type Bill, billOf, unbilled } from './rules/bill.ts'
import { channel } from './rules/channel.ts'
import { contract } from './rules/contract.ts'
import { durationOf } from './rules/duration.ts'
import { hours } from './rules/hours.ts'
import { limits } from './rules/limits.ts'
import { needs } from './rules/needs.ts'
import { privateFindings } from './rules/private.ts'
import { type Case, isSure, type Rule } from './rules/rule.ts'
import { agreedSince, refusedSince } from './rules/ruling.ts'
import { scope } from './rules/scope.ts'
import { serviceIdsOf } from './rules/services.ts'
import { spokenAt } from './rules/spoken-at.ts'
import { possibleSurcharges } from './rules/surcharge.ts'
import { urgency } from './rules/urgency.ts'

/** What can be found, in the order it is looked for: later rules see what earlier ones found. A new rule is one entry. */
const rules: Readonly<Record<string, Rule>> = { scope, urgency, channel, limits, needs, hours, contract }

/**
 * Judge a task. Pure: same policy version, examples, task, facts and clock give the same decision, for ever.
 *
 * All that the rules find is kept; the headline is the finding that comes first in `findingCodes`. Never throws: what
 * cannot be decided becomes a `to_review` finding that names the rule, and nothing is said to the client.
 */
export function evaluate(policy: CompiledPolicy, task: Task, facts: Facts, now: Instant): Decision {
  const request = look({ policy, task, facts, found: [] })
  const bill = attempt('price', () => billOf(request), unbilled)
  const billed = { ...request, found: sorted([...request.found, ...bill.value.found, ...bill.doubts]) }
  const secrets = attempt('private', () => privateFindings(billed, bill.value.price), [])
  const costs = { price: bill.value.price, surchargePercent: bill.value.offeredPercent }
  const takes = attempt('duration', () => durationOf(request), null)
  const said = spokenAt(facts, now)
  const sayable = { ...billed, found: billed.found.filter((finding) => !isOpenAgain(finding, said)) }
  const message = attempt('message', () => writeMessage(sayable, costs, said), '')
  const findings = sorted([...billed.found, ...secrets.doubts, ...message.doubts])
  const headline = findings[0]?.code ?? 'to_review'
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    examplesRevision: policy.examplesRevision,
    at: now,
    findings,
    privateFindings: secrets.value,
    headline,
    labels: labelsOf(request, findings, bill.value.surchargePercent),
    service: serviceIdsOf(findings)[0] ?? null,
    complexity: bill.value.complexity,
    takes: takes.value,
    price: bill.value.price,
    fields: fieldsOf(policy, bill.value),
    status: facts.answers.choice === 'refuse' ? 'declined' : (policy.document.statuses[headline] ?? null),
    message: message.value,
    announce: message.value !== '' && isWorthSaying(sayable),
  }
}

/** Let every rule look, the later ones at what the earlier ones found. */
function look(request: Case): Case {
  const found = [...request.found]
  for (const [name, rule] of Object.entries(rules)) {
    const { value, doubts } = attempt(name, () => rule({ ...request, found }), [])
    found.push(...value, ...doubts)
  }
  return { ...request, found }
}

const sorted = (findings: readonly Finding[]) =>
  findings.toSorted((a, b) => findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code))

const scopeCodes: readonly FindingCode[] = ['out_of_scope', 'quote_needed', 'to_review', 'in_scope']

/** What waits for somebody. */
const awaited: readonly FindingCode[] = [
  'contract_pending',
  'deposit_due',
  'quote_needed',
  'urgent_confirm',
  'info_missing',
  'to_review',
]

/** One verdict on scope, the first in precedence, beside all else that is still a question, and the surcharge. */
function labelsOf({ policy, facts }: Case, findings: readonly Finding[], percent: number): LabelKey[] {
  const isOver = facts.answers.choice === 'refuse'
  const open = findings.filter(({ evidence }) => evidence.declined !== true || evidence.expired === true)
  const codes = new Set(open.map(({ code }) => code))
  const verdict = scopeCodes.find((code) => codes.has(code)) ?? 'to_review'
  const others = [...codes].filter(
    (code) => !scopeCodes.includes(code) && !(isOver && awaited.includes(code)),
  )
  // An accepted surcharge may be one that the policy no longer has, and so has no label for.
  const hasLabel = percent > 0 && possibleSurcharges(policy.document).includes(percent)
  const surcharge: LabelKey[] = hasLabel ? [`surcharge:${percent}`] : []
  return inOrder([...scopeLabel(verdict, facts), ...others, ...surcharge])
}

/** What both agreed on a price for is within what they agreed; after a no there is nothing left to quote or to look at. */
function scopeLabel(verdict: FindingCode, facts: Facts): FindingCode[] {
  const isElsewhere = verdict === 'quote_needed' || verdict === 'out_of_scope'
  if (isElsewhere && agreedSince(facts) !== null) return ['in_scope']
  return awaited.includes(verdict) && refusedSince(facts) !== null ? [] : [verdict]
}

/** The estimate as an amount, the surcharge as a percentage: an unknown number of hours leaves that exact. */
function fieldsOf({ language }: CompiledPolicy, { price, surchargePercent }: Bill): Decision['fields'] {
  return {
    estimate: price === null ? null : estimateOf(price, language),
    surcharge:
      surchargePercent === 0
        ? null
        : { number: String(surchargePercent), text: surchargeName(surchargePercent, language) },
  }
}

const offered = { fr: 'offert', en: 'free of charge' } as const

function estimateOf({ total, isOffered }: Price, language: CompiledPolicy['language']) {
  if (isOffered) return { number: '0', text: offered[language] }
  const isExact = total.min.minor === total.max.minor
  return { number: isExact ? decimalOf(total.min) : null, text: formatRange(total, language) }
}

/** Nobody is told that they will be answered from a moment on that is over: the label alone says that it came out of hours. */
const isOpenAgain = ({ code, evidence: { opensAt } }: Finding, now: Instant) =>
  code === 'off_hours' && typeof opensAt === 'string' && opensAt <= now

/** Never wrong aloud: as long as anything is in doubt, nothing is said. */
function isWorthSaying(request: Case): boolean {
  const { policy, facts, found } = request
  const { commentWhen, introduce } = policy.document.messages
  const isWanted = answeredCode(request) !== null || commentWhen.some((code) => code === found[0]?.code)
  return (isWanted || (introduce && facts.account.isFirst)) && isSure(found)
}
