import { numberOf } from './hand-labels.ts'
import type { History, Side, Step } from './history.ts'
import { phrases } from './phrases.ts'

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

const urgent = { does: 'ask', title: 4, text: 0, due: 'far' } as const
const deliverAll = { does: 'deliver', picks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] } as const

/** Somebody answers in these words of `phrases.ts`, by a comment under the client's card. */
function answers(by: Side, words: string): Step {
  const phrase = phrases.findIndex((each) => each.words === words)
  return { does: 'answer', side: 'client', by, of: 0, phrase, toClient: false }
}

/** Somebody puts a label of ours on by hand. */
const puts = (side: Side, name: string): Step => ({
  does: 'rule',
  side,
  of: 0,
  label: numberOf(name),
  instead: false,
})

/** What is done to the labels of one request, each seen before the next. */
const hands = (first: Step, ...others: readonly Step[]): History => ({
  ...between('trello', 'trello'),
  steps: [first, rest, ...others.flatMap((step) => [step, rest])],
})

const plain = { does: 'ask', title: 0, text: 0, due: 'far' } as const

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
  ...(['client', 'assistant'] as const).flatMap((side) => [
    {
      name: `a ruling that was overruled in words may be put on again, and counts (${side})`,
      history: hands(plain, puts(side, 'Hors cadre'), answers('assistant', '/in'), puts(side, 'Hors cadre')),
    },
    {
      name: `urgent work that was declined may be confirmed by the label that confirmed it before (${side})`,
      history: hands(
        urgent,
        puts(side, 'Urgent · confirmé'),
        answers('assistant', '/decline'),
        puts(side, 'Urgent · confirmé'),
      ),
    },
  ]),
  {
    name: 'of rulings by labels on either side the latest is what both show',
    history: hands(
      plain,
      puts('client', 'Hors cadre'),
      puts('assistant', 'Dans le cadre'),
      puts('client', 'Hors cadre'),
    ),
  },
  {
    name: 'a ruling by a label on the twin that no answer says is one for the request too',
    history: hands(plain, puts('assistant', 'Devis à prévoir')),
  },
  {
    name: 'of two rulings by labels on one request the later one is what it shows',
    history: hands(plain, puts('client', 'Hors cadre'), puts('client', 'Devis à prévoir')),
  },
  {
    name: 'a label that was taken off the twin is there again when it is put on the request',
    history: hands(
      plain,
      { does: 'overrule', side: 'assistant', of: 0 },
      puts('client', 'Hors cadre'),
      puts('client', 'Dans le cadre'),
    ),
  },
  {
    name: 'a price that is named after a no asks anew, also where a label had confirmed',
    history: hands(
      urgent,
      puts('client', 'Urgent · confirmé'),
      answers('client', '/refuse'),
      answers('assistant', '/quote 120'),
    ),
  },
  ...(['client', 'assistant'] as const).flatMap((side) => [
    {
      name: `urgent work that a label had confirmed bears no word of it once the client has refused (${side})`,
      history: hands(urgent, puts(side, 'Urgent · confirmé'), answers('client', '/refuse')),
    },
    {
      name: `a quote that a label had asked for is asked for no more once the client has refused it (${side})`,
      history: hands(
        plain,
        puts(side, 'Devis à prévoir'),
        answers('assistant', '/quote 120'),
        answers('client', '/refuse'),
      ),
    },
  ]),
  {
    name: 'a label on the twin that answers no question stays there, and answers none',
    history: hands(plain, puts('assistant', 'Urgent · confirmé')),
  },
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
  ...[4, 5, 6, 7, 8, 9].map((moments) => ({
    name: `a label that the assistant puts on a twin answers once, whenever we die over it (${moments})`,
    history: {
      ...between('notion', 'notion'),
      steps: [
        ask,
        rest,
        puts('assistant', 'Dans le cadre'),
        deliverAll,
        { does: 'kill', steps: moments },
        { does: 'work', picks: [0, 0] },
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
  {
    name: 'what is said before a price is named does not agree to it',
    history: {
      ...between('trello', null),
      steps: [ask, rest, answers('client', 'Ok, merci !'), rest, answers('assistant', '/quote 120'), rest],
    },
  },
  ...[6, 8, 10, 12, 14, 16, 18].map((moments) => ({
    name: `a client’s word that was passed on is never taken for the assistant’s (${moments})`,
    history: {
      ...between('notion', 'clickup'),
      steps: [
        urgent,
        rest,
        answers('client', '/confirm'),
        deliverAll,
        { does: 'kill', steps: moments },
        { does: 'work', picks: [0, 0, 0] },
        rest,
      ] satisfies Step[],
    },
  })),
  ...[2, 3, 4, 5].map((moments) => ({
    name: `an answer is heard though we died over it (${moments})`,
    history: {
      ...between('notion', null),
      steps: [
        urgent,
        rest,
        answers('assistant', 'Je confirme'),
        deliverAll,
        { does: 'note', side: 'client' },
        { does: 'kill', steps: moments },
        { does: 'work', picks: [0, 0, 0] },
        rest,
      ] satisfies Step[],
    },
  })),
  {
    name: 'an answer of which no webhook told is heard after a full sweep',
    history: {
      ...between('clickup', null),
      steps: [urgent, rest, answers('assistant', '/confirm'), loseAll, rest],
    },
  },
  ...[6, 8, 10, 12, 14].map((moments) => ({
    name: `two comments that say the same have a copy each, whenever we die over it (${moments})`,
    history: {
      ...between('trello', 'notion'),
      steps: [
        ask,
        rest,
        { does: 'say', side: 'client', of: 0, toClient: false, twice: true },
        deliverAll,
        { does: 'kill', steps: moments },
        { does: 'work', picks: [0, 0, 0] },
        rest,
      ] satisfies Step[],
    },
  })),
  ...[1, 3, 5, 7, 9, 11].map((moments) => ({
    name: `what was written down becomes one card and one twin, whenever we die over it (${moments})`,
    history: {
      ...between('clickup', 'notion'),
      steps: [
        { does: 'kill', steps: moments },
        { does: 'tell', title: 0, text: 0, due: 'near' },
        { does: 'work', picks: [0, 0, 0] },
        rest,
      ] satisfies Step[],
    },
  })),
  ...[10, 14, 18].map((moments) => ({
    name: `a date that was taken away unseen and set again gets to the twin (${moments})`,
    history: {
      ...between('clickup', 'trello'),
      listMoves: true,
      steps: [
        { does: 'ask', title: 2, text: 2, due: 'far' },
        rest,
        { does: 'fail', side: 'client', how: 'broken', unseen: true, times: 1 },
        { does: 'ask', text: 0, due: 'none' },
        { does: 'edit', side: 'client', of: 0, due: 'none' },
        deliverAll,
        { does: 'kill', steps: moments },
        { does: 'work', picks: [0, 0, 0] },
        { does: 'edit', side: 'client', of: 2, text: 3, due: 'far' },
        rest,
      ] satisfies Step[],
    },
  })),
]
