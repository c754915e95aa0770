import type { Board } from './boards.ts'

/** A number from 0 up to 1. The same seed gives the same row of numbers. */
export type Chance = () => number

/** Mulberry32: small, and good enough to choose who does what. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const titles = [
  'Newsletter de juin',
  'Un article de blog sur le sommeil',
  '3 visuels Canva pour la story',
  'Développer une boutique en ligne',
  'Programmer les posts de la semaine',
  'On s’appelle ?',
] as const
const texts = ['Le texte est prêt.', 'En urgence stp !', "Rien d'urgent, quand tu peux.", ''] as const

/** Requests that live at once on one board: enough to be busy, and few enough that time does not make it harder. */
const mostAlive = 60

/** What lives on each board, oldest first. */
export type Alive = ReadonlyMap<Board, string[]>

/** One gesture of one person, chosen by chance. */
export function act(alive: Alive, chance: Chance, now: number): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const board = pick([...alive.keys()])
  const ids = alive.get(board) ?? []
  const what = chance()
  if (ids.length === 0 || what < 0.35) {
    const due = chance() < 0.4 ? new Date(now + chance() * 72 * 3_600_000).toISOString() : null
    ids.push(board.write(pick(titles), pick(texts), due))
    if (ids.length > mostAlive) board.remove(ids.shift() as string)
  } else if (what < 0.7) board.edit(pick(ids), `${pick(texts)} ${Math.floor(chance() * 1e6)}`)
  else if (what < 0.95) board.comment(pick(ids), pick(['Merci !', 'Tu as vu ?', '>> avec le logo bleu']))
  else board.remove(ids.splice(Math.floor(chance() * ids.length), 1)[0] as string)
}

/** One mishap at one tool, chosen by chance; it lasts until the board's faults are cleared. */
export function mishap(board: Board, chance: Chance): string {
  const mishaps: readonly [string, () => void][] = [
    ['answers 500', () => board.faults.failNext(8)],
    ['breaks connections', () => board.faults.cutNext(5)],
    [
      'breaks connections after writing',
      () => board.faults.cutNext(3, { onlyWrites: true, afterCommit: true }),
    ],
    ['is slow', () => Object.assign(board.faults, { latencyMs: 400 })],
    ['loses webhooks', () => board.faults.dropNextWebhooks(10)],
    [
      'sends webhooks twice and in disorder',
      () => {
        board.faults.doubleNextWebhooks(20)
        board.faults.shuffle = true
      },
    ],
    ['holds webhooks back', () => board.faults.pauseWebhooks()],
  ]
  const [name, begin] = mishaps[Math.floor(chance() * mishaps.length)] as (typeof mishaps)[number]
  begin()
  return `${board.tool} ${name}`
}
