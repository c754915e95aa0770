import type { Language } from '#model/board.ts'
import type { RelayOperation } from '#model/operation.ts'
import type { Comment } from '#model/task.ts'
import type { Relayed } from '#model/twin.ts'
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
  /** Ids of comments that are ours: notes, verdicts, copies. */
  readonly ours: ReadonlySet<string>
  /** User ids of the assistant and her team, and ours. */
  readonly assistants: readonly string[]
}

/** What the client says, for the assistant's board: everything but what we or her side wrote. */
export function saidByClient({ comments, ours, assistants }: Speech, audience: Audience): Said[] {
  return comments
    .filter(({ id, authorId }) => !ours.has(id) && !assistants.includes(authorId ?? ''))
    .map((comment) => saidOf(comment, comment.text, audience))
}

/** What the assistant wants the client to read: only what begins with `>>`. */
export function saidToClient(
  { comments, ours }: Pick<Speech, 'comments' | 'ours'>,
  audience: Audience,
): Said[] {
  return comments
    .filter(({ id, text }) => !ours.has(id) && publish.test(text))
    .map((comment) => saidOf(comment, comment.text.replace(publish, ''), audience))
}

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
 */
export function planRelays(
  said: readonly Said[],
  from: Relayed['from'],
  relayed: readonly Relayed[],
): RelayOperation[] {
  const known = new Map(relayed.filter((copy) => copy.from === from).map((copy) => [copy.sourceId, copy]))
  return said.flatMap(({ sourceId, text }): RelayOperation[] => {
    const copy = known.get(sourceId)
    if (copy === undefined) return [{ kind: 'relay', sourceId, id: null, text, mayExist: false }]
    if (copy.state === 'deleted') return []
    // An unfinished try wrote the words of then: they are looked for, and edited at the next look if they have changed.
    if (copy.state === 'writing')
      return [{ kind: 'relay', sourceId, id: null, text: copy.text, mayExist: true }]
    return copy.text === text ? [] : [{ kind: 'relay', sourceId, id: copy.copyId, text, mayExist: false }]
  })
}

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
