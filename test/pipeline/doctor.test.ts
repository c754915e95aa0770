import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '#model/error.ts'
import { type DoctorDeps, examine } from '../../src/pipeline/doctor.ts'

/** What the tools of these accounts are asked; `answer` is what comes of a board's layout. */
async function examined(accounts: readonly string[], boards: number, answer: () => Promise<unknown>) {
  const asked = { now: 0, most: 0, layouts: 0 }
  const adapter = {
    capabilities: { unlistedPeople: false },
    whoAmI: async () => ({}),
    async layout() {
      asked.layouts += 1
      asked.now += 1
      asked.most = Math.max(asked.most, asked.now)
      return answer().finally(() => {
        asked.now -= 1
      })
    },
  }
  const connectionOf = (id: string) => ({
    id,
    name: id,
    tool: 'trello',
    updates: 'poll',
    userId: 'u',
    credentials: {},
  })
  const mapping = { assistants: [], statuses: [], labels: {}, fields: {} }
  const boardsOf = (connectionId: string) =>
    Array.from({ length: boards }, (_, at) => ({
      ...{ id: `${connectionId}-${at}`, name: `${connectionId} ${at}`, connectionId, mapping },
      ...{ mode: 'dry-run', twinBoardId: null, containerId: 'c' },
    }))
  const deps = {
    boards: { list: async () => accounts.flatMap(boardsOf) },
    connectionStore: { list: async () => accounts.map(connectionOf) },
    connections: { connect: () => ({ adapter }), moduleOf: () => ({ secretsOf: () => [] }) },
    queue: { dead: async () => [] },
    newAttempt: () => ({ signal: new AbortController().signal, reads: 0, writes: 0 }),
  }
  const checks = await examine(deps as unknown as DoctorDeps)
  return { asked, ofBoards: checks.filter(({ code }) => code === 'board_access') }
}

const fail = (code: ErrorCode) => () => Promise.reject(new AppError(code, 'no'))

describe('the doctor', () => {
  it('asks a tool that is half down of one board, and says so once', async () => {
    const { asked, ofBoards } = await examined(['Mine'], 7, fail('TOOL_TIMEOUT'))
    expect(asked.layouts).toBe(1)
    expect(ofBoards).toMatchObject([{ subject: 'Mine 0', state: 'fail' }])
    expect(ofBoards[0]?.advice.en).toContain('If it is down there is nothing to do')
  })

  it('asks of every board where the failure may be of one board alone', async () => {
    for (const code of ['TOOL_NOT_FOUND', 'TOOL_RESPONSE_INVALID'] as const) {
      const { asked, ofBoards } = await examined(['Mine'], 7, fail(code))
      expect([code, asked.layouts, ofBoards.length]).toEqual([code, 7, 7])
    }
  })

  it('asks accounts side by side, and of each a few boards at a time, and tells of them in their order', async () => {
    const layout = () => sleep(20, { lists: [], labels: [], members: [] })
    const { asked, ofBoards } = await examined(['Mine', 'Hers'], 8, layout)
    const inOrder = (account: string) => Array.from({ length: 8 }, (_, at) => `${account} ${at}`)
    expect(ofBoards.map(({ subject }) => subject)).toEqual([...inOrder('Mine'), ...inOrder('Hers')])
    expect(ofBoards.every(({ state }) => state === 'ok')).toBe(true)
    expect(asked.most).toBe(6)
  })
})
