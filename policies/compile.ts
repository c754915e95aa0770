import type { Client } from '#model/board.ts'
import { type Calendar, compileCalendar } from './calendar.ts'
import {
  type AnsweredMessages,
  compileAnswered,
  compileMessages,
  type Messages,
} from './messages/compile-messages.ts'
import { workingHoursOf } from './schema/hours.ts'
import type { Kind, Need } from './schema/services.ts'
import type { Policy } from './schema.ts'
import type { Example } from './scope/catalogue.ts'
import { buildScopeModel, type ScopeModel } from './scope/scope-model.ts'
import { type PhraseIndex, writtenPhraseIndex } from './text/phrase.ts'
import { compileMarkers, type Markers } from './urgency/markers.ts'

/** A published version of a policy, made ready to judge the requests of clients who are spoken to in one way. */
export interface CompiledPolicy {
  readonly id: string
  readonly version: number
  readonly document: Policy
  readonly language: Client['language']
  readonly address: Client['address']
  /** IANA zone in which the client reads dates. */
  readonly timeZone: string
  /** Service names in the client's language, by id. */
  readonly names: ReadonlyMap<string, string>
  /** Kinds of the services, by id. */
  readonly kinds: ReadonlyMap<string, Kind>
  /** Reads which service a text asks for. */
  readonly scope: ScopeModel
  /** Which state of the learnt examples `scope` was built with. */
  readonly examplesRevision: number
  /** Null when the policy has no hours: then nothing is ever closed. */
  readonly calendar: Calendar | null
  readonly markers: Markers
  /** By what words something that a service needs is known to be there. */
  readonly needWords: ReadonlyMap<Need, PhraseIndex>
  readonly messages: Messages
  readonly answered: AnsweredMessages
}

/** What it takes to compile a policy beside its document. */
export interface Compilation {
  readonly id: string
  readonly version: number
  /** What people's corrections have taught about this policy, oldest first, and which state of them this is. */
  readonly examples?: readonly Example[]
  readonly examplesRevision?: number
}

/**
 * Do once what judging needs again and again.
 * @param document as `parsePolicy` or `effectivePolicy` gave it
 */
export function compilePolicy(
  document: Policy,
  { id, version, examples = [], examplesRevision = 0 }: Compilation,
  { language, address, timeZone }: Pick<Client, 'language' | 'address' | 'timeZone'>,
): CompiledPolicy {
  const { services, hours } = document
  return {
    id,
    version,
    document,
    language,
    address,
    timeZone,
    names: new Map(services.map(({ id, name }) => [id, name[language] ?? name[document.language] ?? id])),
    kinds: new Map(services.map((service) => [service.id, service.kind])),
    scope: buildScopeModel(services, examples, document.language),
    examplesRevision,
    calendar: hours === undefined ? null : compileCalendar(workingHoursOf(hours)),
    needWords: new Map(
      services.flatMap((service) =>
        service.needs.map(
          (need) => [need, writtenPhraseIndex([...need.words.fr, ...need.words.en])] as const,
        ),
      ),
    ),
    markers: compileMarkers(document.urgency.markers),
    messages: compileMessages(document.messages.templates, language, address),
    answered: compileAnswered(language, address),
  }
}
