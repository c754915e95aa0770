import type { Language } from '#model/board.ts'
import { weekdayNames } from './format.ts'
import { at, type HoursProblem, type Path, type Words } from './hours-problem.ts'
import {
  dayMinutes,
  type Interval,
  merged,
  minus,
  type Span,
  spanOf,
  type Week,
  type WorkingHours,
  weekdays,
} from './working-hours.ts'

/** An interval where it is written, in minutes from Monday 0:00, so that nights run on into the next day. */
interface Placed extends Span {
  readonly path: Path
  readonly name: Readonly<Record<Language, string>>
}

const weekMinutes = 7 * dayMinutes

/** What is wrong with the intervals of the week and of its focus hours. */
export function weekProblems(hours: WorkingHours): HoursProblem[] {
  const week = placedIn(hours.week, 'week')
  const focus = placedIn(hours.focus, 'focus')
  const work = merged(aroundTheWeek(week))
  const outside = focus.filter((span) => span.start < span.end && minus([span], work).length > 0)
  return [
    ...[week, focus].flatMap((placed) => [...emptyOnes(placed), ...overlaps(placed, weekMinutes)]),
    ...outside.map(({ path, name }) =>
      at(path, {
        fr: `« ${name.fr} » n'est pas entièrement dans les heures de travail`,
        en: `"${name.en}" is not wholly within the working hours`,
        remedyFr: 'raccourcis cette plage de concentration, ou élargis les heures de travail (week)',
        remedyEn: 'shorten these focus hours, or widen the working hours (week)',
      }),
    ),
  ]
}

/** Those that end when they start. */
export function emptyOnes(placed: readonly Placed[]): HoursProblem[] {
  return placed
    .filter(({ start, end }) => start === end)
    .map(({ path, name }) =>
      at(path, {
        fr: `« ${name.fr} » commence et finit à la même heure`,
        en: `"${name.en}" starts and ends at the same time`,
        remedyFr: 'corrige une des deux heures ; pour un jour entier, écris 00:00-24:00',
        remedyEn: 'correct one of the times; for a whole day write 00:00-24:00',
      }),
    )
}

/** Of two that overlap, the one written later. `period`: after how long time starts again, null for never. */
export function overlaps(placed: readonly Placed[], period: number | null): HoursProblem[] {
  const shifts = period === null ? [0] : [-period, 0, period]
  const meet = (a: Span, b: Span) =>
    shifts.some((shift) => Math.max(a.start, b.start + shift) < Math.min(a.end, b.end + shift))
  return placed.flatMap((later, index) => {
    const earlier = placed.slice(0, index).find((each) => meet(each, later))
    if (earlier === undefined) return []
    const words: Words = {
      fr: `« ${later.name.fr} » et « ${earlier.name.fr} » se chevauchent`,
      en: `"${later.name.en}" and "${earlier.name.en}" overlap`,
      remedyFr: 'réunis les deux plages en une seule, ou sépare-les',
      remedyEn: 'make them one interval, or set them apart',
    }
    return [at(later.path, words)]
  })
}

/** Something must be open sometimes, for work and for answers. */
export function openingProblems(hours: WorkingHours): HoursProblem[] {
  if (hours.exceptions.some(({ open }) => open.some((interval) => !isEmpty(interval)))) return []
  const work = merged(aroundTheWeek(placedIn(hours.week, 'week')))
  if (work.length === 0) {
    const words = {
      fr: "aucune heure d'ouverture",
      en: 'no opening hours at all',
      remedyFr: 'donne au moins une plage dans week, par exemple monday: 09:00-17:00',
      remedyEn: 'give at least one interval in week, such as monday: 09:00-17:00',
    }
    return [at(['week'], words)]
  }
  if (minus(work, merged(aroundTheWeek(placedIn(hours.focus, 'focus')))).length > 0) return []
  const words = {
    fr: 'les heures de concentration ne laissent aucun moment pour répondre',
    en: 'the focus hours leave no time for answers',
    remedyFr: 'retire ou raccourcis une plage de focus',
    remedyEn: 'take out or shorten an interval of focus',
  }
  return [at(['focus'], words)]
}

function isEmpty(interval: Interval): boolean {
  const { start, end } = spanOf(interval)
  return start === end
}

function placedIn(week: Week, under: string): Placed[] {
  return weekdays.flatMap((weekday, day) =>
    placedOn(week[weekday] ?? [], [under, weekday], day, [
      `${weekdayNames.fr[day]} `,
      `${weekdayNames.en[day]} `,
    ]),
  )
}

/** `names`: what comes before the interval in French and in English. */
export function placedOn(
  intervals: readonly Interval[],
  under: Path,
  day: number,
  [fr, en]: [string, string],
): Placed[] {
  return intervals.map((interval, index) => {
    const { start, end } = spanOf(interval)
    const written = `${interval.from}-${interval.to}`
    const name = { fr: `${fr}${written}`, en: `${en}${written}` }
    return { path: [...under, index], name, start: start + day * dayMinutes, end: end + day * dayMinutes }
  })
}

/** Also a week before and after, for what runs over the turn of the week. */
function aroundTheWeek(spans: readonly Span[]): Span[] {
  return [-weekMinutes, 0, weekMinutes].flatMap((shift) =>
    spans.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
  )
}
