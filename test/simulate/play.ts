import { asAppError } from '#model/error.ts'
import type { Sight } from './boards/board.ts'
import { Killed } from './fate.ts'
import type { Gesture, History, Side, Step, Weather } from './history.ts'
import type { House } from './house.ts'
import type { Job } from './jobs.ts'
import { act, type Memory, newMemory, notice } from './people.ts'
import { startProcess } from './process.ts'
import type { Letter } from './wire.ts'
import { openWorld, type World } from './world.ts'

/** How a history went. */
export interface Life {
  /** What stands on both boards in the end, by id. */
  readonly sights: Readonly<Record<Side, ReadonlyMap<string, Sight>>>
  /** What was acknowledged and not looked at since, in words. */
  readonly lost: readonly string[]
  /** Names of the labels that are ours, in small letters. */
  readonly ourLabels: ReadonlySet<string>
  readonly memory: Memory
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

/** How long a rest takes, waiting included. */
const minutesOfRest = 240

/** More rounds than any rest can need: whoever is still busy then is running in circles. */
const mostRounds = 400

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
    deeds,
    writes,
    mishaps: player.mishaps,
    transcript: player.transcript,
  }

  async function playStep(step: Step, index: number): Promise<string | null> {
    if (isWeather(step)) {
      if (replay === null || step.does === 'rest') await player.weather(step)
      return null
    }
    house.clock.pass(minutesBetween)
    const again = replay?.[index]
    if (again === null) return null
    const deed = await player.gesture(step, again)
    if (replay !== null) await player.calm()
    return deed
  }
}

const kinds = new Set(['deliver', 'double', 'lose', 'work', 'sweep', 'fail', 'kill', 'rest'])
const isWeather = (step: Step): step is Weather => kinds.has(step.does)

/** Every acknowledged webhook led to a look that began after it, or it is told here. */
async function lostIn({ house, jobs }: World): Promise<string[]> {
  const told = await house.store.db.selectFrom('deliveries').select(['connection_id', 'task_id']).execute()
  const unseen = told.filter((row) => !jobs.hasAsked(`${row.connection_id}/${row.task_id}`))
  return [
    ...unseen.map(() => 'a webhook was acknowledged, and no look was ever asked for'),
    ...jobs.neglected().map(() => 'a look was asked for and never done'),
  ]
}

function createPlayer(world: World, memory: Memory, isFair: boolean) {
  const { house, jobs, boards } = world
  const letters: Letter[] = []
  const transcript: string[] = []
  let mishaps = 0

  const tell = (line: string) => void transcript.push(line)

  /** What the tools have sent is on its way; what has appeared is seen. */
  async function collect(): Promise<void> {
    for (const sandbox of Object.values(house.sandboxes)) await sandbox.settled()
    letters.push(...house.wire.collect())
    notice(world, memory)
  }

  async function restart(): Promise<void> {
    await world.process.fate.settled()
    mishaps += 1
    tell('  the process died, and is started again')
    jobs.orphaned()
    world.process = await startProcess(house, jobs)
  }

  /** Webhooks arrive together, as in a burst; what was not acknowledged is sent again. */
  async function deliver(chosen: readonly Letter[], isSentAgain: boolean): Promise<void> {
    const statuses = await Promise.all(chosen.map((letter) => world.process.receive(letter)))
    for (const [index, letter] of chosen.entries())
      if (statuses[index] === 200 && !isSentAgain) letters.splice(letters.indexOf(letter), 1)
    if (chosen.length > 0)
      tell(`  webhooks arrived: ${statuses.map((status) => status || 'no answer').join(', ')}`)
    if (world.process.fate.isDead) await restart()
  }

  const picked = (picks: readonly number[]) => [
    ...new Set(picks.flatMap((pick) => letters[pick % Math.max(1, letters.length)] ?? [])),
  ]

  async function work(pick: number): Promise<void> {
    const job = jobs.take(pick)
    if (job === null) return
    const end = await outcomeOf(job)
    tell(`  ${job.work.kind}: ${end}`)
    if (world.process.fate.isDead) await restart()
    await collect()
  }

  async function outcomeOf(job: Job): Promise<string> {
    const { process } = world
    try {
      if (job.work.kind === 'look') await process.look(job.work.ref)
      else await process.sweep(job.work.sweep)
      process.fate.moment() // dying between the end of the work and the end of the job
      jobs.done(job)
      return 'done'
    } catch (cause) {
      if (cause instanceof Killed || process.fate.isDead) return 'cut short'
      const { code, retry, message } = asAppError(cause, String(cause))
      if (retry === 'after') jobs.again(job)
      else if (retry === 'never') jobs.bury(job)
      else jobs.failed(job)
      return code === 'INTERNAL' ? `failed: ${message}` : `failed with ${code}`
    }
  }

  /** Every webhook arrives and every job is done, until nothing is left. */
  async function calm(): Promise<void> {
    for (let round = 0; letters.length + jobs.waiting > 0; round += 1) {
      if (round > mostRounds) throw new Error('rest never comes')
      if (letters.length > 0) await deliver([...letters], false)
      else {
        if (jobs.allCameBack) house.clock.pass(1)
        await work(0)
      }
    }
  }

  async function sweep(full: boolean): Promise<void> {
    const swept = Object.entries(world.boardIds).map(([side, id]) => ({
      id,
      connectionId: `con_${boards[side as Side]?.tool}`,
    }))
    await jobs.queue.sweep(swept, { full })
  }

  return {
    transcript,
    get mishaps() {
      return mishaps
    },
    calm,
    async gesture(gesture: Gesture, again: string | undefined): Promise<string | null> {
      const deed = act(gesture, world, memory, again)
      if (deed !== null) memory.gestures += 1
      tell(`${deed === null ? '(nothing) ' : ''}${JSON.stringify(gesture)}`)
      await collect()
      return deed
    },
    async weather(step: Weather): Promise<void> {
      tell(JSON.stringify(step))
      switch (step.does) {
        case 'deliver':
        case 'double':
          return deliver(picked(step.picks), step.does === 'double')
        case 'lose':
          for (const letter of picked(step.picks)) letters.splice(letters.indexOf(letter), 1)
          return
        case 'work':
          for (const pick of step.picks) await work(pick)
          return
        case 'sweep':
          return sweep(false)
        case 'fail':
          return fail(step)
        case 'kill':
          world.process.fate.dieIn(step.steps)
          return
        case 'rest':
          return this.rest()
      }
    },
    /** Nothing goes wrong any more; webhooks that were lost stay lost, and a sweep finds what they would have told. */
    async rest(): Promise<void> {
      for (const sandbox of Object.values(house.sandboxes)) sandbox.faults.clear()
      world.process.fate.dieIn(Number.POSITIVE_INFINITY)
      const end = house.clock.ms() + minutesOfRest * 60_000
      house.clock.pass(60)
      await calm()
      if (!isFair) {
        await sweep(true)
        jobs.redrive()
        await calm()
      }
      // As long in foul weather, where much has to be waited for, as in fair: people go on at the same hour.
      house.clock.pass((end - house.clock.ms()) / 60_000)
      memory.epoch += 1
      tell('rest')
    },
  }

  function fail({ side, how, unseen, times }: Extract<Weather, { does: 'fail' }>): void {
    const tool = boards[side]?.tool
    if (tool === undefined) return
    mishaps += times
    const { faults } = house.sandboxes[tool]
    if (how === 'cut') faults.cutNext(times, { afterCommit: unseen })
    else
      faults.failNext(times, { status: how === 'busy' ? 429 : 503, afterCommit: unseen && how === 'broken' })
  }
}
