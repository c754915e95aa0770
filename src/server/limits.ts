import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError, isAppError } from '#model/error.ts'

/** Requests a minute that one key may send to the admin API, on each instance. */
const requestsPerKey = 600
/** Requests a minute without a valid key that one address may send, so that guessing and mistakes cost little. */
const failuresPerAddress = 60

const oneMinute = '1 minute'

/**
 * Let in who may come in, and not more often than agreed. Webhooks are not limited: the tools send what they send.
 * @param authenticate throws UNAUTHORIZED for whoever has no valid key
 */
export async function addLimits(
  app: FastifyInstance,
  authenticate: (request: FastifyRequest) => Promise<void>,
): Promise<void> {
  await app.register(rateLimit, {
    max: requestsPerKey,
    timeWindow: oneMinute,
    // Counted after the hook below, so there is an actor.
    keyGenerator: ({ actor, ip }) => actor?.id ?? ip,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
  })
  const fail = app.createRateLimit({
    max: failuresPerAddress,
    timeWindow: oneMinute,
    keyGenerator: ({ ip }) => ip,
  })

  app.addHook('onRequest', async (request) => {
    try {
      await authenticate(request)
    } catch (error) {
      if (!isAppError(error, 'UNAUTHORIZED')) throw error
      const failures = await fail(request)
      throw failures.isAllowed || !failures.isExceeded ? error : tooMany(failures.ttl)
    }
  })
}

const tooMany = (retryAfterMs: number) =>
  new AppError('RATE_LIMITED', 'too many requests: wait as long as Retry-After says', { retryAfterMs })

/** Milliseconds that everything may be late, on average over a sample, before new work is turned away. */
const defaultMaxDelayMs = 1_000
/** The embedded store works in this very process: one slow query of it, which fills a short sample, is no overload. */
const defaultSampleMs = 5_000

/** Turn work away with 503 while the process cannot keep up; whoever sent it sends it again. */
export async function addPressureValve(
  app: FastifyInstance,
  { maxDelayMs = defaultMaxDelayMs, sampleMs = defaultSampleMs } = {},
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: maxDelayMs,
    sampleInterval: sampleMs,
    pressureHandler: (request) => {
      // Whoever watches over the service must hear from it just then.
      if (request.routeOptions.config.alwaysAnswers) return
      throw new AppError('OVERLOADED', 'too much at once: send it again', { retryAfterMs: 5_000 })
    },
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered even when there is too much to do: health and metrics. */
    alwaysAnswers?: boolean
  }
}
