import { describe, expect, it } from 'vitest'
import type { Finding, FindingCode, Price } from '#model/decision.ts'
import { emptyAccount, type Facts } from '#model/facts.ts'
import { evaluate } from '#policies/evaluate.ts'
import { messageCodes } from '#policies/messages/message-codes.ts'
import { writeMessage } from '#policies/messages/write-message.ts'
import { price } from '#policies/rules/price.ts'
import { blog, compiled, document, facts, monday, request, service, task } from './judge.ts'

const speakers = [
  { language: 'fr', address: 'tu' },
  { language: 'fr', address: 'vous' },
  { language: 'en', address: 'vous' },
] as const

const hours = {
  week: { monday: ['09:00-18:00'], tuesday: ['09:00-18:00'], wednesday: ['09:00-18:00'] },
  holidays: { country: 'FR' },
}
const rich = document({
  hours,
  assistant: { name: 'Sophie' },
  channels: { agreed: [{ via: 'trello', for: ['request'] }], refused: ['voice'] },
  messages: { introduce: true },
  services: [service, { ...blog, referrals: [{ name: { fr: 'Léa Martin', en: 'Léa Martin' } }] }],
})

const due = { dueAt: '2026-11-24T08:30:00.000Z', dueSetAt: monday }
const covered: Finding = {
  code: 'in_scope',
  reason: 'text',
  evidence: { services: ['newsletter'] },
  clause: 'services[0]',
}
const urgent = (billed: boolean): Finding => ({
  code: 'urgent_confirm',
  reason: billed ? 'short-notice' : 'marker',
  evidence: { billed, noticeMinutes: 1410, offHours: null, words: [] },
  clause: 'urgency.thresholdHours',
})

/** One finding of each code, as its rule gives it. */
const examples: Readonly<Record<FindingCode, Finding>> = {
  contract_pending: { code: 'contract_pending', reason: 'terms', evidence: {}, clause: 'terms.acceptance' },
  deposit_due: {
    code: 'deposit_due',
    reason: 'deposit',
    evidence: { due: '200,00 €' },
    clause: 'billing.deposit',
  },
  out_of_scope: {
    code: 'out_of_scope',
    reason: 'text',
    evidence: { services: ['blog'] },
    clause: 'services[1]',
  },
  quote_needed: { code: 'quote_needed', reason: 'uncatalogued', evidence: {}, clause: 'scope.uncatalogued' },
  urgent_confirm: urgent(true),
  urgent_confirmed: { ...urgent(true), code: 'urgent_confirmed' },
  over_limit: {
    code: 'over_limit',
    reason: 'package-hours',
    evidence: { limitMinutes: 600 },
    clause: 'billing.package',
  },
  info_missing: {
    code: 'info_missing',
    reason: 'needs',
    evidence: { missing: ['le texte', 'la date'] },
    clause: 'services[0].needs',
  },
  wrong_channel: {
    code: 'wrong_channel',
    reason: 'not-agreed',
    evidence: { channel: 'whatsapp', agreed: ['trello'] },
    clause: 'channels.agreed',
  },
  off_hours: {
    code: 'off_hours',
    reason: 'holiday',
    evidence: { opensAt: '2027-03-30T07:00:00.000Z', name: 'Lundi de Pâques', until: null },
    clause: 'hours.holidays',
  },
  to_review: { code: 'to_review', reason: 'unsure', evidence: {}, clause: null },
  in_scope: covered,
}

interface Given {
  readonly input?: unknown
  readonly found?: readonly Finding[]
  readonly known?: Partial<Facts>
  readonly speaker?: { readonly language: 'fr' | 'en'; readonly address: 'tu' | 'vous' }
  readonly percent?: number
  readonly price?: Price | null
  readonly now?: string
}

function write(given: Given = {}): string {
  const { found = [urgent(true), covered], known = due, percent = 35, now = monday } = given
  const policy = compiled(given.input ?? document(), given.speaker)
  const asked = request({ policy, task: task({ hours: 2 }), facts: facts(known), found })
  const amount = given.price === undefined ? price(asked, { percent, triggers: [] }) : given.price
  return writeMessage(asked, { price: amount, surchargePercent: percent }, now)
}

const every = speakers.flatMap((speaker) =>
  messageCodes.flatMap((code) => [true, false].map((priced) => ({ ...speaker, code, priced }))),
)

describe('every message', () => {
  it.each(every)(
    '$code in $language ($address), priced $priced, is fit to be sent',
    ({ code, priced, ...speaker }) => {
      const found = code === 'in_scope' ? [covered] : [examples[code], covered]
      for (const input of [document(), rich]) {
        const text = write({
          input,
          speaker,
          found,
          percent: priced ? 35 : 0,
          ...(priced ? {} : { price: null }),
        })
        expect(text).not.toMatch(/refus|declin|&\w+;|\{|\}|undefined|null|NaN|\n\n|\s\n| {2}/iu)
        expect(text.length).toBeLessThan(2000)
        if (speaker.language === 'en')
          expect(text.replace('Lundi de Pâques', '')).not.toMatch(/\b(?:vous|votre|tu|demande)\b/iu)
        else
          expect(text).toMatch(
            speaker.address === 'tu' ? /\b(?:ta|te|toi|tu|dis)\b/iu : /\b(?:votre|vous)\b/iu,
          )
        if (speaker.address === 'vous') expect(text).not.toMatch(/\b(?:tu|ton|ta|tes|toi)\b/iu)
      }
    },
  )

  it.each(speakers)('in $language ($address) promises no availability before it is confirmed', (speaker) => {
    expect(write({ speaker })).not.toMatch(/je traite|je m'en occupe|je suis disponible|I am handling/iu)
  })

  it.each(messageCodes)('%s says what else was found, in a sentence each', (code) => {
    const other = code === 'off_hours' ? examples.info_missing : examples.off_hours
    const alone = write({ input: rich, found: [examples[code]], price: null })
    const both = write({ input: rich, found: [examples[code], other], price: null })
    expect(both.length).toBeGreaterThan(alone.length)
    expect(both).toContain(other.code === 'off_hours' ? 'mardi 30 mars à 9 h' : 'le texte et la date')
  })
})

describe('the message of an urgent request', () => {
  it('counts by the clock where there are no working hours to count in', () => {
    const input = document({ urgency: { basis: 'working' } })
    expect(write({ input })).toContain('moins de 24 h de délai')
  })

  it('has three ways out with a computed moment, the calculation, and the word that it is no quote', () => {
    const text = write({ input: document({ hours }) })
    expect(text).toContain('mardi 24 novembre à 9 h 30')
    expect(text).toContain('mercredi 25 novembre à 9 h')
    expect(text).toContain('Estimation, qui ne vaut pas devis : 35,00 €/h × 2 h = 70,00 €')
    expect(text).toMatch(/pas de majoration/u)
    expect(text).toMatch(/autre prestataire/u)
  })

  it('offers a moment before which there is time to work, so that who waits until then pays no surcharge', () => {
    const input = document({ hours })
    const evening = '2026-11-25T19:00:00.000Z' // Wednesday; the week is over
    expect(write({ input, now: evening })).toContain(
      "au lundi 30 novembre à 10 h ou plus tard : il n'y a alors pas de majoration",
    )
    const codes = (dueAt: string) => {
      const known = facts({ dueAt, dueSetAt: evening })
      return evaluate(compiled(input), task(), known, evening).findings.map(({ code }) => code)
    }
    expect(codes('2026-11-30T09:00:00.000Z')).not.toContain('urgent_confirm')
    expect(codes('2026-11-30T08:00:00.000Z')).toContain('urgent_confirm')
  })

  it('names no amount when only a word says so', () => {
    const text = write({ found: [urgent(false), covered], percent: 0 })
    expect(text).toContain('ucune majoration')
    expect(text).not.toContain('€')
  })

  it('names the percentage when the amount is not known', () => {
    expect(write({ price: null })).toContain('35 %')
  })

  it('counts working hours as people call them, one and several', () => {
    const within = (thresholdHours: number) =>
      write({ input: document({ hours, urgency: { thresholdHours, basis: 'working' } }) })
    expect(within(14)).toContain('avec moins de 14 h ouvrées de délai')
    expect(within(1)).toContain('avec moins de 1 h ouvrée de délai')
  })

  it('offers no urgent work where that is never done', () => {
    const text = write({ input: document({ hours, urgency: { accepted: false } }), percent: 0, price: null })
    expect(text).toContain('mercredi 25 novembre à 9 h')
    expect(text).not.toContain('majoration de')
  })
})

describe('the message of a request that goes beyond what is agreed', () => {
  it.each([
    [0, 'retouches non comprises', 'changes not included'],
    [1, '1 série de retouches', '1 round of changes'],
    [2, '2 séries de retouches', '2 rounds of changes'],
  ])('counts %i included rounds of changes', (included, fr, en) => {
    const beyond: Finding = { ...examples.over_limit, reason: 'revisions', evidence: { included } }
    const said = (language: 'fr' | 'en') =>
      write({ found: [beyond, covered], percent: 0, speaker: { language, address: 'vous' } })
    expect(said('fr')).toContain(`convenu ensemble : ${fr}.`)
    expect(said('en')).toContain(`agreed on: ${en}.`)
  })
})

it('a channel without a name of its own is called by one that fits into the sentence', () => {
  const channels = { agreed: [{ via: 'other', for: ['request'] }] }
  const elsewhere = { ...examples.wrong_channel, evidence: { channel: 'whatsapp', agreed: ['other'] } }
  const said = (language: 'fr' | 'en') =>
    write({ input: document({ channels }), found: [elsewhere], speaker: { language, address: 'vous' } })
  expect(said('fr')).toContain('par un autre moyen')
  expect(said('en')).toContain('via other means')
})

describe('amounts', () => {
  const mentions = [
    { text: 'Ancienne mention.', until: '2026-11-22' },
    { text: 'Mention du jour.', from: '2026-11-23', until: '2026-11-23' },
    { text: 'Mention future.', from: '2026-11-24' },
    { text: 'Toujours.' },
  ]
  const input = document({ billing: { hourlyRate: 35, mentions } })

  it('E5: la mention légale change à sa date, dans le fuseau du client', () => {
    expect(write({ input })).toContain('94,50 €. Mention du jour. Toujours.\n')
    expect(write({ input, now: '2026-11-23T23:30:00.000Z' })).toContain('€. Mention future. Toujours.\n')
  })

  it('have no mention where there is no amount', () => {
    expect(write({ input, price: null })).not.toContain('Toujours')
  })

  it('E4: sont à titre indicatif tant que les conditions ne sont pas acceptées', () => {
    const pending = [examples.contract_pending, urgent(true), covered]
    expect(write({ found: pending })).toContain('à titre indicatif')
    expect(write()).not.toContain('à titre indicatif')
  })
})

it.each([
  ['tu', 'fr', "congés jusqu'au vendredi 4 décembre", 'Je te réponds à partir de lundi 7 décembre'],
  ['vous', 'fr', "congés jusqu'au vendredi 4 décembre", 'Je vous réponds à partir de lundi 7 décembre'],
  ['vous', 'en', 'on leave until Friday 4 December', 'Monday 7 December'],
] as const)(
  'two weeks of leave with a weekend between are one, as %s in %s',
  (address, language, leave, opens) => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
    const week = Object.fromEntries(days.map((day) => [day, ['09:00-18:00']]))
    const weeks = [
      { from: '2026-11-23', until: '2026-11-27' },
      { from: '2026-11-30', until: '2026-12-04' },
    ]
    const policy = compiled(document({ hours: { week, leave: weeks } }), { address, language })
    const { message } = evaluate(policy, task(), facts(), monday)
    expect(message).toContain(leave)
    expect(message).toContain(opens)
  },
)

it.each([
  ['tu', 'fr', 'un acompte est prévu avant de commencer : il reste 1,00 € à régler (déjà reçu : 34,00 €).'],
  ['vous', 'fr', 'un acompte est prévu avant de commencer : il reste 1,00 € à régler (déjà reçu : 34,00 €).'],
  ['vous', 'en', 'a deposit comes first: €1.00 left to pay (already received: €34.00).'],
] as const)(
  'of a deposit that has come in part the rest is asked for, as %s in %s',
  (address, language, says) => {
    const billing = { hourlyRate: 35, deposit: { percent: 50, when: 'always' } }
    const policy = compiled(document({ billing }), { address, language })
    const judged = (depositMinor: number, hours: number | null = 2) => {
      const known = facts({ account: { ...emptyAccount, depositMinor } })
      return evaluate(policy, task({ hours }), known, monday)
    }
    expect(judged(3400).message).toContain(says)
    expect(judged(0).message).not.toMatch(/reste|left to pay/)
    expect(judged(1000, null).findings[0]?.evidence.rest).toBe(
      language === 'fr' ? 'entre 7,50 € et 42,50 €' : 'between €7.50 and €42.50',
    )
  },
)

describe('the first message to a client', () => {
  const first = { ...due, account: { ...emptyAccount, isFirst: true } }

  it('E7: dit le cadre une fois, au premier échange', () => {
    const [introduced, later] = [first, due].map((known) => write({ input: rich, known }))
    expect(introduced?.length).toBeGreaterThan((later?.length ?? 0) + 40)
  })
})

describe('own words', () => {
  const templates = { out_of_scope: { fr: 'Bonjour & bienvenue, {{ service }} : {{ next_step }}' } }
  const own = document({
    assistant: { name: 'Sophie' },
    messages: { templates },
    services: [
      service,
      {
        ...blog,
        name: { fr: 'Rédaction <longue> & co', en: 'Writing' },
        referrals: [{ name: { fr: 'Léa' }, contact: 'lea@exemple.fr' }, { name: { fr: 'Max' } }],
      },
    ],
  })
  const about = { input: own, found: [examples.out_of_scope], price: null, percent: 0 }

  it('replace the built-in ones in their language, keep the next step, and are signed', () => {
    const text = write(about)
    expect(text).toMatch(/^Bonjour & bienvenue, Rédaction <longue> & co : /u)
    expect(text).toContain('Léa (lea@exemple.fr) ou Max')
    expect(text.endsWith('\n— Sophie')).toBe(true)
  })

  it('may spread over lines: what does not apply leaves no gap', () => {
    const fr = 'Bonjour, \n\n{% if due %}\n{{ due }}\n{% endif %}\n\n{{ next_step }}'
    const input = document({ messages: { templates: { in_scope: { fr } } } })
    expect(write({ input, found: [covered], known: {} })).toMatch(/^Bonjour,\n\n\S/u)
  })

  it('leave the other language as it is', () => {
    expect(write({ ...about, speaker: { language: 'en', address: 'vous' } })).toContain('Writing')
  })
})
