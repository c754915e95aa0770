import type { Finding } from '#model/decision.ts'
import type { Channel } from '#model/task.ts'
import type { Case } from '../rules/rule.ts'
import type { MessageValues } from './liquid.ts'

/** How a channel is called in a sentence after "par" or "by"; boards by their name. */
export const channelNames = {
  fr: {
    trello: 'Trello',
    notion: 'Notion',
    clickup: 'ClickUp',
    email: 'e-mail',
    whatsapp: 'WhatsApp',
    slack: 'Slack',
    teams: 'Teams',
    sms: 'SMS',
    phone: 'téléphone',
    voice: 'message vocal',
    meeting: 'visioconférence',
    other: 'un autre moyen',
  },
  en: {
    trello: 'Trello',
    notion: 'Notion',
    clickup: 'ClickUp',
    email: 'email',
    whatsapp: 'WhatsApp',
    slack: 'Slack',
    teams: 'Teams',
    sms: 'text message',
    phone: 'phone',
    voice: 'voice message',
    meeting: 'video call',
    other: 'other means',
  },
} as const satisfies Record<'fr' | 'en', Record<Channel, string>>

/** The channel that was agreed for such a request, and the one that it came by. */
export function channelValues(
  { policy }: Case,
  finding: Finding,
): Pick<MessageValues, 'channel' | 'refused_channel'> {
  const { language, document } = policy
  if (finding.code !== 'wrong_channel') return { channel: '', refused_channel: '' }
  const [via] = Array.isArray(finding.evidence.agreed) ? (finding.evidence.agreed as Channel[]) : []
  const agreed = document.channels.agreed.find((way) => way.via === via)
  const note = agreed?.note === undefined ? '' : ` (${agreed.note})`
  const isVoice = finding.reason === 'voice-message'
  const came = isVoice ? 'voice' : (finding.evidence.channel as Channel)
  return {
    // Who already writes in the right place is asked to write there: "ici".
    channel:
      via === undefined || via === finding.evidence.channel ? '' : `${channelNames[language][via]}${note}`,
    refused_channel: finding.reason === 'urgent-elsewhere' ? '' : channelNames[language][came],
  }
}
