import { z } from 'zod'
import type { Client } from '#model/board.ts'
import { Identifier, Moment } from '../schemas.ts'

const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone such as Europe/Paris')

const example = {
  name: 'Claire',
  language: 'fr',
  address: 'tu',
  timeZone: 'Europe/Paris',
  policyId: 'my-rules',
  plan: null,
  terms: { billing: { hourlyRate: 40 } },
  acceptedAt: '2026-11-02T09:00:00.000Z',
} as const

const fields = {
  name: z.string().min(1).max(200),
  language: z.enum(['fr', 'en']),
  address: z.enum(['tu', 'vous']).meta({ description: 'How to address them in French' }),
  timeZone: timeZone.meta({ description: 'IANA; dates are shown to them in it' }),
  policyId: Identifier,
  plan: z.string().nullable().meta({ description: "One of the policy's plans" }),
  terms: z.record(z.string(), z.unknown()).meta({
    description:
      'What was agreed with this client alone, in the shape of the policy; services by their id: `{"billing": {"hourlyRate": 40}}`',
  }),
  acceptedAt: Moment.nullable().meta({
    description: 'When they accepted your terms; some policies want that before anything is done',
  }),
}

export const ClientView = z
  .object({ id: z.string(), ...fields })
  .meta({ id: 'Client', example: { id: 'cli_3Zk0Qb7NfXr1aLwe', ...example } })

/** A new client. What is left out is as with the client named by `like`, or else as stated. */
export const NewClient = z
  .strictObject({
    name: fields.name,
    like: Identifier.optional().meta({
      description: 'The client whose set-up is copied; not their name, nor that they accepted your terms',
    }),
    language: fields.language.optional().meta({ description: 'Required without `like`' }),
    address: fields.address.optional().meta({ description: '`vous`, unless somebody says otherwise' }),
    timeZone: fields.timeZone.optional().meta({ description: 'IANA; `Europe/Paris`, unless said otherwise' }),
    policyId: Identifier.optional().meta({ description: 'Required without `like`' }),
    plan: fields.plan.optional(),
    terms: fields.terms.optional(),
    acceptedAt: fields.acceptedAt.optional(),
  })
  .meta({ example })
export type NewClient = z.infer<typeof NewClient>

export const ClientChange = z
  .strictObject({
    name: fields.name.optional(),
    language: fields.language.optional(),
    address: fields.address.optional(),
    timeZone: fields.timeZone.optional(),
    policyId: fields.policyId.optional(),
    plan: fields.plan.optional(),
    terms: fields.terms.optional(),
    acceptedAt: fields.acceptedAt.optional(),
  })
  .meta({ example: { address: 'tu', acceptedAt: '2026-11-02T09:00:00.000Z' } })

/** The fields that somebody gave. */
export function given<T extends object>(fields: T): { [name in keyof T]?: Exclude<T[name], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [name in keyof T]?: Exclude<T[name], undefined> }
}

/** What is shown of a client. */
export const viewClient = (client: Client): z.infer<typeof ClientView> => ClientView.parse(client)

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}
