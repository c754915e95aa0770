import type { CommentOperation } from '#model/operation.ts'
import { unlessGone } from './gone.ts'

/** What a tool can do with the one comment on a task. */
export interface CommentCalls {
  /** The comment that an earlier try made unseen; null when there is none. Ours alone: people may quote a reference. */
  find(): Promise<string | null>
  edit(id: string): Promise<unknown>
  create(): Promise<string>
}

/**
 * Make the one comment on a task, or edit it in place.
 * @returns its id, or null when a person had deleted it
 */
export async function writeOneComment(
  { id: known, mayExist }: Pick<CommentOperation, 'id' | 'mayExist'>,
  { find, edit, create }: CommentCalls,
): Promise<string | null> {
  const id = known ?? (mayExist ? await find() : null)
  if (id === null) return await create()
  return (await unlessGone(() => edit(id))) ? id : null
}
