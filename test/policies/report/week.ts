import type { Answer, Said } from '#model/answer.ts'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import type { WeekLesson, WeekRequest } from '#model/week.ts'
import { factsFrom } from '#policies/answers/in-force.ts'
import { weekNamed } from '#policies/calendar.ts'
import { evaluate } from '#policies/evaluate.ts'
import type { WeekFacts } from '#policies/report/week-facts.ts'
import { parsePolicy } from '#policies/schema.ts'
import { blog, compiled, document, facts, service, task } from '../judge.ts'

export const week = '2026-W48'
const span = weekNamed(week, 'Europe/Paris')
if (span === null) throw new Error('there is such a week')

const day = ['09:00-12:00', '14:00-18:00']
export const rules = document({
  services: [
    service,
    blog,
    { id: 'site', kind: 'quote', name: { fr: 'Site web' }, keywords: { fr: ['site web'] } },
  ],
  hours: { week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day } },
})

/** What somebody said about a request, and when. */
export type Told = readonly [at: string, said: Said, side?: Answer['side']]

export interface Asked {
  readonly id?: string
  readonly title: string
  readonly text?: string
  /** When the client asked. */
  readonly at: string
  readonly task?: Partial<Task>
  readonly facts?: Partial<Facts>
  readonly told?: readonly Told[]
  readonly changes?: Partial<WeekRequest>
}

/** A request as the week finds it: judged by the rules when it arrived and once more after all that was told. */
export function asked({ id = 'tsk_1', title, text = '', at, told = [], ...more }: Asked): WeekRequest {
  const answers = told.map(([when, said, side = 'assistant'], index): Answer => {
    const author = { id: 'u1', name: side === 'client' ? 'Claire' : 'Sophie' }
    const place = {
      id: `ans_${index}`,
      taskId: id,
      via: said.kind === 'remind' || said.kind === 'expire' ? 'time' : 'comment',
      sourceId: null,
      fingerprint: 'f',
    } as const
    return { ...place, at: when, side, author, said, revision: index + 1 }
  })
  const judge = (known: Partial<Facts>) =>
    evaluate(
      compiled(rules),
      task({ title, text, submittedAt: at, ...more.task }),
      facts({ judgedAt: at, ...more.facts, ...known }),
      at,
    )
  const first = { at, decision: judge({}) }
  const verdicts =
    answers.length === 0
      ? [first]
      : [first, { at: answers.at(-1)?.at ?? at, decision: judge({ answers: factsFrom(answers) }) }]
  return {
    ...{ id, title, text, url: `https://example.com/${id}`, client: 'Claire', arrivedAt: at },
    ...{
      isOpen: true,
      status: 'requested',
      isTold: false,
      verdicts,
      decision: verdicts.at(-1)?.decision ?? first.decision,
    },
    ...{ fingerprint: 'f', answers, overrides: more.facts?.overrides ?? [], orders: [], offeredAt: null },
    ...more.changes,
  }
}

/** A week of an assistant in Paris, from Monday 23 to Sunday 29 November 2026; over, unless `now` says otherwise. */
export function weekOf(
  requests: readonly WeekRequest[],
  { lessons = [], now = '2026-12-01T08:00:00.000Z' }: { lessons?: readonly WeekLesson[]; now?: string } = {},
): WeekFacts {
  if (span === null) throw new Error('there is such a week')
  return {
    ...{ policyId: 'my-rules', policy: parsePolicy(rules), timeZone: 'Europe/Paris' },
    ...{ span, now, requests, lessons, learnt: [] },
  }
}
