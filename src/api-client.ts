import { z } from 'zod'
import { AppError } from '#model/error.ts'

/** Speaks with a running service by its own API; for the command line. */
export interface ApiClient {
  /** @throws AppError UNAUTHORIZED, STORE_UNAVAILABLE when nobody answers, INTERNAL for what the API refuses */
  get<T>(path: string, shape: z.ZodType<T>): Promise<T>
}

const Refusal = z.object({ code: z.string(), detail: z.string() })

/** @param url of the service, e.g. `http://127.0.0.1:3000` */
export function createApiClient(url: string, key: string | undefined): ApiClient {
  return {
    async get(path, shape) {
      if (key === undefined) throw new AppError('UNAUTHORIZED', 'set CADRE_ADMIN_KEY to a key of the API')
      const response = await send(`${url}/api/v1${path}`, key)
      const body: unknown = await response.json()
      if (response.ok) return shape.parse(body)
      const { code, detail } = Refusal.parse(body)
      throw new AppError(response.status === 401 ? 'UNAUTHORIZED' : 'INTERNAL', `${detail} (${code})`)
    },
  }
}

async function send(url: string, key: string): Promise<Response> {
  try {
    return await fetch(url, { headers: { authorization: `Bearer ${key}` } })
  } catch (cause) {
    throw new AppError('STORE_UNAVAILABLE', `no service answers at ${url}: is it running?`, { cause })
  }
}
