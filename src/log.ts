import { type Logger, pino } from 'pino'

/** Where secrets could stand in an object that is logged. The last net: nothing should log them at all. */
const secretPaths = ['credentials', 'apiKey', 'token', 'secret', 'previousSecret', 'authorization', 'cookie']

/** Structured logs on standard output; `level` as in LOG_LEVEL. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: null,
    redact: { paths: secretPaths.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[secret]' },
  })
}
