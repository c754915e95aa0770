import { meaningOfLabel, subjectOf } from './hand-labels.ts'
import type { Side } from './history.ts'
import type { Asked, Saying, Telling, Version } from './memory.ts'
import { type Meaning, phraseOf, placeAnswers } from './phrases.ts'
import {
  type Act,
  moved,
  movedByTime,
  quotePicture,
  type Standing,
  untouched,
  urgentPicture,
} from './pictures.ts'
import { serviceLabels } from './service-labels.ts'
import { soundsUrgent } from './words.ts'

/** An answer that counts: whose, by which way, and at which step it was given. */
export interface Counted {
  readonly side: Side
  readonly via: 'comment' | 'status' | 'label' | 'time'
  readonly means: Meaning | Act
  readonly step: number
}

/** The label that shows what was decided, and the step at which it was. */
export interface Decided {
  /** Null where none is left. */
  readonly label: string | null
  readonly step: number
}

/** What answers come to when each is heard before the next is given. */
export interface Forecast extends Standing {
  readonly counted: readonly Counted[]
  /** The step at which anything was decided about that; null where what people did to labels before may hold or not. */
  readonly urgentSince: number | null
  readonly quoted: number | null
  /** The estimate that was shown when it was accepted, and at which step it was. */
  readonly agreed: { readonly estimate: string | null; readonly step: number } | null
  /** The step at which the client said no, while that holds. */
  readonly refused: number | null
  readonly isGivenAway: boolean
  /** What people decided about its scope; null where nobody did, or one has to know the catalogue. */
  readonly scope: Decided | null
  /** What was asked last. */
  readonly version: Version
}

const scopes = ['dans le cadre', 'devis à prévoir', 'hors cadre', 'à vérifier'] as const

type Event = { readonly told: Telling } & (
  | { readonly version: Version }
  | { readonly act: Act }
  | {
      readonly side: Side
      readonly via: 'comment' | 'status' | 'label'
      readonly means: Meaning
      readonly isUnclear: boolean
    }
  | { readonly label: string; readonly change: 'added' | 'removed' }
)

/**
 * Foretell by the documents alone what answers to a request come to; null where that depends on what people cannot see,
 * such as the service of what was ruled in without one.
 * @param acts what time did meanwhile, and after which step: whether it should have, `time.ts` tells
 */
export function forecastOf(
  asked: Asked,
  listMoves: boolean,
  acts: readonly (Act & { readonly step: number })[],
): Forecast | null {
  let state: State = start(
    asked.versions[0] ?? { step: 0, title: '', due: null, isShort: false, service: null },
  )
  for (const event of [...eventsOf(asked, listMoves), ...acts.map(eventOf)].toSorted(bySteps)) {
    if ('version' in event) {
      state = { ...start(event.version), counted: state.counted, isGivenAway: state.isGivenAway }
      continue
    }
    if ('act' in event) {
      state = afterTime(state, event)
      continue
    }
    if ('label' in event) {
      const ruled = afterHand(state, event)
      if (ruled === null) return null
      state = ruled
      continue
    }
    const { side, via, means, told, isUnclear } = event
    const counts = isUnclear ? null : isCounted(means, side, state, told)
    if (counts === null) return null
    if (!counts) continue
    const counted = [...state.counted, { side, via, means, step: told.step }]
    state = { ...after(state, means, told), counted }
  }
  return state
}

interface State extends Forecast {
  /** Did somebody rule on what it is? */
  readonly isRuled: boolean
  /** Labels on the request by which people decided something. */
  readonly byLabel: readonly string[]
}

function chosen({ service, step }: Version): Decided | null {
  const label = serviceLabels.find(({ name }) => name === service)?.verdict
  return label === undefined ? null : { label, step }
}

const start = (version: Version): State => ({
  counted: [],
  ...untouched,
  urgentSince: version.step,
  quoted: null,
  agreed: null,
  refused: null,
  isGivenAway: false,
  scope: chosen(version),
  version,
  isRuled: false,
  byLabel: [],
})

function eventsOf({ request, twin, versions }: Asked, listMoves: boolean): Event[] {
  const said = (hand: typeof request | null, board: Side) =>
    (hand?.sayings ?? []).flatMap((saying) => answersIn(saying, board))
  const wentTo = (hand: typeof request | null, side: Side): Event[] =>
    (hand?.moves ?? []).flatMap(({ to, told }): Event[] => {
      const means = placeAnswers[side][to]
      const other = told.places[side === 'client' ? 'assistant' : 'client']
      return means === undefined ? [] : [{ side, via: 'status', means, told, isUnclear: other === to }]
    })
  // Of a swap what comes counts before what goes.
  const touched: Event[] = request.touched.toSorted((a, b) => (a.change < b.change ? -1 : 1))
  const ruled = (twin?.touched ?? []).flatMap(({ label, change, told }): Event[] => {
    const means = meaningOfLabel(label)
    // What comes off the twin is off there, and decides nothing; a verdict that no answer says is a ruling all the same.
    if (change === 'removed') return []
    if (means === null) return subjectOf(label) === 'scope' ? [{ label, change, told }] : []
    return [{ side: 'assistant', via: 'label', means, told, isUnclear: false }]
  })
  return [
    ...versions.map((version): Event => ({ version, told: { step: version.step, ...unseen } })),
    ...said(request, 'client'),
    ...said(twin, 'assistant'),
    ...touched,
    ...ruled,
    ...(listMoves ? [...wentTo(request, 'client'), ...wentTo(twin, 'assistant')] : []),
  ]
}

const unseen = { labels: [], estimate: null, places: { client: null, assistant: null } }
const eventOf = ({ step, ...act }: Act & { readonly step: number }): Event => ({
  act,
  told: { step, ...unseen },
})
const bySteps = (a: Event, b: Event) => a.told.step - b.told.step

function answersIn({ by, phrase, told }: Saying, board: Side): Event[] {
  const side = board === 'assistant' ? board : by
  const means = phrase === null ? null : phraseOf(phrase).means[side]
  return means === null ? [] : [{ side, via: 'comment', means, told, isUnclear: false }]
}

/** Somebody says that it has to be looked at: until that is done, nothing is said aloud, and no price shown. */
export const isInDoubt = ({ scope }: Pick<Forecast, 'scope'>) => scope?.label === 'à vérifier'

/**
 * What a price was agreed on for is within what was agreed, and after a no there is nothing left to quote or to look at,
 * unless that is ruled on later.
 */
export function shownScope({ scope, agreed, refused, urgent, quoted }: Forecast): Decided | null {
  if (scope === null) return null
  if (refused !== null && refused >= scope.step && isOpenVerdict(scope)) return { label: null, step: refused }
  if (agreed === null || agreed.step < scope.step) return scope
  const isElse = scope.label === 'hors cadre' || scope.label === 'devis à prévoir'
  return isElse && !isYesVoid({ urgent, quoted }) ? { label: 'dans le cadre', step: agreed.step } : scope
}

/** What was agreed on for its urgency counts for nothing while there is none. */
export const isYesVoid = ({ urgent, quoted }: Pick<Forecast, 'urgent' | 'quoted'>) =>
  quoted === null && (urgent === 'declined' || urgent === 'expired')

const isOpenVerdict = ({ label }: Decided) => label === 'devis à prévoir' || label === 'à vérifier'

export const isUrgent = ({ title, isShort }: Version) => isShort || soundsUrgent(title)

/** Does this answer anything? Null where nobody can tell from what the card shows. */
function isCounted(
  { kind }: Meaning,
  side: Side,
  state: State,
  { labels, estimate }: Telling,
): boolean | null {
  const { urgent, quote, quoted, version } = state
  const shown = scopes.filter((each) => labels.includes(each))
  // A no that ended it leaves nothing to ask about, and may leave no verdict.
  if (shown.length !== 1 && quote !== 'refused') return null
  const [scope] = shown
  const urges = isUrgent(version) && urgent !== 'waiting'
  const aboutUrgency = urges && urgentPicture[urgent][kind] !== undefined
  const aboutPrice = quotePicture[quote][kind] !== undefined
  switch (kind) {
    case 'confirm':
    case 'decline':
      return side === 'assistant' && aboutUrgency
    case 'accept': {
      if (!aboutPrice || isInDoubt(state)) return false
      const isDear =
        version.isShort && !state.isGivenAway && (urgent === 'to_confirm' || urgent === 'confirmed')
      if (side === 'client' && quoted === null && !isDear) return false
      if (quoted === null && state.isRuled) return null
      // A range of prices is not written into the field, and neither is none at all.
      if (quoted === null && scope === 'devis à prévoir' && estimate === null) return null
      return quoted !== null || scope === 'dans le cadre' || scope === 'devis à prévoir'
    }
    case 'wait':
    case 'refuse': {
      const isOpen = quote !== 'unquoted' || urges || scope === 'devis à prévoir' || scope === 'hors cadre'
      return (side === 'assistant' || isOpen) && (aboutUrgency || aboutPrice)
    }
    default:
      return side === 'assistant'
  }
}

function after(known: State, means: Meaning, told: Telling): State {
  const state = { ...known, ...moved(known, means.kind) }
  switch (means.kind) {
    case 'confirm':
    case 'decline':
      return { ...state, urgentSince: told.step }
    case 'wait':
      return { ...state, urgentSince: told.step, agreed: null, refused: null }
    case 'refuse':
      return { ...state, urgentSince: told.step, agreed: null, refused: told.step }
    case 'accept':
      return { ...state, agreed: { estimate: told.estimate, step: told.step } }
    case 'quote':
      return state.quote === 'offered' ? { ...state, quoted: means.minor, refused: null } : state
    case 'goodwill':
      return { ...state, isGivenAway: true }
    case 'in':
    case 'out':
      return {
        ...state,
        isRuled: true,
        scope: { label: means.kind === 'in' ? 'dans le cadre' : 'hors cadre', step: told.step },
      }
    case 'hours':
      return state
    default:
      return { ...state, isRuled: true, scope: null }
  }
}

/** What is no longer offered has no price. */
function afterTime(state: State, { act, told }: Extract<Event, { readonly act: Act }>): State {
  const standing = movedByTime(state, act) ?? state
  const quoted = act.kind === 'expire' && act.question === 'quote' ? null : state.quoted
  const counted = [...state.counted, { side: 'assistant', via: 'time', means: act, step: told.step } as const]
  return { ...state, ...standing, quoted, counted }
}

/** A label on the request itself. Null where what held before it does so again. */
function afterHand(
  state: State,
  { label, change, told }: Extract<Event, { readonly label: string }>,
): State | null {
  if (change === 'removed') {
    const isInForce = subjectOf(label) === 'urgency' || state.scope?.label === label
    return isInForce && state.byLabel.includes(label) ? null : state
  }
  const byLabel = [...state.byLabel, label]
  if (subjectOf(label) === 'scope')
    return { ...state, byLabel, isRuled: true, scope: { label, step: told.step } }
  const isConfirmed =
    meaningOfLabel(label)?.kind === 'confirm' &&
    isUrgent(state.version) &&
    urgentPicture[state.urgent].confirm !== undefined
  return isConfirmed ? { ...state, byLabel, urgent: 'confirmed', urgentSince: told.step } : state
}
