import type { Language } from '#model/board.ts'
import type { Tool } from '#model/task.ts'
import type { Pair, Step, Story } from './pairs.ts'
import type { Desk, Place, Sight } from './places.ts'

/** What both boards showed after a step. */
export interface StepOutcome {
  readonly what: string
  readonly shows: string
  readonly request: Sight
  readonly twin: Sight
  /** From the person's hand to the other board. */
  readonly milliseconds: number
  /** What is not as it should be; empty when all is well. */
  readonly faults: readonly string[]
}

/** How a story came out. */
export interface PairOutcome {
  readonly name: string
  readonly tool: Tool
  readonly twinTool: Tool
  readonly title: string
  readonly steps: readonly StepOutcome[]
}

/** No step takes longer, unless something is wrong. */
const patience = 120_000

/** Play a story on a client's board and on the assistant's. */
export async function playPair(
  { name, draft, steps }: Story,
  place: Place,
  desk: Desk,
  language: Language,
): Promise<PairOutcome> {
  const start = performance.now()
  const id = place.write(draft)
  const outcomes: StepOutcome[] = []
  for (const [index, step] of steps.entries()) {
    const pair = { place, desk, id, twinId: desk.find(draft.title) }
    outcomes.push(await playStep(step, pair, draft.title, language, index === 0 ? start : performance.now()))
  }
  return { name, tool: place.tool, twinTool: 'trello', title: draft.title, steps: outcomes }
}

async function playStep(
  step: Step,
  pair: Pair,
  title: string,
  language: Language,
  start: number,
): Promise<StepOutcome> {
  const { place, desk, id } = pair
  const look = () => ({ request: place.see(id), twin: desk.see(desk.find(title) ?? '') })
  const isDone = () => {
    const { request, twin } = look()
    return step.isDone(request, twin)
  }
  step.act(pair)
  while (!isDone() && performance.now() - start < patience)
    await new Promise((resolve) => setTimeout(resolve, 5))
  const milliseconds = Math.round(performance.now() - start)
  const shows = step.shows[language]
  const faults = isDone() ? [] : [`it should be so: ${shows}`]
  return { what: step.what[language], shows, ...look(), milliseconds, faults }
}
