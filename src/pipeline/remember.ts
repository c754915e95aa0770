import { createHash } from 'node:crypto'
import type { Facts, Override } from '#model/facts.ts'
import type { Instant, Task } from '#model/task.ts'
import { isRecording } from '#policies/recording.ts'
import type { Booked } from './account.ts'
import { mergeOverrides } from './override.ts'
import type { Told } from './told.ts'

/** What is judged of a task, as one value: when it changes, the request itself has changed. */
export function fingerprintOf(task: Task): string {
  const { title, text, dueAt, service, hours, complexity, revision, attachments } = task
  // That something is attached counts, and whether somebody speaks in it; not what it is called.
  const files = [attachments.length > 0, attachments.some(isRecording)]
  const judged = [title, text, dueAt, service, hours, complexity, revision, files]
  return createHash('sha256').update(JSON.stringify(judged)).digest('base64url')
}

/**
 * What was taken in silently stays so for as long as its tool shows the same of it: that it is read otherwise since, by another
 * mapping or in another zone, or with the files that no listing shows (ClickUp), is nobody's doing.
 * @param facts of what was taken in
 * @param before what was known of it, as it would be read now
 */
export function stillTakenIn(facts: Facts, before: Task, task: Task): Facts {
  const fingerprint = fingerprintOf(task)
  const isSame = fingerprintOf({ ...before, attachments: task.attachments }) === fingerprint
  return isSame ? { ...facts, fingerprint } : facts
}

/** The fingerprint of a request that is to be judged as if it were new (`TaskStore.judgeTakenIn`). */
const unjudged = ''

/** By which rules a request is judged, and what the books say then. */
export type Judgement = Pick<
  Facts,
  'policyId' | 'policyVersion' | 'examplesRevision' | 'agreed' | 'assigned' | 'standIn' | 'account'
>

/** What this look adds to what we knew. */
export interface Look {
  readonly now: Instant
  /** The rules in force for this request and what the books say; looked up when the request is new or has changed. */
  readonly judgement: Judgement
  /** What the books say now about a known request, when they have changed since it was judged; else null. */
  readonly booked: Booked | null
  readonly booksRevision: number
  readonly told: Told
  /** When the present due date was set, as told by an event; null when none told. */
  readonly dueSetAt: Instant | null
  /** When the task was brought to its board from elsewhere; null where it was made there. */
  readonly arrivedAt: Instant | null
  /** When it came as a request; null where this is the first look at it. */
  readonly cameAt: Instant | null
  /** Was the task there before its board was watched? */
  readonly wasThereFirst: boolean
  readonly overrides: readonly Override[]
}

/**
 * Bring the facts up to date with a look. An unchanged request keeps its clock and its version, so its verdict stays;
 * a changed one starts afresh: overrides fall, and it is judged as of now. What the books and people say since is taken in
 * either way.
 */
export function remember(known: Facts | null, task: Task, look: Look): Facts {
  const fingerprint = fingerprintOf(task)
  const due = dueFacts(known, task, look)
  const { answers, revision, undo } = look.told
  const told = { booksRevision: look.booksRevision, answers, revision, undo }
  if (known !== null && known.fingerprint === fingerprint && !look.told.isRejudged) {
    const account = look.booked === null ? known.account : { ...known.account, ...look.booked }
    return {
      ...known,
      ...due,
      ...told,
      account,
      overrides: mergeOverrides(look.told.overrides, look.overrides),
    }
  }
  const { policyId, policyVersion, examplesRevision, agreed, assigned, standIn, account } = look.judgement
  return {
    fingerprint,
    judgedAt: look.now,
    policyId,
    policyVersion,
    examplesRevision,
    agreed,
    assigned,
    standIn,
    account,
    ...due,
    ...told,
    arrivedAt: look.arrivedAt,
    cameAt: look.cameAt,
    takenIn: known === null && look.wasThereFirst,
    silent: known?.fingerprint === unjudged && known.silent === true,
    overrides: mergeOverrides(look.told.isRejudged ? look.told.overrides : [], look.overrides),
  }
}

/**
 * Notice counts from the moment the date was set, of a task that was brought here from when it was at the earliest. Of one that
 * was there first nobody can tell: its own age counts.
 */
function dueFacts(known: Facts | null, task: Task, look: Look): Pick<Facts, 'dueAt' | 'dueSetAt'> {
  if (task.dueAt === null) return { dueAt: null, dueSetAt: null }
  if (known !== null && known.dueAt === task.dueAt) return { dueAt: known.dueAt, dueSetAt: known.dueSetAt }
  if (known === null && look.wasThereFirst) return { dueAt: task.dueAt, dueSetAt: task.submittedAt }
  const arrivedAt = known === null ? look.arrivedAt : null
  const setAt = look.dueSetAt ?? arrivedAt ?? look.now
  return { dueAt: task.dueAt, dueSetAt: arrivedAt !== null && setAt < arrivedAt ? arrivedAt : setAt }
}
