import type { BoardLayout } from '#model/adapter.ts'
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
 * What the lists and fields of a board probably mean, by their names in French or English. Fields of money are left to
 * `provision`, which knows the currency of estimates: nothing else of ours is an amount of money.
 * @param userId the account's own user: the assistant, until somebody says otherwise
 */
export function proposeMapping(layout: BoardLayout, userId: string): Omit<Mapping, 'labels'> {
  const statuses = layout.lists.flatMap(({ id, name }) => {
    const status = statusNames.find(([, pattern]) => pattern.test(folded(name)))?.[0]
    return status === undefined ? [] : [{ id, status }]
  })
  const field = (name: keyof typeof fieldNames, types: readonly MappedField['type'][]) => {
    const found = layout.fields.find(
      (each) => types.includes(each.type) && !each.isMoney && fieldNames[name].test(folded(each.name)),
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

const folded = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
