/**
 * When a failed job should be tried again.
 * - `never`: a repeat cannot help; the job goes to the dead letter, where a person sees it.
 * - `backoff`: a repeat may help; the queue waits longer each time.
 * - `after`: a repeat helps once `retryAfterMs` have passed; it does not count as an attempt.
 */
export type Retry = 'never' | 'backoff' | 'after'

/** Every failure Cadre can report. `status` is the HTTP status the admin API answers with. */
export const errorCodes = {
  CONFIG_INVALID: { status: 500, retry: 'never' },
  SECRET_KEY_INVALID: { status: 500, retry: 'never' },
  STORE_LOCKED: { status: 500, retry: 'never' },
  STORE_MOVED: { status: 500, retry: 'never' },
  STORE_DAMAGED: { status: 500, retry: 'never' },
  BACKUP_INVALID: { status: 500, retry: 'never' },
  STORE_UNAVAILABLE: { status: 503, retry: 'backoff' },
  INTERNAL: { status: 500, retry: 'backoff' },
  RUN_INTERRUPTED: { status: 500, retry: 'backoff' },

  // Nothing of ours answers there; said by the command line alone.
  SERVICE_UNREACHABLE: { status: 503, retry: 'backoff' },
  UNAUTHORIZED: { status: 401, retry: 'never' },
  FORBIDDEN: { status: 403, retry: 'never' },
  NOT_FOUND: { status: 404, retry: 'never' },
  CONFLICT: { status: 409, retry: 'never' },
  PRECONDITION_FAILED: { status: 412, retry: 'never' },
  PRECONDITION_REQUIRED: { status: 428, retry: 'never' },
  REQUEST_INVALID: { status: 400, retry: 'never' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, retry: 'never' },
  REQUEST_IN_PROGRESS: { status: 409, retry: 'after' },
  OVERLOADED: { status: 503, retry: 'after' },
  CREDENTIALS_REFUSED: { status: 422, retry: 'never' },
  POLICY_INVALID: { status: 422, retry: 'never' },
  POLICY_CASES_FAILED: { status: 422, retry: 'never' },
  POLICY_IMPACT_TOO_LARGE: { status: 422, retry: 'never' },
  PUBLIC_URL_MISSING: { status: 409, retry: 'never' },

  WEBHOOK_SIGNATURE_INVALID: { status: 403, retry: 'never' },
  WEBHOOK_BODY_INVALID: { status: 400, retry: 'never' },
  BODY_TOO_LARGE: { status: 413, retry: 'never' },
  HEADERS_TOO_LARGE: { status: 431, retry: 'never' },
  REQUEST_TOO_SLOW: { status: 408, retry: 'backoff' },
  MEDIA_TYPE_UNSUPPORTED: { status: 415, retry: 'never' },
  RATE_LIMITED: { status: 429, retry: 'after' },

  TOOL_UNAUTHORIZED: { status: 502, retry: 'never' },
  TOOL_FORBIDDEN: { status: 502, retry: 'never' },
  // What was there a moment ago: the next look tells whether it is gone.
  TOOL_NOT_FOUND: { status: 502, retry: 'backoff' },
  TOOL_REJECTED: { status: 502, retry: 'never' },
  TOOL_MAPPING_STALE: { status: 502, retry: 'backoff' },
  TOOL_RATE_LIMITED: { status: 503, retry: 'after' },
  TOOL_UNAVAILABLE: { status: 502, retry: 'backoff' },
  TOOL_TIMEOUT: { status: 504, retry: 'backoff' },
  TOOL_RESPONSE_INVALID: { status: 502, retry: 'backoff' },
} as const satisfies Record<string, { status: number; retry: Retry }>

export type ErrorCode = keyof typeof errorCodes

export interface AppErrorOptions {
  readonly cause?: unknown
  /** With `retry: 'after'`: how long to wait, in milliseconds. */
  readonly retryAfterMs?: number
  /** Facts for the reader: paths, remedies, counts. Never a secret, never a client's text. */
  readonly details?: readonly ErrorDetail[]
}

/** One thing that is wrong with what was sent: where, what, and what to do about it. */
export interface ErrorDetail {
  readonly path: string
  readonly message: string
  readonly remedy?: string
  /** The same in French, where a person reads it rather than a program. */
  readonly fr?: { readonly message: string; readonly remedy: string }
}

/** The one failure class. Callers test `code`, never the class of a library or a message. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly status: number
  readonly retry: Retry
  readonly retryAfterMs: number | undefined
  readonly details: readonly ErrorDetail[]

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.status = errorCodes[code].status
    this.retry = errorCodes[code].retry
    this.retryAfterMs = options.retryAfterMs
    this.details = options.details ?? []
  }
}

/** Is this failure ours, and (if asked) of this code? */
export function isAppError(error: unknown, code?: ErrorCode): error is AppError {
  return error instanceof AppError && (code === undefined || error.code === code)
}

/** A failure that may be anybody's as one of ours: what is not says `INTERNAL` and `message`. */
export const asAppError = (cause: unknown, message: string): AppError =>
  isAppError(cause) ? cause : new AppError('INTERNAL', message, { cause })
