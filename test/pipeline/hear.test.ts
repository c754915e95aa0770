import { expect, it } from 'vitest'
import type { Comment } from '#model/task.ts'
import { hear } from '../../src/pipeline/hear.ts'
import type { Request } from '../../src/pipeline/pair.ts'

it('takes what was passed on with another account for a copy still, and no word of the client', async () => {
  const comments = ['verdict', 'copy', 'words'].map(
    (id): Comment => ({
      id,
      text: 'ok',
      authorId: id === 'words' ? 'claire' : 'former account',
      authorName: null,
      createdAt: '2026-11-23T09:00:00.000Z',
    }),
  )
  const context = {
    id: 'tsk_1',
    board: { mapping: { assistants: [] } },
    theirs: { comment: { id: 'verdict' } },
  }
  const request = { observed: { comments }, context } as unknown as Request
  const relayed = [{ sourceId: 's1', from: 'twin', copyId: 'copy', state: 'there', text: 'ok' }]
  const heard: string[] = []
  const deps = {
    db: {},
    twins: { find: async () => ({ relayed }) },
    listen: {
      toComments: async ({
        comments,
        isOurs,
      }: {
        comments: Comment[]
        isOurs: (comment: Comment) => boolean
      }) => {
        heard.push(...comments.filter((comment) => !isOurs(comment)).map(({ id }) => id))
        return true
      },
    },
    now: () => '2026-11-23T10:00:00.000Z',
  } as unknown as Parameters<typeof hear>[2]
  const here = { adapter: {}, connection: { userId: 'us' } } as unknown as Parameters<typeof hear>[1]
  await hear(request, here, deps, { signal: new AbortController().signal, reads: 0, writes: 0 })
  expect(heard).toEqual(['words'])
})
