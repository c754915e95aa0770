import type { Client } from '@notionhq/client'
import type { Applied } from '#model/adapter.ts'
import type { MappedField, Mapping } from '#model/board.ts'
import type { FieldOperation, Operation } from '#model/operation.ts'
import type { Observed, ShownValue } from '#model/task.ts'
import { mappedField } from '../mapping.ts'
import { type Properties, readOnce } from './columns.ts'
import { type CommentDeps, writeComment, writeCopies } from './comment.ts'
import { labelValues } from './labels.ts'
import { readDataSource } from './layout.ts'
import { richText } from './rich-text.ts'
import { staleMapping, trashedPage } from './stale.ts'
import { statusValue } from './status.ts'
import { pageWords } from './words.ts'

/**
 * Carry out a plan in at most two calls and one more for each comment that is passed on: one for words, labels, status
 * and fields together, then comments. One read more where the page does not tell which property is meant: for a text, a
 * due date, and a status that it does not show. Doing it twice equals doing it once.
 * @throws AppError TOOL_MAPPING_STALE when a mapped property or option no longer exists, TOOL_REJECTED when there is none for a text,
 *   TOOL_NOT_FOUND when the page is gone, or in the trash by now
 */
export async function apply(
  observed: Observed,
  operations: readonly Operation[],
  mapping: Mapping,
  deps: CommentDeps,
): Promise<Applied> {
  const comment = operations.findLast((operation) => operation.kind === 'comment')
  const pageId = observed.ref.taskId
  const properties = await valuesOf(deps.api, observed, operations, mapping)
  return await trashedPage(async () => {
    if (Object.keys(properties).length > 0)
      await staleMapping(() => deps.api.pages.update({ page_id: pageId, properties }))
    return {
      commentId: comment === undefined ? null : await writeComment(pageId, comment, deps),
      relayed: await writeCopies(pageId, operations, deps),
    }
  })
}

/** Everything that stands in properties of the page. */
async function valuesOf(
  api: Client,
  observed: Observed,
  operations: readonly Operation[],
  mapping: Mapping,
): Promise<Properties> {
  const fields = operations.filter((operation) => operation.kind === 'field')
  const labels = operations.filter((operation) => operation.kind === 'label')
  const status = operations.findLast((operation) => operation.kind === 'status')
  const content = operations.findLast((operation) => operation.kind === 'content')
  const readColumns = readOnce(async () => (await readDataSource(api, observed.containerId)).properties)
  return {
    ...fieldValues(fields, mapping),
    ...labelValues(observed.labels, labels, mapping),
    ...(status && (await statusValue(status.status, mapping, observed, readColumns))),
    ...(content && (await pageWords(content, readColumns))),
  }
}

function fieldValues(operations: readonly FieldOperation[], mapping: Mapping): Properties {
  const values = operations.map(({ field, value }) => {
    const mapped = mappedField(mapping, field)
    return [mapped.id, fieldValue(mapped, value)] as const
  })
  return Object.fromEntries(values)
}

function fieldValue({ type }: MappedField, value: ShownValue): Properties[string] {
  if (type === 'number') return { number: value === null ? null : Number(value) }
  if (type === 'choice') return { select: value === null ? null : { id: value } }
  return { rich_text: richText(value ?? '') }
}
