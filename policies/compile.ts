import type { Client } from '#model/board.ts'
import { compileMessages, type Messages } from './messages/compile-messages.ts'
import type { Policy } from './schema.ts'
import { type KeywordIndex, keywordIndex } from './scope/keyword-index.ts'
import type { Kind } from './scope/match.ts'
import { compileMarkers, type Markers } from './urgency/markers.ts'

/** A published version of a policy, made ready to judge the requests of clients who are spoken to in one way. */
export interface CompiledPolicy {
  readonly id: string
  readonly version: number
  readonly document: Policy
  readonly language: Client['language']
  /** IANA zone in which the client reads dates. */
  readonly timeZone: string
  /** Service names in the client's language, by id. */
  readonly names: ReadonlyMap<string, string>
  /** Kinds of the services, by position in the catalogue. */
  readonly kinds: readonly Kind[]
  readonly keywords: KeywordIndex
  readonly markers: Markers
  readonly messages: Messages
}

/**
 * Do once what judging needs again and again.
 * @param document as `parsePolicy` gave it
 */
export function compilePolicy(
  document: Policy,
  { id, version }: { readonly id: string; readonly version: number },
  { language, address, timeZone }: Pick<Client, 'language' | 'address' | 'timeZone'>,
): CompiledPolicy {
  const { services } = document
  return {
    id,
    version,
    document,
    language,
    timeZone,
    names: new Map(services.map(({ id, name }) => [id, name[language] ?? name[document.language] ?? id])),
    kinds: services.map((service) => service.kind),
    keywords: keywordIndex(services),
    markers: compileMarkers(document.urgency.markers),
    messages: compileMessages(document.messages.templates, language, address),
  }
}
