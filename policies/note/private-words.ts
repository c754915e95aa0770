import type { Language } from '#model/board.ts'
import type { PrivateCode, PrivateFinding } from '#model/decision.ts'
import { formatDay, formatMoment } from '../calendar.ts'
import { hoursWords } from '../documents/words.ts'

type Words = Readonly<Record<Language, string>>

/** How moments and durations in the evidence are said. */
interface Say {
  readonly moment: (value: unknown) => string
  readonly day: (value: unknown) => string
  readonly hours: (minutes: unknown) => string
}

type Writer = (evidence: PrivateFinding['evidence'], reason: string, say: Say) => Words

const writers: Readonly<Record<PrivateCode, Writer>> = {
  payment_overdue: ({ since, paidUntil }, reason, say) =>
    reason === 'invoice'
      ? {
          fr: `Une facture est en retard depuis le ${say.day(since)}.`,
          en: `An invoice has been overdue since ${say.day(since)}.`,
        }
      : {
          fr: `Ce mois n'est pas encore réglé (payé jusqu'au ${say.day(paidUntil)}).`,
          en: `This month is not paid yet (paid until ${say.day(paidUntil)}).`,
        },
  over_capacity: ({ promisedMinutes, takesMinutes, hoursPerDay }, _, say) => ({
    fr: `La journée est pleine : ${say.hours(promisedMinutes)} déjà promises, ceci en prend ${say.hours(takesMinutes)}, pour ${say.hours(Number(hoursPerDay) * 60)} par jour.`,
    en: `The day is full: ${say.hours(promisedMinutes)} promised already, this takes ${say.hours(takesMinutes)}, with ${say.hours(Number(hoursPerDay) * 60)} a day.`,
  }),
  unrealistic_deadline: ({ availableMinutes, takesMinutes, earliest }, _, say) => ({
    fr: `Il ne reste que ${say.hours(availableMinutes)} de travail avant l'échéance, il en faut ${say.hours(takesMinutes)}${earliest === null ? '' : ` : possible au plus tôt ${say.moment(earliest)}`}.`,
    en: `Only ${say.hours(availableMinutes)} of working time are left before the deadline and this takes ${say.hours(takesMinutes)}${earliest === null ? '' : `: possible at the earliest on ${say.moment(earliest)}`}.`,
  }),
  assumed_deadline: () => ({
    fr: "Le texte parle d'une échéance que personne n'a posée : rien n'est facturé dessus.",
    en: 'The text speaks of a deadline that nobody has set: nothing is billed on it.',
  }),
  package_threshold: ({ percent, usedMinutes, totalMinutes }, _, say) => ({
    fr: `Avec ceci, plus de ${percent} % du forfait sont pris : ${say.hours(usedMinutes)} sur ${say.hours(totalMinutes)}.`,
    en: `With this, more than ${percent}% of the package is used: ${say.hours(usedMinutes)} of ${say.hours(totalMinutes)}.`,
  }),
  goodwill: ({ value }) => ({
    fr: `Offert cette fois : cela vaut ${value}.`,
    en: `Offered this time: it is worth ${value}.`,
  }),
}

/** What only the assistant is told, in a sentence. Moments are in her own zone. */
export function privateWords(
  { code, evidence, reason }: PrivateFinding,
  language: Language,
  timeZone: string,
): string {
  const say: Say = {
    moment: (value) => (typeof value === 'string' ? formatMoment(value, timeZone, language) : ''),
    day: (value) => (typeof value === 'string' ? formatDay(value.slice(0, 10), language) : ''),
    hours: (minutes) => hoursWords(Math.round((Number(minutes) / 60) * 100) / 100, language),
  }
  return writers[code](evidence, reason, say)[language]
}
