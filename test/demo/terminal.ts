import { stripVTControlCharacters, styleText } from 'node:util'

/** No line is longer. */
export const width = 100

export const toolNames = { trello: 'Trello', notion: 'Notion', clickup: 'ClickUp' } as const

/** Labels as they stand on a card. */
export const labelled = (labels: readonly string[]) =>
  labels.length === 0 ? 'no label' : labels.map((label) => styleText('inverse', ` ${label} `)).join(' ')

/** `1.2 s` */
export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/** A line, and a dim remark behind it where both fit, else below it. */
export function remarked(line: string, remark: string): string[] {
  const fits = stripVTControlCharacters(`${line}   ${remark}`).length <= width
  return fits ? [`${line}   ${styleText('dim', remark)}`] : [line, `    ${styleText('dim', remark)}`]
}

/** Lines of at most `room` characters; what comes from a card may not steer the terminal. */
export function wrap(text: string, room = width - 6): string[] {
  return stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const lines: string[] = ['']
      for (const word of line.split(' ')) {
        const last = lines.at(-1) ?? ''
        if (last !== '' && last.length + word.length >= room) lines.push(word)
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
      }
      return lines
    })
}
