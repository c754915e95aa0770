import { decisionExample } from './decision-example.ts'

const amount = (minor: number) => ({ minor, currency: 'EUR' })
const nothing = { min: amount(0), max: amount(0) }
const oneToThreeHours = { min: amount(3500), max: amount(10_500) }
const words = 'entre 35,00 € et 105,00 €'

/** A request that has its place in the rules and no hurry. */
const decision = {
  ...decisionExample,
  at: '2026-11-23T16:03:00.000Z',
  findings: [
    {
      code: 'in_scope',
      reason: 'text',
      evidence: { services: ['newsletter'], words: ['newsletter', 'preparer'], probabilityIn: 0.8109 },
      clause: 'services[0]',
    },
  ],
  headline: 'in_scope',
  labels: ['in_scope'],
  takes: { min: 60, max: 180 },
  price: {
    ...decisionExample.price,
    base: oneToThreeHours,
    surchargeBasisPoints: 0,
    surcharge: nothing,
    total: oneToThreeHours,
    triggers: [],
    formula: `35,00 €/h × 1 à 3 h = ${words}`,
  },
  fields: { estimate: { number: null, text: words }, surcharge: null },
  message: `Merci pour ta demande ! Elle fait bien partie des prestations prévues (« Newsletters »).\nEstimation, qui ne vaut pas devis : 35,00 €/h × 1 à 3 h = ${words}. TVA non applicable, art. 293 B du CGI.`,
  announce: false,
}

/** What a client asked by another channel, as a list shows it. */
export const requestRowExample = {
  id: 'ask_4Tz8QwLm1XcVbN7e',
  clientId: 'cli_3Zk0Qb7NfXr1aLwe',
  channel: 'whatsapp',
  title: 'Tu peux préparer la newsletter de décembre ?',
  receivedAt: '2026-11-23T16:02:00.000Z',
  dueAt: null,
  headline: decision.headline,
  card: { boardId: 'brd_7Hk2PqLz9XcVtB4n', state: 'waiting', taskId: null, url: null },
  possibleDuplicateOf: null,
  createdAt: decision.at,
}

/** The same with all that was told and all that came of it. */
export const requestExample = {
  ...requestRowExample,
  text: requestRowExample.title,
  from: null,
  dueSetAt: null,
  service: null,
  hours: null,
  attachments: [],
  decision,
  labels: [{ key: 'in_scope', name: 'Dans le cadre' }],
  message: decision.message,
  board: { id: 'brd_7Hk2PqLz9XcVtB4n', name: 'Claire', url: 'https://trello.com/b/aBcDeFgH' },
  actor: { id: 'key_5Rt2MnQz7XcVbA3k', name: 'Marie' },
}
