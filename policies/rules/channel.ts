import type { Finding } from '#model/decision.ts'
import { type Channel, tools } from '#model/task.ts'
import { isRecording } from '../recording.ts'
import type { ChannelKind } from '../schema/channels.ts'
import type { Case } from './rule.ts'

/**
 * Did the request come by a way that was agreed? A watched board always is one, but urgent work may have to be
 * announced elsewhere too, and a recording is a voice message wherever it is put.
 */
export function channel({ policy, task, found }: Case): Finding[] {
  const { agreed, refused } = policy.document.channels
  const isConfirmed = found.some(({ code }) => code === 'urgent_confirmed')
  const isUrgent = isConfirmed || found.some(({ code }) => code === 'urgent_confirm')
  const kind: ChannelKind = isUrgent ? 'urgent' : 'request'
  const wanted = agreed.filter((way) => way.for.includes(kind)).map(({ via }) => via)
  const evidence = { channel: task.channel, agreed: wanted }
  const wrong = (reason: string, clause: string): Finding[] => [
    { code: 'wrong_channel', reason, evidence, clause },
  ]
  if (refused.includes('voice') && task.attachments.some(isRecording))
    return wrong('voice-message', 'channels.refused')
  if (refused.includes(task.channel)) return wrong('refused', 'channels.refused')
  if (isBoard(task.channel)) {
    const isAnnounced = task.announcedBy !== undefined && wanted.includes(task.announcedBy)
    const elsewhere = isUrgent && !isConfirmed && wanted.length > 0 && !wanted.some(isBoard) && !isAnnounced
    return elsewhere ? wrong('urgent-elsewhere', 'channels.agreed') : []
  }
  return agreed.length === 0 || wanted.includes(task.channel) ? [] : wrong('not-agreed', 'channels.agreed')
}

const isBoard = (channel: Channel) => tools.some((tool) => tool === channel)
