import { describe, expect, it } from 'vitest'
import { languages } from '#model/board.ts'
import { formatTime } from '#policies/calendar.ts'
import { procedure } from '#policies/documents/procedure.ts'
import { formatNumber } from '#policies/money.ts'
import { parsePolicy } from '#policies/schema.ts'
import { minimalDocument, rich } from './rich-policy.ts'
import { variants } from './variants.ts'

const day = '2026-11-24'

/** Leaves that are no rule to a reader. */
const notTold = [
  // How requests are recognized, and what the document is checked against.
  'services.*.id',
  'services.*.keywords',
  'services.*.examples',
  'services.*.needs.*.words',
  'billing.payment.legalMaximumDays',
  // Names of the document, shown where there is no other, and its own language, used where a text is missing.
  'name',
  'language',
  // What this way of paying does not use, and what is not in force on the day.
  'billing.payment.dayOfMonth',
  'billing.mentions.1',
  'billing.mentions.0.until',
  // Why somebody is away concerns nobody.
  'hours.leave.*.note',
  'hours.exceptions.*.note',
  // Work that is not done has no price, duration or surcharge.
  'services.3.oneOff',
  'services.4.oneOff',
  'messages.commentWhen',
]

function leavesOf(value: unknown, path: string): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, path === '' ? key : `${path}.${key}`),
  )
}

const isTold = (path: string) =>
  !notTold.some((pattern) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}(\\.|$)`, 'u').test(path),
  )

/** How a value looks in a text of a language; null for choices between ways of working, which are told in prose. */
function shown(path: string, value: unknown, language: 'fr' | 'en'): string[] | null {
  if (path === 'scope.strictness') return [formatNumber(Number(value) * 100, language)]
  if (typeof value === 'number') return [formatNumber(value, language)]
  if (typeof value !== 'string') return null
  if (/^\d\d:\d\d-/u.test(value)) return value.split('-').map((time) => formatTime(time, language))
  if (/^\d{4}-\d\d-\d\d$/u.test(value))
    return path.startsWith('billing') ? null : [String(Number(value.slice(8))), value.slice(0, 4)]
  if (value === 'Europe/Paris') return ['Paris']
  if (value === 'FR') return ['France']
  if (path === 'hours.holidays.region') return [value === '57' ? 'Moselle' : 'Bas-Rhin']
  if (/worked/u.test(path)) return [language === 'fr' ? 'Lundi de Pentecôte' : 'Whit Monday']
  if (/\.(?:fr|en)$|\.fr\.\d|\.en\.\d/u.test(path))
    return new RegExp(`\\.${language}(?:\\.|$)`, 'u').test(path) ? [value] : null
  if (/^(?:assistant|notes)|note$|contact|late$|mentions|name$/u.test(path)) return value.split(/\n+/u)
  return null
}

const choices: readonly (readonly string[])[] = [
  ['included', 'quote', 'excluded'],
  ['low', 'medium', 'high'],
  ['clock', 'working'],
  ['ask', 'no', 'yes'],
  ['max', 'sum'],
  ['up', 'nearest'],
  ['franchise', 'standard', 'none'],
  ['week', 'month'],
  ['required', 'not_required'],
  ['quote', 'review'],
  ['fr', 'en'],
  ['hourly', 'package', 'monthly'],
  ['one_off', 'always'],
  ['transfer', 'paypal', 'stripe', 'cash'],
  ['request', 'urgent', 'question'],
  ['attachment', 'link', 'due_date', 'words'],
  ['trello', 'email', 'voice', 'phone', 'whatsapp', 'teams'],
  ['waiting', 'review'],
]

/** Something else in the place of a value. */
function other(path: string, value: unknown): unknown {
  if (path === 'scope.strictness') return 0.9
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  const text = String(value)
  if (text === 'Europe/Paris') return 'Europe/London'
  if (text === 'FR') return 'BE'
  if (text === 'EUR') return 'CHF'
  if (path.endsWith('region')) return '67'
  if (path.includes('worked')) return 'Toussaint'
  if (path === 'billing.mode') return 'monthly'
  if (path === 'scope.uncatalogued') return 'review'
  if (/^\d\d:\d\d-/u.test(text)) return text.replace(/:\d\d/u, ':05')
  if (/^\d{4}-\d\d-\d\d$/u.test(text)) return `${text.slice(0, 8)}${text.endsWith('9') ? '10' : '09'}`
  const list = choices.find((each) => each.includes(text))
  return list === undefined ? `${text} bis` : (list[(list.indexOf(text) + 1) % list.length] ?? '')
}

function withOther(value: unknown, [key, ...rest]: readonly string[], leaf: unknown): unknown {
  if (key === undefined) return leaf
  const copy: Record<string, unknown> = { ...(value as Record<string, unknown>) }
  copy[key] = withOther(copy[key], rest, leaf)
  return Array.isArray(value) ? Object.values(copy) : copy
}

describe('the procedure', () => {
  it.each(languages)(
    'E0: contains every judged rule: each number, name and time of a full policy (%s)',
    (language) => {
      const text = procedure(rich, language, day)
      const told = leavesOf(rich, '').filter(([path]) => isTold(path))
      expect(told.length).toBeGreaterThan(100)
      for (const [path, value] of told) {
        for (const words of shown(path, value, language) ?? []) expect(text, path).toContain(words)
      }
    },
  )

  it.each(languages)('E0: changes with every rule that changes (%s)', (language) => {
    const policy = { ...rich, plans: {} }
    const before = procedure(policy, language, day)
    const silent = leavesOf(policy, '')
      .filter(
        ([path]) =>
          isTold(path) && !new RegExp(`\\.${language === 'fr' ? 'en' : 'fr'}(\\.|$)`, 'u').test(path),
      )
      .filter(([path, value]) => {
        const changed = withOther(policy, path.split('.'), other(path, value)) as typeof policy
        return procedure(changed, language, day) === before
      })
    expect(silent).toEqual([])
  })

  it.each(Object.entries(variants))('reads well for %s', (_, policy) => {
    for (const language of languages) {
      const text = procedure(policy, language, day)
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{|\{\{|\u00a0|\u202f|\n{3,}/u)
      expect(text.match(/^## /gmu)?.length).toBeGreaterThanOrEqual(7)
      expect(text.endsWith('\n')).toBe(true)
    }
  })

  it('has its sections in the order of the article', () => {
    const titles = [...procedure(rich, 'fr', day).matchAll(/^## \d+\. (.*)$/gmu)].map(([, title]) => title)
    expect(titles).toEqual([
      'Horaires et disponibilité',
      'Demandes entrantes',
      'Périmètre',
      'Urgences',
      'Tarifs et paiement',
      'De A à Z',
      'Limites',
      'Autres règles',
      'Formules',
    ])
  })

  it('tells what differs in a plan and nothing else', () => {
    const [, plans = ''] = procedure(rich, 'fr', day).split('### Formule Premium')
    expect(plans).toContain('Le total des majorations ne dépasse pas 40 % du prix.')
    expect(plans).toContain('20 heures par mois')
    expect(plans).not.toContain('En urgence')
  })

  it('lists the public holidays of the coming year, without those on which work goes on', () => {
    const text = procedure(rich, 'fr', day)
    expect(text).toContain('- Vendredi 26 mars 2027 – Vendredi saint')
    expect(text).not.toMatch(/17 mai 2027/u)
    expect(text).not.toContain('2028')
  })

  it('names in its process only verdicts that this policy can lead to', () => {
    const text = procedure(variants.minimal, 'fr', day)
    expect(text).toContain('Hors cadre')
    expect(text).not.toMatch(/Acompte attendu|Contrat en attente|Hors horaires|Mauvais canal/u)
  })

  it('takes nothing that somebody wrote for Markdown or HTML', () => {
    const text = procedure(
      parsePolicy({
        ...minimalDocument,
        assistant: { name: '# <script>alert(1)</script> [x](javascript:1)' },
        services: [{ id: 'a', kind: 'included', name: { fr: '**gras** | `code` ![i](u)\n# titre' } }],
        notes: [
          { title: '<b>', text: '# pas un titre\n1. pas une liste\n> pas une citation\n\n- une liste' },
        ],
      }),
      'fr',
      day,
    )
    expect(text).not.toMatch(/(?<!\\)<(?:script|b)/u)
    expect(text).not.toMatch(/(?<!\\)\]\(|(?<!\\)`code/u)
    expect(text).toContain(String.raw`\*\*gras\*\* \| ` + String.raw`\`code\``)
    expect(text).toContain(String.raw`\# pas un titre`)
    expect(text).toContain(String.raw`1\. pas une liste`)
    expect(text).toContain(String.raw`\> pas une citation`)
    expect(text).toContain('\n\n- une liste')
    expect(text.match(/^# /gmu)).toHaveLength(1)
  })
})
