import type { History, Step } from './history.ts'

/** A history that did not hold once, made as small as it could be. */
export interface Lesson {
  /** What holds now. */
  readonly name: string
  readonly history: History
}

const rest = { does: 'rest' } as const
const ask = { does: 'ask', title: 1, text: 0, due: 'far' } as const
const loseAll = { does: 'lose', picks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] } as const

const between = (client: History['tools']['client'], assistant: History['tools']['assistant']) => ({
  tools: { client, assistant },
  dryRun: null,
  relays: true,
})

/** The service dies so many moments into its first look at a request; before it is started again, people go on. */
const diedAfter = (moments: number, meanwhile: readonly Step[]): Step[] => [
  ask,
  { does: 'deliver', picks: [0, 1, 2, 3, 4, 5] },
  { does: 'kill', steps: moments },
  { does: 'work', picks: [0, 0] },
  ...meanwhile,
  rest,
]

export const lessons: readonly Lesson[] = [
  {
    name: 'a request that comes back is linked again, and its twin says so no longer',
    history: {
      ...between('notion', 'trello'),
      steps: [
        ask,
        rest,
        { does: 'archive', side: 'client', of: 0 },
        rest,
        { does: 'restore', side: 'client', of: 0 },
        rest,
      ],
    },
  },
  ...[12, 13, 14, 15, 16].map((moments) => ({
    name: `a twin made unseen is found, and what the assistant wrote there meanwhile stays (${moments})`,
    history: {
      ...between('trello', 'clickup'),
      steps: diedAfter(moments, [
        { does: 'edit', side: 'assistant', of: 0, title: 2 },
        { does: 'edit', side: 'client', of: 0, title: 0, text: 1 },
      ]),
    },
  })),
  ...[12, 13, 14, 15, 16].map((moments) => ({
    name: `a twin made unseen is found though its request is called otherwise by then (${moments})`,
    history: {
      ...between('notion', 'trello'),
      steps: diedAfter(moments, [{ does: 'edit', side: 'client', of: 0, title: 0, text: 1 }]),
    },
  })),
  {
    name: 'a request that was moved before its twin was made is not moved back',
    history: {
      ...between('trello', 'trello'),
      steps: [ask, { does: 'move', side: 'client', of: 0, to: 'review' }, rest, rest],
    },
  },
  ...[8, 9, 10].map((moments) => ({
    name: `a label that the assistant took off a twin stays off, whenever we die over it (${moments})`,
    history: {
      ...between('notion', 'notion'),
      steps: [
        ask,
        rest,
        { does: 'overrule', side: 'assistant', of: 0 },
        { does: 'move', side: 'client', of: 0, to: 'in_progress' },
        { does: 'deliver', picks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
        { does: 'kill', steps: moments },
        { does: 'work', picks: [0, 0, 0] },
        rest,
      ] satisfies Step[],
    },
  })),
  {
    name: 'a comment of which no webhook told is passed on after a full sweep',
    history: {
      ...between('clickup', 'notion'),
      steps: [
        ask,
        rest,
        { does: 'say', side: 'assistant', of: 0, toClient: true },
        loseAll,
        rest,
        { does: 'correct', side: 'assistant', of: 0 },
        loseAll,
        rest,
      ],
    },
  },
]
