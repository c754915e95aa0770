import pino from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Board } from '#model/board.ts'
import { countInUtc } from '../../src/config.ts'
import { type ScheduleDeps, startSchedules } from '../../src/pipeline/schedule.ts'

const hour = 3_600_000

beforeEach(() => {
  vi.stubEnv('TZ', 'Europe/Paris')
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

it.each([
  ['put forward', '2027-03-27T23:30:00.000Z'],
  ['put back', '2027-10-30T23:30:00.000Z'],
])(
  'boards are read as ever in the night in which the clocks are %s, and once in full',
  async (_name, evening) => {
    vi.useFakeTimers({ now: new Date(evening) })
    const sweeps: { full: boolean; hour: number }[] = []
    const deps = {
      boards: { list: async () => [board] },
      connectionStore: { list: async () => [] },
      queue: {
        sweep: async (boards: readonly unknown[], { full }: { full: boolean }) => {
          if (boards.length > 0) sweeps.push({ full, hour: new Date().getUTCHours() })
        },
      },
      sweepCron: '*/10 * * * *',
      log: pino({ level: 'silent' }),
    } as unknown as ScheduleDeps
    countInUtc()
    const schedules = await startSchedules(deps)
    sweeps.length = 0
    await vi.advanceTimersByTimeAsync(3.5 * hour)
    await schedules.stop()
    const inHour = (each: number) => sweeps.filter((sweep) => !sweep.full && sweep.hour === each).length
    expect([0, 1, 2].map(inHour)).toEqual([6, 6, 6])
    expect(sweeps.filter(({ full }) => full)).toHaveLength(1)
  },
)

it('a board that is being left is asked for again, whatever became of the job of its last task', async () => {
  const asked: string[] = []
  const leaving = { ...board, id: 'brd_2', mode: 'off', leavingSince: '2027-03-01T09:00:00.000Z' } as Board
  const deps = {
    boards: { list: async () => [board, leaving] },
    queue: { sweep: async () => {}, leave: async ({ id }: { id: string }) => void asked.push(id) },
    sweepCron: '*/10 * * * *',
    log: pino({ level: 'silent' }),
  } as unknown as ScheduleDeps
  await (await startSchedules(deps)).stop()
  expect(asked).toEqual(['brd_2'])
})

it('tells of a missed minute in the log, and not beside it', async () => {
  vi.useFakeTimers({ now: new Date('2027-03-01T09:00:30.000Z') })
  const printed = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const lines: { level: number; msg: string }[] = []
  const deps = {
    boards: { list: async () => [] },
    connectionStore: { list: async () => [] },
    queue: { sweep: async () => {} },
    sweepCron: '*/10 * * * *',
    log: pino({}, { write: (line) => void lines.push(JSON.parse(line)) }),
  } as unknown as ScheduleDeps
  const schedules = await startSchedules(deps)
  vi.setSystemTime(new Date('2027-03-01T09:05:30.000Z'))
  await vi.advanceTimersByTimeAsync(60_000)
  await schedules.stop()
  expect(lines.map(({ level }) => level)).toContain(40)
  expect(lines[0]?.msg).toMatch(/missed execution/)
  expect(printed).not.toHaveBeenCalled()
})

const board = { id: 'brd_1', connectionId: 'con_1', mode: 'apply', leavingSince: null } as Board
