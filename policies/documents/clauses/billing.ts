import type { Language } from '#model/board.ts'
import { formatNumber, formatPercent } from '../../money.ts'
import type { Policy } from '../../schema.ts'
import { amountWords, ended, hoursWords, listOf, oneLine, paragraph, paragraphs } from '../words.ts'
import { type ClauseWriter, clause, type SentenceWriter } from './clause.ts'

const wording = {
  fr: {
    rates: 'Tarifs et facturation',
    modes: {
      hourly: 'Je travaille au temps passé.',
      package: "Je travaille au forfait, sur la base d'un nombre d'heures payées d'avance.",
      monthly: "Je travaille par abonnement mensuel, sur la base d'un nombre d'heures payées d'avance.",
      one_off: 'Je travaille à la mission : chaque mission est chiffrée à part.',
    },
    rate: (amount: string) => `Mon tarif horaire est de ${amount}.`,
    unit: {
      up: (minutes: string) =>
        `Le temps se compte par tranches de ${minutes} minutes ; toute tranche commencée est due.`,
      nearest: (minutes: string) =>
        `Le temps se compte par tranches de ${minutes} minutes, arrondies à la plus proche, avec une tranche au minimum.`,
    },
    byMinute: {
      up: 'Le temps se compte à la minute ; toute minute commencée est due.',
      nearest: 'Le temps se compte à la minute, arrondie à la plus proche, avec une minute au minimum.',
    },
    fixed: "Lorsqu'une prestation a un prix fixe, ce prix remplace le temps passé.",
    estimate: 'Les montants annoncés pour une demande sont des estimations et ne valent pas devis.',
    offered: (hours: string) =>
      `Un prix que je propose pour une demande reste valable pendant ${hours} de travail, selon mes horaires.`,
    reminder: (hours: string) =>
      `Sans réponse du client, je le lui rappelle une fois, au bout de ${hours} de travail.`,
    titles: { package: 'Forfait', monthly: 'Abonnement mensuel' },
    package: (hours: string, rate: string) =>
      `Mon forfait comprend ${hours} par mois ; au-delà, chaque heure est facturée ${rate}.`,
    monthly: (hours: string, rate: string) =>
      `Mon abonnement comprend ${hours} par mois ; au-delà, chaque heure est facturée ${rate}.`,
    price: (amount: string) => `Son prix est de ${amount} par mois, payable d'avance.`,
    inAdvance: "Il est payable d'avance.",
    lapse: 'Les heures non utilisées dans le mois ne sont pas reportées.',
    rollover: (hours: string) =>
      `Les heures non utilisées sont reportées sur le mois suivant, dans la limite de ${hours}.`,
    deposit: 'Acompte',
    deposits: {
      one_off: (percent: string) =>
        `Pour une mission ponctuelle, un acompte de ${percent} du montant estimé est à verser avant le début du travail.`,
      always: (percent: string) =>
        `Un acompte de ${percent} du montant estimé est à verser avant le début du travail.`,
    },
    depositsAbove: {
      one_off: (percent: string, amount: string) =>
        `Pour une mission ponctuelle estimée à plus de ${amount}, un acompte de ${percent} du montant estimé est à verser avant le début du travail.`,
      always: (percent: string, amount: string) =>
        `Pour un travail estimé à plus de ${amount}, un acompte de ${percent} du montant estimé est à verser avant le début du travail.`,
    },
    depositWhole: 'Je commence dès que cet acompte est reçu en totalité.',
    payment: 'Délais et moyens de paiement',
    onReceipt: 'Mes factures sont payables à réception.',
    days: (days: number) =>
      `Mes factures sont payables sous ${days} ${days === 1 ? 'jour' : 'jours'} à compter de leur date d'émission.`,
    inAdvanceBy: (day: string) => `Le mois est payable d'avance, au plus tard le ${day}.`,
    startOfMonth: (day: string) => `Mes factures sont payables en début de mois, au plus tard le ${day}.`,
    methods: (list: string) => `Le paiement se fait ${list}.`,
    method: {
      transfer: 'par virement bancaire',
      card: 'par carte bancaire',
      paypal: 'par PayPal',
      stripe: 'par Stripe',
      check: 'par chèque',
      direct_debit: 'par prélèvement',
      cash: 'en espèces',
    },
    late: 'Retard de paiement',
    vat: 'TVA et mentions légales',
    vatModes: {
      franchise: 'Je ne facture pas de TVA, étant en franchise en base.',
      standard: "Mes prix s'entendent hors taxes ; la TVA s'y ajoute au taux en vigueur.",
      none: 'Mes prix ne sont pas soumis à la TVA.',
    },
    vatRate: (percent: string) =>
      `Mes prix s'entendent hors taxes ; la TVA s'y ajoute au taux de ${percent}.`,
  },
  en: {
    rates: 'Rates and billing',
    modes: {
      hourly: 'I charge for the time spent.',
      package: 'I work by package, based on a number of hours paid in advance.',
      monthly: 'I work by monthly subscription, based on a number of hours paid in advance.',
      one_off: 'I work by assignment: each one is priced separately.',
    },
    rate: (amount: string) => `My hourly rate is ${amount}.`,
    unit: {
      up: (minutes: string) => `Time is counted in steps of ${minutes} minutes; every step begun is charged.`,
      nearest: (minutes: string) =>
        `Time is counted in steps of ${minutes} minutes, rounded to the nearest, with a minimum of one step.`,
    },
    byMinute: {
      up: 'Time is counted by the minute; every minute begun is charged.',
      nearest: 'Time is counted by the minute, rounded to the nearest, with a minimum of one minute.',
    },
    fixed: 'Where a service has a fixed price, that price replaces the time spent.',
    estimate: 'Amounts given for a request are estimates and not quotes.',
    offered: (hours: string) => `A price that I offer for a request stands for ${hours} of my working time.`,
    reminder: (hours: string) =>
      `If the client does not answer, I send one reminder, after ${hours} of working time.`,
    titles: { package: 'Package', monthly: 'Monthly subscription' },
    package: (hours: string, rate: string) =>
      `My package covers ${hours} a month; beyond that, each hour is charged at ${rate}.`,
    monthly: (hours: string, rate: string) =>
      `My subscription covers ${hours} a month; beyond that, each hour is charged at ${rate}.`,
    price: (amount: string) => `Its price is ${amount} a month, payable in advance.`,
    inAdvance: 'It is payable in advance.',
    lapse: 'Hours not used within the month do not carry over.',
    rollover: (hours: string) => `Unused hours carry over to the following month, up to ${hours}.`,
    deposit: 'Deposit',
    deposits: {
      one_off: (percent: string) =>
        `For a one-off assignment, a deposit of ${percent} of the estimated amount is due before work starts.`,
      always: (percent: string) =>
        `A deposit of ${percent} of the estimated amount is due before work starts.`,
    },
    depositsAbove: {
      one_off: (percent: string, amount: string) =>
        `For a one-off assignment estimated at more than ${amount}, a deposit of ${percent} of the estimated amount is due before work starts.`,
      always: (percent: string, amount: string) =>
        `For work estimated at more than ${amount}, a deposit of ${percent} of the estimated amount is due before work starts.`,
    },
    depositWhole: 'I start as soon as this deposit has been received in full.',
    payment: 'Payment terms',
    onReceipt: 'My invoices are payable on receipt.',
    days: (days: number) =>
      `My invoices are payable within ${days} ${days === 1 ? 'day' : 'days'} of their date of issue.`,
    inAdvanceBy: (day: string) => `Each month is payable in advance, by the ${day} at the latest.`,
    startOfMonth: (day: string) =>
      `My invoices are payable at the start of the month, by the ${day} at the latest.`,
    methods: (list: string) => `Payment is made ${list}.`,
    method: {
      transfer: 'by bank transfer',
      card: 'by card',
      paypal: 'via PayPal',
      stripe: 'via Stripe',
      check: 'by cheque',
      direct_debit: 'by direct debit',
      cash: 'in cash',
    },
    late: 'Late payment',
    vat: 'VAT and legal notices',
    vatModes: {
      franchise: 'I do not charge VAT, under the small-business VAT exemption.',
      standard: 'My prices are exclusive of VAT, which is added at the applicable rate.',
      none: 'My prices are not subject to VAT.',
    },
    vatRate: (percent: string) => `My prices are exclusive of VAT, which is added at ${percent}.`,
  },
} as const

/** What work costs and how it is paid; the legal mentions are those that hold on a day. */
export const billingClauses: ClauseWriter = (policy, language, day) => {
  const words = wording[language]
  const { billing } = policy
  const late = billing.payment?.late
  const deposit = depositSentence(policy, language)
  return [
    ...clause('rates', words.rates, rates(policy, language)),
    ...clause(
      'package',
      words.titles[billing.mode === 'monthly' ? 'monthly' : 'package'],
      prepaid(policy, language),
    ),
    ...clause('deposit', words.deposit, deposit === '' ? '' : paragraph(deposit, words.depositWhole)),
    ...clause('payment', words.payment, payment(policy, language)),
    ...clause('late-payment', words.late, late === undefined ? '' : ended(oneLine(late))),
    ...clause('vat', words.vat, paragraph(vat(policy, language), ...mentionsOn(policy, day))),
  ]
}

/** `Mon forfait comprend 10 heures par mois ; au-delà, …`; only where hours are paid in advance. */
export const packageSentence: SentenceWriter = (policy, language) => {
  const { mode, package: hours, hourlyRate } = policy.billing
  if (hours === undefined || (mode !== 'package' && mode !== 'monthly')) return ''
  const beyond = amountWords(hours.overageRate ?? hourlyRate, policy, language)
  return wording[language][mode](hoursWords(hours.hours, language), beyond)
}

export const depositSentence: SentenceWriter = (policy, language) => {
  const { deposit, mode } = policy.billing
  if (deposit === undefined) return ''
  const words = wording[language]
  const when = mode === 'one_off' ? 'always' : deposit.when
  const percent = formatPercent(deposit.percent, language)
  if (deposit.above === undefined) return words.deposits[when](percent)
  return words.depositsAbove[when](percent, amountWords(deposit.above, policy, language))
}

/** When invoices are to be paid: one sentence, empty when the policy does not say. */
export const dueSentence: SentenceWriter = ({ billing: { payment, mode } }, language) => {
  if (payment === undefined) return ''
  const words = wording[language]
  if (payment.due === 'on_receipt') return words.onReceipt
  if (payment.due !== 'start_of_month') return words.days(payment.due.days)
  const isPrepaid = mode === 'package' || mode === 'monthly'
  return words[isPrepaid ? 'inAdvanceBy' : 'startOfMonth'](dayOfMonth(payment.dayOfMonth, language))
}

/** `1er`, `5`; `1st`, `5th`. */
function dayOfMonth(day: number, language: Language): string {
  if (language === 'fr') return day === 1 ? '1er' : String(day)
  const ending = day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}

/** What the law wants beside amounts on a day. */
export function mentionsOn({ billing }: Policy, day: string): string[] {
  return billing.mentions
    .filter(({ from, until }) => (from ?? day) <= day && day <= (until ?? day))
    .map(({ text }) => ended(oneLine(text)))
}

function rates(policy: Policy, language: Language): string {
  const words = wording[language]
  const { mode, hourlyRate, rounding, unitMinutes } = policy.billing
  const hasFixed = policy.services.some(({ kind, price }) => kind !== 'excluded' && price !== undefined)
  return paragraph(
    words.modes[mode],
    words.rate(amountWords(hourlyRate, policy, language)),
    unitMinutes === 1 ? words.byMinute[rounding] : words.unit[rounding](formatNumber(unitMinutes, language)),
    hasFixed ? words.fixed : '',
    words.estimate,
    ...offered(policy, language),
  )
}

/** How long a price that was named stands; it runs in working hours, so there are none without them. */
function offered({ billing, hours }: Policy, language: Language): string[] {
  const words = wording[language]
  const { remindAfterHours, expireAfterHours } = billing.quote
  if (hours === undefined) return []
  return [
    ...(expireAfterHours === 'never' ? [] : [words.offered(hoursWords(expireAfterHours, language))]),
    ...(remindAfterHours === 'never' ? [] : [words.reminder(hoursWords(remindAfterHours, language))]),
  ]
}

function prepaid(policy: Policy, language: Language): string {
  const sentence = packageSentence(policy, language)
  const hours = policy.billing.package
  if (hours === undefined || sentence === '') return ''
  const words = wording[language]
  return paragraph(
    sentence,
    hours.price === undefined ? words.inAdvance : words.price(amountWords(hours.price, policy, language)),
    hours.rolloverHours === 0 ? words.lapse : words.rollover(hoursWords(hours.rolloverHours, language)),
  )
}

function payment(policy: Policy, language: Language): string {
  const words = wording[language]
  const methods = (policy.billing.payment?.methods ?? []).map((method) => words.method[method])
  return paragraphs(
    paragraph(
      dueSentence(policy, language),
      methods.length === 0 ? '' : words.methods(listOf([...new Set(methods)], language, 'or')),
    ),
  )
}

function vat({ billing: { vat } }: Policy, language: Language): string {
  if (vat === undefined) return ''
  const words = wording[language]
  if (vat.mode === 'standard' && vat.ratePercent !== undefined) {
    return words.vatRate(formatPercent(vat.ratePercent, language))
  }
  return words.vatModes[vat.mode]
}
