import fc from 'fast-check'
import { type Tool, tools } from '#model/task.ts'
import { handLabelCount } from './hand-labels.ts'
import { phrases, quotePhrase } from './phrases.ts'
import { serviceLabels } from './service-labels.ts'
import { urgentTitle } from './words.ts'

/** Whose board something happens on. */
export const sides = ['client', 'assistant'] as const
export type Side = (typeof sides)[number]

/** Where people may put a task; each side's boards lack one of these that the other side's have. */
export const places = ['requested', 'in_progress', 'review', 'waiting', 'done'] as const
export type Place = (typeof places)[number]

/** What a person writes as a request. Titles and texts go by their number in `words.ts`. */
export interface Draft {
  readonly title?: number | undefined
  readonly text?: number | undefined
  readonly due?: 'none' | 'near' | 'far' | undefined
}

/**
 * Something a person does. `of` counts the requests of this history, and goes round where there are fewer.
 * On the assistant's side it is done to the request's twin; what cannot be done at that moment is not done.
 */
export type Gesture =
  | ({ readonly does: 'ask' } & Draft)
  /** The client asks by another way, and the assistant writes it down for the client's board. */
  | ({ readonly does: 'tell' } & Draft)
  | ({ readonly does: 'edit'; readonly side: Side; readonly of: number } & Draft)
  | { readonly does: 'move'; readonly side: Side; readonly of: number; readonly to: Place }
  /** `twice`: the very same words at once, as by a doubled tap. */
  | {
      readonly does: 'say'
      readonly side: Side
      readonly of: number
      readonly toClient: boolean
      readonly twice?: boolean | undefined
    }
  /** Say one of the phrases of `phrases.ts`, by its number. The assistant may also speak under the client's card. */
  | {
      readonly does: 'answer'
      readonly side: Side
      readonly by: Side
      readonly of: number
      readonly phrase: number
      readonly toClient: boolean
    }
  | { readonly does: 'correct' | 'unsay'; readonly side: Side; readonly of: number }
  /** Put on, or take off, a label of one's own. */
  | { readonly does: 'tag' | 'untag'; readonly side: Side; readonly of: number }
  /** Take off a label of ours: a ruling. */
  | { readonly does: 'overrule'; readonly side: Side; readonly of: number }
  /** Put on a label of `hand-labels.ts`, by its number. `instead`: what is said there of the same question goes, a swap. */
  | {
      readonly does: 'rule'
      readonly side: Side
      readonly of: number
      readonly label: number
      readonly instead: boolean
    }
  /** The client says by a label of `service-labels.ts`, by its number, which service it is. */
  | { readonly does: 'choose'; readonly side: 'client'; readonly of: number; readonly service: number }
  | { readonly does: 'archive' | 'restore' | 'delete'; readonly side: Side; readonly of: number }
  /** The assistant notes something of her own. */
  | { readonly does: 'note'; readonly side: Side }

/** Something that goes wrong or goes on. */
export type Weather =
  /** Webhooks arrive, any of those on their way. */
  | { readonly does: 'deliver' | 'double'; readonly picks: readonly number[] }
  | { readonly does: 'lose'; readonly picks: readonly number[] }
  | { readonly does: 'work'; readonly picks: readonly number[] }
  | { readonly does: 'sweep'; readonly side: Side }
  /** The next calls to this side's tool fail. `unseen`: what was asked is done all the same. */
  | {
      readonly does: 'fail'
      readonly side: Side
      readonly how: 'busy' | 'broken' | 'cut'
      readonly unseen: boolean
      readonly times: number
    }
  /** The process dies so many steps from now: calls and commits, each of which has a before and an after. */
  | { readonly does: 'kill'; readonly steps: number }
  /** All is well again until nothing is left to do. */
  | { readonly does: 'rest' }
  /** Nobody does anything for so many hours. A sweep comes round in each, but for those that are missed, the first being 1. */
  | { readonly does: 'wait'; readonly hours: number; readonly missed: readonly number[] }

export type Step = Gesture | Weather

/** A whole life of two boards, or of one. Plain data: it can be printed, and made smaller. */
export interface History {
  readonly tools: { readonly client: Tool; readonly assistant: Tool | null }
  /** Which board is only judged, not written to. */
  readonly dryRun: Side | null
  readonly relays: boolean
  /** Do some lists mean answers (`placeAnswers`)? */
  readonly listMoves?: boolean | undefined
  /** Does the assistant keep hours (`hours.ts`), so that time answers what nobody does? */
  readonly keepsHours?: boolean | undefined
  readonly steps: readonly Step[]
}

const side = fc.constantFrom(...sides)
const of = fc.nat({ max: 2 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const draft = {
  title: maybe(fc.nat({ max: 5 })),
  text: maybe(fc.nat({ max: 3 })),
  due: maybe(fc.constantFrom('none', 'near', 'far')),
}
const picks = (maxLength: number) => fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength })

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ does: fc.constant('ask'), ...draft }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('tell'), ...draft }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('edit'), side, of, ...draft }) },
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constant('move'), side, of, to: fc.constantFrom(...places) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('say'),
      side,
      of,
      toClient: fc.boolean(),
      twice: fc.oneof(
        { weight: 4, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('correct', 'unsay'), side, of }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('tag', 'untag'), side, of }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('overrule'), side, of }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('choose'),
      side: fc.constant('client'),
      of,
      service: fc.nat({ max: serviceLabels.length - 1 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('rule'),
      side,
      of,
      label: fc.nat({ max: handLabelCount - 1 }),
      instead: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom('archive', 'restore', 'restore', 'delete'), side, of }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('note'), side }) },
)

/** Under the client's card either speaks, on her own board the assistant alone. */
const speaker = fc.constantFrom<{ readonly side: Side; readonly by: Side }>(
  { side: 'client', by: 'client' },
  { side: 'client', by: 'client' },
  { side: 'client', by: 'assistant' },
  { side: 'assistant', by: 'assistant' },
  { side: 'assistant', by: 'assistant' },
)

/** Half of the answers are heard before anybody goes on. */
const answer: fc.Arbitrary<readonly Step[]> = fc
  .record({
    speaker,
    of,
    phrase: fc.nat({ max: phrases.length - 1 }),
    toClient: fc.boolean(),
    heard: fc.constantFrom<readonly Weather[]>([{ does: 'rest' }], []),
  })
  .map(({ speaker: who, of: which, phrase, toClient, heard }) => [
    { does: 'answer', ...who, of: which, phrase, toClient },
    ...heard,
  ])

const weather: fc.Arbitrary<Weather> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom('deliver', 'deliver', 'double'), picks: picks(9) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('lose'), picks: picks(3) }) },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('work'), picks: picks(3) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sweep'), side }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('rest') }) },
)

const failure: fc.Arbitrary<Weather> = fc.record({
  does: fc.constant('fail'),
  side,
  how: fc.constantFrom('busy', 'broken', 'cut'),
  unseen: fc.boolean(),
  times: fc.integer({ min: 1, max: 3 }),
})
const death: fc.Arbitrary<Weather> = fc.record({ does: fc.constant('kill'), steps: fc.nat({ max: 24 }) })

/** Trouble comes where there is work to do: what has been told is told, and then it strikes the work on it. */
const trouble: fc.Arbitrary<readonly Step[]> = fc
  .oneof({ weight: 1, arbitrary: failure }, { weight: 2, arbitrary: death })
  .map((mishap) => [
    { does: 'deliver', picks: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] },
    mishap,
    { does: 'work', picks: [0, 0, 0] },
  ])

const part: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 7, arbitrary: gesture.map((each): readonly Step[] => [each]) },
  { weight: 3, arbitrary: weather.map((each): readonly Step[] => [each]) },
  { weight: 2, arbitrary: trouble },
  { weight: 5, arbitrary: answer },
)

/** Every pair of tools, and every tool alone, equally often. */
const pair = fc.record({
  client: fc.constantFrom(...tools),
  assistant: fc.constantFrom<Tool | null>(...tools, null),
})

/** Any history. It begins with a request, for without one nothing can happen; half of them with its twin as well. */
export const anyHistory: fc.Arbitrary<History> = fc.record({
  tools: pair,
  dryRun: fc.oneof({ weight: 8, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: side }),
  relays: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  listMoves: fc.boolean(),
  steps: fc
    .tuple(
      fc.record({ does: fc.constant('ask'), ...draft }),
      fc.constantFrom<readonly Weather[]>([{ does: 'rest' }], []),
      fc.array(part, { minLength: 12, maxLength: 22, size: 'max' }),
    )
    .map(([first, begun, others]): readonly Step[] => [first, ...begun, ...others.flat()]),
})

/** A time in which nobody does anything, by the number of the step that it comes after. */
interface Pause {
  readonly after: number
  readonly steps: readonly Step[]
}

/** Without a question there is nothing that time could do: something is urgent, or the assistant names a price. */
const question: fc.Arbitrary<Gesture> = fc.oneof(
  fc.record({ does: fc.constant('ask'), title: fc.constant(urgentTitle), due: draft.due }),
  fc.record({
    does: fc.constant('answer'),
    ...{ side, by: fc.constant('assistant'), of },
    ...{ phrase: fc.constant(quotePhrase), toClient: fc.constant(false) },
  }),
)

/** Hours, half of which begin when all that was said has been heard, and some with a mishap. */
const pause: fc.Arbitrary<Pause> = fc
  .record({
    after: fc.nat({ max: 99 }),
    asked: fc.option(question),
    heard: fc.constantFrom<Weather | null>({ does: 'rest' }, null),
    mishap: fc.option(fc.oneof(failure, death)),
    hours: fc.integer({ min: 1, max: 6 }),
    missed: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
  })
  .map(({ after, asked, heard, mishap, hours, missed }) => ({
    after,
    steps: [asked, heard, mishap, { does: 'wait', hours, missed } as const].filter((step) => step !== null),
  }))
const pauses = fc.array(pause, { minLength: 3, maxLength: 4, size: 'max' })

/** In one of so many histories time counts. */
const timedEvery = 10

/** The history of a seed: always the same one. */
export function historyOf(seed: number): History {
  const history = drawn(anyHistory, seed)
  return seed % timedEvery === 0 ? withPauses(history, drawn(pauses, seed)) : history
}

const withPauses = (history: History, between: readonly Pause[]): History => ({
  ...history,
  keepsHours: true,
  steps: history.steps.flatMap((step, index) => [
    step,
    ...between.filter(({ after }) => after % history.steps.length === index).flatMap(({ steps }) => steps),
  ]),
})

function drawn<T>(from: fc.Arbitrary<T>, seed: number): T {
  const [value] = fc.sample(fc.noBias(from), { seed, numRuns: 1 })
  if (value === undefined) throw new TypeError('fast-check drew nothing')
  return value
}
