import { z } from 'zod'
import { parseShape, refusalOf } from '../http.ts'

const Made = z.object({ id: z.string() })

/**
 * Make something in Notion. A 503 may come after the deed: then Notion names what it has made (status codes page).
 * @param what names the answer in an error
 * @returns its id
 */
export async function made(what: string, make: () => Promise<unknown>): Promise<string> {
  try {
    return parseShape(Made, await make(), what).id
  } catch (error) {
    const committed = committedId(error)
    if (committed === null) throw error
    return committed
  }
}

function committedId(error: unknown): string | null {
  const refusal = refusalOf(error)
  if (refusal?.status !== 503) return null
  return /"committed_resource_id"\s*:\s*"([0-9a-f-]{32,36})"/i.exec(refusal.text)?.[1] ?? null
}
