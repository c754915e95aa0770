import type { Language } from '#model/board.ts'
import type { Policy } from '../schema.ts'
import { depositSentence, dueSentence, packageSentence } from './clauses/billing.ts'
import { agreedSentence } from './clauses/channels.ts'
import { weekSentence } from './clauses/hours.ts'
import { escaped, heading, page } from './markdown.ts'
import { wording } from './onboarding-words.ts'
import { nameOf } from './words.ts'

/** Something to ask or to do before work with a new client begins. */
export interface ChecklistItem {
  readonly text: string
  /** Where the answer goes: a path in the policy (`urgency.thresholdHours`) or of the client (`client.language`). */
  readonly field: string | null
}

export interface ChecklistGroup {
  readonly id: 'discovery' | 'contract' | 'access' | 'rules' | 'start'
  readonly title: string
  readonly items: readonly ChecklistItem[]
}

/** What to ask and to set up with a new client; only what this policy calls for. */
export function onboarding(policy: Policy, language: Language): readonly ChecklistGroup[] {
  const { titles } = wording[language]
  return [
    { id: 'discovery', title: titles.discovery, items: discovery(policy, language) },
    { id: 'contract', title: titles.contract, items: contract(policy, language) },
    { id: 'access', title: titles.access, items: access(policy, language) },
    { id: 'rules', title: titles.rules, items: rules(policy, language) },
    { id: 'start', title: titles.start, items: start(policy, language) },
  ]
}

/** The same as Markdown with boxes to tick. */
export function onboardingChecklist(policy: Policy, language: Language): string {
  const { title } = wording[language]
  return page([
    heading(1, title),
    ...onboarding(policy, language).flatMap((group) => [
      heading(2, group.title),
      group.items
        .map(({ text, field }) => `- [ ] ${escaped(text)}${field === null ? '' : ` (\`${field}\`)`}`)
        .join('\n'),
    ]),
  ])
}

const item = (text: string, field: string | null = null): ChecklistItem => ({ text, field })

/** Left out when there is nothing to say. */
const itemIf = (text: string, field: string | null = null) => (text === '' ? [] : [item(text, field)])

function discovery({ billing, limits, terms }: Policy, language: Language): ChecklistItem[] {
  const { questions } = wording[language]
  const isPrepaid = billing.mode === 'package' || billing.mode === 'monthly'
  return [
    item(questions.services, 'services'),
    item(questions.volume, isPrepaid ? 'billing.package.hours' : 'limits.hoursPerMonth'),
    item(questions.channels, 'channels.agreed'),
    item(questions.deadlines, 'urgency.thresholdHours'),
    item(questions.offHours, 'urgency.offHours.work'),
    item(questions.supplies, 'services[].needs'),
    ...(limits.revisions === undefined ? [] : [item(questions.revisions, 'limits.revisions')]),
    item(questions.payment, 'billing.payment'),
    ...(terms.acceptance === 'required' ? [item(questions.signs, 'client.acceptedAt')] : []),
    item(questions.language, 'client.language, client.address, client.timeZone'),
  ]
}

function contract(policy: Policy, language: Language): ChecklistItem[] {
  const { contract: words } = wording[language]
  const [deposit, due] = [depositSentence(policy, language), dueSentence(policy, language)]
  return [
    item(words.send),
    item(words.services, 'services'),
    ...(policy.terms.acceptance === 'required' ? [item(words.accepted, 'client.acceptedAt')] : []),
    ...itemIf(deposit === '' ? '' : words.deposit(deposit), 'billing.deposit'),
    ...itemIf(packageSentence(policy, language) === '' ? '' : words.prepaid, 'billing.package'),
    ...itemIf(due === '' ? '' : words.due(due), 'billing.payment.due'),
    ...(Object.keys(policy.plans).length === 0 ? [] : [item(words.plan, 'client.plan')]),
  ]
}

function access(policy: Policy, language: Language): ChecklistItem[] {
  const { access: words } = wording[language]
  const needing = policy.services.filter(({ kind, needs }) => kind !== 'excluded' && needs.length > 0)
  return [
    item(words.board),
    item(words.dryRun),
    item(words.logins),
    item(words.files),
    ...needing.map((service) => {
      const names = service.needs.map(({ name }) => nameOf(name, policy, language)).join(', ')
      return item(words.needs(nameOf(service.name, policy, language), names), `services.${service.id}.needs`)
    }),
  ]
}

function rules(policy: Policy, language: Language): ChecklistItem[] {
  const { rules: words } = wording[language]
  const [week, agreed] = [weekSentence(policy, language), agreedSentence(policy, language)]
  return [
    item(words.procedure),
    ...itemIf(week === '' ? '' : words.hours(week), 'hours.week'),
    ...itemIf(agreed === '' ? '' : words.channels(agreed), 'channels.agreed'),
    item(words.urgency, 'urgency'),
    ...(policy.hours === undefined ? [] : [item(words.signature), item(words.autoReplies, 'hours.leave')]),
    item(words.own, 'client.terms'),
  ]
}

function start({ messages }: Policy, language: Language): ChecklistItem[] {
  const { start: words } = wording[language]
  return [
    item(words.meeting),
    item(words.first),
    item(words.apply),
    ...(messages.introduce ? [item(words.introduce, 'messages.introduce')] : []),
    item(words.review),
  ]
}
