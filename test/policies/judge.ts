import { unanswered } from '#model/answer.ts'
import type { LabelKey } from '#model/decision.ts'
import { emptyAccount, type Facts, type Override } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { compilePolicy } from '#policies/compile.ts'
import { evaluate } from '#policies/evaluate.ts'
import type { Case } from '#policies/rules/rule.ts'
import { parsePolicy } from '#policies/schema.ts'

/** Monday 23 November 2026, 9:00 in Paris. */
export const monday = '2026-11-23T08:00:00.000Z'

export const service = {
  id: 'newsletter',
  kind: 'included',
  name: { fr: 'Newsletters', en: 'Newsletters' },
  keywords: { fr: ['newsletter'], en: ['newsletter'] },
  defaultHours: { min: 1, max: 3 },
  complexity: 'medium',
}

export const blog = {
  id: 'blog',
  kind: 'excluded',
  name: { fr: 'Rédaction', en: 'Writing' },
  keywords: { fr: ['article de blog', 'rédiger'], en: ['blog post', 'write'] },
}

/** The smallest policy that says something, with what a test changes about it. */
export const document = (changes: Readonly<Record<string, unknown>> = {}) => ({
  name: 'Règles',
  services: [service, blog],
  billing: { hourlyRate: 35 },
  ...changes,
})

/** Compile a document for a client in Paris. */
export function compiled(
  input: unknown = document(),
  client: { language?: 'fr' | 'en'; address?: 'tu' | 'vous' } = {},
) {
  const { language = 'fr', address = 'tu' } = client
  return compilePolicy(
    parsePolicy(input),
    { id: 'pol_1', version: 3 },
    { language, address, timeZone: 'Europe/Paris' },
  )
}

export const task = (changes: Partial<Task> = {}): Task => ({
  title: 'Newsletter de mai',
  text: '',
  submittedAt: monday,
  dueAt: null,
  service: null,
  hours: null,
  complexity: null,
  revision: null,
  channel: 'trello',
  attachments: [],
  status: null,
  ...changes,
})

export const facts = (changes: Partial<Facts> = {}): Facts => ({
  fingerprint: 'f',
  judgedAt: monday,
  policyVersion: 3,
  examplesRevision: 0,
  dueAt: null,
  dueSetAt: null,
  takenIn: false,
  overrides: [],
  account: emptyAccount,
  booksRevision: 0,
  answers: unanswered,
  revision: 0,
  undo: null,
  ...changes,
})

/** A person put this label on. */
export const added = (label: LabelKey, at = monday): Override => ({
  target: 'label',
  label,
  change: 'added',
  at,
})

/** Judge a title with the smallest policy. */
export const judge = (title: string, known: Partial<Facts> = {}) =>
  evaluate(compiled(), task({ title }), facts(known), monday)

/** A request under judgement, for a test of one rule. */
export const request = (changes: Partial<Case> = {}): Case => ({
  policy: compiled(),
  task: task(),
  facts: facts(),
  found: [],
  ...changes,
})
