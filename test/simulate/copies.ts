import type { Sight } from './boards/board.ts'
import type { Hand, Saying } from './memory.ts'
import type { Life } from './play.ts'

type Comments = Sight['comments']

/** Comments on a board that say again what a person said on the other: below whose words they are, and when. */
function copiesOf(words: Pick<Saying, 'token' | 'text'>, comments: Comments): Comments {
  const { token } = words
  if (token !== null) return comments.filter(({ text }) => new RegExp(`\\b${token}\\b`).test(text))
  return comments.filter(({ text }) => spaced(text).endsWith(`: ${spaced(words.text)}`))
}

/** Sayings that nothing but their number tells apart. */
function groupsOf(sayings: readonly Saying[]): Saying[][] {
  const groups = new Map<string, Saying[]>()
  for (const saying of sayings) {
    const key = saying.token ?? saying.text
    groups.set(key, [...(groups.get(key) ?? []), saying])
  }
  return [...groups.values()]
}

/** No comment has two copies, and none stands there that nobody made. */
export function repeatedCopies({ sights, memory }: Life): string[] {
  return memory.asked.flatMap(({ request, twin }) => {
    const [here, there] = [sights.client.get(request.id), sights.assistant.get(twin?.id ?? '')]
    // Of plain words nobody could tell which are whose where both sides said them.
    const own = ({ token }: Saying) => token !== null
    const pairs = [
      [request.sayings, there],
      [twin?.sayings ?? [], here],
      [request.sayings.filter(own), here],
      [(twin?.sayings ?? []).filter(own), there],
    ] as const
    return pairs.flatMap(([sayings, sight]) =>
      groupsOf(sayings).flatMap((group) => {
        const [first] = group
        if (first === undefined || sight === undefined) return []
        const found = copiesOf(first, sight.comments)
        return found.length > group.length
          ? [`${first.token ?? first.text} stands ${found.length} times on “${sight.title}”`]
          : []
      }),
    )
  })
}

/**
 * Every comment that is to be passed on stands on the other board once, as it reads now: all that the client says, and of
 * what the assistant says on her own board what she wants the client to read.
 */
export function copyViolations({ sayings }: Hand, other: Sight, from: 'client' | 'assistant'): string[] {
  const isPassedOn = ({ by, toClient }: Saying) => (from === 'client' ? by === 'client' : toClient)
  const kept = sayings.filter((saying) => !isPassedOn(saying) && saying.token !== null)
  return [
    ...kept
      .filter((saying) => copiesOf(saying, other.comments).length > 0)
      .map(({ token }) => `${token} was not meant for the other side`),
    ...groupsOf(sayings.filter(isPassedOn)).flatMap((group) => uncopied(group, other)),
  ]
}

function uncopied(group: readonly Saying[], { comments }: Sight): string[] {
  const left = group.filter(({ isDeleted }) => !isDeleted)
  const [first] = left
  if (first === undefined) return []
  const name = first.token ?? first.text
  const copies = copiesOf(first, comments)
  if (copies.length < left.length)
    return [`${name} was said ${left.length} times and passed on ${copies.length} times`]
  const reads = ({ by, text, toClient }: Saying) => {
    const words = text.replace(/^>> /, '')
    // What she says to Cadre below them is not for the client.
    const passedOn = by === 'assistant' && toClient ? words.replace(/^\/.*$/gm, '') : words
    return copies.some((copy) => spaced(copy.text).endsWith(spaced(passedOn)))
  }
  return left.every(reads) ? [] : [`${name} was corrected, its copy was not`]
}

const spaced = (text: string) => text.replace(/\s+/g, ' ').trim()
