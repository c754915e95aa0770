import { nameOf } from '../documents/words.ts'
import type { Policy, Service } from '../schema.ts'
import { type Change, changeOf, type Difference, type Sides } from './change.ts'

const words = {
  fr: {
    added: {
      included: (name: string) => `Nouvelle prestation incluse : ${name}.`,
      quote: (name: string) => `Nouvelle prestation sur devis : ${name}.`,
      excluded: (name: string) => `Nouvelle prestation exclue : ${name}.`,
    },
    removed: (name: string) => `Prestation retirée du catalogue : ${name}.`,
    kinds: { included: 'incluse', quote: 'sur devis', excluded: 'exclue' },
    kind: (name: string, before: string, after: string) =>
      `${name}, ${before} jusqu'ici, est désormais ${after}.`,
    about: (name: string, sentence: string) => `${name} : ${sentence}`,
  },
  en: {
    added: {
      included: (name: string) => `New included service: ${name}.`,
      quote: (name: string) => `New service on quote: ${name}.`,
      excluded: (name: string) => `New excluded service: ${name}.`,
    },
    removed: (name: string) => `Service taken out of the catalogue: ${name}.`,
    kinds: { included: 'included', quote: 'on quote', excluded: 'excluded' },
    kind: (name: string, before: string, after: string) => `${name}, ${before} until now, is now ${after}.`,
    about: (name: string, sentence: string) => `${name}: ${sentence}`,
  },
} as const

/**
 * What changes about the services, which are known by their id wherever they stand.
 * @param compare finds what differs below a path
 */
export function serviceChanges(sides: Sides, compare: (difference: Difference) => Change[]): Change[] {
  const { language } = sides
  const said = words[language]
  const [from, to] = [byId(sides.before), byId(sides.after)]
  const ids = [...new Set([...from.keys(), ...to.keys()])]
  return ids.flatMap((id) => {
    const [before, after] = [from.get(id), to.get(id)]
    const path = `services.${id}`
    const name = nameIn(before, after, sides)
    if (before === undefined && after !== undefined)
      return [changeOf({ path, before, after }, said.added[after.kind](name))]
    if (after === undefined || before === undefined)
      return [changeOf({ path, before, after }, said.removed(name))]
    const { kind: kindBefore, ...restBefore } = before
    const { kind: kindAfter, ...restAfter } = after
    const kind = { path: `${path}.kind`, before: kindBefore, after: kindAfter }
    const rest = compare({ path, before: restBefore, after: restAfter })
    return [
      ...(kindBefore === kindAfter
        ? []
        : [changeOf(kind, said.kind(name, said.kinds[kindBefore], said.kinds[kindAfter]))]),
      ...rest.map((change) => ({ ...change, words: said.about(name, uncapitalized(change.words)) })),
    ]
  })
}

/** Within a sentence. */
const uncapitalized = (text: string) => text.charAt(0).toLocaleLowerCase('fr') + text.slice(1)

const byId = ({ services }: Policy) => new Map(services.map((service) => [service.id, service]))

function nameIn(before: Service | undefined, after: Service | undefined, sides: Sides): string {
  const [service, policy] = after === undefined ? [before, sides.before] : [after, sides.after]
  return service === undefined ? '' : nameOf(service.name, policy, sides.language)
}
