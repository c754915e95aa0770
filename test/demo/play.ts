import type { Language } from '#model/board.ts'
import type { Tool } from '#model/task.ts'
import type { Place } from './places.ts'
import type { Asker, Scene } from './requests.ts'
import { asOnCards } from './terminal.ts'

/** How a scene came out. */
export interface Outcome {
  readonly who: Asker
  readonly tool: Tool
  readonly what: string
  readonly because: string
  readonly title: string
  readonly text: string
  readonly labels: readonly string[]
  readonly estimate: string | null
  readonly comment: string | null
  /** Was there a comment before, which now says something else? */
  readonly edited: boolean
  /** Calls that Cadre made about it. */
  readonly reads: number
  readonly writes: number
  /** From the person's hand to the labels; null where none were to change. */
  readonly milliseconds: number | null
  /** What is not as it should be; empty when all is well. */
  readonly faults: readonly string[]
}

/** Play one scene and look at what became of it. */
export async function play(
  scene: Scene,
  place: Place,
  language: Language,
  settled: () => Promise<void>,
): Promise<Outcome> {
  place.calls.reset()
  const start = performance.now()
  const id = scene.act(place)
  const [before = null] = place.see(id).comments
  const milliseconds = await untilLabels(id, scene, place, start)
  await settled()
  place.faults.clear()
  const { title, text, labels, estimate, comments } = place.see(id)
  const [comment = null, ...others] = comments
  const outcome = {
    who: scene.who,
    tool: place.tool,
    what: scene.what[language],
    because: scene.because[language],
    title,
    text,
    labels: asOnCards(labels),
    estimate,
    comment,
    edited: before !== null && before !== comment,
    reads: place.calls.reads(id),
    writes: place.calls.writes(id),
    milliseconds,
  }
  return {
    ...outcome,
    faults: [...faultsOf(scene, outcome), ...others.map(() => 'there is a second comment')],
  }
}

/** Milliseconds until the labels are as they should be; null if they are from the start. Gives up after ten seconds. */
async function untilLabels(id: string, scene: Scene, place: Place, start: number): Promise<number | null> {
  const isThere = () => asSet(place.see(id).labels) === asSet(scene.labels)
  if (isThere()) return null
  while (!isThere() && performance.now() - start < 10_000)
    await new Promise((resolve) => setTimeout(resolve, 1))
  return Math.round(performance.now() - start)
}

function faultsOf(scene: Scene, outcome: Omit<Outcome, 'faults'>): string[] {
  const isSaid = scene.says === null ? outcome.comment === null : outcome.comment?.includes(scene.says)
  return [
    ...(asSet(outcome.labels) === asSet(scene.labels)
      ? []
      : [`the labels should be: ${scene.labels.join(', ') || 'none'}`]),
    ...(scene.estimate === undefined || outcome.estimate === scene.estimate
      ? []
      : [`the estimate should be ${scene.estimate}`]),
    ...(isSaid
      ? []
      : [scene.says === null ? 'there should be no comment' : `the comment should say “${scene.says}”`]),
  ]
}

/** ClickUp writes tags in small letters, and no tool keeps an order. */
const asSet = (labels: readonly string[]) =>
  labels
    .map((label) => label.toLowerCase())
    .sort()
    .join()
