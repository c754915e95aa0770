import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { CatalogueService } from '#policies/scope/catalogue.ts'
import { languageOf } from '#policies/scope/language.ts'
import { wordsOf } from '#policies/text/clauses.ts'

/** Something is wrong with what was given: say what and what to do, without a stack. */
export class InputError extends Error {}

const Lists = z.union([
  z.array(z.string()),
  z.object({ fr: z.array(z.string()).default([]), en: z.array(z.string()).default([]) }),
])
const Service = z.object({
  id: z.string().min(1),
  name: z.string(),
  description: z.string().default(''),
  keywords: Lists.default([]),
  examples: Lists.default([]),
})
const Catalogues = z.object({
  catalogues: z
    .array(
      z.object({
        id: z.string().min(1),
        language: z.string().default('en'),
        included: z.array(Service).default([]),
        excluded: z.array(Service).default([]),
      }),
    )
    .min(1),
})

const Request = z.object({
  id: z.string().default(''),
  policy: z.string(),
  lang: z.string().default('en'),
  title: z.string().default(''),
  description: z.string().nullish(),
  createdAt: z.iso.datetime({ offset: true }).nullish(),
  dueAt: z.iso.datetime({ offset: true }).nullish(),
  /** Sentences of the kinds of work were written with sight of it, so that it reads more surely than new ones do. */
  seen: z.boolean().default(false),
  expected: z.object({
    scope: z.enum(['in', 'out', 'review']),
    service: z.string().nullish(),
    urgent: z.boolean().nullish(),
    complexity: z.enum(['low', 'medium', 'high']).nullish(),
  }),
})

/** A labelled request. */
export type LabelledRequest = z.infer<typeof Request>

/** A policy as far as the evaluation knows it. */
export interface Catalogue {
  readonly id: string
  readonly language: 'fr' | 'en'
  readonly services: readonly CatalogueService[]
}

/** Read catalogues in the format of the benchmark: `included` and `excluded` lists of services. */
export function readCatalogues(file: string): Catalogue[] {
  const { catalogues } = parsed(Catalogues, textOf(file), file)
  return catalogues.map(({ id, language, included, excluded }) => ({
    id,
    language: language === 'en' ? 'en' : 'fr',
    services: [
      ...included.map((service) => serviceOf(service, 'included')),
      ...excluded.map((service) => serviceOf(service, 'excluded')),
    ],
  }))
}

/**
 * Read labelled requests, one JSON object a line.
 * @param catalogues that the policies must be among; a request without a policy belongs to the only catalogue
 */
export function readRequests(file: string, catalogues: readonly Catalogue[]): LabelledRequest[] {
  const requests = textOf(file)
    .split('\n')
    .flatMap((line, at) =>
      line.trim() === '' ? [] : [requestOf(line, `${file}, line ${at + 1}`, catalogues)],
    )
  if (requests.length === 0) throw new InputError(`${file} has no request: write one JSON object a line`)
  return requests
}

function requestOf(line: string, place: string, catalogues: readonly Catalogue[]): LabelledRequest {
  const [only, ...others] = catalogues
  const usual = others.length === 0 ? { policy: only?.id } : {}
  const request = parsed(Request, line, place, usual)
  const catalogue = catalogues.find(({ id }) => id === request.policy)
  if (catalogue === undefined) {
    throw new InputError(
      `${place}: no catalogue has the id "${request.policy}"; use one of ${idsOf(catalogues)}`,
    )
  }
  const { service } = request.expected
  if (service != null && !catalogue.services.some(({ id }) => id === service)) {
    throw new InputError(
      `${place}: "${service}" is no service of "${catalogue.id}"; use one of ${idsOf(catalogue.services)}`,
    )
  }
  return request
}

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(', ')

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new InputError(`${file} cannot be read: check the path`)
  }
}

function parsed<T extends z.ZodType>(schema: T, text: string, place: string, usual: object = {}): z.infer<T> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new InputError(`${place}: not valid JSON (${error instanceof Error ? error.message : error})`)
  }
  const result = schema.safeParse(
    typeof value === 'object' && value !== null ? { ...usual, ...value } : value,
  )
  if (result.success) return result.data
  const problems = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`,
  )
  throw new InputError(`${place}: ${problems.join('; ')}`)
}

function serviceOf(service: z.infer<typeof Service>, kind: 'included' | 'excluded'): CatalogueService {
  return {
    id: service.id,
    kind,
    name: { [languageOf(wordsOf(service.name), 'en')]: service.name },
    description: service.description,
    // A plain list may hold either language, and so may be found in either.
    keywords: Array.isArray(service.keywords)
      ? { fr: service.keywords, en: service.keywords }
      : service.keywords,
    examples: Array.isArray(service.examples) ? { fr: service.examples, en: [] } : service.examples,
  }
}
