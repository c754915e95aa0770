import type { Language } from '#model/board.ts'
import type { RelayOperation } from '#model/operation.ts'
import type { Comment } from '#model/task.ts'
import type { Relayed } from '#model/twin.ts'
import { isCommand } from '#policies/answers/read-answer.ts'
import { formatMoment } from '#policies/calendar.ts'
import { passedOn } from '#policies/text/visible.ts'

/** What the assistant puts before a comment that the client is to read. */
const publish = /^\s*>>\s*/u

/** Who reads the copies, and how. */
export interface Audience {
  readonly language: Language
  readonly timeZone: string
}

/** The comments on one side, and who there is not to be passed on. */
export interface Speech {
  readonly comments: readonly Comment[]
  /** Is it ours: a note, a verdict, a copy? */
  readonly isOurs: (comment: Comment) => boolean
  /** User ids of the assistant and her team, and ours. */
  readonly assistants: readonly string[]
}

/** What the client says, for the assistant's board: everything but what we or her side wrote. */
export function saidByClient({ comments, isOurs, assistants }: Speech, audience: Audience): Said[] {
  return comments
    .filter((comment) => !isOurs(comment) && !assistants.includes(comment.authorId ?? ''))
    .map((comment) => saidOf(comment, comment.text, audience))
}

/** What the assistant wants the client to read: only what begins with `>>`, without the commands beside it. */
export function saidToClient(
  { comments, isOurs }: Pick<Speech, 'comments' | 'isOurs'>,
  audience: Audience,
): Said[] {
  return comments
    .filter((comment) => !isOurs(comment) && publish.test(comment.text))
    .map((comment) => ({ comment, words: withoutCommands(comment.text).replace(publish, '').trim() }))
    .filter(({ words }) => words !== '')
    .map(({ comment, words }) => saidOf(comment, words, audience))
}

/** What is said to Cadre and not to the client. */
const withoutCommands = (text: string) =>
  text
    .split('\n')
    .filter((line) => !isCommand(line))
    .join('\n')

/** A comment as its copy should read. */
export interface Said {
  readonly sourceId: string
  readonly text: string
}

function saidOf({ id, authorName, createdAt }: Comment, text: string, audience: Audience): Said {
  const { language, timeZone } = audience
  const when = formatMoment(createdAt, timeZone, language)
  // One line, whatever they call themselves.
  const who = authorName === null ? when : `${authorName.replace(/\s+/gu, ' ')}, ${when}`
  return { sourceId: id, text: passedOn(`${who}${language === 'fr' ? ' :' : ':'}\n\n${text.trim()}`) }
}

/**
 * What has to be written so that every comment has its copy, once, with its present words. A copy that a person deleted
 * stays away; one whose making may not have ended is looked for first.
 * @param isOld was a comment made before we know what was passed on? Then it may have a copy that we do not know of
 */
export function planRelays(
  said: readonly Said[],
  from: Relayed['from'],
  relayed: readonly Relayed[],
  isOld: (sourceId: string) => boolean = () => false,
): RelayOperation[] {
  const known = new Map(relayed.filter((copy) => copy.from === from).map((copy) => [copy.sourceId, copy]))
  const besides = relayed.flatMap(({ copyId }) => copyId ?? [])
  return said.flatMap(({ sourceId, text }): RelayOperation[] => {
    const copy = known.get(sourceId)
    if (copy === undefined) {
      const mayExist = isOld(sourceId)
      return [{ kind: 'relay', sourceId, id: null, text, mayExist, ...(mayExist && { besides }) }]
    }
    if (copy.state === 'deleted') return []
    // An unfinished try wrote the words of then: they are looked for, and edited at the next look if they have changed.
    if (copy.state === 'writing')
      return [{ kind: 'relay', sourceId, id: null, text: copy.text, mayExist: true, besides }]
    return copy.text === text ? [] : [{ kind: 'relay', sourceId, id: copy.copyId, text, mayExist: false }]
  })
}

/**
 * Is this a copy of ours? One whose making may not have ended is known by its words alone, whatever the tool made of the
 * signs between them: what a client says must never be heard as the assistant's.
 */
export function isCopy({ id, text }: Pick<Comment, 'id' | 'text'>, relayed: readonly Relayed[]): boolean {
  return relayed.some(
    (copy) => copy.copyId === id || (copy.state === 'writing' && wordsOf(copy.text) === wordsOf(text)),
  )
}

const wordsOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** What is remembered before copies are written: that they are on their way. */
export function relaysBegun(
  relayed: readonly Relayed[],
  operations: readonly RelayOperation[],
  from: Relayed['from'],
): Relayed[] {
  const begun = operations
    .filter(({ id }) => id === null)
    .map(({ sourceId, text }): Relayed => ({ sourceId, from, copyId: null, state: 'writing', text }))
  return replaced(relayed, begun)
}

/** What is remembered once they are written. */
export function relaysDone(
  relayed: readonly Relayed[],
  operations: readonly RelayOperation[],
  from: Relayed['from'],
  ids: Readonly<Record<string, string | null>>,
): Relayed[] {
  const done = operations.map(({ sourceId, text }): Relayed => {
    const copyId = ids[sourceId] ?? null
    return { sourceId, from, copyId, state: copyId === null ? 'deleted' : 'there', text }
  })
  return replaced(relayed, done)
}

function replaced(relayed: readonly Relayed[], fresh: readonly Relayed[]): Relayed[] {
  const key = ({ from, sourceId }: Relayed) => `${from}:${sourceId}`
  const news = new Set(fresh.map(key))
  return [...relayed.filter((copy) => !news.has(key(copy))), ...fresh]
}
