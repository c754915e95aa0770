import { sql } from 'kysely'

/** By which policy a task is judged: what `judgingPolicyId` in the pipeline says of one, for `tasks` joined with `clients`. */
export const judgingPolicy = sql<string>`coalesce(
  tasks.facts ->> 'policyId',
  tasks.facts -> 'standIn' ->> 'policyId',
  CASE WHEN (tasks.facts -> 'assigned' ->> 'fits')::boolean THEN tasks.facts -> 'assigned' ->> 'policyId' END,
  clients.policy_id)`
