import type { Language } from '#model/board.ts'
import type { Wording } from './change.ts'
import { patternOf } from './pattern.ts'

type Choice = Readonly<Record<string, Readonly<Record<Language, string>>>>

/** Settings that are one of a few: what each of them means from now on. */
const choices: Readonly<Record<string, Choice>> = {
  language: {
    fr: { fr: 'La politique est désormais écrite en français.', en: 'The policy is now written in French.' },
    en: { fr: 'La politique est désormais écrite en anglais.', en: 'The policy is now written in English.' },
  },
  'scope.uncatalogued': {
    quote: {
      fr: 'Une demande hors catalogue donne désormais lieu à un devis.',
      en: 'A request that nothing in the catalogue covers now leads to a quote.',
    },
    review: {
      fr: 'Une demande hors catalogue est désormais à vérifier par toi.',
      en: 'A request that nothing in the catalogue covers is now for you to review.',
    },
  },
  'urgency.accepted': {
    true: { fr: 'Tu acceptes désormais le travail en urgence.', en: 'You now accept urgent work.' },
    false: { fr: "Tu n'acceptes plus le travail en urgence.", en: 'You no longer accept urgent work.' },
  },
  'urgency.basis': {
    clock: {
      fr: "Le délai d'une demande se compte désormais en heures réelles, nuits et week-ends compris.",
      en: 'Notice is now counted by the clock.',
    },
    working: {
      fr: "Le délai d'une demande se compte désormais en heures de travail.",
      en: 'Notice is now counted in working time.',
    },
  },
  'urgency.combine': {
    max: {
      fr: 'De plusieurs majorations, seule la plus forte compte désormais.',
      en: 'Of several surcharges, only the highest counts from now on.',
    },
    sum: { fr: "Plusieurs majorations s'additionnent désormais.", en: 'Several surcharges now add up.' },
  },
  'urgency.offHours.work': {
    ask: {
      fr: 'Hors de tes horaires, tu travailles désormais à titre exceptionnel, après confirmation.',
      en: 'Outside your hours, you now work as an exception, once you have confirmed.',
    },
    no: { fr: 'Tu ne travailles plus hors de tes horaires.', en: 'You no longer work outside your hours.' },
    yes: {
      fr: 'Tu travailles désormais aussi hors de tes horaires.',
      en: 'You now also work outside your hours.',
    },
  },
  'billing.mode': {
    hourly: { fr: "Tu factures désormais à l'heure.", en: 'You now bill by the hour.' },
    package: { fr: 'Tu factures désormais au forfait.', en: 'You now bill by package.' },
    one_off: { fr: 'Tu factures désormais à la mission.', en: 'You now bill by assignment.' },
    monthly: {
      fr: 'Tu factures désormais par abonnement mensuel.',
      en: 'You now bill by monthly subscription.',
    },
  },
  'billing.rounding': {
    up: {
      fr: 'Toute tranche de temps commencée est désormais due.',
      en: 'Every step of time begun is now charged.',
    },
    nearest: {
      fr: 'Le temps est désormais arrondi à la tranche la plus proche.',
      en: 'Time is now rounded to the nearest step.',
    },
  },
  'billing.deposit.when': {
    one_off: {
      fr: "L'acompte n'est désormais demandé que pour les missions ponctuelles.",
      en: 'A deposit is now asked for one-off work only.',
    },
    always: { fr: "L'acompte est désormais toujours demandé.", en: 'A deposit is now always asked for.' },
  },
  'billing.vat.mode': {
    franchise: { fr: 'Tu es désormais en franchise de TVA.', en: 'You are now exempt from VAT.' },
    standard: { fr: 'La TVA s’ajoute désormais à tes prix.', en: 'VAT now comes on top of your prices.' },
    none: { fr: 'Tes prix ne sont plus soumis à la TVA.', en: 'Your prices are no longer subject to VAT.' },
  },
  'limits.requests.per': {
    week: {
      fr: 'Le nombre de demandes se compte désormais par semaine.',
      en: 'Requests are now counted by week.',
    },
    month: {
      fr: 'Le nombre de demandes se compte désormais par mois.',
      en: 'Requests are now counted by month.',
    },
  },
  'terms.acceptance': {
    required: {
      fr: 'Tes clients doivent désormais accepter tes conditions avant que tu commences.',
      en: 'Clients must now accept your terms before you start.',
    },
    not_required: {
      fr: "Tes clients n'ont plus à accepter tes conditions avant que tu commences.",
      en: 'Clients no longer have to accept your terms before you start.',
    },
  },
  'messages.introduce': {
    true: {
      fr: 'La première demande de chaque client reçoit désormais les règles en bref.',
      en: "Each client's first request now gets the rules in short.",
    },
    false: {
      fr: 'La première demande de chaque client ne reçoit plus les règles en bref.',
      en: "Each client's first request no longer gets the rules in short.",
    },
  },
  'services.*.oneOff': {
    true: { fr: "c'est désormais une mission ponctuelle.", en: 'it is now one-off work.' },
    false: { fr: "ce n'est plus une mission ponctuelle.", en: 'it is no longer one-off work.' },
  },
  'services.*.complexity': {
    low: { fr: 'la complexité est désormais simple.', en: 'it now counts as simple.' },
    medium: { fr: 'la complexité est désormais moyenne.', en: 'it now counts as of medium complexity.' },
    high: { fr: 'la complexité est désormais élevée.', en: 'it now counts as complex.' },
  },
}

/** What a setting of few values means from now on. */
export const choiceWords: Wording = ({ path, after }, { language }) =>
  choices[patternOf(path)]?.[String(after)]?.[language] ?? null
