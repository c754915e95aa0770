import { createHash } from 'node:crypto'
import type { History } from './history.ts'
import type { House } from './house.ts'
import { violationsOf } from './invariants.ts'
import { type Life, play } from './play.ts'

/** What came of one history. */
export interface Verdict {
  readonly violations: readonly string[]
  /** What happened, line by line. */
  readonly transcript: readonly string[]
  /** The same whenever the history is played: of all that happened, and of what stood there in the end. */
  readonly print: string
  readonly writes: number
  readonly gestures: number
  /** How many answers were recorded. */
  readonly answers: number
  readonly mishaps: number
}

/** Plays a history, plays what people did in it again in fair weather, and compares. */
export async function judge(house: House, history: History): Promise<Verdict> {
  const life = await play(house, history, null)
  const fair = await play(house, history, life.deeds)
  return {
    violations: violationsOf(history, life, fair),
    transcript: life.transcript,
    print: printOf(life),
    writes: life.writes,
    gestures: life.memory.gestures,
    answers: life.answers.length,
    mishaps: life.mishaps,
  }
}

/** Without ids, which the tools choose anew each time, and what is made of them. */
function printOf({ transcript, sights, writes, answers }: Life): string {
  const shown = [sights.client, sights.assistant].map((side) =>
    [...side.values()].map(({ title, due, place, labels, estimate, comments, archived }) => [
      ...[title, due, place, labels, estimate, archived],
      comments.map(({ text }) => text.replace(/réf\. \w{4}/g, '')),
    ]),
  )
  const recorded = answers.map(({ side, via, said }) => JSON.stringify([side, via, said])).sort()
  return createHash('sha256')
    .update(JSON.stringify([transcript, shown, writes, recorded]))
    .digest('base64url')
}
