import { z } from 'zod'
import { AppError } from '#model/error.ts'
import { asDocument } from '#policies/document.ts'
import { parsePolicy } from '#policies/schema.ts'
import type { RulesChoice } from '../pipeline/tried-rules.ts'
import { Source } from './policy-schemas.ts'

/** How a body names the rules to try. */
export const RulesFields = {
  version: z.int().positive().max(1_000_000).optional().meta({ description: 'A published version' }),
  draft: z.boolean().optional().meta({ description: 'true: the draft of the policy' }),
  document: Source.optional().meta({ description: 'A document that nobody has saved' }),
}

interface Named {
  readonly version?: number | undefined
  readonly draft?: boolean | undefined
  readonly document?: Readonly<Record<string, unknown>> | undefined
}

/**
 * The rules that a request names, at most one way.
 * @param otherwise what is meant when none are named
 * @throws AppError REQUEST_INVALID, POLICY_INVALID
 */
export function rulesChoice<PolicyId extends string | null>(
  { version, draft, document }: Named,
  policyId: PolicyId,
  otherwise: 'in-force' | 'draft',
): RulesChoice & { readonly policyId: PolicyId } {
  const named = [version !== undefined, draft === true, document !== undefined].filter(Boolean)
  if (named.length > 1) throw refused('version', 'give one of version, draft and document')
  if (document !== undefined)
    return { policyId, state: 'document', document: parsePolicy(asDocument(document)) }
  if (policyId === null) throw refused('policyId', 'is required unless a client or a document is given')
  return { policyId, state: version ?? (draft === true ? 'draft' : otherwise) }
}

/** Something that contradicts itself, or says too little. */
export function refused(field: string, message: string): AppError {
  return new AppError('REQUEST_INVALID', 'the request is not valid', {
    details: [{ path: `body.${field}`, message }],
  })
}
