import type { Language } from '#model/board.ts'
import { formatPercent } from '../../money.ts'
import type { Policy } from '../../schema.ts'
import { amountWords, hoursWords, listOf, oneLine, paragraph, paragraphs } from '../words.ts'
import { type ClauseWriter, clause, type SentenceWriter } from './clause.ts'

const wording = {
  fr: {
    title: 'Demandes urgentes',
    threshold: (hours: string) =>
      `Une demande est urgente lorsque son échéance est fixée moins de ${hours} à l'avance.`,
    working: (hours: string) =>
      `Une demande est urgente lorsque son échéance me laisse moins de ${hours} de travail, selon mes horaires.`,
    exactly: (hours: string) =>
      `Le délai se compte du moment où le client fixe l'échéance jusqu'à cette échéance ; un délai de ${hours} exactement n'est pas une urgence.`,
    noTime: 'Une demande est urgente aussi lorsque son échéance ne me laisse aucune heure de travail.',
    markers:
      "Une demande signalée comme urgente est traitée comme une urgence à confirmer, même sans échéance ; seule l'échéance décide d'une majoration.",
    markersNever: 'Une demande signalée comme urgente est examinée comme une urgence, même sans échéance.',
    words: (list: string) => `Sont compris comme un signal d'urgence, entre autres : ${list}.`,
    accepted:
      "En urgence, je confirme ma disponibilité par écrit avant tout engagement ; sans confirmation, rien n'est promis.",
    unconfirmed: (hours: string) =>
      `Si je n'ai pas confirmé au bout de ${hours} de travail, ou à l'échéance si elle vient avant, il ne faut pas compter sur ce travail en urgence.`,
    unconfirmedAtDue:
      "Si je n'ai pas confirmé à l'échéance, il ne faut pas compter sur ce travail en urgence.",
    reminder: (hours: string) => `Un rappel m'est adressé au bout de ${hours} de travail.`,
    never:
      'Par souci de qualité, je ne prends pas de travail en urgence ; je propose la première date possible.',
    moved: "Si le client repousse l'échéance au-delà de ce délai, la demande n'est plus urgente.",
    offHours: {
      ask: "Lorsqu'une échéance ne laisse que du temps hors de mes horaires, je peux y travailler à titre exceptionnel, à la demande du client et après confirmation de ma disponibilité.",
      no: "Je ne travaille pas en dehors de mes horaires ; lorsqu'une échéance n'en laisse aucun, je propose la première date possible.",
      yes: "Lorsqu'une échéance ne laisse que du temps hors de mes horaires, j'y travaille aussi, après confirmation de ma disponibilité.",
    },
    surcharges: 'Majorations',
    byComplexity: (hours: string, low: string, medium: string, high: string) =>
      `Lorsque le délai est inférieur à ${hours}, le prix est majoré de ${low} pour une demande simple, de ${medium} pour une demande de complexité moyenne et de ${high} pour une demande complexe.`,
    alike: (hours: string, percent: string) =>
      `Lorsque le délai est inférieur à ${hours}, le prix est majoré de ${percent}.`,
    free: 'Un délai court ne donne pas lieu, en lui-même, à une majoration.',
    complexity:
      "La complexité est celle indiquée pour la prestation ou sur la demande ; à défaut, elle s'apprécie d'après le contenu de la demande.",
    tier: (percent: string, hours: string) =>
      `d'au moins ${percent} lorsque le délai est inférieur à ${hours}`,
    tiers: (list: string) => `La majoration est ${list}.`,
    off: (list: string) =>
      `Lorsque l'échéance ne laisse que du temps hors de mes horaires, le prix est majoré ${list}.`,
    evening: (percent: string) => `de ${percent} en soirée ou tôt le matin`,
    weekend: (percent: string) => `de ${percent} le week-end`,
    holiday: (percent: string) => `de ${percent} les jours fériés`,
    max: "Si plusieurs majorations s'appliquent, seule la plus élevée est comptée.",
    sum: "Si plusieurs majorations s'appliquent, elles s'additionnent.",
    cap: (percent: string) => `Le total des majorations ne dépasse pas ${percent} du prix.`,
    minimum: (amount: string) => `Une majoration s'élève à ${amount} au moins, même au-delà de ce plafond.`,
    base: "Les majorations se calculent sur la valeur du travail, y compris lorsque les heures sont payées d'avance.",
  },
  en: {
    title: 'Urgent requests',
    threshold: (hours: string) => `A request is urgent when its due date is set less than ${hours} ahead.`,
    working: (hours: string) =>
      `A request is urgent when its due date leaves me less than ${hours} of working time.`,
    exactly: (hours: string) =>
      `Notice runs from the moment when the client sets the due date until that due date; exactly ${hours} is not urgent.`,
    noTime: 'A request is also urgent when its due date leaves me no working time at all.',
    markers:
      'A request marked as urgent is treated as urgent and to be confirmed, even without a due date; only the due date decides on a surcharge.',
    markersNever: 'A request marked as urgent is considered as such, even without a due date.',
    words: (list: string) => `Signs of urgency include: ${list}.`,
    accepted:
      'For urgent work, I confirm my availability in writing before committing to anything; without confirmation, nothing is promised.',
    unconfirmed: (hours: string) =>
      `If I have not confirmed within ${hours} of working time, or by the due date if that comes first, the work cannot be counted on as urgent.`,
    unconfirmedAtDue: 'If I have not confirmed by the due date, the work cannot be counted on as urgent.',
    reminder: (hours: string) => `I get a reminder after ${hours} of working time.`,
    never: 'For the sake of quality, I do not take on urgent work; I suggest the earliest possible date.',
    moved: 'If the client moves the due date beyond this notice, the request is no longer urgent.',
    offHours: {
      ask: "When a due date leaves only time outside my working hours, I may work then as an exception, at the client's request and once I have confirmed my availability.",
      no: 'I do not work outside my working hours; when a due date leaves none, I suggest the earliest possible date.',
      yes: 'When a due date leaves only time outside my working hours, I work then too, once I have confirmed my availability.',
    },
    surcharges: 'Surcharges',
    byComplexity: (hours: string, low: string, medium: string, high: string) =>
      `When the notice is less than ${hours}, the price goes up by ${low} for a simple request, ${medium} for a request of medium complexity and ${high} for a complex request.`,
    alike: (hours: string, percent: string) =>
      `When the notice is less than ${hours}, the price goes up by ${percent}.`,
    free: 'Short notice as such carries no surcharge.',
    complexity:
      'Complexity is as stated for the service or on the request; failing that, it is assessed from what the request contains.',
    tier: (percent: string, hours: string) => `at least ${percent} when the notice is less than ${hours}`,
    tiers: (list: string) => `The surcharge is ${list}.`,
    off: (list: string) =>
      `When the due date leaves only time outside my working hours, the price goes up by ${list}.`,
    evening: (percent: string) => `${percent} in the evening or early morning`,
    weekend: (percent: string) => `${percent} at weekends`,
    holiday: (percent: string) => `${percent} on public holidays`,
    max: 'If several surcharges apply, only the highest counts.',
    sum: 'If several surcharges apply, they are added together.',
    cap: (percent: string) => `Surcharges never come to more than ${percent} of the price.`,
    minimum: (amount: string) => `A surcharge comes to at least ${amount}, even beyond that cap.`,
    base: 'Surcharges are worked out on the value of the work, including where its hours are paid in advance.',
  },
} as const

/** When a request is urgent, what happens then, and what it adds to the price. */
export const urgencyClauses: ClauseWriter = (policy, language) => {
  const words = wording[language]
  const { hours } = policy
  const rule = (write: SentenceWriter) => write(policy, language)
  const text = paragraphs(
    paragraph(
      rule(thresholdSentence),
      words.exactly(thresholdWords(policy, language)),
      hours === undefined ? '' : words.noTime,
      words.moved,
    ),
    paragraph(rule(markersSentence), markerWords(policy, language)),
    paragraph(rule(acceptedSentence), confirmation(policy, language), rule(offHoursSentence)),
  )
  return [
    ...clause('urgency', words.title, text),
    ...clause('surcharges', words.surcharges, surcharges(policy, language)),
  ]
}

export const thresholdSentence: SentenceWriter = (policy, language) => {
  const counts = countsWorkingTime(policy) ? 'working' : 'threshold'
  return wording[language][counts](hoursWords(policy.urgency.thresholdHours, language))
}

const countsWorkingTime = ({ urgency, hours }: Policy) => urgency.basis === 'working' && hours !== undefined

/** `24 heures`; `14 heures de travail` where only working time counts. */
function thresholdWords(policy: Policy, language: Language): string {
  const hours = hoursWords(policy.urgency.thresholdHours, language)
  if (!countsWorkingTime(policy)) return hours
  return language === 'fr' ? `${hours} de travail` : `${hours} of working time`
}

export const markersSentence: SentenceWriter = ({ urgency }, language) =>
  wording[language][urgency.accepted ? 'markers' : 'markersNever']

/** Availability first; or never at all. */
export const acceptedSentence: SentenceWriter = ({ urgency }, language) =>
  wording[language][urgency.accepted ? 'accepted' : 'never']

/** How long a client waits for the assistant's word; it runs in working hours, so there are none without them. */
function confirmation({ urgency, hours }: Policy, language: Language): string {
  if (!urgency.accepted || hours === undefined) return ''
  const words = wording[language]
  const { remindAfterHours, expireAfterHours } = urgency.confirmation
  return paragraph(
    expireAfterHours === 'never'
      ? words.unconfirmedAtDue
      : words.unconfirmed(hoursWords(expireAfterHours, language)),
    remindAfterHours === 'never' ? '' : words.reminder(hoursWords(remindAfterHours, language)),
  )
}

/** Empty where nothing is ever outside working hours, or urgent work is not done anyway. */
export const offHoursSentence: SentenceWriter = ({ urgency, hours }, language) =>
  hours === undefined || !urgency.accepted ? '' : wording[language].offHours[urgency.offHours.work]

/** Words of urgency of the policy's own. */
function markerWords({ urgency: { markers } }: Policy, language: Language): string {
  const own = markers[language].map((word) =>
    language === 'fr' ? `« ${oneLine(word)} »` : `“${oneLine(word)}”`,
  )
  return own.length === 0 ? '' : wording[language].words(listOf(own, language))
}

/** From the least to the most that urgent work can cost more, in percent; null when it costs no more. */
export function surchargeRange(policy: Policy): { min: number; max: number } | null {
  const { accepted, surchargePercent, tiers, offHours, combine, capPercent } = policy.urgency
  if (!accepted) return null
  const short = Object.values(surchargePercent)
  const off = offHoursKinds(policy).map((kind) => offHours.surchargePercent[kind])
  const shortest = Math.max(...short, ...tiers.map(({ percent }) => percent))
  const outside = Math.max(0, ...off)
  const max = Math.min(combine === 'sum' ? shortest + outside : Math.max(shortest, outside), capPercent)
  return max === 0 ? null : { min: Math.min(...short, ...off, max), max }
}

function surcharges(policy: Policy, language: Language): string {
  const { urgency, billing } = policy
  const words = wording[language]
  const isUrgentDearer = surchargeRange(policy) !== null
  const kinds = [...(isUrgentDearer ? ['urgent', ...offHoursKinds(policy)] : []), ...extraRounds(policy)]
  if (kinds.length === 0) return ''
  const isPrepaid = billing.mode === 'package' || billing.mode === 'monthly'
  return paragraphs(
    isUrgentDearer
      ? paragraph(shortNotice(policy, language), tiers(policy, language), offHours(policy, language))
      : '',
    paragraph(
      kinds.length > 1 ? words[urgency.combine] : '',
      words.cap(formatPercent(urgency.capPercent, language)),
      urgency.minimum === undefined ? '' : words.minimum(amountWords(urgency.minimum, policy, language)),
      isPrepaid ? words.base : '',
    ),
  )
}

const extraRounds = ({ limits }: Policy) =>
  (limits.revisions?.surchargePercent ?? 0) > 0 ? ['revision'] : []

/** When work outside working hours costs more; nothing where it is never done. */
function offHoursKinds({ urgency: { offHours }, hours }: Policy): ('evening' | 'weekend' | 'holiday')[] {
  if (hours === undefined || offHours.work === 'no') return []
  return (['evening', 'weekend', 'holiday'] as const).filter((kind) => offHours.surchargePercent[kind] > 0)
}

function shortNotice(policy: Policy, language: Language): string {
  const words = wording[language]
  const { urgency } = policy
  const { low, medium, high } = urgency.surchargePercent
  const hours = thresholdWords(policy, language)
  const show = (percent: number) => capped(percent, urgency, language)
  if (low === medium && medium === high) return low === 0 ? words.free : words.alike(hours, show(low))
  return paragraph(words.byComplexity(hours, show(low), show(medium), show(high)), words.complexity)
}

/** No surcharge is announced that the cap would never let come about. */
export function capped(percent: number, { capPercent }: Policy['urgency'], language: Language): string {
  return formatPercent(Math.min(percent, capPercent), language)
}

/** The shortest notice first. */
function tiers({ urgency }: Policy, language: Language): string {
  const words = wording[language]
  const parts = urgency.tiers
    .toSorted((a, b) => a.underHours - b.underHours)
    .map(({ underHours, percent }) =>
      words.tier(capped(percent, urgency, language), hoursWords(underHours, language)),
    )
  return parts.length === 0 ? '' : words.tiers(listOf(parts, language))
}

function offHours(policy: Policy, language: Language): string {
  const words = wording[language]
  const { urgency } = policy
  const parts = offHoursKinds(policy).map((kind) =>
    words[kind](capped(urgency.offHours.surchargePercent[kind], urgency, language)),
  )
  return parts.length === 0 ? '' : words.off(listOf(parts, language))
}
