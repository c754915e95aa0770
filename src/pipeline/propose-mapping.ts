import type { BoardLayout, PlacedField } from '#model/adapter.ts'
import type { MappedField, Mapping } from '#model/board.ts'
import type { Status } from '#model/task.ts'

/** Names that boards commonly use, folded. Only a proposal: a person confirms or corrects it. */
const statusNames: readonly (readonly [Status, RegExp])[] = [
  ['done', /\b(done|termine|terminees?|fini|finies?|fait|livre|livrees?|complete|completed|closed|clos)\b/],
  ['declined', /\b(refuse|decline|declined|annule|annulees?|cancelled|canceled)\b/],
  ['review', /\b(valider|validation|relecture|review|approval|verifier)\b/],
  ['waiting', /\b(attente|waiting|bloque|blocked|pause|on hold)\b/],
  ['in_progress', /\b(en cours|in progress|doing|wip)\b/],
  [
    'requested',
    /\b(demandes?|a faire|to ?do|backlog|requests?|nouveau|nouvelles?|new|inbox|reception|not started|pas commence)\b/,
  ],
]

const fieldNames = {
  estimate: /\b(estimation|estimate)\b/,
  surcharge: /\b(majoration|surcharge)\b/,
  service: /\b(service|prestation)\b/,
  hours: /\b(heures?|hours?|temps estime|duree)\b/,
  complexity: /\b(complexite|complexity)\b/,
  revision: /\b(retouches?|revisions?|rounds?)\b/,
} as const

/**
 * What the lists and fields of a board probably mean, by their names in French or English. A field of money is proposed for
 * estimates in its currency alone: it would show 35 % as 35 euros, or euros as dollars.
 * @param userId the account's own user: the assistant, until somebody says otherwise
 * @param currency of the estimates (ISO 4217); null where nobody knows yet whose rules will hold
 */
export function proposeMapping(
  layout: BoardLayout,
  userId: string,
  currency: string | null,
): Omit<Mapping, 'labels'> {
  const statuses = layout.lists.flatMap(({ id, name }) => {
    const status = statusNames.find(([, pattern]) => pattern.test(folded(name)))?.[0]
    return status === undefined ? [] : [{ id, status }]
  })
  const holds = (name: keyof typeof fieldNames, { currency: shown, isPartial }: PlacedField) => {
    if (isPartial && isWritten(name)) return false
    return (
      shown === undefined || (name === 'estimate' && currency !== null && (shown ?? currency) === currency)
    )
  }
  const field = (name: keyof typeof fieldNames, types: readonly MappedField['type'][]) => {
    const found = layout.fields.find(
      (each) => types.includes(each.type) && holds(name, each) && fieldNames[name].test(folded(each.name)),
    )
    if (found === undefined) return {}
    const { id, type, options } = found
    return { [name]: { id, type, ...(options !== undefined && { options }) } }
  }
  return {
    statuses,
    fields: {
      ...field('estimate', ['number', 'text']),
      ...field('surcharge', ['number', 'text']),
      ...field('service', ['choice']),
      ...field('hours', ['number']),
      ...field('complexity', ['choice', 'text']),
      ...field('revision', ['number']),
    },
    services: {},
    assistants: [userId],
  }
}

/** By us, on every task that is judged. */
export const isWritten = (field: string) => field === 'estimate' || field === 'surcharge'

const folded = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
