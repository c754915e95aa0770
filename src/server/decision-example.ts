const euros = (minor: number) => ({ minor, currency: 'EUR' })
const exactly = (minor: number) => ({ min: euros(minor), max: euros(minor) })

/** A request of two hours that came five hours before it was due. */
export const decisionExample = {
  policyId: 'my-rules',
  policyVersion: 3,
  examplesRevision: 0,
  at: '2026-11-23T08:00:05.000Z',
  findings: [
    {
      code: 'urgent_confirm',
      reason: 'short-notice',
      evidence: { noticeMinutes: 299, billed: true },
      clause: 'urgency.thresholdHours',
    },
    {
      code: 'in_scope',
      reason: 'text',
      evidence: { services: ['newsletter'], words: ['newsletter'], probabilityIn: 0.9784 },
      clause: 'services[0]',
    },
  ],
  privateFindings: [],
  headline: 'urgent_confirm',
  labels: ['in_scope', 'urgent_confirm', 'surcharge:35'],
  service: 'newsletter',
  complexity: 'medium',
  takes: { min: 120, max: 120 },
  price: {
    base: exactly(7000),
    surchargeBasisPoints: 3500,
    surcharge: exactly(2450),
    total: exactly(9450),
    triggers: ['short-notice'],
    formula: '35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €',
    deposit: null,
    balance: null,
    isOffered: false,
  },
  fields: {
    estimate: { number: '94.50', text: '94,50 €' },
    surcharge: { number: '35', text: '+35 %' },
  },
  status: null,
  message:
    "Merci pour ta demande ! Tu l'attends pour aujourd'hui à 14 h, avec moins de 24 h de délai : c'est une demande urgente, et je dois d'abord vérifier ma disponibilité.",
  announce: true,
}
