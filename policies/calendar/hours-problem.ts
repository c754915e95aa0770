/** What is wrong with working hours and what to do about it, for the person who wrote them. */
export interface HoursProblem {
  readonly path: readonly (string | number)[]
  readonly fr: string
  readonly en: string
  readonly remedyFr: string
  readonly remedyEn: string
}

export type Words = Omit<HoursProblem, 'path'>
export type Path = HoursProblem['path']

export function at(path: Path, words: Words): HoursProblem {
  return { path, ...words }
}
