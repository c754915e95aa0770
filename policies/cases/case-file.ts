import { z } from 'zod'
import { Books, CaseClient, PolicyCase } from './case.ts'

/** Cases that have much in common: `client`, `now` and `account` are those of every case that says nothing else. */
export const CaseFile = z.strictObject({
  policy: z.string(),
  client: CaseClient,
  now: PolicyCase.shape.now.default('2026-11-23T08:00:00.000Z'),
  account: Books.default({}),
  cases: z.array(PolicyCase.extend({ now: PolicyCase.shape.now.optional() })).max(200),
})
export type CaseFile = z.infer<typeof CaseFile>

/** Each case with all that it shares with the others, so that it can stand alone. */
export function casesOf({ client, now, account, cases }: CaseFile): PolicyCase[] {
  return cases.map((each) => ({
    ...each,
    client: { ...client, ...each.client },
    now: each.now ?? now,
    request: { ...each.request, account: { ...account, ...each.request.account } },
  }))
}
