import type { z } from 'zod'
import type { Instant } from '#model/task.ts'
import { reviewPolicy } from '#policies/review.ts'
import type { Draft } from '../pipeline/policy-drafts.ts'
import type { PolicyVersion } from '../store/policies.ts'
import { etagOf } from './etag.ts'
import type { VersionSummary } from './policy-schemas.ts'

type State = z.infer<typeof VersionSummary>['state']

/** A draft as the API shows it: with all there is to say about it before it is published. */
export function draftView(draft: Draft, now: Instant) {
  const { isPublishable, problems, warnings } = reviewPolicy(draft.source, now)
  return { ...draft, isPublishable, problems: [...problems], warnings: [...warnings] }
}

/** Another tag whenever somebody edits the draft, or another version comes into force under it. */
export function draftTag({ source, basedOn, inForce }: Draft): string {
  return etagOf({ source, basedOn, inForce })
}

/** A version in a list. @param inForce the number of the one in force now */
export function versionSummary(version: PolicyVersion, inForce: number, now: Instant) {
  const { id, version: number, document, effectiveAt, publishedAt, note } = version
  return {
    ...{ id, version: number, name: document.name, effectiveAt, publishedAt, note },
    state: stateOf(version, inForce, now),
  }
}

function stateOf({ version, effectiveAt, cancelledAt }: PolicyVersion, inForce: number, now: Instant): State {
  if (version === inForce) return 'in-force'
  if (cancelledAt !== null) return 'cancelled'
  return effectiveAt > now ? 'pending' : 'past'
}
