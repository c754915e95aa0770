import { oneLine } from '../words.ts'
import { type ClauseWriter, clause } from './clause.ts'

/** What nobody judges, in the assistant's own words and in the language that she wrote it in. */
export const noteClauses: ClauseWriter = ({ notes }) =>
  notes.flatMap(({ title, text }, index) =>
    clause(`note-${index + 1}`, oneLine(title), text.replace(/\r\n?/gu, '\n').replace(/\n{3,}/gu, '\n\n')),
  )
