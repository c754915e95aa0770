/** The beginning of a text, at most so many UTF-16 units, with `ending` in place of what is left out. */
export function cut(text: string, longest: number, ending = '…'): string {
  if (text.length <= longest) return text
  const kept = text.slice(0, longest - ending.length)
  // Half a surrogate pair at the cut would be no character at all.
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}${ending}`
}
