/** Where an answer can be given by itself, and how long it may be there. */
export interface ReplyChannel {
  readonly id: 'email' | 'whatsapp' | 'slack' | 'sms'
  readonly name: string
  readonly maxLength: number
  /** Where the limit is written; null: our own, no limit was found written. */
  readonly source: string | null
}

export const replyChannels = [
  // Gmail's reference of the vacation responder names no limit; longer than this nobody reads.
  { id: 'email', name: 'E-mail', maxLength: 1000, source: null },
  // Meta names 4,096 characters for a message, and nothing for the away message of the app.
  { id: 'whatsapp', name: 'WhatsApp Business', maxLength: 500, source: null },
  // What users' scripts check before `users.profile.set`; the method's own page was not at hand.
  { id: 'slack', name: 'Slack', maxLength: 100, source: null },
  {
    id: 'sms',
    name: 'SMS',
    // One message in the GSM-7 alphabet; any other character would leave room for 70.
    maxLength: 160,
    source: 'https://sendgrid.com/docs/glossary/what-sms-character-limit',
  },
] as const satisfies readonly ReplyChannel[]
