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
    expect(policy.messages.commentWhen).toEqual([
      'out_of_scope',
      'quote_needed',
      'urgent_confirm',
      'urgent_confirmed',
    ])
    expect(policy.billing).toEqual({ hourlyRateMinor: 3500, currency: 'EUR', mentions: [] })
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
    [
      'an unknown currency',
      document({ billing: { hourlyRateMinor: 1, currency: 'EURO' } }),
      'billing.currency: ',
    ],
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
      'messages.templates.in_scope.en: "title" is unknown',
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
