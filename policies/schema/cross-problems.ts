import { z } from 'zod'
import { languages } from '#model/board.ts'
import type { ErrorDetail } from '#model/error.ts'
import { hoursProblems } from '../calendar.ts'
import { isObject } from '../merge-patch.ts'
import { minorDigits } from '../money.ts'
import { keywordProblems } from '../scope/keyword-problems.ts'
import { Hours, workingHoursOf } from './hours.ts'
import { pathOf, problemAt } from './issues.ts'
import { problems } from './problems.ts'
import { Service } from './services.ts'

const Outline = z.object({
  language: z.enum(languages).catch('fr'),
  languages: z.array(z.string()).optional().catch(undefined),
  services: z.array(z.unknown()).catch([]),
  hours: z.unknown().optional(),
  billing: z
    .looseObject({
      mode: z.string().optional(),
      package: z.unknown().optional(),
      currency: z.string().default('EUR'),
    })
    .optional()
    .catch(undefined),
})
type Outline = z.infer<typeof Outline>
type Placed = Service & { readonly index: number }

/**
 * Problems between parts of a policy. Looked for among the parts that are whole, even when others are not.
 * `under` is put before every path.
 */
export function crossProblems(input: unknown, under = ''): ErrorDetail[] {
  const { data } = Outline.safeParse(input)
  if (data === undefined) return []
  const services = data.services.flatMap((candidate, index): Placed[] => {
    const service = Service.safeParse(candidate)
    return service.success ? [{ ...service.data, index }] : []
  })
  const found = [
    ...languageProblems(data),
    ...packageProblems(data),
    ...duplicateIds(services),
    ...unnamed(services, data.language),
    ...hoursProblemsOf(data),
    ...amountProblems(input, data, services),
    ...keywordProblems(services),
  ]
  return under === '' ? found : found.map((detail) => ({ ...detail, path: `${under}.${detail.path}` }))
}

function languageProblems({ language, languages }: Outline): ErrorDetail[] {
  if (languages === undefined || languages.includes(language)) return []
  return [problemAt('languages', problems['language-missing'])]
}

function packageProblems({ billing }: Outline): ErrorDetail[] {
  const needsOne = billing?.mode === 'package' || billing?.mode === 'monthly'
  if (!needsOne || billing?.package !== undefined) return []
  return [problemAt('billing.package', problems['package-missing'])]
}

function duplicateIds(services: readonly Placed[]): ErrorDetail[] {
  const first = new Map(services.toReversed().map(({ id, index }) => [id, index]))
  return services
    .filter(({ id, index }) => first.get(id) !== index)
    .map(({ id, index }) =>
      problemAt(`services[${index}].id`, {
        fr: {
          message: `« ${id} » est déjà l'identifiant de services[${first.get(id)}]`,
          remedy: 'donne à chaque prestation le sien',
        },
        en: {
          message: `"${id}" is already the id of services[${first.get(id)}]`,
          remedy: 'give each service an id of its own',
        },
      }),
    )
}

function unnamed(services: readonly Placed[], language: Outline['language']): ErrorDetail[] {
  return services
    .filter(({ name }) => name[language] === undefined)
    .map(({ index }) => problemAt(`services[${index}].name.${language}`, problems['name-untranslated']))
}

function hoursProblemsOf({ hours }: Outline): ErrorDetail[] {
  const parsed = Hours.safeParse(hours)
  if (!parsed.success) return []
  return hoursProblems(workingHoursOf(parsed.data)).map(({ path, fr, en, remedyFr, remedyEn }) =>
    problemAt(pathOf(path, 'hours'), {
      fr: { message: fr, remedy: remedyFr },
      en: { message: en, remedy: remedyEn },
    }),
  )
}

/** Where a policy has an amount, beside the prices of its services. */
const amountPaths = [
  'billing.hourlyRate',
  'billing.package.price',
  'billing.package.overageRate',
  'billing.deposit.above',
  'urgency.minimum',
  'limits.revisions.price',
]

function valueAt(input: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
      input,
    )
}

/** Amounts with more decimals than their currency has: 0.5 yen. */
function amountProblems(input: unknown, { billing }: Outline, services: readonly Placed[]): ErrorDetail[] {
  if (billing === undefined || !Intl.supportedValuesOf('currency').includes(billing.currency)) return []
  const digits = minorDigits(billing.currency)
  const amounts: [string, unknown][] = [
    ...amountPaths.map((path): [string, unknown] => [path, valueAt(input, path)]),
    ...services.map(({ index, price }): [string, unknown] => [`services[${index}].price`, price]),
  ]
  return amounts
    .filter(([, amount]) => typeof amount === 'number' && decimalsOf(amount) > digits)
    .map(([path]) => problemAt(path, problems['too-many-decimals']))
}

const decimalsOf = (amount: number) => String(amount).split('.')[1]?.length ?? 0
