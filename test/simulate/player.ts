import { asAppError } from '#model/error.ts'
import type { Sight } from './boards/board.ts'
import { Killed } from './fate.ts'
import { type Gesture, type Side, sides, type Weather } from './history.ts'
import type { Job } from './jobs.ts'
import type { Memory } from './memory.ts'
import { act, notice } from './people.ts'
import { startProcess } from './process.ts'
import { tell as writeDown } from './tell.ts'
import type { Letter } from './wire.ts'
import type { World } from './world.ts'

/** How long a rest takes, waiting included. */
const minutesOfRest = 240
const hourMs = 3_600_000

/** More rounds than any rest can need: whoever is still busy then is running in circles. */
const mostRounds = 400

/** A sweep after which nothing was left to do. */
export interface Round {
  /** When, in Unix milliseconds. */
  readonly at: number
  /** What stood on the client's board then, by id. */
  readonly cards: ReadonlyMap<string, Sight>
}

/** Makes steps of a history happen in a world. In fair weather nothing is left for a sweep to find. */
export function createPlayer(world: World, memory: Memory, isFair: boolean) {
  const { house, jobs, boards } = world
  const letters: Letter[] = []
  const transcript: string[] = []
  let mishaps = 0
  const rounds: Round[] = []

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
    jobs.arriving(chosen.map(({ body }) => body))
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
    house.clock.tick() // what came first is told by when it came
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

  const passUntil = (moment: number) => house.clock.pass((moment - house.clock.ms()) / 60_000)

  /** A sweep of the client's board comes round, and all is done that it finds: time has nothing left to do then. */
  async function goRound(): Promise<void> {
    await sweep(false, ['client'])
    await calm()
    rounds.push({
      at: house.clock.ms(),
      cards: new Map(boards.client.all().map((sight) => [sight.id, sight])),
    })
  }

  async function wait({ hours, missed }: Extract<Weather, { does: 'wait' }>): Promise<void> {
    const start = house.clock.ms()
    for (let hour = 1; hour <= hours; hour += 1) {
      // In its midst, for what comes back to be tried again takes some minutes.
      passUntil(start + (hour - 0.5) * hourMs)
      if (isFair) await goRound()
      else if (!missed.includes(hour)) await sweep(false)
      await calm()
      passUntil(start + hour * hourMs)
    }
  }

  async function sweep(full: boolean, which: readonly Side[] = sides): Promise<void> {
    const swept = which.flatMap((side) => {
      const id = world.boardIds[side]
      return id === undefined ? [] : [{ id, connectionId: `con_${boards[side]?.tool}` }]
    })
    await jobs.queue.sweep(swept, { full })
  }

  return {
    transcript,
    /** Every sweep after which nothing was left to do, with what stood on the client's board then. */
    rounds,
    goRound,
    get mishaps() {
      return mishaps
    },
    /** What was done without a gesture is told, and all that follows from it is done. */
    async settle(): Promise<void> {
      await collect()
      await calm()
    },
    calm,
    async gesture(gesture: Gesture, again: string | undefined): Promise<string | null> {
      const deed =
        gesture.does === 'tell'
          ? await writeDown(gesture, world, memory, restart)
          : act(gesture, world, memory, again)
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
        case 'wait':
          return wait(step)
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
      } else if (world.keepsHours) await goRound()
      // As long in foul weather, where much has to be waited for, as in fair: people go on at the same hour.
      passUntil(end)
      if (world.keepsHours) await goRound()
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
