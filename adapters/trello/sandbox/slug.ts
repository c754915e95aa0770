/** The readable end of a card's or board's address: lower case, words joined by hyphens, accents escaped. */
export function slugOf(name: string): string {
  const words = name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
  return encodeURIComponent(words.replace(/^-|-$/g, ''))
}
