import type { BookEntry } from '#model/book.ts'
import { formatDay } from '../calendar.ts'
import { formatMoney, formatNumber, moneyOf } from '../money.ts'
import type { Speech } from './speech.ts'

/** What was written into the books: `Acompte reçu : 50,00 € (virement).` */
export function bookWords(entry: BookEntry, speech: Speech): string {
  const { language } = speech
  const isFrench = language === 'fr'
  const what = contentWords(entry, speech)
  const note = entry.note === '' ? '' : ` (${entry.note})`
  if (entry.reverses === null) return `${what}${note}.`
  return isFrench ? `Écriture annulée${note} : ${what}.` : `Entry reversed${note}: ${what}.`
}

function contentWords(
  { kind, amountMinor, minutes, day }: BookEntry,
  { language, currency }: Speech,
): string {
  const isFrench = language === 'fr'
  const amount = formatMoney(moneyOf(amountMinor ?? 0, currency), language)
  const hours = `${formatNumber((minutes ?? 0) / 60, language)} h`
  const date = formatDay(day, language)
  const words = {
    deposit: isFrench ? `Acompte reçu : ${amount}` : `Deposit received: ${amount}`,
    hours: isFrench ? `Travail noté : ${hours}` : `Work recorded: ${hours}`,
    hours_carried: isFrench ? `Heures reportées : ${hours}` : `Hours carried over: ${hours}`,
    paid_until: isFrench ? `Payé d'avance jusqu'au ${date}` : `Paid in advance until ${date}`,
    invoice_overdue: isFrench ? `Facture en retard depuis le ${date}` : `Invoice overdue since ${date}`,
    invoice_settled: isFrench ? 'Facture réglée' : 'Invoice settled',
    goodwill: isFrench ? 'Demande offerte' : 'Request given away',
  } satisfies Record<BookEntry['kind'], string>
  return words[kind]
}
