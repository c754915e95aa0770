import { describe, expect, it } from 'vitest'
import { isAppError } from '#model/error.ts'
import { parsePolicy } from '#policies/schema.ts'
import { blog, document, service } from './judge.ts'

/** The problems of a document, as `path: message`. */
function problems(input: unknown): string[] {
  try {
    parsePolicy(input)
  } catch (error) {
    if (isAppError(error, 'POLICY_INVALID'))
      return error.details.map(({ path, message }) => `${path}: ${message}`)
    throw error
  }
  return []
}

describe('parsePolicy', () => {
  it('fills in what may be left out', () => {
    const policy = parsePolicy(document())
    expect(policy.urgency).toMatchObject({
      thresholdHours: 24,
      surchargePercent: { low: 20, medium: 35, high: 50 },
      capPercent: 50,
    })
    expect(policy.messages.commentWhen).not.toContain('in_scope')
    expect(policy.messages.commentWhen).toContain('info_missing')
    expect(policy.billing).toEqual({
      mode: 'hourly',
      hourlyRate: 35,
      quote: { remindAfterHours: 16, expireAfterHours: 80 },
      currency: 'EUR',
      unitMinutes: 15,
      rounding: 'up',
      mentions: [],
    })
    expect(policy).toMatchObject({ language: 'fr', languages: ['fr', 'en'], plans: {}, notes: [] })
    expect(policy.statuses).toEqual({})
  })

  it('reads again what it wrote', () => {
    const policy = parsePolicy(document())
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy)
  })

  it.each([
    ['a typo', document({ servces: [] }), 'servces: there is no such field'],
    [
      'a typo deep inside',
      document({ services: [{ ...service, keywords: { fr: [], de: [] } }] }),
      'services[0].keywords.de: there is no such field',
    ],
    [
      'an id twice',
      document({ services: [service, service] }),
      'services[1].id: "newsletter" is already the id',
    ],
    [
      'a keyword that is both included and excluded, in another form',
      document({ services: [service, { ...blog, keywords: { fr: ['les Newsletters'] } }] }),
      'services[1].keywords.fr[0]: "les Newsletters" means "blog", which is excluded, and "newsletter"',
    ],
    [
      'a keyword of stop words',
      document({ services: [{ ...service, keywords: { fr: ['pour le'] } }] }),
      'services[0].keywords.fr[0]: "pour le" has no word',
    ],
    [
      'a name that is missing in the language of the policy',
      document({ services: [{ ...service, name: { en: 'Newsletters' } }] }),
      'services[0].name.fr: the name is missing',
    ],
    ['a threshold of nothing', document({ urgency: { thresholdHours: 0 } }), 'urgency.thresholdHours: '],
    ['an unknown currency', document({ billing: { hourlyRate: 1, currency: 'EURO' } }), 'billing.currency: '],
    [
      'hours the wrong way round',
      document({ services: [{ ...service, defaultHours: { min: 3, max: 1 } }] }),
      'services[0].defaultHours: ',
    ],
    [
      'a comment on what is to be reviewed',
      document({ messages: { commentWhen: ['to_review'] } }),
      'messages.commentWhen[0]: ',
    ],
    [
      'a template that cannot be read',
      document({ messages: { templates: { out_of_scope: { fr: '{% if service %}{{ next_step }}' } } } }),
      'messages.templates.out_of_scope.fr: the template cannot be read',
    ],
    [
      'a template without a next step',
      document({ messages: { templates: { out_of_scope: { fr: 'Non.' } } } }),
      'messages.templates.out_of_scope.fr: a message must say what comes next',
    ],
    [
      'a template with an unknown variable',
      document({ messages: { templates: { in_scope: { en: '{{ title }} {{ next_step }}' } } } }),
      'messages.templates.in_scope.en: the variable "title" is unknown',
    ],
    [
      'a template that would read the clock',
      document({ messages: { templates: { in_scope: { fr: "{{ 'now' | date: '%s' }} {{ next_step }}" } } } }),
      'messages.templates.in_scope.fr: the template cannot be read: undefined filter: date',
    ],
    [
      'a template that would read a file',
      document({ messages: { templates: { in_scope: { fr: "{% include 'x' %} {{ next_step }}" } } } }),
      'messages.templates.in_scope.fr: the template cannot be read: tag "include" not found',
    ],
    [
      'an interval that is none',
      document({ hours: { week: { monday: ['9h-12h'] } } }),
      'hours.week.monday[0]: this is no interval',
    ],
    [
      'intervals that overlap',
      document({ hours: { week: { monday: ['09:00-12:30', '12:00-18:00'] } } }),
      'hours.week.monday[1]: ',
    ],
    [
      'a time zone that is none',
      document({ hours: { timeZone: 'Europe/Lutece', week: { monday: ['09:00-12:00'] } } }),
      'hours.timeZone: this time zone is unknown',
    ],
    [
      'E5: un délai de paiement de 75 jours',
      document({ billing: { hourlyRate: 35, payment: { due: { days: 75 } } } }),
      'billing.payment.due.days: this is later than the law allows (60 days',
    ],
    [
      'a package without hours',
      document({ billing: { hourlyRate: 35, mode: 'package' } }),
      'billing.package: this way of billing needs a package',
    ],
    ['a tenth of a cent', document({ billing: { hourlyRate: 35.005 } }), 'billing.hourlyRate: '],
    [
      'half a yen',
      document({ billing: { hourlyRate: 3500.5, currency: 'JPY' } }),
      'billing.hourlyRate: this amount has too many decimals',
    ],
    [
      'a rate of nothing',
      document({ billing: { hourlyRate: 0 } }),
      'billing.hourlyRate: the hourly rate is zero',
    ],
    [
      'a minimum of half a yen',
      document({ urgency: { minimum: 0.5 }, billing: { hourlyRate: 3500, currency: 'JPY' } }),
      'urgency.minimum: this amount has too many decimals',
    ],
    [
      'a language that is not served',
      document({ languages: ['en'] }),
      "languages: the policy's own language is not among",
    ],
    [
      'a need that nothing can prove',
      document({ services: [{ ...service, needs: [{ name: { fr: 'le texte' }, by: ['words'] }] }] }),
      'services[0].needs[0].words: ',
    ],
    [
      'a leave that ends before it starts',
      document({
        hours: { week: { monday: ['09:00-12:00'] }, leave: [{ from: '2026-12-31', until: '2026-12-24' }] },
      }),
      'hours.leave[0]: the end comes before the start',
    ],
  ])('points at %s', (_name, input, problem) => {
    expect(problems(input)).toEqual([expect.stringContaining(problem)])
  })

  it('tells all problems at once, those between services too', () => {
    const found = problems({
      services: [
        { ...service, kind: 'maybe' },
        service,
        service,
        { ...blog, keywords: { fr: ['newsletter'] } },
      ],
      urgency: { thresholdHours: -1, capPercent: 1000 },
    })
    expect(found.map((problem) => problem.split(':')[0])).toEqual([
      'name',
      'services[0].kind',
      'urgency.thresholdHours',
      'urgency.capPercent',
      'billing',
      'services[2].id',
      'services[3].keywords.fr[0]',
    ])
  })

  it.each([null, undefined, 'policy', 4, []])('refuses %j without failing otherwise', (input) => {
    expect(problems(input).length).toBeGreaterThan(0)
  })
})

describe('what is wrong with a policy', () => {
  const details = (input: unknown) => {
    try {
      parsePolicy(input)
    } catch (error) {
      if (isAppError(error)) return error.details
    }
    return []
  }

  it.each([
    [{ billing: { hourlyRate: 35, unitMinutes: 1.5 } }, 'give a whole number', 'donne un nombre entier'],
    [{ limits: { hoursPerDay: 'six' } }, 'give a number', 'donne un nombre'],
    [{ languages: 'fr' }, 'give a list', 'donne une liste'],
    [
      { hours: { week: { monday: ['09:00-12:00'] }, exceptions: [{ date: '2026-11-29' }] } },
      'add it (a list)',
      'ajoute-la (une liste)',
    ],
  ])('says which kind of value it takes: %j', (part, remedy, french) => {
    expect(details(document(part))).toMatchObject([{ remedy, fr: { remedy: french } }])
  })

  it('names every way in which a value may be written', () => {
    const [due] = details(document({ billing: { hourlyRate: 35, payment: { due: 'tomorrow' } } }))
    expect(due).toMatchObject({
      path: 'billing.payment.due',
      remedy: 'use one of on_receipt, start_of_month, or give a group of fields',
      fr: { remedy: 'choisis parmi : on_receipt, start_of_month, ou donne un groupe de champs' },
    })
  })

  it.each([
    document({ urgency: { thresholdHours: 'x', capPercent: 1000, combine: 'both' }, servces: 1 }),
    document({ services: [{ ...service, id: 'Été', defaultHours: { min: 3, max: 1 } }] }),
    document({ hours: { week: { monday: ['9h'] }, holidays: { country: 'France' } } }),
    document({ messages: { templates: { in_scope: { fr: 'Oui.' } } } }),
    document({ billing: { hourlyRate: 35, currency: 'EURO' } }),
    document({ services: [service, service] }),
    document({ services: [service, { ...blog, keywords: { fr: ['les Newsletters', 'pour le'] } }] }),
    { name: 4 },
  ])('is said in French and English, each with what to do (%#)', (input) => {
    const found = details(input)
    expect(found.length).toBeGreaterThan(0)
    for (const { path, message, remedy, fr } of found) {
      expect(path, JSON.stringify(found)).not.toBe('')
      for (const text of [message, remedy, fr?.message, fr?.remedy]) expect(text).toMatch(/^\S.*\S$/su)
      expect(fr?.message).not.toBe(message)
      expect(`${message} ${remedy}`).not.toMatch(/undefined|\[object|null/u)
    }
  })
})
