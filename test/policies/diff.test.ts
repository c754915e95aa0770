import { describe, expect, it } from 'vitest'
import type { Language } from '#model/board.ts'
import { policyChanges } from '#policies/diff/policy-changes.ts'
import type { Json } from '#policies/merge-patch.ts'
import { patchPolicy } from '#policies/merge-patch.ts'
import { presets } from '#policies/presets/presets.ts'
import { type Policy, parsePolicy } from '#policies/schema.ts'
import { minimal, rich, richDocument } from './documents/rich-policy.ts'

/** What changes when a part of the rich policy is patched. */
function changed(patch: Json, language: Language = 'fr') {
  return policyChanges(rich, parsePolicy(patchPolicy(richDocument, patch)), language)
}
const words = (patch: Json, language?: Language) => changed(patch, language).map((change) => change.words)

const sentences: [Json, string, string][] = [
  [
    { billing: { hourlyRate: 40 } },
    'Le tarif horaire passe de 35,00 € à 40,00 €.',
    'The hourly rate goes from €35.00 to €40.00.',
  ],
  [
    { hours: { week: { monday: ['09:00-12:30'] } } },
    'Tu ne travailles plus le lundi après-midi (avant : de 14 h à 18 h).',
    'You no longer work on Monday afternoon (before: 14:00–18:00).',
  ],
  [
    { hours: { week: { friday: null } } },
    'Tu ne travailles plus le vendredi (avant : de 9 h à 12 h 15).',
    'You no longer work on Friday (before: 9:00–12:15).',
  ],
  [
    { hours: { week: { saturday: ['10:00-12:00'] } } },
    'Tu travailles désormais le samedi de 10 h à 12 h.',
    'You now work on Saturday 10:00–12:00.',
  ],
  [
    { hours: { week: { friday: ['09:00-12:15', '18:00-20:00'] } } },
    'Tu travailles désormais aussi le vendredi soir de 18 h à 20 h.',
    'You now also work on Friday evening 18:00–20:00.',
  ],
  [
    { hours: { week: { friday: ['10:00-16:00'] } } },
    'Le vendredi, tu travailles désormais de 10 h à 16 h (avant : de 9 h à 12 h 15).',
    'On Friday you now work 10:00–16:00 (before: 9:00–12:15).',
  ],
  [
    { services: { seo: { kind: 'excluded', name: { fr: 'Rédaction longue', en: 'Long writing' } } } },
    'Nouvelle prestation exclue : Rédaction longue.',
    'New excluded service: Long writing.',
  ],
  [
    { services: { visuels: null } },
    'Prestation retirée du catalogue : Visuels Canva.',
    'Service taken out of the catalogue: Canva visuals.',
  ],
  [
    { urgency: { confirmation: { expireAfterHours: 'never' } } },
    'Le délai pour confirmer une urgence passe de 4 heures de travail à « jamais ».',
    'The time to confirm urgent work goes from 4 hours of working time to "never".',
  ],
  [
    { services: { community: { kind: 'quote' } } },
    "Community management complet, exclue jusqu'ici, est désormais sur devis.",
    'Full community management, excluded until now, is now on quote.',
  ],
  [
    { services: { visuels: { price: 50 } } },
    'Visuels Canva : le prix fixe passe de 43,00 € à 50,00 €.',
    'Canva visuals: the fixed price goes from €43.00 to €50.00.',
  ],
  [
    { services: { visuels: { price: null } } },
    "Visuels Canva : tu retires le prix fixe (jusqu'ici : 43,00 €).",
    'Canva visuals: you take out the fixed price (until now: €43.00).',
  ],
  [
    { services: { newsletter: { keywords: { fr: ['infolettre'] } } } },
    'Newsletters : mots-clés français : ajouté « infolettre ».',
    'Newsletters: keywords in French: added "infolettre".',
  ],
  [
    { urgency: { accepted: false } },
    "Tu n'acceptes plus le travail en urgence.",
    'You no longer accept urgent work.',
  ],
  [
    { channels: { refused: ['voice', 'sms'] } },
    'Canaux refusés : ajouté SMS ; retiré téléphone, WhatsApp.',
    'Refused channels: added text message; taken out phone, WhatsApp.',
  ],
  [
    { hours: { leave: [...richDocument.hours.leave, { from: '2027-02-08', until: '2027-02-12' }] } },
    'Congés, ajout : du lundi 8 au vendredi 12 février 2027.',
    'Leave added: Monday 8 to Friday 12 February 2027.',
  ],
  [
    {
      hours: {
        exceptions: [...richDocument.hours.exceptions, { date: '2027-02-20', open: ['10:00-12:30'] }],
      },
    },
    'Date particulière, ajout : le samedi 20 février 2027 (de 10 h à 12 h 30).',
    'Special date added: Saturday 20 February 2027 (10:00–12:30).',
  ],
  [
    { notes: [...richDocument.notes, { title: 'Avis', text: 'Bonjour.' }] },
    'Note, ajout : « Avis » — « Bonjour. »',
    'Note added: "Avis" — "Bonjour."',
  ],
  [
    { limits: { requests: null } },
    'Règle retirée : « Je prends en charge 6 nouvelles demandes par semaine au maximum. »',
    'Rule taken out: "I take on at most 6 new requests a week."',
  ],
  [
    { plans: { premium: { set: { billing: { package: { hours: 25 } } } } } },
    'Dans la formule « Formule Premium » : Le volume du forfait passe de 20 heures à 25 heures.',
    'In the plan "Formule Premium": The size of the package goes from 20 hours to 25 hours.',
  ],
  [
    { statuses: { in_scope: 'in_progress' } },
    "Le statut d'une demande « Dans le cadre » est désormais « en cours ».",
    'The status of a request "In scope" is now "in progress".',
  ],
]

describe('what changes between two documents', () => {
  it.each(sentences)('is said in one sentence: %j', (patch, fr, en) => {
    expect(words(patch)).toEqual([fr])
    expect(words(patch, 'en')).toEqual([en])
  })

  it('is nothing when only the order of services changes, or a default is written down', () => {
    const turned = { ...richDocument, services: richDocument.services.toReversed() }
    expect(policyChanges(rich, parsePolicy(turned), 'fr')).toEqual([])
    expect(words({ billing: { rounding: 'up' }, limits: { revisions: { included: 2 } } })).toEqual([])
  })

  it('says what, with both values, for machines', () => {
    expect(changed({ services: { visuels: { price: 50 } } })).toMatchObject([
      { path: 'services.visuels.price', kind: 'changed', before: 43, after: 50 },
    ])
    expect(changed({ services: { newsletter: { price: 50 } } })).toMatchObject([
      { path: 'services.newsletter.price', kind: 'added', before: null, after: 50 },
    ])
  })

  it('misses nothing among notes of the same title', () => {
    const notes = (first: string) => [
      { title: 'Absence', text: first },
      { title: 'Absence', text: 'Une collègue prend le relais.' },
    ]
    const before = parsePolicy({ ...richDocument, notes: notes('Je préviens.') })
    const after = parsePolicy({ ...richDocument, notes: notes('Je préviens un mois avant.') })
    expect(policyChanges(before, after, 'fr').map((change) => change.words)).toEqual([
      'Note, changement : « Absence » — « Je préviens un mois avant. » (avant : « Absence » — « Je préviens. »).',
    ])
  })

  it('says for the clients of a plan only what is theirs alone', () => {
    expect(words({ billing: { hourlyRate: 40 } })).toHaveLength(1)
    expect(words({ billing: { package: { hours: 12 } } })).toEqual([
      'Le volume du forfait passe de 10 heures à 12 heures.',
    ])
  })

  it.each(pairs())('leaves nothing without words: %s', (_name, before, after) => {
    for (const language of ['fr', 'en'] as const) {
      const changes = policyChanges(before, after, language)
      expect(changes.length).toBeGreaterThan(0)
      for (const { path, words } of changes) {
        expect(words, path).not.toMatch(/[»"] (a changé|has changed)\.$/)
        expect(words, path).not.toMatch(/undefined|null|\[object|NaN/)
        expect(words, path).toMatch(/[.»"]$/)
      }
    }
  })
})

/** Documents that have little in common. */
function pairs(): [string, Policy, Policy][] {
  const all = Object.entries({ rich, minimal, ...presets })
  return all.flatMap(([name, before], at) => {
    const [other, after] = all[(at + 1) % all.length] ?? [name, before]
    const back: [string, Policy, Policy] = [`${other} → ${name}`, after, before]
    return [[`${name} → ${other}`, before, after] as [string, Policy, Policy], back]
  })
}
