import { describe, expect, it } from 'vitest'
import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'
import { policyWarnings } from '#policies/warnings.ts'
import { document, service } from './judge.ts'

const today = '2026-11-24'
const warnings = (changes: Readonly<Record<string, unknown>>, day = today) =>
  policyWarnings(parsePolicy(document(changes)), day).map(({ code, path }) => `${code} ${path}`)
const ways = (...via: string[]) => via.map((each) => ({ via: each, for: ['request'] }))
const billing = (changes: object) => ({ billing: { hourlyRate: 35, ...changes } })

describe('warnings', () => {
  it('are none for two channels for each kind of request, however many those are together', () => {
    const urgent = ways('phone', 'sms').map((way) => ({ ...way, for: ['urgent'] }))
    expect(warnings({ channels: { agreed: [...ways('trello', 'email', 'email'), ...urgent] } })).toEqual([])
  })

  it('are none for a plain policy', () => {
    expect(warnings({})).toEqual([])
  })

  it.each([
    [
      'E2: trois canaux',
      { channels: { agreed: ways('trello', 'email', 'slack') } },
      'too-many-channels channels.agreed',
    ],
    [
      'three channels for what is urgent',
      {
        channels: {
          agreed: ways('trello', 'phone', 'sms').map((way) => ({ ...way, for: ['urgent'] })),
        },
      },
      'too-many-channels channels.agreed',
    ],
    [
      'a channel on both lists',
      { channels: { agreed: ways('email', 'sms'), refused: ['sms'] } },
      'agreed-and-refused channels.agreed[1]',
    ],
    [
      'a surcharge above the cap',
      { urgency: { surchargePercent: { high: 80 } } },
      'surcharge-above-cap urgency.surchargePercent.high',
    ],
    [
      'a surcharge on changes above the cap',
      { limits: { revisions: { surchargePercent: 80 } } },
      'surcharge-above-cap limits.revisions.surchargePercent',
    ],
    [
      'a surcharge for what is never done',
      { urgency: { offHours: { work: 'no', surchargePercent: { weekend: 50 } } } },
      'surcharge-never-used urgency.offHours.surchargePercent.weekend',
    ],
    [
      'a tier beyond the threshold',
      { urgency: { tiers: [{ underHours: 48, percent: 20 }] } },
      'tier-beyond-threshold urgency.tiers[0].underHours',
    ],
    ['a package nobody uses', billing({ package: { hours: 10 } }), 'package-unused billing.package'],
    ['a deposit nobody asks for', billing({ deposit: {} }), 'deposit-never-asked billing.deposit'],
    [
      'an exemption without its mention',
      billing({ vat: { mode: 'franchise' } }),
      'vat-unmentioned billing.mentions',
    ],
    [
      'a service that only has a name',
      { services: [service, { id: 'x', kind: 'included', name: { fr: 'Divers' } }] },
      'service-unrecognizable services[1]',
    ],
    [
      'a catalogue that includes nothing',
      { services: [{ ...service, kind: 'excluded' }] },
      'nothing-included services',
    ],
  ])('point at %s', (_name, changes, warning) => {
    expect(warnings(changes)).toEqual([warning])
  })

  it('come three months before a legal mention runs out, unless another follows', () => {
    const ends = { text: 'Ancienne.', until: '2027-12-31' }
    const next = { text: 'Nouvelle.', from: '2028-01-01' }
    expect(warnings(billing({ mentions: [ends] }), '2027-08-31')).toEqual([])
    expect(warnings(billing({ mentions: [ends] }), '2027-10-01')).toEqual([
      'mention-ends billing.mentions[0]',
    ])
    expect(warnings(billing({ mentions: [ends, next] }), '2027-10-01')).toEqual([])
  })

  it('are in both languages, with a remedy', () => {
    const found = policyWarnings(parsePolicy(document(billing({ deposit: {} }))), today)
    expect(found[0]?.fr.remedy).toContain('oneOff')
    expect(found[0]?.en.message).not.toBe(found[0]?.fr.message)
  })

  it.each(Object.entries(presets))('are none for the preset %s', (_name, preset) => {
    expect(policyWarnings(preset, today)).toEqual([])
  })
})
