import {
  type Decision,
  type Finding,
  type FindingCode,
  findingCodes,
  type LabelKey,
  type Price,
} from '#model/decision.ts'
import type { Facts } from '#model/facts.ts'
import type { Instant, Task } from '#model/task.ts'
import type { CompiledPolicy } from './compile.ts'
import { surchargeName } from './labels.ts'
import { writeMessage } from './messages/write-message.ts'
import { decimalOf, formatRange } from './money.ts'
import { attempt } from './rules/attempt.ts'
import { price } from './rules/price.ts'
import type { Rule } from './rules/rule.ts'
import { scope } from './rules/scope.ts'
import { surchargePercent } from './rules/surcharge.ts'
import { urgency } from './rules/urgency.ts'

/** What can be found, in the order it is looked for. A new rule is one entry here. */
const rules: Readonly<Record<string, Rule>> = { scope, urgency }

/**
 * Judge a task. Pure: same policy version, task, facts and clock give the same decision, for ever.
 *
 * All that the rules find is kept; the headline is the finding that comes first in `findingCodes`. Never throws: what
 * cannot be decided becomes a `to_review` finding that names the rule, and nothing is said to the client.
 */
export function evaluate(policy: CompiledPolicy, task: Task, facts: Facts, now: Instant): Decision {
  const judged = Object.entries(rules).map(([name, rule]) =>
    attempt(name, () => rule(policy, task, facts), []),
  )
  const found = judged.flatMap(({ value, doubts }) => [...value, ...doubts])
  const services = servicesOf(found)
  const bill = attempt('price', () => billOf(policy, task, found), nothingBilled)
  const findings = [...found, ...bill.doubts].sort(byPrecedence)
  const headline = findings[0]?.code ?? 'to_review'
  const subject = { headline, findings, services, ...bill.value, dueAt: facts.dueAt }
  const message = attempt('message', () => writeMessage(policy, subject, now), '')
  return {
    policyId: policy.id,
    policyVersion: policy.version,
    at: now,
    findings: [...findings, ...message.doubts].sort(byPrecedence),
    headline,
    labels: labelsOf(findings, bill.value.surchargePercent),
    service: services[0] ?? null,
    price: bill.value.price,
    fields: fieldsOf(policy, bill.value),
    status: policy.document.statuses[headline] ?? null,
    message: message.value,
    announce: isWorthSaying(policy, findings, message.value),
  }
}

/** What a request costs. The surcharge is known before the amount is. */
interface Bill {
  readonly price: Price | null
  readonly surchargePercent: number
}

const nothingBilled: Bill = { price: null, surchargePercent: 0 }

/** Only work that is surely covered has a price; all else is quoted or looked at first. */
function billOf(policy: CompiledPolicy, task: Task, findings: readonly Finding[]): Bill {
  if (!isSure(findings) || !findings.some(({ code }) => code === 'in_scope')) return nothingBilled
  const ids = servicesOf(findings)
  const services = policy.document.services.filter(({ id }) => ids.includes(id))
  const percent = surchargePercent(policy, findings, services)
  return {
    price: price(policy, { services, hours: task.hours, surchargePercent: percent }),
    surchargePercent: percent,
  }
}

/** Ids of the services that the findings are about. */
function servicesOf(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ evidence }) => (Array.isArray(evidence.services) ? evidence.services : []))
}

function byPrecedence(a: Finding, b: Finding): number {
  return findingCodes.indexOf(a.code) - findingCodes.indexOf(b.code)
}

/** One verdict on scope, the first in precedence, beside the urgency and the surcharge. */
function labelsOf(findings: readonly Finding[], percent: number): LabelKey[] {
  const has = (code: FindingCode) => findings.some((finding) => finding.code === code)
  const scopes: readonly FindingCode[] = ['out_of_scope', 'quote_needed', 'to_review', 'in_scope']
  const urgencies: readonly FindingCode[] = ['urgent_confirm', 'urgent_confirmed']
  const verdict = scopes.find(has) ?? 'to_review'
  const surcharge: LabelKey[] = percent > 0 ? [`surcharge:${percent}`] : []
  return [verdict, ...urgencies.filter(has), ...surcharge].sort()
}

/** The estimate as an amount, the surcharge as a percentage: an unknown number of hours leaves that exact. */
function fieldsOf({ language }: CompiledPolicy, { price, surchargePercent }: Bill): Decision['fields'] {
  const isExact = price !== null && price.total.min.minor === price.total.max.minor
  return {
    estimate:
      price === null
        ? null
        : { number: isExact ? decimalOf(price.total.min) : null, text: formatRange(price.total, language) },
    surcharge:
      surchargePercent === 0
        ? null
        : { number: String(surchargePercent), text: surchargeName(surchargePercent, language) },
  }
}

/** Never wrong aloud: as long as anything is in doubt, nothing is said. */
function isWorthSaying({ document }: CompiledPolicy, findings: readonly Finding[], message: string): boolean {
  const isWanted = document.messages.commentWhen.some((code) => code === findings[0]?.code)
  return isWanted && isSure(findings) && message !== ''
}

const isSure = (findings: readonly Finding[]) => findings.every(({ code }) => code !== 'to_review')
