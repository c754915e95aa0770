import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'
import type { Asker, Scene, Stage } from './requests.ts'

/** How a scene came out. */
export interface Outcome {
  readonly who: Asker
  readonly what: string
  readonly title: string
  readonly labels: readonly string[]
  readonly estimate: string | null
  readonly comment: string | null
  /** Calls that Cadre made for it. */
  readonly reads: number
  readonly writes: number
  /** From the person's hand to the labels on the card; null where none were to change. */
  readonly milliseconds: number | null
  /** What is not as it should be; empty when all is well. */
  readonly faults: readonly string[]
}

/** What the actors need: the sandbox, and to know when nothing is left to do. */
export interface Theater {
  readonly sandbox: TrelloSandbox
  readonly boards: Record<Asker, MadeBoard>
  settled(): Promise<void>
}

/** Play one scene and look at what became of it. */
export async function play(scene: Scene, theater: Theater): Promise<Outcome> {
  const { sandbox } = theater
  sandbox.calls.reset()
  const start = performance.now()
  const id = scene.act(stageOf(scene, theater))
  const milliseconds = await untilLabels(id, scene, theater, start)
  await theater.settled()
  sandbox.faults.clear()
  const card = sandbox.card(id)
  const [first = null, ...others] = (card?.comments ?? []).map(({ text }) => text)
  const outcome = {
    who: scene.who,
    what: scene.what,
    title: card?.title ?? '',
    labels: card?.labels ?? [],
    estimate: card?.fields.Estimation ?? null,
    comment: first,
    reads: sandbox.calls.reads(id),
    writes: sandbox.calls.writes(id),
    milliseconds,
  }
  return {
    ...outcome,
    faults: [...faultsOf(scene, outcome), ...others.map(() => 'there is a second comment')],
  }
}

function stageOf({ who }: Scene, { sandbox, boards }: Theater): Stage {
  const board = boards[who]
  return {
    client: sandbox.people.client,
    assistant: sandbox.people.assistant,
    boardId: board.id,
    list: Object.keys(board.lists)[0] ?? '',
    card: (title) => sandbox.cards(board.id).find((card) => card.title === title)?.id ?? '',
    inHours: (hours) => new Date(Date.now() + hours * 3_600_000).toISOString(),
    doubleWebhooks: () => sandbox.faults.doubleNextWebhooks(100),
  }
}

/** Milliseconds until the card shows what it should; null if it does from the start. Gives up after ten seconds. */
async function untilLabels(
  id: string,
  scene: Scene,
  { sandbox }: Theater,
  start: number,
): Promise<number | null> {
  const wanted = [...scene.labels].sort().join()
  const isThere = () => (sandbox.card(id)?.labels ?? []).join() === wanted
  if (isThere()) return null
  while (!isThere() && performance.now() - start < 10_000)
    await new Promise((resolve) => setTimeout(resolve, 1))
  return Math.round(performance.now() - start)
}

function faultsOf(scene: Scene, outcome: Omit<Outcome, 'faults'>): string[] {
  const labels = [...scene.labels].sort().join(', ')
  const isSaid = scene.says === null ? outcome.comment === null : outcome.comment?.includes(scene.says)
  return [
    ...(outcome.labels.join(', ') === labels ? [] : [`the labels should be: ${labels || 'none'}`]),
    ...(scene.estimate === undefined || outcome.estimate === scene.estimate
      ? []
      : [`the estimate should be ${scene.estimate}`]),
    ...(isSaid
      ? []
      : [scene.says === null ? 'there should be no comment' : `the comment should say “${scene.says}”`]),
  ]
}
