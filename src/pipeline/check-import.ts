import { type AppError, type ErrorDetail, isAppError } from '#model/error.ts'
import type { Instant } from '#model/task.ts'
import { PolicyCase } from '#policies/cases/case.ts'
import { misfit } from '#policies/cases/misfit.ts'
import { asDocument, checkKept } from '#policies/document.ts'
import { readPolicy } from '#policies/schema.ts'
import type { Everything } from '../store/everything.ts'
import type { MovedPolicy, MovedVersion } from '../store/moved-policies.ts'

/**
 * What is wrong with a document of everything as a whole: every problem at once, by its path. What its parts refer to
 * may be in the document or there already.
 */
export function importProblems(document: Everything, there: Everything, now: Instant): ErrorDetail[] {
  const policies = new Map([...document.policies, ...there.policies].map((policy) => [policy.id, policy]))
  const clients = new Set([...document.clients, ...there.clients].map(({ id }) => id))
  const roles = new Map([...document.boards, ...there.boards].map(({ id, role }) => [id, role]))
  const connections = new Set(document.connections.map(({ id }) => id))
  return [
    ...twice('policies', document.policies),
    ...twice('clients', document.clients),
    ...twice('connections', document.connections),
    ...twice('boards', document.boards),
    ...twice(
      'cases',
      document.policies.flatMap(({ cases }) => cases),
    ),
    ...twice(
      'examples',
      document.policies.flatMap(({ examples }) => examples),
    ),
    ...document.policies.flatMap((policy, index) => policyProblems(policy, `policies.${index}`)),
    ...unkept('clients', document.clients),
    ...unkept('connections', document.connections),
    ...unkept('boards', document.boards),
    ...document.clients.flatMap(({ createdAt: _, ...client }, index) => {
      const path = `clients.${index}`
      const rules = inForce(policies.get(client.policyId), now)
      if (rules === null)
        return [unknown(`${path}.policyId`, `there is no policy ${client.policyId} in force`)]
      const { policy } = readPolicy(rules.document)
      const found = policy === null ? null : misfit(client, policy)
      return found === null ? [] : [unknown(`${path}.${found.what}`, found.en)]
    }),
    ...document.boards.flatMap(({ clientId, connectionId, role, twinBoardId }, index) => [
      ...(twinBoardId === null || (role === 'client' && roles.get(twinBoardId) === 'assistant')
        ? []
        : [
            unknown(
              `boards.${index}.twinBoardId`,
              'a board of a client has its twins on one of the assistant',
            ),
          ]),
      ...(clients.has(clientId)
        ? []
        : [unknown(`boards.${index}.clientId`, `there is no client ${clientId}`)]),
      ...(connections.has(connectionId)
        ? []
        : [unknown(`boards.${index}.connectionId`, `the document has no connection ${connectionId}`)]),
    ]),
  ]
}

function policyProblems({ versions, draft, cases, examples }: MovedPolicy, path: string): ErrorDetail[] {
  const numbers = versions.map(({ version }) => version)
  const isCounted = numbers.every((number, index) => number === index + 1)
  const isBased = draft === null || draft.basedOn === null || numbers.includes(draft.basedOn)
  const revisions = examples.map(({ revision }) => revision)
  return [
    ...(versions.length > 0 || draft !== null ? [] : [unknown(path, 'it has neither a version nor a draft')]),
    ...(isCounted
      ? []
      : [unknown(`${path}.versions`, 'versions are numbered 1, 2, 3 and stand in that order')]),
    ...(isBased ? [] : [unknown(`${path}.draft.basedOn`, 'there is no such version')]),
    ...(new Set(revisions).size === revisions.length
      ? []
      : [unknown(`${path}.examples`, 'two examples have the same revision')]),
    ...versions.flatMap((version, index) => versionProblems(version, `${path}.versions.${index}`)),
    ...unkept(`${path}.cases`, cases),
    ...unkept(`${path}.examples`, examples),
    ...cases.flatMap(({ document }, index) =>
      PolicyCase.safeParse(document).success
        ? []
        : [unknown(`${path}.cases.${index}.document`, 'this is no case of a policy')],
    ),
    ...(draft === null ? [] : refusals(`${path}.draft.source`, () => asDocument(draft.source))),
  ]
}

/** As it judges it must be a policy; as it was written it need only be a document. */
function versionProblems({ document, source }: MovedVersion, path: string): ErrorDetail[] {
  return [
    ...readPolicy(document).problems.map((problem) => ({
      ...problem,
      path: below(`${path}.document`, problem.path),
    })),
    ...refusals(`${path}.source`, () => asDocument(source)),
  ]
}

/** As `PolicyStore.versionAt` has it. */
function inForce(policy: MovedPolicy | undefined, now: Instant): MovedVersion | null {
  const standing = (policy?.versions ?? []).filter(({ cancelledAt }) => cancelledAt === null)
  const byMoment = standing.toSorted(
    (a, b) => a.effectiveAt.localeCompare(b.effectiveAt) || a.version - b.version,
  )
  return byMoment.findLast(({ effectiveAt }) => effectiveAt <= now) ?? byMoment[0] ?? null
}

/** What no database keeps. */
const unkept = (path: string, things: readonly unknown[]) =>
  things.flatMap((thing, index) => refusals(`${path}.${index}`, () => checkKept(thing)))

function twice(path: string, things: readonly { readonly id: string }[]): ErrorDetail[] {
  const ids = things.map(({ id }) => id)
  const doubled = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
  return [...doubled].map((id) => unknown(path, `${id} is there twice`))
}

const unknown = (path: string, message: string): ErrorDetail => ({
  path: below(path),
  message,
  remedy: 'correct the document, or export it anew',
})

/** The details of a refusal, below a path. */
function refusals(path: string, check: () => unknown): ErrorDetail[] {
  try {
    check()
    return []
  } catch (error) {
    if (!isAppError(error)) throw error
    return detailsOf(error).map((detail) => ({ ...detail, path: below(path, detail.path) }))
  }
}

/** A path as the request had it. */
const below = (...path: string[]) => ['body.document', ...path].filter((part) => part !== '').join('.')

const detailsOf = ({ details, message }: AppError): readonly ErrorDetail[] =>
  details.length > 0 ? details : [{ path: '', message }]
