import type { Finding } from '#model/decision.ts'
import { type Channel, tools } from '#model/task.ts'
import { isRecording } from '../recording.ts'
import type { ChannelKind } from '../schema/channels.ts'
import { isNeverDone } from './never-done.ts'
import type { Case } from './rule.ts'

/**
 * Did the request come by a way that was agreed? A watched board always is one, but urgent work may have to be
 * announced elsewhere too, as long as the assistant may still take it; and a recording is a voice message wherever it is
 * put. Where no way is kept for urgent work, it comes as any request does.
 */
export function channel({ policy, task, found }: Case): Finding[] {
  const { agreed, refused } = policy.document.channels
  const waysFor = (kind: ChannelKind) => agreed.filter((way) => way.for.includes(kind)).map(({ via }) => via)
  const urgent = found.find(({ code }) => code === 'urgent_confirm' || code === 'urgent_confirmed')
  const kept = urgent === undefined ? [] : waysFor('urgent')
  const wanted = kept.length > 0 ? kept : waysFor('request')
  const evidence = { channel: task.channel, agreed: wanted }
  const wrong = (reason: string, clause: string): Finding[] => [
    { code: 'wrong_channel', reason, evidence, clause },
  ]
  if (refused.includes('voice') && task.attachments.some(isRecording))
    return wrong('voice-message', 'channels.refused')
  if (refused.includes(task.channel)) return wrong('refused', 'channels.refused')
  if (isBoard(task.channel)) {
    const isAnnounced = task.announcedBy !== undefined && kept.includes(task.announcedBy)
    const isOpen = urgent !== undefined && isStillOpen(urgent) && !isNeverDone({ policy, found })
    const elsewhere = isOpen && kept.length > 0 && !kept.some(isBoard) && !isAnnounced
    return elsewhere ? wrong('urgent-elsewhere', 'channels.agreed') : []
  }
  return agreed.length === 0 || wanted.includes(task.channel) ? [] : wrong('not-agreed', 'channels.agreed')
}

/** Neither confirmed nor declined: after a term that ran out she may still confirm. */
const isStillOpen = ({ code, evidence }: Finding) =>
  code === 'urgent_confirm' && (evidence.declined !== true || evidence.expired === true)

const isBoard = (channel: Channel) => tools.some((tool) => tool === channel)
