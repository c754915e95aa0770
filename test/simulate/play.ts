import type { Answer } from '#model/answer.ts'
import type { Sight } from './boards/board.ts'
import type { History, Side, Step, Weather } from './history.ts'
import type { House } from './house.ts'
import { type Memory, newMemory } from './memory.ts'
import { createPlayer, type Round } from './player.ts'
import { openWorld, type World } from './world.ts'

/** An answer as it was recorded. */
export interface Recorded extends Pick<Answer, 'side' | 'via' | 'said' | 'sourceId' | 'fingerprint'> {
  /** The tool's id of the request. */
  readonly requestId: string
  /** When, in Unix milliseconds. */
  readonly at: number
}

/** By which words, and since when, a request is judged as it is. */
export interface Judged {
  readonly fingerprint: string
  /** In Unix milliseconds. */
  readonly since: number
  /** Where it came out of hours, when the assistant is back; else null. In Unix milliseconds. */
  readonly opensAt: number | null
}

/** How a history went. */
export interface Life {
  /** What stands on both boards in the end, by id. */
  readonly sights: Readonly<Record<Side, ReadonlyMap<string, Sight>>>
  /** What was acknowledged and not looked at since, in words. */
  readonly lost: readonly string[]
  /** Names of the labels that are ours, in small letters. */
  readonly ourLabels: ReadonlySet<string>
  readonly memory: Memory
  /** What was recorded as answered, in its order. */
  readonly answers: readonly Recorded[]
  /** How requests are judged in the end, by the tool's id. */
  readonly judged: ReadonlyMap<string, Judged>
  readonly rounds: readonly Round[]
  /** When each step began, in Unix milliseconds. */
  readonly begun: readonly number[]
  /** Of each step what was done, as `act` tells it; null where nothing was. */
  readonly deeds: readonly (string | null)[]
  /** Calls to the tools that change something, setting up not counted. */
  readonly writes: number
  /** Failed calls and deaths that the history really had. */
  readonly mishaps: number
  /** What happened, line by line, in words that are the same whenever it is played. */
  readonly transcript: readonly string[]
}

/** A deed that was done once, to be done again in fair weather. */
export type Replay = readonly (string | null)[]

/** So much time is there between two things that people do. */
const minutesBetween = 7

/**
 * Play a history to its end, and then let it rest.
 * @param replay play only what was done then, in fair weather: every webhook arrives, and is worked on, at once
 * @throws Error when rest never comes
 */
export async function play(house: House, history: History, replay: Replay | null): Promise<Life> {
  const world = await openWorld(house, history)
  const memory = newMemory()
  const player = createPlayer(world, memory, replay !== null)
  await player.rest()
  for (const sandbox of Object.values(house.sandboxes)) sandbox.calls.reset()
  player.transcript.length = 0

  const deeds: (string | null)[] = []
  const begun: number[] = []
  for (const [index, step] of history.steps.entries()) {
    deeds.push(await playStep(step, index))
  }
  await player.rest()
  const writes = Object.values(house.sandboxes).reduce((sum, { calls }) => sum + calls.writes(), 0)
  const sights = (side: Side) => new Map(world.boards[side]?.all().map((sight) => [sight.id, sight]))
  return {
    sights: { client: sights('client'), assistant: sights('assistant') },
    lost: await lostIn(world),
    ourLabels: world.ourLabels,
    memory,
    answers: await answersIn(world),
    judged: await judgedIn(world),
    rounds: player.rounds,
    begun,
    deeds,
    writes,
    mishaps: player.mishaps,
    transcript: player.transcript,
  }

  async function playStep(step: Step, index: number): Promise<string | null> {
    if (isWeather(step)) {
      begun.push(house.clock.ms())
      if (replay === null || step.does === 'rest' || step.does === 'wait') await player.weather(step)
      return null
    }
    house.clock.pass(minutesBetween)
    if (history.keepsHours) {
      // In fair weather time does what it has to before anybody speaks: nobody races it.
      if (replay !== null) await player.goRound()
      house.clock.tick()
    }
    begun.push(house.clock.ms())
    memory.step = index
    const again = replay?.[index]
    if (again === null) return null
    const deed = await player.gesture(step, again)
    if (replay !== null) await player.calm()
    return deed
  }
}

const kinds = new Set(['deliver', 'double', 'lose', 'work', 'sweep', 'fail', 'kill', 'rest', 'wait'])
const isWeather = (step: Step): step is Weather => kinds.has(step.does)

async function answersIn({ house }: World): Promise<Recorded[]> {
  const rows = await house.store.db
    .selectFrom('answers')
    .innerJoin('tasks', 'tasks.id', 'answers.task_id')
    .select(['tasks.task_id as requestId', 'answers.side', 'answers.via', 'answers.said'])
    .select(['answers.source_id as sourceId', 'answers.fingerprint', 'answers.at'])
    .orderBy('answers.task_id')
    .orderBy('answers.revision')
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.getTime() }))
}

async function judgedIn({ house }: World): Promise<Map<string, Judged>> {
  const rows = await house.store.db
    .selectFrom('tasks')
    .leftJoin('decisions', 'decisions.id', 'tasks.decision_id')
    .select(['tasks.task_id', 'tasks.facts', 'decisions.document'])
    .execute()
  return new Map(
    rows.map(({ task_id, facts, document }) => {
      const opensAt = document?.findings.find(({ code }) => code === 'off_hours')?.evidence.opensAt
      return [
        task_id,
        {
          fingerprint: facts.fingerprint,
          since: Date.parse(facts.judgedAt),
          opensAt: typeof opensAt === 'string' ? Date.parse(opensAt) : null,
        },
      ]
    }),
  )
}

/** Every acknowledged webhook led to a look that began after it, or it is told here. */
async function lostIn({ house, jobs }: World): Promise<string[]> {
  const told = await house.store.db.selectFrom('deliveries').select(['connection_id', 'task_id']).execute()
  const unseen = told.filter((row) => !jobs.hasAsked(`${row.connection_id}/${row.task_id}`))
  return [
    ...unseen.map(() => 'a webhook was acknowledged, and no look was ever asked for'),
    ...jobs.neglected().map(() => 'a look was asked for and never done'),
  ]
}
