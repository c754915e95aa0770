import { describe, expect, it } from 'vitest'
import { languages } from '#model/board.ts'
import { clauseSentence, clauses } from '#policies/documents/clauses.ts'
import { parsePolicy } from '#policies/schema.ts'
import { minimal, minimalDocument, rich, richDocument } from './rich-policy.ts'
import { variants } from './variants.ts'

const day = '2026-11-24'
const textOf = (policy = rich, language: 'fr' | 'en' = 'fr', on = day) =>
  clauses(policy, language, on)
    .map(({ title, text }) => `${title}\n${text}`)
    .join('\n\n')

/** Paths that findings name, for a policy. */
const paths = (policy = rich) => [
  'urgency.thresholdHours',
  'urgency.markers',
  'urgency.offHours.work',
  'urgency.accepted',
  ...policy.services.flatMap((_, index) => [`services[${index}]`, `services[${index}].needs`]),
  'scope.uncatalogued',
  'hours.week',
  'hours.holidays',
  'hours.leave',
  'hours.focus',
  'hours.exceptions',
  'channels.agreed',
  'channels.refused',
  'limits.revisions',
  'limits.requests',
  'limits.hoursPerMonth',
  'billing.package',
  'billing.deposit',
  'terms.acceptance',
]

describe.each(Object.entries(variants))('clauses: %s', (_, policy) => {
  it.each(languages)('E3: the text in the comment is the text in the clause (%s)', (language) => {
    const all = clauses(policy, language, day).map(({ text }) => text)
    for (const path of paths(policy)) {
      const sentence = clauseSentence(policy, path, language)
      expect(sentence.length, path).toBeLessThanOrEqual(240)
      if (sentence !== '')
        expect(
          all.some((text) => text.includes(sentence)),
          `${path}: ${sentence}`,
        ).toBe(true)
    }
  })

  it.each(languages)('has no empty clause, no gap and no id twice (%s)', (language) => {
    const all = clauses(policy, language, day)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { title, text } of all) {
      expect(title.trim()).not.toBe('')
      expect(text).not.toMatch(
        /undefined|null|NaN|\[object|\$\{|\{\{| {2}|\u00a0|\u202f|\.\.(?!\.)|: \.|^\s|\s$/u,
      )
      expect(text).toMatch(/\S/u)
    }
  })
})

describe('a sentence to quote', () => {
  it('has one for every path that a full policy can be judged by', () => {
    for (const language of languages) {
      for (const path of paths().filter((each) => !/^services\[[1-4]\]\.needs$/u.test(each))) {
        expect(clauseSentence(rich, path, language), path).not.toBe('')
      }
    }
  })

  it.each([
    '',
    'constructor',
    '__proto__',
    'hours',
    'services',
    'services[99]',
    'services[-1]',
    'billing.payment',
  ])('is empty for %o', (path) => expect(clauseSentence(rich, path, 'fr')).toBe(''))

  it.each([
    'hours.week',
    'channels.agreed',
    'limits.requests',
    'billing.package',
    'billing.deposit',
    'terms.acceptance',
  ])('is empty for %s when the policy has nothing of the kind', (path) =>
    expect(clauseSentence(minimal, path, 'fr')).toBe(''),
  )

  it.each([
    ['services[0]', 'Newsletters : je réalise cette prestation dans le cadre convenu.'],
    ['services[2]', 'Page de vente et tunnel : je réalise cette prestation sur devis.'],
    [
      'services[3]',
      "Rédaction de contenus longs : cette prestation n'est pas comprise dans mes services habituels.",
    ],
  ])('depends on the kind of a service: %s', (path, sentence) => {
    expect(clauseSentence(rich, path, 'fr')).toBe(sentence)
  })

  it('never says in French that something is refused', () => {
    for (const path of paths()) expect(clauseSentence(rich, path, 'fr')).not.toMatch(/refus/iu)
  })
})

describe('what the policy says, the clauses say', () => {
  it('E1: la clause change quand les horaires changent', () => {
    const later = parsePolicy({
      ...richDocument,
      hours: { ...richDocument.hours, week: { wednesday: ['10:00-16:45'] }, focus: {} },
    })
    expect(textOf()).toContain('le lundi, le mardi et le jeudi de 9 h à 12 h 30 et de 14 h à 18 h')
    expect(textOf(later)).toContain('Je travaille le mercredi de 10 h à 16 h 45 (heure de Paris).')
    expect(textOf(later, 'en')).toContain('I work Wednesday 10:00–16:45 (Paris time).')
  })

  it('E1: le travail du week-end est possible ou non, à un tarif majoré', () => {
    expect(textOf()).toContain('de 53 % le week-end')
    const never = variants['no work off hours']
    expect(textOf(never)).toContain('Je ne travaille pas en dehors de mes horaires')
    expect(textOf(never)).not.toContain('le week-end')
  })

  it('E3: les prestations exclues sont nommées aussi', () => {
    const excluded = clauses(rich, 'fr', day).find(({ id }) => id === 'services-excluded')
    expect(excluded?.text).toContain('Community management complet')
    expect(excluded?.text).toContain('Léa Martin, rédactrice web (lea@martin.example)')
  })

  it('says of what it is that it is urgent without working time', () => {
    expect(textOf()).toContain("n'est pas une urgence. Une demande est urgente aussi lorsque")
    expect(textOf(rich, 'en')).toContain('is not urgent. A request is also urgent when')
  })

  it('E4: exactement 24 heures ne sont pas une urgence', () => {
    expect(textOf()).toContain('moins de 24 heures')
    expect(textOf()).toContain("un délai de 24 heures exactement n'est pas une urgence")
  })

  it('announces no surcharge on changes that the cap would never let come about', () => {
    const changes = { included: 2, surchargePercent: 80 }
    const capped = parsePolicy({ ...minimalDocument, limits: { revisions: changes } })
    expect(clauseSentence(capped, 'limits.revisions', 'fr')).toMatch(/majoré de 50 %\.$/u)
    const priced = parsePolicy({ ...minimalDocument, limits: { revisions: { ...changes, price: 30 } } })
    expect(clauseSentence(priced, 'limits.revisions', 'en')).toMatch(/with a surcharge of 50%\.$/u)
  })

  it('counts one minute and one day in the singular', () => {
    const one = (rounding: string) =>
      parsePolicy({
        ...minimalDocument,
        billing: { hourlyRate: 35, unitMinutes: 1, rounding, payment: { due: { days: 1 } } },
        urgency: { thresholdHours: 1 },
        limits: { revisions: { included: 1, withinDays: 1 } },
      })
    for (const rounding of ['up', 'nearest']) {
      for (const language of languages)
        expect(textOf(one(rounding), language)).not.toMatch(/\b1 (?:minutes|jours|days)\b/u)
    }
    expect(textOf(one('up'))).toContain('Le temps se compte à la minute ; toute minute commencée est due.')
    expect(textOf(one('up'))).toContain('payables sous 1 jour à compter')
    expect(textOf(one('up'))).toContain("un délai de 1 heure exactement n'est pas une urgence")
    expect(textOf(one('up'))).toContain('par livrable, dans un délai de 1 jour après la livraison')
  })

  it('E4: rien n’est promis avant que la disponibilité soit confirmée', () => {
    expect(textOf()).toContain('je confirme ma disponibilité par écrit avant tout engagement')
    expect(textOf(variants['never urgent'])).not.toContain('je confirme ma disponibilité')
  })

  it.each([
    ['hourly', 'au temps passé'],
    ['package', 'Mon forfait comprend 10 heures par mois'],
    ['monthly', 'Mon abonnement comprend 10 heures par mois'],
    ['one-off', 'chaque mission est chiffrée à part'],
  ] as const)('E5: chaque mode a son texte: %s', (mode, text) =>
    expect(textOf(variants[mode])).toContain(text),
  )

  it('E5: sans heures payées d’avance, le forfait n’a pas de clause', () => {
    expect(clauses(variants.hourly, 'fr', day).map(({ id }) => id)).not.toContain('package')
  })

  it.each([
    ['paid on receipt', 'fr', 'Mes factures sont payables à réception.'],
    ['paid at the start of the month', 'fr', "Le mois est payable d'avance, au plus tard le 5."],
    ['paid at the start of the month', 'en', 'Each month is payable in advance, by the 5th at the latest.'],
    ['a deposit on everything', 'fr', 'Un acompte de 50 % du montant estimé est à verser'],
    ['VAT with a rate', 'fr', "la TVA s'y ajoute au taux de 20 %"],
    ['VAT without a rate', 'en', 'VAT, which is added at the applicable rate'],
    ['no VAT', 'fr', 'ne sont pas soumis à la TVA'],
    ['a currency without cents', 'en', '¥45,000 a month'],
    [
      'no changes included',
      'fr',
      "Les retouches ne sont pas comprises dans le prix ; chaque série se prend sur les heures payées d'avance",
    ],
    [
      'changes at a price',
      'en',
      '1 round of changes per deliverable, within 1 day of delivery; any further round costs €30.00',
    ],
    ['one request a month', 'fr', '1 nouvelle demande par mois au maximum'],
    ['working time', 'fr', 'me laisse moins de 1,5 heure de travail'],
  ] as const)('E5: %s (%s)', (variant, language, text) => {
    expect(textOf(variants[variant], language)).toContain(text)
  })

  it.each([
    ['2027-12-31', 'art. 293 B du CGI', 'CIBS'],
    ['2028-01-01', 'CIBS', 'art. 293 B du CGI'],
  ])('E5: après sa fin, la nouvelle mention est utilisée (%s)', (on, said, unsaid) => {
    expect(textOf(rich, 'fr', on)).toContain(said)
    expect(textOf(rich, 'fr', on)).not.toContain(unsaid)
  })

  it('names leave and special dates only until they are over', () => {
    expect(textOf()).toContain('Du lundi 21 décembre 2026 au dimanche 3 janvier 2027')
    expect(textOf(rich, 'fr', '2027-01-03')).toContain('3 janvier 2027')
    expect(textOf(rich, 'fr', '2027-01-04')).not.toContain('3 janvier 2027')
    expect(textOf()).toContain('Le samedi 12 décembre 2026 : de 10 h à 13 h')
    expect(textOf()).toContain('Le vendredi 7 mai 2027 : fermé')
    expect(textOf(rich, 'fr', '2026-12-13')).not.toContain('12 décembre')
  })

  it('keeps to itself why somebody is on leave', () => expect(textOf()).not.toMatch(/fêtes|rattrapage|pont/u))

  it('tells holidays on which work goes on by the names they have that year', () => {
    expect(textOf()).toContain('Je travaille toutefois les jours fériés suivants : Lundi de Pentecôte.')
    expect(textOf(rich, 'en')).toContain('I do, however, work on the following public holidays: Whit Monday.')
  })

  it.each([
    ['FR', '57', 'France, Moselle', 'France, Moselle'],
    ['GB', 'ENG', 'Royaume-Uni, Angleterre', 'United Kingdom, England'],
    ['CA', 'QC', 'Canada, Québec', 'Canada, Quebec'],
    ['CH', 'GE', 'Suisse, canton de Genève', 'Switzerland, canton of Geneva'],
    ['US', 'LA', 'États-Unis, région LA', 'United States, region LA'],
  ])('names the place whose holidays count: %s %s', (country, region, fr, en) => {
    const there = parsePolicy({
      ...minimalDocument,
      hours: { ...richDocument.hours, holidays: { country, region } },
    })
    expect(textOf(there)).toContain(`Je ne travaille pas les jours fériés (${fr}).`)
    expect(textOf(there, 'en')).toContain(`I do not work on public holidays (${en}).`)
  })

  it('charges for a further round of changes what the estimate says, also where hours are paid in advance', () => {
    const rounds = (mode: string, surchargePercent = 0) =>
      parsePolicy({
        ...minimalDocument,
        billing: { hourlyRate: 35, mode, package: { hours: 10 } },
        limits: { revisions: { included: 2, surchargePercent } },
      })
    expect(textOf(rounds('hourly'))).toContain('toute série supplémentaire est facturée au tarif habituel.')
    expect(textOf(rounds('monthly'))).toContain(
      "toute série supplémentaire se prend sur les heures payées d'avance.",
    )
    expect(textOf(rounds('package', 20), 'en')).toContain(
      'any further round is taken from the hours paid in advance, with a surcharge of 20% of its value.',
    )
  })

  it('asks for an urgent request to be announced where a board is not enough', () => {
    expect(textOf()).toContain("doit aussi m'être signalée par e-mail (objet « URGENT »)")
  })

  it('tells kinds of request that come by the same way together', () => {
    const one = parsePolicy({
      ...minimalDocument,
      channels: { agreed: [{ via: 'trello', for: ['request', 'urgent', 'question'] }] },
    })
    expect(clauseSentence(one, 'channels.agreed', 'fr')).toBe(
      'Les demandes, les urgences et les questions passent par Trello.',
    )
  })

  it('announces no surcharge that the cap would never let come about', () => {
    const low = parsePolicy({ ...richDocument, urgency: { ...richDocument.urgency, capPercent: 40 } })
    expect(textOf(low)).toContain('de 40 % pour une demande complexe')
    expect(textOf(low)).not.toMatch(/52 %|61 %|72 %|53 %|64 %/u)
  })

  it('says how surcharges add up only where several can meet', () => {
    expect(textOf(minimal)).not.toContain('plusieurs majorations')
    expect(textOf(variants['always off hours'])).not.toContain('seule la plus élevée')
    expect(textOf()).toContain('seule la plus élevée est comptée')
  })
})
