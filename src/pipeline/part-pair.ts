import type { Attempt } from '#model/adapter.ts'
import type { Parting, Twin } from '#model/twin.ts'
import { type PairWords, pairWords } from '#policies/note/pair-words.ts'
import type { Clock } from '../clock.ts'
import type { TwinStore } from '../store/twins.ts'
import { interpret } from './interpret.ts'
import { withdrawal } from './leave-task.ts'
import { settled } from './override.ts'
import { type Place, type PlaceDeps, partingOf, placeOf, type Request } from './pair.ts'
import type { Queue } from './queue.ts'
import { referenceOf } from './reference.ts'
import type { createPairWriter } from './write-pair.ts'

export interface PartingDeps extends PlaceDeps {
  readonly twins: TwinStore
  readonly queue: Pick<Queue, 'leave'>
  readonly now: Clock
}

/** Why a twin that is still there is let go, and what it says then. */
const farewells = {
  'request-gone': 'requestGone',
  'boards-unlinked': 'unlinked',
  ordered: 'parted',
} as const satisfies Partial<Record<Parting, keyof PairWords>>
export type Farewell = keyof typeof farewells

/** Pairs that are to be kept alike no longer. Neither side is ever deleted, and a twin that is still there says why. */
export function createParting(deps: PartingDeps, { say }: Pick<ReturnType<typeof createPairWriter>, 'say'>) {
  return { part, letGo, bidFarewell, ofFormer, ofLeftBoard }

  async function part(twin: Twin, parting: Parting): Promise<void> {
    await deps.twins.save({ ...twin, state: 'unlinked', parting, pending: null, updatedAt: deps.now() })
  }

  async function letGo(twin: Twin, why: Farewell, attempt: Attempt): Promise<void> {
    await part(await bidFarewell(twin, why, attempt), why)
  }

  /** Of a board that is no longer watched nothing is known, and nothing is said there. */
  async function bidFarewell(twin: Twin, why: Farewell, attempt: Attempt): Promise<Twin> {
    if (twin.twinId === null || (await deps.boards.find(twin.boardId)) === null) return twin
    const place = await placeOf(twin.boardId, deps)
    const observed = await place.connected.adapter.observe(twin.twinId, attempt)
    if (observed === null || observed.archived) return twin
    return say(pairWords[place.owner.language][farewells[why]], twin, observed, place, attempt)
  }

  /** Its boards were linked when the twin was made, and are no longer. */
  async function ofFormer({ context }: Request, attempt: Attempt): Promise<void> {
    const twin = context.stored === null ? null : await deps.twins.find(context.id)
    if (twin?.state !== 'linked' || twin.boardId === context.board.twinBoardId) return
    await letGo(twin, 'boards-unlinked', attempt)
  }

  /** The assistant's board is being left: our labels are taken off; what was said there stays as a record. */
  async function ofLeftBoard({ context }: Request, place: Place, attempt: Attempt): Promise<void> {
    const { board, owner, connected } = place
    const twin = await deps.twins.find(context.id)
    if (twin?.twinId == null || twin.boardId !== board.id) return
    const observed = await connected.adapter.observe(twin.twinId, attempt)
    if (observed !== null && partingOf(observed, place) === null) {
      const { shown, overrides, pending } = twin
      const reference = referenceOf(twin.twinId, owner.language)
      const { userId } = connected.connection
      const reading = { reference, userId, last: shown.comment, timeZone: owner.timeZone }
      const { theirs } = interpret(observed, board.mapping, reading)
      const base = settled(shown, pending, theirs)
      const operations = withdrawal({ base, theirs, overrides, pending, reference })
      if (operations.length > 0) await connected.adapter.apply(observed, operations, board.mapping, attempt)
    }
    await part(twin, 'boards-unlinked')
    await deps.queue.leave(board)
  }
}
