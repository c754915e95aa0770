import type { Pool } from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'

/** Limits that all instances on one PostgreSQL count together; they share the tools' tokens too. */
export function createSharedLimits(pool: Pool) {
  return ({
    name,
    points,
    seconds,
  }: {
    readonly name: string
    readonly points: number
    readonly seconds: number
  }) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    })
}
