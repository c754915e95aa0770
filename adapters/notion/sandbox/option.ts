import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { invalid } from './refusal.ts'
import type { Option } from './world.ts'

/** The colors of options (specification, `selectColor`). */
const optionColors = [
  'default',
  'gray',
  'brown',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'red',
] as const

/** An option as requests name it: by id, by name, or both. */
export const OptionRequest = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  color: z.enum(optionColors).optional(),
  description: z.string().nullish(),
})
export type OptionRequest = z.infer<typeof OptionRequest>

/** Finds what a request names: the id wins. An unknown id is refused, an unknown name is undefined. */
export function findOption(options: readonly Option[], { id, name }: OptionRequest): Option | undefined {
  if (id !== undefined) {
    return options.find((option) => option.id === id) ?? invalid(`${id} is an invalid select option.`)
  }
  if (name === undefined || name === '') invalid('Invalid select option: no id and no name.')
  return options.find((option) => option.name === name)
}

/** A new option, not yet in any schema. Notion picks a color where none is asked for. */
export function newOption({ name = '', color }: OptionRequest, index: number): Option {
  requireOptionName(name)
  const picked = optionColors[(index % (optionColors.length - 1)) + 1] ?? 'default'
  return { id: randomUUID(), name, color: color ?? picked }
}

/** Commas separate options where people type them, so no name may hold one. */
export function requireOptionName(name: string): void {
  if (name === '') invalid('Invalid select option: the name is empty.')
  if (name.includes(',')) invalid(`Invalid select option, commas not allowed: ${name}`)
}
