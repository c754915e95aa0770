import { z } from 'zod'
import { OptionRequest } from './option.ts'
import { readBody } from './read-body.ts'
import { invalid } from './refusal.ts'
import { type PropertyType, propertyTypes } from './world.ts'

const maxOptions = 100

const Options = z.object({ options: z.array(OptionRequest).max(maxOptions).optional() })

/** A column as `PATCH /data_sources` describes it. What is left out stays as it is. */
export interface PropertyRequest {
  readonly name: string | undefined
  readonly type: PropertyType | undefined
  readonly options: readonly OptionRequest[] | undefined
  readonly format: string | undefined
}

/**
 * Reads one entry of `properties`: a new name, a type given by the key of its settings, or both (reference, "Update
 * data source properties").
 */
export function readPropertyRequest(input: unknown, where: string): PropertyRequest {
  const { name, type: stated } = readBody(
    z.object({ name: z.string().min(1).optional(), type: z.string().optional() }),
    input,
    where,
  )
  const keys = Object.keys(Object(input))
  const type = propertyTypes.find((known) => keys.includes(known))
  if (type === undefined && name === undefined) invalid(`${where} holds no settings that the sandbox knows.`)
  if (stated !== undefined && stated !== type) invalid(`${where}.${stated} should be defined.`)
  const settings: unknown = type === undefined ? {} : Object(input)[type]
  const { options } = readBody(Options, settings, `${where}.${type}`)
  const { format } = readBody(z.object({ format: z.string().optional() }), settings, `${where}.${type}`)
  return { name, type, options, format }
}
