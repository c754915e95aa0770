import type { Language } from '#model/board.ts'
import type { PrivateFinding } from '#model/decision.ts'
import { formatDay, formatEnd, formatStart, localDate } from './calendar.ts'
import type { CompiledPolicy } from './compile.ts'
import { quoted } from './diff/change.ts'
import { hoursWords } from './documents/words.ts'
import { formatPercent } from './money.ts'

/** What of the rules it takes to say when something is. */
type Rules = Pick<CompiledPolicy, 'document' | 'timeZone'>

/**
 * What only the assistant is told, as a sentence to her.
 * @example
 * privateWords({ code: 'goodwill', evidence: { value: '70,00 €' }, … }, policy, 'fr') // 'Offert cette fois : 70,00 €.'
 */
export function privateWords(finding: PrivateFinding, rules: Rules, language: Language): string {
  const { evidence, reason } = finding
  const say = language === 'fr' ? french : english
  const timeZone = rules.document.hours?.timeZone ?? rules.timeZone
  const text = (name: string) => String(evidence[name] ?? '')
  const hours = (name: string) => hoursWords(Math.round((Number(evidence[name]) / 60) * 100) / 100, language)
  switch (finding.code) {
    case 'payment_overdue':
      return reason === 'invoice'
        ? say.invoice(formatDay(localDate(text('since'), timeZone), language))
        : say.month(formatDay(text('paidUntil'), language))
    case 'over_capacity':
      return say.capacity(
        evidence.promisedMinutes === 0 ? null : hours('promisedMinutes'),
        hoursWords(Number(evidence.hoursPerDay), language),
      )
    case 'unrealistic_deadline':
      return say.unrealistic(
        evidence.availableMinutes === 0 ? null : hours('availableMinutes'),
        evidence.takesMinutes === null ? null : hours('takesMinutes'),
        evidence.earliest === null ? null : formatStart(text('earliest'), timeZone, language),
      )
    case 'assumed_deadline':
      return say.assumed(quoted(text('words'), language), formatEnd(text('at'), timeZone, language))
    case 'package_threshold':
      return say.threshold(
        formatPercent(Number(evidence.percent), language),
        hours('usedMinutes'),
        hours('totalMinutes'),
      )
    case 'goodwill':
      return say.goodwill(text('value'))
  }
}

const french = {
  invoice: (day: string) => `Une facture de ce client est en retard depuis le ${day}.`,
  month: (day: string) => `Ce client n'a payé que jusqu'au ${day}.`,
  capacity: (promised: string | null, most: string) =>
    promised === null
      ? `Cette demande prend à elle seule plus que tes ${most} par jour.`
      : `Tu as déjà promis ${promised} pour ce jour-là : avec cette demande, c'est plus que tes ${most} par jour.`,
  unrealistic: (left: string | null, takes: string | null, earliest: string | null) =>
    `Avant l'échéance, il ${left === null ? 'ne te reste aucune heure' : `te reste ${left}`} de travail${takes === null ? '' : `, pour une demande qui prend ${takes}`}.${earliest === null ? '' : ` Au plus tôt : ${earliest}.`}`,
  assumed: (words: string, moment: string) =>
    `Le texte semble demander ${words}, soit ${moment}. Rien n'est facturé sur ce délai tant qu'aucune échéance n'est posée.`,
  threshold: (percent: string, used: string, total: string) =>
    `Avec cette demande, ce client atteint ${percent} de son forfait : ${used} sur ${total}.`,
  goodwill: (value: string) => `Offert cette fois : ${value}.`,
}

const english: typeof french = {
  invoice: (day) => `An invoice of this client has been overdue since ${day}.`,
  month: (day) => `This client has paid only until ${day}.`,
  capacity: (promised, most) =>
    promised === null
      ? `This request alone takes more than your ${most} a day.`
      : `You have promised ${promised} for that day already: with this request it is more than your ${most} a day.`,
  unrealistic: (left, takes, earliest) =>
    `Before the deadline you have ${left === null ? 'no working time' : `${left} of working time`}${takes === null ? '' : `, for a request that takes ${takes}`}.${earliest === null ? '' : ` At the earliest: ${earliest}.`}`,
  assumed: (words, moment) =>
    `The text seems to ask for ${words}, which is ${moment}. Nothing is billed on it as long as no due date is set.`,
  threshold: (percent, used, total) =>
    `With this request, this client reaches ${percent} of their package: ${used} of ${total}.`,
  goodwill: (value) => `Given away this time: ${value}.`,
}
