/**
 * ClickUp has two places for a verdict, and `Observed.labels` and `Mapping.labels` name both.
 * - A tag has no id. Its name in lower case, as ClickUp itself keeps it, stands for one.
 * - An option of a custom field of type `labels` is `"<field id>:<option id>"`. Field ids are UUIDs (`FIELD_057`), so
 *   a tag with a colon in its name is not mistaken for one.
 */
export type LabelId = string

/** Which option of which field. */
export interface OptionAt {
  readonly fieldId: string
  readonly optionId: string
}

const option = /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}):(.+)$/is

export function tagId(name: string): LabelId {
  return name.toLowerCase()
}

export function optionLabelId({ fieldId, optionId }: OptionAt): LabelId {
  return `${fieldId}:${optionId}`
}

/** Null when the id is a tag's. */
export function parseOptionLabelId(id: LabelId): OptionAt | null {
  const [, fieldId, optionId] = option.exec(id) ?? []
  return fieldId === undefined || optionId === undefined ? null : { fieldId, optionId }
}
