import type { Adapter, Attempt, ToolModule } from '#model/adapter.ts'
import { AppError, isAppError } from '#model/error.ts'

type Credentials = Readonly<Record<string, string>>

/** Credentials with some changed; an empty one is taken away. */
export function changeCredentials(known: Credentials, given: Credentials): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...known, ...given }).filter(([, value]) => value !== ''))
}

/** @throws AppError REQUEST_INVALID naming each credential that is missing or malformed */
export function checkCredentials(module: ToolModule, credentials: Credentials): Record<string, string> {
  const parsed = module.credentials.safeParse(credentials)
  if (parsed.success) return parsed.data
  const details = parsed.error.issues.map(({ path, message }) => ({
    path: ['body.credentials', ...path].join('.'),
    message,
  }))
  throw new AppError('REQUEST_INVALID', `these are not usable credentials for ${module.tool}`, { details })
}

/**
 * The tool's id of the user whose credentials these are.
 * @throws AppError CREDENTIALS_REFUSED when the tool does not know them, TOOL_* for faults of the tool
 */
export async function userOf(adapter: Adapter, attempt: Attempt): Promise<string> {
  try {
    const { userId } = await adapter.whoAmI(attempt)
    return userId
  } catch (cause) {
    if (!isAppError(cause, 'TOOL_UNAUTHORIZED') && !isAppError(cause, 'TOOL_FORBIDDEN')) throw cause
    const remedy = 'check each of them: a key, a token and a secret look alike'
    const details = [{ path: 'body.credentials', message: cause.message, remedy }]
    throw new AppError('CREDENTIALS_REFUSED', `${adapter.tool} does not accept these credentials`, {
      cause,
      details,
    })
  }
}
