import { refuse } from './refusal.ts'
import type { Field, FieldValue } from './world.ts'

/**
 * Checks a value that is to be set and brings it into the form in which it is kept; null clears. A drop-down takes an
 * option's id or its index, never its name; labels take an array of option ids, which replaces the former ones. The
 * codes are those that have been seen for each type.
 */
export function readFieldValue(field: Field, given: unknown): FieldValue | null {
  if (given === null) return null
  if (field.type === 'number' || field.type === 'currency') {
    return typeof given === 'number' && Number.isFinite(given)
      ? given
      : refuse(400, 'Invalid value for this field', 'FIELD_375')
  }
  if (field.type === 'drop_down') return readOption(field, given)
  if (field.type === 'labels') return readLabels(field, given)
  return typeof given === 'string' ? given : refuse(400, 'Invalid value for this field', 'FIELD_375')
}

/** A value as tasks show it: numbers as text, a drop-down by the index of its option, labels by their ids. */
export function shownFieldValue(field: Field, value: FieldValue): unknown {
  if (field.type === 'drop_down') return field.options.findIndex(({ id }) => id === value)
  return typeof value === 'number' ? String(value) : value
}

/** A value as a person reads it: options by their names. */
export function readableFieldValue(field: Field, value: FieldValue): FieldValue {
  const nameOf = (id: string) => field.options.find((option) => option.id === id)?.name ?? id
  if (field.type === 'drop_down') return nameOf(String(value))
  return Array.isArray(value) ? value.map(nameOf) : value
}

function readOption(field: Field, given: unknown): string {
  const option =
    typeof given === 'number' ? field.options[given] : field.options.find(({ id }) => id === given)
  return option?.id ?? refuse(400, 'Value must be an option index or uuid', 'FIELD_011')
}

function readLabels(field: Field, given: unknown): string[] {
  const known = new Set<unknown>(field.options.map(({ id }) => id))
  if (!Array.isArray(given) || !given.every((id) => known.has(id))) {
    refuse(400, 'Value must be an array of label ids', 'FIELD_144')
  }
  return [...new Set(given.map(String))]
}
