import { parsePolicy } from '#policies/schema.ts'

/** Every part of a policy, each filled in, with values that appear nowhere else in it. */
export const richDocument = {
  name: 'Camille Roux, assistante virtuelle',
  language: 'fr',
  assistant: {
    name: 'Camille Roux',
    trade: 'Assistante virtuelle webmarketing',
    email: 'bonjour@camille-roux.example',
    website: 'https://camille-roux.example',
  },
  hours: {
    timeZone: 'Europe/Paris',
    week: {
      monday: ['09:00-12:30', '14:00-18:00'],
      tuesday: ['09:00-12:30', '14:00-18:00'],
      thursday: ['09:00-12:30', '14:00-18:00'],
      friday: ['09:00-12:15'],
    },
    focus: { tuesday: ['09:00-11:00'], thursday: ['09:00-11:00'] },
    holidays: { country: 'FR', region: '57', worked: ['Lundi de Pentecôte'] },
    leave: [
      { from: '2026-12-21', until: '2027-01-03', note: 'fêtes' },
      { from: '2027-08-02', until: '2027-08-20' },
    ],
    exceptions: [
      { date: '2026-12-12', open: ['10:00-13:00'], note: 'rattrapage' },
      { date: '2027-05-07', open: [], note: 'pont' },
    ],
    answerWithinHours: 8,
  },
  channels: {
    agreed: [
      { via: 'trello', for: ['request'], note: 'tableau « Demandes »' },
      { via: 'email', for: ['urgent'], note: 'objet « URGENT »' },
      { via: 'email', for: ['question'] },
    ],
    refused: ['voice', 'phone', 'whatsapp'],
  },
  services: [
    {
      id: 'newsletter',
      kind: 'included',
      name: { fr: 'Newsletters', en: 'Newsletters' },
      description: {
        fr: 'Mise en page, programmation et envoi à partir des textes du client',
        en: "Layout, scheduling and sending, based on the client's copy",
      },
      defaultHours: { min: 1, max: 3 },
      complexity: 'medium',
      needs: [
        { name: { fr: 'texte validé', en: 'approved copy' }, by: ['attachment', 'link'] },
        { name: { fr: "date d'envoi", en: 'send date' }, by: ['due_date'] },
      ],
    },
    {
      id: 'visuels',
      kind: 'included',
      name: { fr: 'Visuels Canva', en: 'Canva visuals' },
      defaultHours: 1.25,
      complexity: 'low',
      price: 43,
    },
    {
      id: 'tunnel',
      kind: 'quote',
      name: { fr: 'Page de vente et tunnel', en: 'Sales page and funnel' },
      description: { fr: 'Montage sur Systeme.io', en: 'Built on Systeme.io' },
      complexity: 'high',
      oneOff: true,
    },
    {
      id: 'redaction',
      kind: 'excluded',
      name: { fr: 'Rédaction de contenus longs', en: 'Long-form writing' },
      description: {
        fr: 'Articles de blog, livres blancs, e-books',
        en: 'Blog posts, white papers, e-books',
      },
      referrals: [
        {
          name: { fr: 'Léa Martin, rédactrice web', en: 'Léa Martin, web writer' },
          contact: 'lea@martin.example',
        },
        { name: { fr: 'le collectif Plumes', en: 'the Plumes collective' } },
      ],
    },
    {
      id: 'community',
      kind: 'excluded',
      name: { fr: 'Community management complet', en: 'Full community management' },
    },
  ],
  scope: { strictness: 0.85, uncatalogued: 'quote' },
  urgency: {
    thresholdHours: 24,
    basis: 'clock',
    accepted: true,
    markers: { fr: ['pour hier', 'le feu'], en: ['on fire'] },
    surchargePercent: { low: 21, medium: 36, high: 52 },
    tiers: [
      { underHours: 12, percent: 61 },
      { underHours: 4, percent: 72 },
    ],
    offHours: { work: 'ask', surchargePercent: { evening: 26, weekend: 53, holiday: 64 } },
    combine: 'max',
    capPercent: 75,
    minimum: 16,
  },
  billing: {
    mode: 'package',
    hourlyRate: 35,
    currency: 'EUR',
    unitMinutes: 15,
    rounding: 'up',
    package: { hours: 10, price: 330, overageRate: 38.5, rolloverHours: 2, warnAtPercent: [50, 80, 100] },
    deposit: { percent: 55, when: 'one_off', above: 205 },
    payment: {
      due: { days: 30 },
      methods: ['transfer', 'paypal', 'stripe'],
      late: 'Tout retard entraîne des pénalités au taux de 12 % par an et une indemnité forfaitaire de recouvrement de 40 €.',
    },
    vat: { mode: 'franchise' },
    mentions: [
      { text: 'TVA non applicable, art. 293 B du CGI', until: '2027-12-31' },
      { text: 'TVA non applicable, franchise en base (CIBS)', from: '2028-01-01' },
    ],
  },
  limits: {
    revisions: { included: 2, withinDays: 7, surchargePercent: 27 },
    requests: { count: 6, per: 'week' },
    hoursPerMonth: 22,
    hoursPerDay: 5.5,
  },
  terms: { acceptance: 'required' },
  messages: { introduce: true },
  statuses: { deposit_due: 'waiting', info_missing: 'waiting' },
  notes: [
    {
      title: 'Confidentialité',
      text: 'Les accès et les documents du client restent confidentiels.\n\nIls sont effacés à la fin de la mission.',
    },
    { title: 'Fin de contrat', text: 'Chacun peut y mettre fin avec un préavis de 45 jours.' },
  ],
  plans: {
    premium: {
      name: 'Formule Premium',
      set: { billing: { package: { hours: 20 } }, urgency: { capPercent: 40 } },
    },
  },
} as const

export const rich = parsePolicy(richDocument)

/** The least that a policy can say. */
export const minimalDocument = {
  name: 'Règles',
  services: [{ id: 'courrier', kind: 'included', name: { fr: 'Courrier' } }],
  billing: { hourlyRate: 35 },
}

export const minimal = parsePolicy(minimalDocument)
