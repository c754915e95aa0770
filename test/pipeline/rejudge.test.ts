import { expect, it } from 'vitest'
import type { Client } from '#model/board.ts'
import type { Observed } from '#model/task.ts'
import { judgeAgain } from '../../src/pipeline/rejudge.ts'
import type { JudgedTask } from '../../src/store/judged-tasks.ts'
import { compiled, document, facts } from '../policies/judge.ts'
import { storedBoard } from '../support/stored-board.ts'

const [sunday, wednesday] = ['2027-02-07T20:00:00.000Z', '2027-02-10T09:00:00.000Z']

const observed: Observed = {
  ref: { tool: 'trello', connectionId: 'con_1', taskId: 'card' },
  ...{ containerId: 'board', url: '', title: 'Newsletter', text: '', createdBy: null },
  ...{ createdAt: sunday, changedAt: wednesday, dueAt: null, dueDay: null, archived: false, template: false },
  ...{ statusId: null, labels: [], fields: {}, attachments: [], comments: null },
}

it.each([
  ['where it was made there', null, ['off_hours', 'in_scope']],
  ['where it was drawn up elsewhere', wednesday, ['in_scope']],
])('a card is judged again as asked when it came to its board, %s', (_where, arrivedAt, expected) => {
  const task: JudgedTask = {
    ...{ id: 'tsk_1', boardId: 'brd_1', observed, origin: null, decision: null, createdAt: wednesday },
    facts: facts({ arrivedAt, judgedAt: wednesday }),
  }
  const place = { mapping: storedBoard().mapping, client: { timeZone: 'Europe/Paris' } as Client }
  const rules = compiled(document({ hours: { week: { wednesday: ['09:00-12:00'] } } }))
  const { findings } = judgeAgain(task, place, rules)
  expect(findings.map(({ code }) => code)).toEqual(expected)
})
