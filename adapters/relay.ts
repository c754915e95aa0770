import type { Operation, RelayOperation } from '#model/operation.ts'
import { spaced } from '#model/spaced.ts'
import type { Comment } from '#model/task.ts'
import { unlessGone } from './gone.ts'

/** What a tool can do with the comments on a task. */
export interface RelayCalls {
  /** All of them, without what is answered in threads; asked once, and only when a copy may have been made unseen. */
  all(): Promise<readonly Comment[]>
  /** The user that our token belongs to. */
  myId(): Promise<string>
  edit(id: string, text: string): Promise<unknown>
  create(text: string): Promise<string>
}

/**
 * Make or edit copies of comments from another board, in their order.
 * @returns the copies' ids by what they copy; null where a person had deleted ours
 */
export async function writeRelays(
  operations: readonly Operation[],
  calls: RelayCalls,
): Promise<Record<string, string | null>> {
  const written: Record<string, string | null> = {}
  let there: Promise<readonly Comment[]> | undefined
  const all = () => {
    there ??= calls.all()
    return there
  }
  for (const operation of operations)
    if (operation.kind === 'relay')
      written[operation.sourceId] = await writeRelay(operation, Object.values(written), { ...calls, all })
  return written
}

async function writeRelay(
  { id: known, text, mayExist, besides = [] }: RelayOperation,
  written: readonly (string | null)[],
  calls: RelayCalls,
): Promise<string | null> {
  const id = known ?? (mayExist ? await findCopy(text, [...besides, ...written], calls) : null)
  if (id === null) return await calls.create(text)
  if (known === null) return id // found with these very words
  return (await unlessGone(() => calls.edit(id, text))) ? id : null
}

/** A person may have said the same, so the author counts too; and said it twice, so each copy is of one comment. */
async function findCopy(
  text: string,
  others: readonly (string | null)[],
  { all, myId }: RelayCalls,
): Promise<string | null> {
  const same = (await all()).filter(({ id, text: is }) => spaced(is) === spaced(text) && !others.includes(id))
  if (same.length === 0) return null
  const me = await myId()
  return same.find(({ authorId }) => authorId === me)?.id ?? null
}
