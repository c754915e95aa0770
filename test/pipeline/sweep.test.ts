import { expect, it } from 'vitest'
import type { Observed } from '#model/task.ts'
import { hasChanged } from '../../src/pipeline/sweep.ts'
import type { StoredTask } from '../../src/store/tasks.ts'

const observed: Observed = {
  ref: { tool: 'notion', connectionId: 'con_1', taskId: 'page' },
  ...{ containerId: 'source', url: '', title: 'Newsletter', text: '', createdBy: null },
  ...{ createdAt: '2027-02-01T09:00:00.000Z', changedAt: '2027-02-01T09:05:00.000Z' },
  ...{ dueAt: null, dueDay: null, archived: false, template: false, statusId: null },
  ...{ labels: [], fields: {}, attachments: [], comments: null },
}
const known = { state: 'open', observed } as unknown as StoredTask

it.each<[string, Partial<Observed>, boolean]>([
  ['nothing', {}, false],
  ['the title', { title: 'Newsletter de mai' }, true],
  ['who it is assigned to', { assignees: ['paula'] }, true],
])(
  'in the minute of the last look, which Notion tells no seconds of, %s may have changed',
  (_what, change, is) => {
    expect(hasChanged({ ...observed, ...change }, known)).toBe(is)
  },
)
