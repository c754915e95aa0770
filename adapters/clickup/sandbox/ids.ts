/** New ids in the forms that ClickUp uses; no two are ever the same within a sandbox. */
export interface Ids {
  /** Of a workspace, space, folder or list: digits. */
  place(): string
  /** Of a user: a small integer. */
  user(): number
  /** Of a task: nine characters, e.g. `86d000001`. */
  task(): string
  /** Of a comment: an integer that JSON can carry. */
  comment(): number
  /** Of a history item: nineteen digits, more than a JavaScript number can hold. */
  historyItem(): string
}

/** Ids as they look in ClickUp's samples, counted up. */
export function createIds(): Ids {
  let made = 0
  const next = () => {
    made += 1
    return made
  }
  return {
    place: () => String(901_500_000_000 + next()),
    user: () => 74_500_000 + next(),
    task: () => `86d${next().toString(36).padStart(6, '0')}`,
    comment: () => 90_150_000_000_000 + next(),
    historyItem: () => String(2_900_000_000_000_000_000n + BigInt(next())),
  }
}
