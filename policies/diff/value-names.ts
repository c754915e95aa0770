import type { Format } from './value-formats.ts'

/** A value of a policy: what it is called within a sentence, in the singular, and how it is said. */
export interface ValueName {
  readonly fr: string
  readonly en: string
  readonly as: Format
  /** One value although it is written as several. */
  readonly isWhole?: boolean
}

/** By pattern (`pattern.ts`), in the order of the schema. */
export const values: Readonly<Record<string, ValueName>> = {
  name: { fr: 'le nom de la politique', en: 'the name of the policy', as: 'text' },
  'assistant.name': { fr: 'ton nom', en: 'your name', as: 'text' },
  'assistant.trade': { fr: 'ton métier', en: 'your trade', as: 'text' },
  'assistant.email': { fr: 'ton adresse e-mail', en: 'your e-mail address', as: 'text' },
  'assistant.website': { fr: 'ton site', en: 'your website', as: 'text' },

  'hours.timeZone': { fr: 'ton fuseau horaire', en: 'your time zone', as: 'text' },
  'hours.holidays.country': {
    fr: 'le pays des jours fériés',
    en: 'the country of public holidays',
    as: 'text',
  },
  'hours.holidays.region': {
    fr: 'la région des jours fériés',
    en: 'the region of public holidays',
    as: 'text',
  },
  'hours.answerWithinHours': { fr: 'ton délai de réponse', en: 'your response time', as: 'hours' },

  'scope.strictness': {
    fr: 'la certitude demandée avant un verdict',
    en: 'the certainty needed for a verdict',
    as: 'share',
  },

  'urgency.thresholdHours': { fr: "le seuil d'urgence", en: 'the threshold of urgency', as: 'hours' },
  'urgency.confirmation.remindAfterHours': {
    fr: 'le délai du rappel quand une urgence est à confirmer',
    en: 'the time to the reminder that urgent work is to be confirmed',
    as: 'term',
  },
  'urgency.confirmation.expireAfterHours': {
    fr: 'le délai pour confirmer une urgence',
    en: 'the time to confirm urgent work',
    as: 'term',
  },
  'urgency.surchargePercent.low': {
    fr: "la majoration d'urgence d'une demande simple",
    en: 'the urgency surcharge for a simple request',
    as: 'percent',
  },
  'urgency.surchargePercent.medium': {
    fr: "la majoration d'urgence d'une demande moyenne",
    en: 'the urgency surcharge for a request of medium complexity',
    as: 'percent',
  },
  'urgency.surchargePercent.high': {
    fr: "la majoration d'urgence d'une demande complexe",
    en: 'the urgency surcharge for a complex request',
    as: 'percent',
  },
  'urgency.offHours.surchargePercent.evening': {
    fr: 'la majoration du soir',
    en: 'the evening surcharge',
    as: 'percent',
  },
  'urgency.offHours.surchargePercent.weekend': {
    fr: 'la majoration du week-end',
    en: 'the weekend surcharge',
    as: 'percent',
  },
  'urgency.offHours.surchargePercent.holiday': {
    fr: 'la majoration des jours fériés',
    en: 'the public holiday surcharge',
    as: 'percent',
  },
  'urgency.capPercent': { fr: 'le plafond des majorations', en: 'the cap on surcharges', as: 'percent' },
  'urgency.minimum': {
    fr: "le minimum d'une majoration",
    en: 'the least a surcharge amounts to',
    as: 'amount',
  },

  'billing.hourlyRate': { fr: 'le tarif horaire', en: 'the hourly rate', as: 'amount' },
  'billing.currency': { fr: 'la devise', en: 'the currency', as: 'code' },
  'billing.unitMinutes': { fr: 'la tranche de temps facturée', en: 'the step of time billed', as: 'minutes' },
  'billing.package.hours': { fr: 'le volume du forfait', en: 'the size of the package', as: 'hours' },
  'billing.package.price': { fr: 'le prix du forfait', en: 'the price of the package', as: 'amount' },
  'billing.package.overageRate': {
    fr: "le tarif d'une heure au-delà du forfait",
    en: 'the rate for an hour beyond the package',
    as: 'amount',
  },
  'billing.package.rolloverHours': {
    fr: 'le report au mois suivant',
    en: 'what carries over to the next month',
    as: 'hours',
  },
  'billing.deposit.percent': { fr: "l'acompte", en: 'the deposit', as: 'percent' },
  'billing.deposit.above': {
    fr: "le montant à partir duquel l'acompte est demandé",
    en: 'the amount above which a deposit is asked for',
    as: 'amount',
  },
  'billing.quote.remindAfterHours': {
    fr: 'le délai du rappel quand un prix proposé attend une réponse',
    en: 'the time to the reminder that a price awaits an answer',
    as: 'term',
  },
  'billing.quote.expireAfterHours': {
    fr: 'la durée de validité d’un prix proposé',
    en: 'the time for which a price is offered',
    as: 'term',
  },
  'billing.payment.legalMaximumDays': {
    fr: 'le délai de paiement maximal selon la loi',
    en: 'the longest payment term by law',
    as: 'days',
  },
  'billing.payment.late': {
    fr: 'la règle des retards de paiement',
    en: 'the rule on late payment',
    as: 'text',
  },
  'billing.payment.dayOfMonth': {
    fr: 'le jour du mois où l’on paie',
    en: 'the day of the month on which payment is due',
    as: 'count',
  },
  'billing.vat.mode': { fr: 'le régime de TVA', en: 'the VAT scheme', as: 'code' },
  'billing.vat.ratePercent': { fr: 'le taux de TVA', en: 'the VAT rate', as: 'percent' },

  'limits.revisions.included': {
    fr: 'le nombre de séries de retouches comprises',
    en: 'the number of rounds of changes included',
    as: 'count',
  },
  'limits.revisions.withinDays': {
    fr: 'le délai des retouches comprises',
    en: 'the time for changes that are included',
    as: 'days',
  },
  'limits.revisions.price': {
    fr: "le prix d'une série de retouches de plus",
    en: 'the price of one more round of changes',
    as: 'amount',
  },
  'limits.revisions.surchargePercent': {
    fr: 'la majoration des retouches de plus',
    en: 'the surcharge on further changes',
    as: 'percent',
  },
  'limits.requests.count': { fr: 'le nombre maximal de demandes', en: 'the most requests', as: 'count' },
  'limits.hoursPerMonth': {
    fr: 'le plafond mensuel par client',
    en: 'the monthly limit for each client',
    as: 'hours',
  },
  'limits.hoursPerDay': {
    fr: 'ton plafond de travail par jour',
    en: 'your daily limit of work',
    as: 'hours',
  },

  'messages.templates.*': { fr: 'ton texte pour', en: 'your text for', as: 'text' },
  'statuses.*': { fr: "le statut d'une demande", en: 'the status of a request', as: 'status' },
  'plans.*.name': { fr: 'le nom de la formule', en: 'the name of the plan', as: 'text' },

  'services.*.name': { fr: 'le nom', en: 'the name', as: 'texts', isWhole: true },
  'services.*.description': { fr: 'la description', en: 'the description', as: 'texts', isWhole: true },
  'services.*.defaultHours': {
    fr: 'la durée habituelle',
    en: 'the usual time',
    as: 'hourRange',
    isWhole: true,
  },
  'services.*.complexity': { fr: 'la complexité', en: 'the complexity', as: 'code' },
  'services.*.price': { fr: 'le prix fixe', en: 'the fixed price', as: 'amount' },
}
