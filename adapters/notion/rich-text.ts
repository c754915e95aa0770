/** Pieces in one rich text (request limits). */
const mostPieces = 100

/**
 * Characters in one piece. Notion allows 2,000 without saying whether it counts code points or UTF-16 units;
 * a thousand code points fit in either way.
 */
const longestPiece = 1_000

const piece = new RegExp(`[\\s\\S]{1,${longestPiece}}`, 'gu')

/**
 * A text as Notion takes it, in pieces that no character is cut by. What is longer than Notion takes is cut at the
 * end but for `ending`, by which a comment is found again.
 */
export function richText(text: string, ending = ''): { type: 'text'; text: { content: string } }[] {
  const pieces = shortened(text, ending).match(piece) ?? []
  return pieces.map((content) => ({ type: 'text', text: { content } }))
}

function shortened(text: string, ending: string): string {
  const characters = [...text]
  if (characters.length <= mostPieces * longestPiece) return text
  const tail = ending === '' ? '…' : `…\n\n${ending}`
  const kept = mostPieces * longestPiece - [...tail].length
  return `${characters.slice(0, kept).join('')}${tail}`
}
