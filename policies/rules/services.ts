import type { Finding } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'
import type { Service } from '../schema.ts'

/** Ids of the services that findings are about, the main one first. */
export function serviceIdsOf(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ evidence }) => (Array.isArray(evidence.services) ? evidence.services : []))
}

/** Is it work beside what was agreed: on quote, or not done at all? It takes nothing from hours paid in advance. */
export const isBesideAgreed = (found: readonly Finding[]) =>
  found.some(({ code }) => code === 'quote_needed' || code === 'out_of_scope')

/** Has each of them a price of its own, so that no hours count? */
export const areFixed = (services: readonly Service[]) =>
  services.length > 0 && services.every(({ price }) => price !== undefined)

/** The services that findings are about, in the order of the catalogue. */
export function servicesOf({ document }: CompiledPolicy, findings: readonly Finding[]): Service[] {
  const ids = serviceIdsOf(findings)
  return document.services.filter(({ id }) => ids.includes(id))
}
