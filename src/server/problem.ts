import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError, type ErrorCode, errorCodes, isAppError } from '#model/error.ts'
import { namedIfAway } from '../store/away.ts'

/** RFC 9457, with our stable `code` and, for bad input, every problem at once. */
export const Problem = z
  .object({
    type: z.string().meta({ example: 'about:blank' }),
    title: z.string().meta({ description: 'What kind of problem, in words' }),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; for machines', example: 'REQUEST_INVALID' }),
    detail: z.string(),
    instance: z.string().meta({ description: 'The request id, as it stands in the logs' }),
    errors: z
      .array(
        z.object({
          path: z.string().meta({
            description:
              'Where: in the request, as `body.language`, `querystring.limit`, `params.taskId` or `headers.if-match`; in rules, the path within their document, as `billing.hourlyRate`; otherwise what is in the way, as `clients.cli_1`',
          }),
          message: z.string(),
          remedy: z.string().optional(),
          fr: z.object({ message: z.string(), remedy: z.string() }).optional(),
        }),
      )
      .optional()
      .meta({ description: 'Where the input is wrong, why, and what to do' }),
  })
  .meta({
    id: 'Problem',
    example: {
      type: 'about:blank',
      title: 'Bad request',
      status: 400,
      code: 'REQUEST_INVALID',
      detail: 'the request is not valid',
      instance: '5f0c9d2e-8a1b-4c7d-9e3f-2a10b4c8d6e1',
      errors: [{ path: 'body.language', message: 'is required', remedy: 'say `fr` or `en`' }],
    },
  })
export type Problem = z.infer<typeof Problem>

/** The problems that any route of the admin API may answer with. */
export const problems = { 400: Problem, 401: Problem, 403: Problem, 429: Problem, 500: Problem, 503: Problem }

/** What kind of problem a status is, in words. */
export const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Not allowed',
  404: 'Not found',
  408: 'Too slow',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not valid',
  428: 'Say what you have read',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Internal error',
  502: 'The tool did not do it',
  503: 'Not available now',
  504: 'The tool did not answer',
}

/** Turn any failure into a problem document. The inner life of an unexpected one stays in the log. */
export function answerProblem(
  error: FastifyError | AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const known = namedIfAway(asAppError(error))
  if (known.code === 'INTERNAL') request.log.error({ err: error, code: known.code }, 'request failed')
  else if (known.status >= 500) request.log.warn({ err: known, code: known.code }, 'request refused')
  if (known.status === 401) void reply.header('www-authenticate', 'Bearer realm="cadre"')
  if (known.retryAfterMs !== undefined) void reply.header('retry-after', Math.ceil(known.retryAfterMs / 1000))
  // What is left of it is not read, and would stand where the next request is looked for.
  if (known.status === 413) void reply.header('connection', 'close')
  void reply.code(known.status).type('application/problem+json').send(problemOf(known, request.id))
}

/** What is told of a failure; `instance` is the request's id. */
export function problemOf(error: AppError, instance: string): Problem {
  return {
    type: 'about:blank',
    title: titles[error.status] ?? 'Error',
    status: error.status,
    code: error.code,
    detail:
      error.code === 'INTERNAL'
        ? 'something went wrong here; the request id leads to the log'
        : error.message,
    instance,
    ...(error.details.length > 0 && { errors: [...error.details] }),
  }
}

/** Fastify's own refusals, by status. */
const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  413: 'BODY_TOO_LARGE',
  // No id is that long.
  414: 'NOT_FOUND',
  415: 'MEDIA_TYPE_UNSUPPORTED',
  429: 'RATE_LIMITED',
}

function asAppError(error: FastifyError | AppError): AppError {
  if (isAppError(error)) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const details = error.validation.map(({ instancePath, message }) => ({
      path: [error.validationContext, ...instancePath.split('/').filter(Boolean)].join('.'),
      message: message?.includes('received undefined') ? 'is required' : (message ?? 'is not valid'),
    }))
    return new AppError('REQUEST_INVALID', 'the request is not valid', { details, cause: error })
  }
  const status = error.statusCode ?? 500
  const code = byStatus[status] ?? (status < 500 ? 'REQUEST_INVALID' : 'INTERNAL')
  return new AppError(code, status < 500 ? error.message : errorCodes[code].status.toString(), {
    cause: error,
  })
}
