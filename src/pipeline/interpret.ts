import { type MappedField, type Mapping, statusOf } from '#model/board.ts'
import type { LabelKey } from '#model/decision.ts'
import type { Shown } from '#model/operation.ts'
import type { Comment, Complexity, Instant, Observed, ShownValue, Status, Task } from '#model/task.ts'
import { endOfDay } from '#policies/calendar.ts'
import { fold } from '#policies/text/fold.ts'
import { dueOf } from './due.ts'

/** A task as the tool shows it, taken apart: what a person asks, and what is ours on it. */
export interface Interpreted {
  readonly task: Task
  readonly theirs: Shown
}

/** What it takes to read a task: whose comment is ours, and where the client is. */
export interface Reading {
  /** By what our comment is known, e.g. `réf. K7Q2`. */
  readonly reference: string
  /** The tool's user id that we write as. */
  readonly userId: string
  /** Our comment as we left it: all that is known where tools do not show comments with the task. */
  readonly last: Shown['comment']
  /** The client's IANA zone: a due day ends where the client is. */
  readonly timeZone: string
}

/** Read an observed task through its board's mapping. Rules get `task` only, so they never see our own writing. */
export function interpret(observed: Observed, mapping: Mapping, reading: Reading): Interpreted {
  const task = readTask(observed, mapping, reading.timeZone)
  return {
    task,
    theirs: {
      labels: ownLabels(observed, mapping),
      estimate: fieldValue('estimate', observed, mapping),
      surcharge: fieldValue('surcharge', observed, mapping),
      status: task.status,
      comment: observed.comments === null ? reading.last : findOwn(observed.comments, reading),
    },
  }
}

/**
 * What a person asks: the part of an observed task that is judged.
 * @param timeZone the client's IANA zone: a due day ends where the client is
 */
export function readTask(observed: Observed, mapping: Mapping, timeZone: string): Task {
  return {
    title: observed.title,
    text: observed.text,
    submittedAt: observed.createdAt,
    dueAt: dueMoment(observed, timeZone),
    service: serviceOf(observed, mapping),
    hours: numberOf(fieldValue('hours', observed, mapping)),
    complexity: complexityOf(fieldValue('complexity', observed, mapping), mapping.fields.complexity),
    revision: numberOf(fieldValue('revision', observed, mapping)),
    channel: observed.ref.tool,
    attachments: observed.attachments,
    status: statusOf(observed, mapping),
  }
}

/** What was drawn up elsewhere is asked when it is brought to the board (`Facts.arrivedAt`). */
export const asArrived = (task: Task, arrivedAt: Instant | null | undefined): Task =>
  arrivedAt == null ? task : { ...task, submittedAt: arrivedAt }

function fieldValue(field: keyof Mapping['fields'], observed: Observed, { fields }: Mapping): ShownValue {
  const mapped = fields[field]
  return mapped === undefined ? null : (observed.fields[mapped.id] ?? null)
}

function dueMoment(observed: Observed, timeZone: string): Instant | null {
  const { at, day } = dueOf(observed, timeZone)
  return at ?? (day === null ? null : endOfDay(day, timeZone))
}

/** The first service that somebody named by a label, or by the mapped field. */
function serviceOf(observed: Observed, mapping: Mapping): string | null {
  const field = mapping.fields.service
  const chosen = field === undefined ? null : observed.fields[field.id]
  const ids = [...(chosen ? [chosen] : []), ...observed.labels.map((label) => label.id)]
  return ids.map((id) => mapping.services[id]).find((service) => service !== undefined) ?? null
}

function ownLabels(observed: Observed, mapping: Mapping): LabelKey[] {
  const present = new Set(observed.labels.map((label) => label.id))
  const keys = Object.keys(mapping.labels) as LabelKey[]
  return keys.filter((key) => present.has(mapping.labels[key] ?? '')).sort()
}

/**
 * The one that we know, whatever account it was written with, else one of our account that ends as ours do: people may quote the
 * reference.
 */
function findOwn(comments: readonly Comment[], { userId, reference, last }: Reading): Shown['comment'] {
  const endsAsOurs = ({ authorId, text }: Comment) =>
    authorId === userId && text.trimEnd().split('\n').at(-1) === reference
  const found = comments.find(({ id }) => id === last?.id) ?? comments.find(endsAsOurs)
  return found === undefined ? null : { id: found.id, text: found.text }
}

/** Words by which people name a complexity, folded; also the English ones, whatever the client speaks. */
const complexityWords: Readonly<Record<string, Complexity>> = {
  low: 'low',
  simple: 'low',
  faible: 'low',
  medium: 'medium',
  moyenne: 'medium',
  moyen: 'medium',
  high: 'high',
  complex: 'high',
  complexe: 'high',
  elevee: 'high',
}

function complexityOf(value: ShownValue, field: MappedField | undefined): Complexity | null {
  if (value === null) return null
  const word = fold(field?.options?.[value] ?? value).trim()
  return Object.hasOwn(complexityWords, word) ? (complexityWords[word] ?? null) : null
}

function numberOf(value: string | null): number | null {
  const number = value === null ? Number.NaN : Number(value.replace(',', '.'))
  return Number.isFinite(number) && number > 0 ? number : null
}

/** The list or option that stands for a status on this board; the first, if several do. */
export function statusIdOf(status: Status, mapping: Mapping): string | null {
  return mapping.statuses.find((mapped) => mapped.status === status)?.id ?? null
}
