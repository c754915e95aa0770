import { describe, expect, it } from 'vitest'
import type { Finding } from '#model/decision.ts'
import type { Task } from '#model/task.ts'
import { channel } from '#policies/rules/channel.ts'
import { compiled, document, request, task } from '../judge.ts'

const channels = {
  agreed: [
    { via: 'trello', for: ['request', 'question'] },
    { via: 'email', for: ['urgent'], note: 'objet « URGENT »' },
  ],
  refused: ['voice', 'phone'],
}
const urgent: Finding = { code: 'urgent_confirm', reason: 'marker', evidence: {}, clause: null }

const judge = (asked: Partial<Task>, found: readonly Finding[] = [], given: object = channels) =>
  channel(request({ policy: compiled(document({ channels: given })), task: task(asked), found }))[0] ?? null

describe('the channel of a request', () => {
  it('is agreed when it is a watched board, whatever the list says', () => {
    expect(judge({ channel: 'clickup' })).toBeNull()
    expect(judge({ channel: 'trello' }, [], {})).toBeNull()
  })

  it('E2: une demande WhatsApp ordinaire arrive par un mauvais canal, avec le bon', () => {
    expect(judge({ channel: 'whatsapp' })).toEqual({
      code: 'wrong_channel',
      reason: 'not-agreed',
      evidence: { channel: 'whatsapp', agreed: ['trello'] },
      clause: 'channels.agreed',
    })
  })

  it('may be one that is kept for urgent requests', () => {
    expect(judge({ channel: 'email' })?.reason).toBe('not-agreed')
    expect(judge({ channel: 'email' }, [urgent])).toBeNull()
  })

  it('is for urgent work the one for requests, where none is kept for urgent work', () => {
    const any = { agreed: [{ via: 'email', for: ['request'] }] }
    expect(judge({ channel: 'email' }, [urgent], any)).toBeNull()
    expect(judge({ channel: 'sms' }, [urgent], any)?.evidence.agreed).toEqual(['email'])
    expect(judge({ channel: 'trello' }, [urgent], any)).toBeNull()
  })

  it('E2: une carte « URGENT » sans le mail convenu dit comment faire', () => {
    expect(judge({ channel: 'trello' }, [urgent])).toMatchObject({
      reason: 'urgent-elsewhere',
      evidence: { agreed: ['email'] },
    })
  })

  it('asks nobody to announce elsewhere what she does not take', () => {
    const declined = { ...urgent, evidence: { declined: true } }
    const inTime = { ...urgent, evidence: { declined: true, expired: true } }
    expect(judge({ channel: 'trello' }, [declined])).toBeNull()
    // She may still confirm it.
    expect(judge({ channel: 'trello' }, [inTime])?.reason).toBe('urgent-elsewhere')
    const never = (urgency: object, found = urgent) =>
      channel(request({ policy: compiled(document({ channels, urgency })), found: [found] }))
    expect(never({ accepted: false })).toEqual([])
    const noTime = { ...urgent, evidence: { noTime: true } }
    expect(never({ offHours: { work: 'no' } }, noTime)).toEqual([])
    expect(never({ offHours: { work: 'no' } })).toHaveLength(1)
  })

  it('E2: la carte dont le mail convenu est arrivé avant est une urgence comme il faut', () => {
    expect(judge({ channel: 'trello', announcedBy: 'email' }, [urgent])).toBeNull()
    expect(judge({ channel: 'trello', announcedBy: 'whatsapp' }, [urgent])?.reason).toBe('urgent-elsewhere')
  })

  it('is not held against a request that has come to a board since', () => {
    expect(judge({ channel: 'trello', announcedBy: 'phone' })).toBeNull()
  })

  it('is free where nothing was agreed, unless it is refused', () => {
    expect(judge({ channel: 'whatsapp' }, [], {})).toBeNull()
    expect(judge({ channel: 'phone' }, [], { refused: ['phone'] })).toMatchObject({
      reason: 'refused',
      clause: 'channels.refused',
    })
  })
})

describe('E7: un message vocal', () => {
  it.each([
    { name: 'PTT-20261123-WA0001.opus', mimeType: null },
    { name: 'message.m4a', mimeType: null },
    { name: 'VOICE.OGG', mimeType: null },
    { name: 'sans-extension', mimeType: 'audio/ogg' },
  ])('est reconnu : $name', (attachment) => {
    expect(judge({ attachments: [attachment] })?.reason).toBe('voice-message')
  })

  it.each([
    { name: 'logo.png', mimeType: 'image/png' },
    { name: 'ogg', mimeType: null },
    { name: 'podcast.mp3.txt', mimeType: null },
    { name: 'video.mp3', mimeType: 'video/mp4' },
  ])('n’est pas $name', (attachment) => {
    expect(judge({ attachments: [attachment] })).toBeNull()
  })

  it('est accepté là où les vocaux ne sont pas refusés', () => {
    const audio = [{ name: 'vocal.ogg', mimeType: null }]
    expect(judge({ attachments: audio }, [], { refused: ['phone'] })).toBeNull()
  })
})
