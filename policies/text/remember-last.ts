/**
 * A function that remembers the last thing it was asked: the rules look at one request one after another, and each would
 * take its text apart anew. Only for functions whose answer follows from their arguments and is never changed.
 */
export function rememberLast<Asked extends readonly unknown[], Answer extends object | null>(
  work: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let last: { readonly asked: Asked; readonly answer: Answer } | null = null
  return (...asked) => {
    const isSame = last?.asked.every((each, at) => each === asked[at]) && last.asked.length === asked.length
    if (last === null || !isSame) last = { asked, answer: work(...asked) }
    return last.answer
  }
}
