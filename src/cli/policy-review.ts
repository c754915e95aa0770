import type { Language } from '#model/board.ts'
import type { CaseRun, Review } from './policy-shapes.ts'
import { detailLines } from './say-error.ts'
import { plain } from './text-layout.ts'

/** What there is to say about a policy document, the most pressing first. */
export function reviewLines({ isPublishable, problems, warnings }: Review, language: Language): string[] {
  const verdict = isPublishable
    ? { fr: '✓ Cette politique peut être publiée.', en: '✓ This policy can be published.' }
    : { fr: '✗ Cette politique ne peut pas être publiée :', en: '✗ This policy cannot be published:' }
  const odd = { fr: '! Permis, mais sans doute pas voulu :', en: '! Allowed, but probably not meant:' }
  return [
    verdict[language],
    ...problems.flatMap((problem) => detailLines(problem, language)),
    ...(warnings.length === 0 ? [] : [odd[language]]),
    ...warnings.flatMap(({ path, fr, en }) => detailLines({ path, ...en, fr }, language)),
  ]
}

/** How the cases of a policy came out; of those that fail, why. */
export function caseLines({ passed, failed, results }: CaseRun, language: Language): string[] {
  if (passed + failed === 0) return []
  const count = {
    fr:
      failed === 0
        ? `✓ ${passed === 1 ? 'Son cas passe' : `Ses ${passed} cas passent`}.`
        : `✗ ${failed} cas sur ${passed + failed} ne ${failed === 1 ? 'passe' : 'passent'} pas :`,
    en:
      failed === 0
        ? `✓ ${passed === 1 ? 'Its case passes' : `Its ${passed} cases pass`}.`
        : `✗ ${failed} of ${passed + failed} cases ${failed === 1 ? 'fails' : 'fail'}:`,
  }
  return [
    count[language],
    ...results
      .filter((result) => !result.passed)
      .flatMap(({ name, differences }) => [
        `  ${plain(name)}`,
        ...differences.map((difference) => `    → ${plain(difference[language])}`),
      ]),
  ]
}
