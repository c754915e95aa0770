import type { ErrorDetail } from '#model/error.ts'
import { stemsOf } from './keyword-index.ts'

/** A service at its place in the document. */
export interface PlacedService {
  readonly index: number
  readonly id: string
  readonly kind: 'included' | 'quote' | 'excluded'
  readonly keywords: Readonly<Record<'fr' | 'en', readonly string[]>>
}

interface Found {
  readonly path: string
  readonly keyword: string
  readonly stems: string
  readonly service: PlacedService
}

/** Keywords that can never be found, and keywords that stand for included and for excluded work at once. */
export function keywordProblems(services: readonly PlacedService[]): ErrorDetail[] {
  const found = services.flatMap(keywordsOf)
  const unfindable = found
    .filter(({ stems }) => stems === '')
    .map(({ path, keyword }) => ({
      path,
      message: `"${keyword}" has no word that says which service is meant`,
      remedy: 'use a word that only this service has',
      fr: {
        message: `« ${keyword} » n'a aucun mot qui dise de quelle prestation il s'agit`,
        remedy: 'choisissez un mot que seule cette prestation a',
      },
    }))
  return [...unfindable, ...clashes(found.filter(({ stems }) => stems !== ''))]
}

function keywordsOf(service: PlacedService): Found[] {
  return (['fr', 'en'] as const).flatMap((language) =>
    service.keywords[language].map((keyword, at) => ({
      path: `services[${service.index}].keywords.${language}[${at}]`,
      keyword,
      stems: stemsOf(keyword, language).join(' '),
      service,
    })),
  )
}

function clashes(found: readonly Found[]): ErrorDetail[] {
  const included = Map.groupBy(
    found.filter(({ service }) => service.kind === 'included'),
    ({ stems }) => stems,
  )
  return found
    .filter(({ service }) => service.kind === 'excluded')
    .flatMap(({ path, keyword, stems, service }) => {
      const other = included.get(stems)?.[0]
      if (other === undefined) return []
      return {
        path,
        message: `"${keyword}" means "${service.id}", which is excluded, and "${other.service.id}", which is included`,
        remedy: 'keep the keyword in one of the two, or make it longer in the other',
        fr: {
          message: `« ${keyword} » désigne à la fois « ${service.id} », qui est exclue, et « ${other.service.id} », qui est comprise`,
          remedy: "gardez ce mot-clé dans l'une des deux, ou précisez-le dans l'autre",
        },
      }
    })
}
