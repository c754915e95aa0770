import type { Place } from '../demo/places.ts'
import type { Chance } from '../support/chance.ts'

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
export type Alive = ReadonlyMap<Place, string[]>

/** One gesture of one person, chosen by chance. */
export function act(alive: Alive, chance: Chance): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const board = pick([...alive.keys()])
  const ids = alive.get(board) ?? []
  const what = chance()
  if (ids.length === 0 || what < 0.35) {
    const due = chance() < 0.4 ? { dueInHours: chance() * 72 } : {}
    ids.push(board.write({ title: pick(titles), text: pick(texts), ...due }))
    if (ids.length > mostAlive) board.remove(ids.shift() as string)
  } else if (what < 0.7) board.edit(pick(ids), { text: `${pick(texts)} ${Math.floor(chance() * 1e6)}` })
  else if (what < 0.95) board.say(pick(ids), pick(['Merci !', 'Tu as vu ?', '>> avec le logo bleu']))
  else board.remove(ids.splice(Math.floor(chance() * ids.length), 1)[0] as string)
}

/** One mishap at one tool, chosen by chance; it lasts until the board's faults are cleared. */
export function mishap(board: Place, chance: Chance): string {
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
