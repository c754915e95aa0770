import type { LabelKey, MoneyRange } from '#model/decision.ts'
import { keyName } from '#policies/labels.ts'
import { formatRange } from '#policies/money.ts'
import { decisionExample } from './decision-example.ts'

const sentences = [
  "Une demande est urgente lorsque son échéance est fixée moins de 24 heures à l'avance.",
  'Newsletters : je réalise cette prestation dans le cadre convenu.',
]
const named = (key: LabelKey) => ({ key, name: keyName(key, 'fr') })
const newsletter = { key: 'newsletter', name: 'Newsletters' }
/** An amount that is known exactly. */
export const exactly = (minor: number): MoneyRange => {
  const amount = { minor, currency: 'EUR' }
  return { min: amount, max: amount }
}
const { price, status, complexity, message } = decisionExample

const labels = [named('urgent_confirm'), named('in_scope')]

/** What `decisionExample` comes to, in a few words. */
export const outcomeExample = {
  headline: named('urgent_confirm'),
  labels: [...labels, named('surcharge:35')],
  service: newsletter,
  price: { ...price, text: formatRange(price.total, 'fr') },
  status,
}

const total = exactly(9800)
const dearer = {
  surchargeBasisPoints: 4000,
  surcharge: exactly(2800),
  total,
  formula: '35,00 €/h × 2 h = 70,00 € ; majoration 40 % = 28,00 € ; total 98,00 €',
  text: formatRange(total, 'fr'),
}

/** The same request by rules with a higher surcharge. */
export const otherOutcomeExample = {
  ...outcomeExample,
  labels: [...labels, named('surcharge:40')],
  price: { ...price, ...dearer },
}

/** What lies between the two. */
export const differencesExample = [
  {
    what: 'labels',
    fr: 'Étiquettes en plus : « +40 % ». Étiquettes en moins : « +35 % ».',
    en: 'Labels added: “+40%”. Labels removed: “+35%”.',
  },
  {
    what: 'price',
    fr: "L'estimation passe de 94,50 € à 98,00 €.",
    en: 'The estimate goes from €94.50 to €98.00.',
  },
]

/** `decisionExample` with all that there is to say about it. */
export const explanationExample = {
  ...outcomeExample,
  complexity,
  findings: decisionExample.findings.map((finding, index) => ({
    ...finding,
    label: labels[index]?.name,
    sentence: sentences[index],
  })),
  privateFindings: [],
  message: { text: message, isWritten: true },
  reading: {
    words: ['newsletter'],
    ignored: [],
    candidates: [newsletter, { key: 'sequence-email', name: 'Séquences e-mail' }],
    nearest: null,
    isLearned: false,
  },
}
