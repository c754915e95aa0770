import { type DestinationStream, type Logger, pino } from 'pino'
import { isAppError } from '#model/error.ts'
import { currentRequestId } from './request-id.ts'

/** Where secrets could stand in an object that is logged. The last net: nothing should log them at all. */
const secretPaths = ['credentials', 'apiKey', 'token', 'secret', 'previousSecret', 'authorization', 'cookie']

/**
 * Structured logs, on standard output unless a destination is given; `level` as in LOG_LEVEL. Each line that was
 * written on behalf of a request bears its id.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      mixin: (_line, _level, logger) => {
        const requestId = currentRequestId()
        return requestId === null || 'requestId' in logger.bindings() ? {} : { requestId }
      },
      serializers: { err: shownOf },
      redact: {
        paths: secretPaths.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[secret]',
      },
    },
    destination,
  )
}

/**
 * What is logged of an error. Not its other fields: a database's error bears the row that failed and the query's
 * parameters. Nor what a tool said when it refused, for it may quote a client: the run and the dead letter hold it.
 */
function shownOf(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error
  if (isAppError(error) && error.code.startsWith('TOOL_')) {
    const stack = error.stack?.slice(error.stack.indexOf('\n    at '))
    return { type: error.name, code: error.code, stack }
  }
  const code = 'code' in error ? error.code : undefined
  const cause = error.cause instanceof Error ? shownOf(error.cause) : undefined
  return { type: error.name, code, message: error.message, stack: error.stack, cause }
}
