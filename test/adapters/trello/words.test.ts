import { expect, it } from 'vitest'
import { quotedWords } from '../../../adapters/trello/words.ts'

it.each([
  ['Merci @board, à demain', 'Merci @ board, à demain'],
  ['@inesmoreau', '@ inesmoreau'],
  ['Merci.@ines', 'Merci.@ ines'],
  ['-@board', '-@ board'],
  ['_@card_', '_@ card_'],
  ['+@ines (@élise)', '+@ ines (@ élise)'],
  ['@@board', '@@ board'],
  ['a.b@c.fr', 'a.b@c.fr'],
  ['rendez-vous @ 14 h', 'rendez-vous @ 14 h'],
])('whom somebody else names is not called by us: %s', (text, quoted) => {
  expect(quotedWords(text)).toBe(quoted)
})
