import { AppError } from '#model/error.ts'

/**
 * Says of a failure that nobody could name yet whether it is the database that is away. A network error of a tool is none
 * of these: it was given its name where it happened.
 * @returns STORE_UNAVAILABLE in the place of an INTERNAL that comes of that; every other error as it is
 */
export function namedIfAway(error: AppError): AppError {
  if (error.code !== 'INTERNAL' || !isAway(error.cause)) return error
  return new AppError('STORE_UNAVAILABLE', 'the store does not answer: try again in a moment', {
    cause: error.cause,
  })
}

/**
 * SQLSTATE: no connection, nobody let in, no such database, no room, shut down; 55000 where nobody is to come in. Then the
 * network's own words. A service that runs has been let in before, and asks for nothing else that ends so.
 */
const codes =
  /^(08...|28...|3D...|53...|57P..|55000|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/

/** What node-postgres and Kysely say without a code. */
const words = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'is not queryable',
  'connection has been discarded',
]

function isAway(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false
  return (
    codes.test('code' in cause ? String(cause.code) : '') ||
    words.some((said) => cause.message.includes(said))
  )
}
