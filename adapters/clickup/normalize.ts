import type { PlacedField } from '#model/adapter.ts'
import type { AttachedFile, Instant, Observed, ShownValue } from '#model/task.ts'
import { assignedTo } from '../assigned-to.ts'
import { attachmentOf } from '../attachment.ts'
import { instantAt, unknownMoment } from '../moment.ts'
import { optionLabelId, tagId } from './label-id.ts'
import type {
  ClickUpAttachment,
  ClickUpField,
  ClickUpFieldValue,
  ClickUpOption,
  ClickUpTask,
} from './schema.ts'

/** Where the person is who set the date, who need not be where the client is (date formatting page). */
const wholeDayAt = '04:00'

/** A ClickUp task in the words that all parts share. */
export function normalize(task: ClickUpTask, connectionId: string): Observed {
  const createdAt = instantOf(task.date_created) ?? unknownMoment
  const values = task.custom_fields ?? []
  const tags = (task.tags ?? []).map(({ name }) => ({ id: tagId(name), name }))
  return {
    ref: { tool: 'clickup', connectionId, taskId: task.id },
    containerId: task.list.id,
    url: task.url,
    title: task.name,
    text: task.text_content || task.description || '',
    createdAt,
    createdBy: task.creator?.id ?? null,
    changedAt: instantOf(task.date_updated) ?? createdAt,
    ...assignedTo((task.assignees ?? []).map(({ id }) => id)),
    dueAt: instantOf(task.due_date),
    dueDay: null,
    ...(task.due_date && { dueDayAt: wholeDayAt }),
    archived: task.archived ?? false,
    // A template is kept apart from tasks and has no task id.
    template: false,
    ...(isUntouched(task) && { copied: true }),
    statusId: statusId(task.status.status),
    labels: [...tags, ...values.flatMap(chosenLabels)],
    fields: normalizeFields(values),
    attachments: (task.attachments ?? []).filter(({ deleted }) => !deleted).map(normalizeAttachment),
    comments: null,
  }
}

/**
 * ClickUp does not say that a task was made from another, from a template or by a recurrence, all of which bring tags along. Where
 * nothing was done to it since, all it shows was there from the beginning.
 */
const isUntouched = ({ date_created, date_updated }: ClickUpTask) =>
  Number(date_created ?? Number.NaN) === Number(date_updated)

/** A person may have given the file another title, without its ending. */
function normalizeAttachment({ title, extension, mimetype, url }: ClickUpAttachment): AttachedFile {
  const ending = extension ? `.${extension}` : ''
  const isWhole = title.toLowerCase().endsWith(ending.toLowerCase())
  return attachmentOf(isWhole ? title : title + ending, mimetype, url ?? null)
}

/** A custom field that can be mapped; null for the types that Cadre has no use for. */
export function normalizeField(field: ClickUpField): PlacedField | null {
  const { id, name, type, type_config } = field
  const place = { id, name, ...(isPartial(field) && { isPartial: true as const }) }
  if (type === 'number') return { ...place, type: 'number' }
  if (type === 'currency')
    return { ...place, type: 'number', currency: type_config?.currency_type?.toUpperCase() ?? null }
  if (type === 'text' || type === 'short_text') return { ...place, type: 'text' }
  if (type !== 'drop_down') return null
  const options = Object.fromEntries((type_config?.options ?? []).map((each) => [each.id, optionName(each)]))
  return { ...place, type: 'choice', options }
}

/** Is it there on tasks of some custom types alone? On others it can neither be written nor stays empty: they do not have it. */
export function isPartial({ applied_objects }: Pick<ClickUpField, 'applied_objects'>): boolean {
  return (applied_objects ?? []).length > 0
}

/** Statuses are set by their name alone, whatever its case; the name in lower case is their id. */
export function statusId(name: string): string {
  return name.toLowerCase()
}

export function optionName({ label, name }: ClickUpOption): string {
  return label ?? name ?? ''
}

/** A moment as ClickUp writes it (Unix milliseconds), null for none or for what is no moment. */
export function instantOf(value: string | number | null | undefined): Instant | null {
  if (value === null || value === undefined || value === '') return null
  return instantAt(Number(value))
}

function chosenLabels({ id, type, type_config, value }: ClickUpFieldValue): Observed['labels'] {
  if (type !== 'labels' || !Array.isArray(value)) return []
  const chosen = (type_config?.options ?? []).filter((option) => value.includes(option.id))
  return chosen.map((option) => ({
    id: optionLabelId({ fieldId: id, optionId: option.id }),
    name: optionName(option),
  }))
}

function normalizeFields(values: readonly ClickUpFieldValue[]): Observed['fields'] {
  const fields: Record<string, ShownValue> = {}
  for (const field of values) {
    const shown = shownValue(field)
    if (shown !== null) fields[field.id] = shown
  }
  return fields
}

function shownValue({ type, type_config, value }: ClickUpFieldValue): ShownValue {
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return null
  switch (type) {
    case 'number':
    case 'currency':
      return canonicalNumber(value)
    case 'drop_down':
      return chosenOption(type_config?.options ?? [], value)
    case 'text':
    case 'short_text':
      return String(value)
    default:
      return null
  }
}

/** `"094.50"` → `"94.5"`, so that a comparison finds no false difference. What is no number stays as it is. */
function canonicalNumber(value: string | number): string {
  const number = Number(value)
  return Number.isFinite(number) ? String(number) : String(value)
}

/** A drop-down is written by its option's id, but given back as the option's position. */
function chosenOption(options: readonly ClickUpOption[], value: string | number): string | null {
  const byId = options.find((option) => option.id === value)
  const byPosition = options.find((option, index) => (option.orderindex ?? index) === Number(value))
  return (byId ?? byPosition)?.id ?? null
}
