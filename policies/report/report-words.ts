import type { Language } from '#model/board.ts'

const few = (count: number, one: string, many: string) => (count < 2 ? one : many)

/** How many of something in French: `aucune demande`, `1 demande`, `3 demandes`. */
const frenchRequests = (count: number) =>
  count === 0 ? 'aucune demande' : `${count} ${few(count, 'demande', 'demandes')}`
const englishRequests = (count: number) =>
  count === 0 ? 'no request' : `${count} ${count === 1 ? 'request' : 'requests'}`

const french = {
  title: (period: string) => `Ta semaine ${period}`,
  ongoing: "La semaine n'est pas finie : voici où elle en est.",
  arrived: (count: number, kept: number) => {
    if (count === 0) return 'Aucune demande cette semaine.'
    const all = count === 1 ? '' : 'toutes '
    const outside = kept === count ? `${all}hors de tes horaires` : `dont ${kept} hors de tes horaires`
    return `${frenchRequests(count)} cette semaine, ${kept === 0 ? `${all}pendant tes horaires` : outside}.`
  },
  requests: frenchRequests,
  sections: {
    offHours: 'Gardé hors de tes horaires',
    money: 'Majorations et devis',
    goodwill: 'Gestes commerciaux',
    uncovered: 'Ce que tes règles ne prévoient pas',
    corrections: 'Ce qui a été corrigé',
    waiting: "Ce qui t'attend",
  },
  early: (count: number) =>
    count === 0
      ? "Tu n'as répondu à aucune avant la reprise."
      : `Tu as répondu à ${count} d'entre elles avant la reprise.`,
  kept: (arrived: string, reason: string) => `arrivée le ${arrived} (${reason})`,
  deferred: (moment: string) => `mise de côté jusqu'au ${moment}`,
  answered: (moment: string) => `ta réponse le ${moment}`,
  told: 'le client a été prévenu entre-temps',
  reasons: {
    hours: 'hors horaires',
    holiday: 'jour férié',
    leave: 'congés',
    focus: 'plage de concentration',
    exception: 'jour particulier',
  } as Readonly<Record<string, string>>,
  sums: {
    estimated: 'Majorations estimées',
    accepted: 'Majorations acceptées',
    given: 'Devis proposés',
    quotesAccepted: 'Devis acceptés',
    declined: 'Devis refusés',
  },
  sum: (name: string, totals: string, count: string) => `${name} : ${totals} (${count})`,
  states: {
    open: "sans réponse pour l'instant",
    accepted: 'accepté',
    declined: 'refusé',
    replaced: 'remplacé depuis',
    lapsed: 'resté sans réponse, plus proposé',
  },
  unknownWorth: 'valeur inconnue',
  noUncovered: 'Chaque demande a trouvé sa réponse dans tes règles.',
  uncovered: {
    uncatalogued: 'Aucune prestation ne correspond.',
    unsure: "Le texte n'a pas suffi pour trancher.",
    mixed: "Une partie est comprise, une autre ne l'est pas : à toi de démêler.",
  },
  newService: (covers: number, count: number) =>
    count === 1
      ? 'Prestation à ajouter ; essayée, elle répond à cette demande :'
      : `Prestation à ajouter ; essayée, elle répond à ${covers} de ces ${count} demandes :`,
  examples: (covers: number, count: number, service: string) =>
    count === 1
      ? `Exemple à ajouter à « ${service} » ; essayé, il répond à cette demande :`
      : `Exemples à ajouter à « ${service} » ; essayés, ils répondent à ${covers} de ces ${count} demandes :`,
  noProposal: 'Aucune ligne à proposer : réponds dans la carte (/dans, /hors), et Cadre le retiendra.',
  howTo: (policyId: string) =>
    `Pour ajouter une ligne : cadre policy edit ${policyId}, sous « services ». Vérifie d'abord le type (included, quote ou excluded) et le prix.`,
  onNoBoard: 'sur aucun tableau, donc Cadre ne voit pas si tu as répondu',
  nothingWaits: 'Aucune demande de cette semaine.',
}

const english: typeof french = {
  title: (period) => `Your week, ${period}`,
  ongoing: 'The week is not over: this is how it stands.',
  arrived: (count, kept) => {
    if (count === 0) return 'No request this week.'
    const all = count === 1 ? '' : 'all of them '
    const outside = kept === count ? `${all}outside your hours` : `${kept} of them outside your hours`
    return `${englishRequests(count)} this week, ${kept === 0 ? `${all}in your hours` : outside}.`
  },
  requests: englishRequests,
  sections: {
    offHours: 'Kept outside your hours',
    money: 'Surcharges and quotes',
    goodwill: 'Given away',
    uncovered: 'What your rules do not cover',
    corrections: 'What was corrected',
    waiting: 'What waits for you',
  },
  early: (count) =>
    count === 0
      ? 'You answered none of them before you were back.'
      : `You answered ${count} of them before you were back.`,
  kept: (arrived, reason) => `came ${arrived} (${reason})`,
  deferred: (moment) => `kept until ${moment}`,
  answered: (moment) => `you answered ${moment}`,
  told: 'the client was told meanwhile',
  reasons: {
    hours: 'out of hours',
    holiday: 'public holiday',
    leave: 'leave',
    focus: 'focus time',
    exception: 'special day',
  },
  sums: {
    estimated: 'Surcharges estimated',
    accepted: 'Surcharges accepted',
    given: 'Quotes given',
    quotesAccepted: 'Quotes accepted',
    declined: 'Quotes declined',
  },
  sum: (name, totals, count) => `${name}: ${totals} (${count})`,
  states: {
    open: 'no answer yet',
    accepted: 'accepted',
    declined: 'declined',
    replaced: 'replaced since',
    lapsed: 'never answered, no longer offered',
  },
  unknownWorth: 'worth unknown',
  noUncovered: 'Every request found its answer in your rules.',
  uncovered: {
    uncatalogued: 'No service fits.',
    unsure: 'The text was not enough to tell.',
    mixed: 'Part of it is covered and part is not: yours to untangle.',
  },
  newService: (covers, count) =>
    count === 1
      ? 'A service to add; tried, it covers this request:'
      : `A service to add; tried, it covers ${covers} of these ${count} requests:`,
  examples: (covers, count, service) =>
    count === 1
      ? `An example to add to “${service}”; tried, it covers this request:`
      : `Examples to add to “${service}”; tried, they cover ${covers} of these ${count} requests:`,
  noProposal: 'No line to propose: answer on the card (/in, /out), and Cadre will remember.',
  howTo: (policyId) =>
    `To add a line: cadre policy edit ${policyId}, under “services”. Check its kind (included, quote or excluded) and its price first.`,
  onNoBoard: 'on no board, so Cadre does not see whether you have answered',
  nothingWaits: 'No request of this week.',
}

/** What the weekly report says to the assistant. */
export const reportWords: Readonly<Record<Language, typeof french>> = { fr: french, en: english }
