/**
 * A function that remembers the last thing it was asked: the rules look at one request one after another, and each would
 * take its text apart anew. Arguments are compared by identity. Only for functions whose answer follows from their
 * arguments and is never changed.
 */
export function rememberLast<Asked extends readonly unknown[], Answer>(
  work: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let last: { readonly asked: Asked; readonly answer: Answer } | null = null
  return (...asked) => {
    if (last === null || !areSame(last.asked, asked)) last = { asked, answer: work(...asked) }
    return last.answer
  }
}

const areSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((each, at) => each === b[at])
