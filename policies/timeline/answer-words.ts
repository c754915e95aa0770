import type { Answer } from '#model/answer.ts'
import { formatMoney, formatNumber, formatRange } from '../money.ts'
import { quoted, type Speech } from './speech.ts'

/** What time did about a question that nobody answered. */
const timeWords = {
  fr: {
    urgent: {
      remind: 'Rappel : la disponibilité en urgence est encore à confirmer.',
      expire: "L'urgence n'a pas été confirmée à temps ; le client le sait.",
    },
    quote: {
      remind: 'Rappel au client : le prix proposé attend sa réponse.',
      expire: "Le prix proposé est resté sans réponse ; il n'est plus proposé.",
    },
  },
  en: {
    urgent: {
      remind: 'Reminder: availability for urgent work still has to be confirmed.',
      expire: 'Availability was not confirmed in time; the client knows.',
    },
    quote: {
      remind: 'Reminder to the client: the price awaits an answer.',
      expire: 'The price had no answer; it is no longer offered.',
    },
  },
} as const

/** Who decided what: `Sophie a confirmé qu'elle est disponible.` */
export function answerWords({ said, side, author, via }: Answer, speech: Speech): string {
  const { language } = speech
  const isFrench = language === 'fr'
  const client = `${speech.client} (${isFrench ? 'noté par' : 'noted by'} ${author.name})`
  // On the board they speak for themselves.
  const who = side === 'client' && via === 'api' ? client : author.name
  switch (said.kind) {
    case 'confirm':
      return isFrench
        ? `${who} a confirmé la disponibilité en urgence.`
        : `${who} confirmed availability for urgent work.`
    case 'decline':
      return isFrench ? `${who} n'est pas disponible en urgence.` : `${who} is not available for urgent work.`
    case 'in':
      return isFrench
        ? `${who} a classé la demande dans le cadre.`
        : `${who} ruled that the request is in scope.`
    case 'out':
      return isFrench
        ? `${who} a classé la demande hors cadre.`
        : `${who} ruled that the request is out of scope.`
    case 'service': {
      const name = quoted(speech.serviceName(said.service), language)
      return isFrench ? `${who} a rattaché la demande à ${name}.` : `${who} assigned the request to ${name}.`
    }
    case 'hours': {
      const hours = formatNumber(said.hours, language)
      return isFrench
        ? `${who} a estimé le travail à ${hours} h.`
        : `${who} estimated the work at ${hours} h.`
    }
    case 'quote': {
      const amount = formatMoney(said.amount, language)
      return isFrench ? `${who} a proposé un prix : ${amount}.` : `${who} offered a price: ${amount}.`
    }
    case 'goodwill':
      return isFrench ? `${who} offre cette demande.` : `${who} gives this request away.`
    case 'accept': {
      const amount = formatRange(said.price.total, language)
      return isFrench ? `${who} a accepté le prix : ${amount}.` : `${who} accepted the price: ${amount}.`
    }
    case 'refuse':
      return isFrench ? `${who} ne donne pas suite.` : `${who} does not go ahead.`
    case 'remind':
    case 'expire':
      return timeWords[language][said.question][said.kind]
    case 'wait':
      return isFrench
        ? `${who} préfère attendre, sans majoration.`
        : `${who} prefers to wait, without a surcharge.`
  }
}
