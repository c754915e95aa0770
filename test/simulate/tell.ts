import { recordRequest } from '../../src/pipeline/record-request.ts'
import { referenceOf } from '../../src/pipeline/reference.ts'
import type { Gesture } from './history.ts'
import type { Memory } from './memory.ts'
import { isAsked } from './people.ts'
import { filledOf } from './words.ts'
import type { World } from './world.ts'

/**
 * The assistant writes down what the client asked by telephone, as a card for the client's board. Who is not told that it
 * is kept looks whether it is, and writes it down again where it is not.
 * @param again is called where the process died over it
 */
export async function tell(
  draft: Extract<Gesture, { does: 'tell' }>,
  world: World,
  memory: Memory,
  again: () => Promise<void>,
): Promise<string | null> {
  const at = world.house.clock.ms()
  const { title = 'Newsletter', text = '', due = null } = filledOf(draft, at)
  const now = new Date(at).toISOString()
  const told = {
    ...{ clientId: world.clientId, channel: 'phone' as const, title, text, from: null, receivedAt: now },
    ...{ dueAt: due, dueSetAt: due === null ? null : now, service: null, hours: null, attachments: [] },
    ...{ actor: { id: 'ines', name: 'Ines' }, putOnBoard: true, boardId: null },
  }
  const write = () => recordRequest(told, async () => {}, world.process.parts)
  const kept = async () =>
    (await world.process.parts.requests.page({}, 100, null)).find(({ receivedAt }) => receivedAt === now)
  let request = await write().catch((cause: unknown) => {
    if (!world.process.fate.isDead) throw cause
    return undefined
  })
  if (request === undefined) {
    await again()
    request = (await kept()) ?? (await write())
  }
  if (request.card === null) return null
  const reference = referenceOf(request.id, 'fr')
  isAsked({ id: '', reference, title, due: due === null ? null : { at: due, setAt: at } }, memory)
  return ''
}
