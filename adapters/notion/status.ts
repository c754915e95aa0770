import type { Mapping } from '#model/board.ts'
import type { Observed, Status } from '#model/task.ts'
import { mappedStatus } from '../mapping.ts'
import type { Properties, ReadColumns } from './columns.ts'
import { type OptionAt, parseOptionKey } from './option-key.ts'
import { stale } from './stale.ts'

/** What a page shows of its status and options; nothing where it is still to be made. */
export type ShownStatus = Pick<Observed, 'statusId' | 'labels'>

/**
 * A status as Notion takes it: an option of a status property or of a select.
 * @throws AppError TOOL_MAPPING_STALE when its property no longer exists
 */
export async function statusValue(
  status: Status,
  mapping: Mapping,
  shown: ShownStatus,
  readColumns: ReadColumns,
): Promise<Properties> {
  const option = parseOptionKey(mappedStatus(mapping, status))
  const { propertyId, optionId: id } = option
  return (await isSelect(option, shown, readColumns))
    ? { [propertyId]: { select: { id } } }
    : { [propertyId]: { status: { id } } }
}

/** What a select shows is a label of the page too, what a status shows is not; where it shows nothing, the schema tells. */
async function isSelect(
  { propertyId }: OptionAt,
  { statusId, labels }: ShownStatus,
  readColumns: ReadColumns,
): Promise<boolean> {
  if (statusId !== null && parseOptionKey(statusId).propertyId === propertyId)
    return labels.some(({ id }) => id === statusId)
  const property = Object.values(await readColumns()).find(({ id }) => id === propertyId)
  if (property === undefined) throw stale()
  return property.type === 'select'
}
