import type { Language } from '#model/board.ts'

/** What is wrong and what to do about it, for the person who wrote it. */
export interface ProblemWords {
  readonly message: string
  readonly remedy: string
}

export type Bilingual = Readonly<Record<Language, ProblemWords>>

/** What our own checks find in a policy, beside what the shapes of fields say for themselves. */
export const problems = {
  'no-language': {
    fr: {
      message: 'le texte manque',
      remedy: 'écris-le en français (fr), en anglais (en) ou dans les deux',
    },
    en: { message: 'the text is missing', remedy: 'write it in French (fr), English (en) or both' },
  },
  'too-many-decimals': {
    fr: { message: 'ce montant a trop de décimales', remedy: 'arrondis-le au centime' },
    en: { message: 'this amount has too many decimals', remedy: 'round it to the cent' },
  },
  'min-above-max': {
    fr: { message: 'le minimum dépasse le maximum', remedy: 'inverse les deux valeurs' },
    en: { message: 'the minimum is above the maximum', remedy: 'swap the two values' },
  },
  'not-an-id': {
    fr: {
      message: "cet identifiant n'est pas valable",
      remedy: 'utilise des minuscules, des chiffres et des tirets, par exemple « visuels-canva »',
    },
    en: {
      message: 'this is no valid id',
      remedy: 'use lower-case letters, digits and hyphens, such as "canva-visuals"',
    },
  },
  'not-an-interval': {
    fr: { message: "ce n'est pas une plage horaire", remedy: 'écris-la ainsi : « 09:00-12:30 »' },
    en: { message: 'this is no interval', remedy: 'write it like "09:00-12:30"' },
  },
  'not-a-country': {
    fr: {
      message: "ce n'est pas un code de pays",
      remedy: 'donne les deux lettres majuscules, par exemple FR',
    },
    en: { message: 'this is no country code', remedy: 'give its two capital letters, such as FR' },
  },
  'not-a-zone': {
    fr: { message: 'ce fuseau horaire est inconnu', remedy: 'donne un nom IANA, par exemple Europe/Paris' },
    en: { message: 'this time zone is unknown', remedy: 'give an IANA name such as Europe/Paris' },
  },
  'ends-before-start': {
    fr: { message: 'la fin précède le début', remedy: 'inverse les deux dates' },
    en: { message: 'the end comes before the start', remedy: 'swap the two dates' },
  },
  'need-without-words': {
    fr: {
      message: "l'élément doit se reconnaître à des mots, mais aucun n'est donné",
      remedy: 'ajoute les mots à chercher, ou retire « words » de « by »',
    },
    en: {
      message: 'it is to be known by words, but none are given',
      remedy: 'add the words to look for, or take "words" out of "by"',
    },
  },
  'payment-too-late': {
    fr: {
      message: 'ce délai de paiement dépasse le maximum légal (60 jours après la facture en France)',
      remedy: 'réduis le délai ; sous une autre loi, change legalMaximumDays',
    },
    en: {
      message: 'this is later than the law allows (60 days from the invoice in France)',
      remedy: 'shorten it; where another law holds, change legalMaximumDays',
    },
  },
  'reminder-after-end': {
    fr: {
      message: 'le rappel viendrait après la fin du délai',
      remedy: 'donne à remindAfterHours moins d’heures qu’à expireAfterHours, ou « never »',
    },
    en: {
      message: 'the reminder would come after the end',
      remedy: 'give remindAfterHours fewer hours than expireAfterHours, or "never"',
    },
  },
  'no-rate': {
    fr: { message: 'le tarif horaire est nul', remedy: 'donne le prix d’une heure, par exemple 35' },
    en: { message: 'the hourly rate is zero', remedy: 'give the price of an hour, such as 35' },
  },
  'not-a-currency': {
    fr: { message: 'cette devise est inconnue', remedy: 'donne un code ISO 4217, par exemple EUR' },
    en: { message: 'this currency is unknown', remedy: 'give an ISO 4217 code such as EUR' },
  },
  'package-missing': {
    fr: { message: 'ce mode de facturation demande un forfait', remedy: 'ajoute billing.package.hours' },
    en: { message: 'this way of billing needs a package', remedy: 'add billing.package.hours' },
  },
  'name-untranslated': {
    fr: {
      message: 'le nom manque dans la langue de la politique',
      remedy: 'ajoute-le, ou change la langue de la politique',
    },
    en: {
      message: "the name is missing in the policy's language",
      remedy: 'add it, or change the language of the policy',
    },
  },
  'language-missing': {
    fr: {
      message: 'la langue de la politique ne fait pas partie des langues',
      remedy: 'ajoute-la à languages',
    },
    en: { message: "the policy's own language is not among the languages", remedy: 'add it to languages' },
  },
  'not-a-patch': {
    fr: { message: 'on ne peut pas changer cela dans une formule', remedy: 'retire-le' },
    en: { message: 'a plan cannot change this', remedy: 'take it out' },
  },
} as const satisfies Record<string, Bilingual>
export type ProblemKey = keyof typeof problems
