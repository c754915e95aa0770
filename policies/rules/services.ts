import type { Finding } from '#model/decision.ts'
import type { CompiledPolicy } from '../compile.ts'
import type { Service } from '../schema.ts'

/** Ids of the services that findings are about, the main one first. */
export function serviceIdsOf(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ evidence }) => (Array.isArray(evidence.services) ? evidence.services : []))
}

/** The services that findings are about, in the order of the catalogue. */
export function servicesOf({ document }: CompiledPolicy, findings: readonly Finding[]): Service[] {
  const ids = serviceIdsOf(findings)
  return document.services.filter(({ id }) => ids.includes(id))
}
