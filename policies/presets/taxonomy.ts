import { z } from 'zod'
import { Id } from '../schema/fields.ts'
import { Service } from '../schema/services.ts'
import document from './taxonomy.json' with { type: 'json' }

/** A service of the trade that nobody has decided about: with a `kind`, it is an entry of a policy's catalogue. */
const Entry = Service.omit({ kind: true })
export type TaxonomyEntry = z.infer<typeof Entry>

const packNames = ['webmarketing', 'coach-therapist', 'admin-tpe', 'agency', 'usual-exclusions'] as const

const Taxonomy = z.strictObject({
  services: z.array(Entry),
  packs: z.record(z.enum(packNames), z.array(Id).readonly()).readonly(),
})

const parsed = Taxonomy.parse(document)

/** What virtual assistants do, sixty services in both languages, to put a catalogue together from. */
export const taxonomy: readonly TaxonomyEntry[] = parsed.services

/** Ids of services that usually go together; those of `usual-exclusions` are what most assistants leave to others. */
export const packs: Readonly<Record<(typeof packNames)[number], readonly string[]>> = parsed.packs
