/** Which requests a fault is for. */
export interface FaultMatch {
  /** Reads pass unharmed and are not counted. */
  readonly onlyWrites?: boolean
  /** Tested against the path below the API's base. */
  readonly path?: RegExp
  /** The request is carried out and only its answer is spoiled: the caller cannot know that it was. */
  readonly afterCommit?: boolean
}

/** What goes wrong with a request: an answer as its tool gives it, silence, or a broken connection. */
export type Fault<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly afterCommit: boolean }
  | { readonly kind: 'hang' | 'cut'; readonly afterCommit: boolean }

/** Switches by which a sandbox misbehaves. All of them may be changed while it runs. */
export interface Faults<Failed extends FaultMatch> {
  /** Every request waits this long first. */
  latencyMs: number
  /** Every webhook leaves this much later. */
  delayWebhooksMs: number
  /** Webhooks of one moment leave in random order. */
  shuffle: boolean
  /** The next `times` matching requests get this answer. */
  failNext(times: number, answer?: Failed): void
  /** The next `times` matching requests get no answer at all. */
  hangNext(times: number, match?: FaultMatch): void
  /** The next `times` matching requests find their connection closed. */
  cutNext(times: number, match?: FaultMatch): void
  /** Answers show of this task its id and nothing else, as if it were of a shape that nobody knows. */
  spoil(id: string): void
  /** The next `times` webhooks are lost and never tried again. One change may make several. */
  dropNextWebhooks(times: number): void
  /** The next `times` webhooks are sent twice. */
  doubleNextWebhooks(times: number): void
  /** Webhooks are held back… */
  pauseWebhooks(): void
  /** …and all sent now. */
  resumeWebhooks(): void
  /** Everything works again; webhooks held back are sent. */
  clear(): void
}

/** The settings among the switches, as a sandbox may be started with. */
export type FaultSettings = Partial<Pick<Faults<FaultMatch>, 'latencyMs' | 'delayWebhooksMs' | 'shuffle'>>

/** The switches, and how the server asks them. */
export interface FaultPlan<Failed extends FaultMatch, Answer> {
  readonly faults: Faults<Failed>
  /** The fault for this request, if one is due; it is then used up. */
  take(request: Asked): Fault<Answer> | null
  /** What is shown of an answer: of spoiled tasks no more than their ids. */
  shown(answer: unknown): unknown
  /** How many copies of the next webhook to send: 0, 1 or 2. */
  copies(): number
  isPaused(): boolean
}

interface Asked {
  readonly write: boolean
  readonly path: string
}

interface Planned<Answer> {
  /** Made when it happens: what a refusal says may depend on the time. */
  readonly fault: () => Fault<Answer>
  readonly match: FaultMatch
  left: number
}

const noFaults = { latencyMs: 0, delayWebhooksMs: 0, shuffle: false }

/**
 * Switches with nothing wrong but `settings`. `answerFor` turns what a test asks for into an answer of the tool;
 * `onResume` is called when webhooks may leave again.
 */
export function createFaultPlan<Failed extends FaultMatch, Answer>(
  settings: FaultSettings,
  answerFor: (failed?: Failed) => Answer,
  onResume: () => void,
): FaultPlan<Failed, Answer> {
  const planned: Planned<Answer>[] = []
  const spoiled = new Set<string>()
  const webhooks = { drop: 0, double: 0, paused: false }
  const plan = (times: number, match: FaultMatch, fault: (afterCommit: boolean) => Fault<Answer>) => {
    if (times > 0) planned.push({ fault: () => fault(match.afterCommit === true), match, left: times })
  }
  const faults: Faults<Failed> = {
    ...noFaults,
    ...settings,
    failNext(times, failed) {
      plan(times, failed ?? {}, (afterCommit) => ({
        kind: 'answer',
        answer: answerFor(failed),
        afterCommit,
      }))
    },
    hangNext(times, match = {}) {
      plan(times, match, (afterCommit) => ({ kind: 'hang', afterCommit }))
    },
    cutNext(times, match = {}) {
      plan(times, match, (afterCommit) => ({ kind: 'cut', afterCommit }))
    },
    spoil(id) {
      spoiled.add(id)
    },
    dropNextWebhooks(times) {
      webhooks.drop = times
    },
    doubleNextWebhooks(times) {
      webhooks.double = times
    },
    pauseWebhooks() {
      webhooks.paused = true
    },
    resumeWebhooks() {
      webhooks.paused = false
      onResume()
    },
    clear() {
      planned.length = 0
      spoiled.clear()
      Object.assign(webhooks, { drop: 0, double: 0 })
      Object.assign(faults, noFaults)
      faults.resumeWebhooks()
    },
  }
  return {
    faults,
    take: (request) => takeFault(planned, request),
    shown: (answer) => (spoiled.size === 0 ? answer : withoutSpoiled(answer, spoiled)),
    copies: () => takeCopies(webhooks),
    isPaused: () => webhooks.paused,
  }
}

function takeFault<Answer>(planned: Planned<Answer>[], request: Asked): Fault<Answer> | null {
  const entry = planned.find(
    ({ match }) =>
      (request.write || match.onlyWrites !== true) &&
      (match.path === undefined || match.path.test(request.path)),
  )
  if (entry === undefined) return null
  entry.left -= 1
  if (entry.left === 0) planned.splice(planned.indexOf(entry), 1)
  return entry.fault()
}

function takeCopies(webhooks: { drop: number; double: number }): number {
  if (webhooks.drop > 0) {
    webhooks.drop -= 1
    return 0
  }
  if (webhooks.double === 0) return 1
  webhooks.double -= 1
  return 2
}

function withoutSpoiled(answer: unknown, spoiled: ReadonlySet<string>): unknown {
  return JSON.parse(JSON.stringify(answer), (_, value) =>
    spoiled.has(value?.id) ? { object: value.object, id: value.id } : value,
  )
}
