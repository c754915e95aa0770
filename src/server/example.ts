import type { z } from 'zod'

/** The example that a shape gives of itself, for the examples of what it is part of. */
export const exampleOf = (schema: z.ZodType): unknown => schema.meta()?.example
