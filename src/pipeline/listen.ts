import { isDeepStrictEqual } from 'node:util'
import { maySay, type Side } from '#model/answer.ts'
import type { Board } from '#model/board.ts'
import type { LabelKey } from '#model/decision.ts'
import { isAppError } from '#model/error.ts'
import type { Instant, Status } from '#model/task.ts'
import type { Step } from '#policies/answers/terms.ts'
import { scopeCodes } from '#policies/rules/ruling.ts'
import type { AnswerStore } from '../store/answers.ts'
import type { Also } from '../store/database.ts'
import { createHearing } from '../store/hearing.ts'
import { type AnswerDeps, type Given, type Reply, recordAnswer } from './answer.ts'
import { order } from './order.ts'
import type { Request } from './pair.ts'
import { givenByLabel, type Heard, isAsked, remarksIn } from './spoken.ts'

export interface ListenDeps extends AnswerDeps {
  readonly answers: AnswerStore
}

/** A request about which somebody has said something. */
export type Answerable = Pick<Request, 'context' | 'decision'>

/** That something was moved: no tool tells when, only that it stood elsewhere yet at a moment. */
export interface Move {
  readonly to: Status
  readonly since: Instant
}

const isScopeCode = (label: LabelKey) => scopeCodes.some((code) => code === label)

export type Listen = ReturnType<typeof createListen>

/**
 * Take what people say under a request for the answers that they are: each is recorded once, with who said it and when,
 * and the request is looked at again. What cannot be (a price to accept that is no longer shown) is let be.
 */
export function createListen(deps: ListenDeps) {
  const hearing = createHearing(deps.db)

  /** @returns whether it is an answer now */
  const record = (reply: Reply, also?: Also<unknown>) => isTaken(recordAnswer(reply, deps, also))

  async function isTaken(telling: Promise<unknown>): Promise<boolean> {
    try {
      await telling
      return true
    } catch (error) {
      // Said too late or about nothing: the comment stays what it is, a comment, and so does the label.
      if (!isAppError(error, 'CONFLICT') && !isAppError(error, 'REQUEST_INVALID')) throw error
      return false
    }
  }

  /**
   * Clients are asked nothing on a board on which nothing is said. And who agrees has seen what they agree to: the price
   * that they get stood there at the latest moment before they said so.
   */
  async function isOfWhatWasShown(
    side: Side,
    { kind }: Pick<Given, 'kind'>,
    { context: { id, board }, decision: { price } }: Answerable,
    moment: Instant,
  ): Promise<boolean> {
    if (side === 'client' && board.mode !== 'apply') return false
    return kind !== 'accept' || isDeepStrictEqual(await hearing.priceShownAt(id, moment), price)
  }

  return {
    /**
     * Each comment is heard once, in its order: what answers nothing as the request stands is talk from then on, whatever
     * is asked later. What comes after an answer is heard by the next look, to which the answer will have made its
     * difference.
     * @returns whether all has been heard
     * @throws AppError STORE_*
     */
    async toComments(heard: Heard, request: Request): Promise<boolean> {
      const remarks = remarksIn(heard, request)
      if (remarks.length === 0) return true
      const { id, facts } = request.context
      const { talk, revision } = await hearing.known(id)
      const answered = (await deps.answers.list(id)).map(({ sourceId }) => sourceId)
      const known = new Set([...talk, ...answered])
      const fresh = remarks.filter(({ reply }) => !known.has(reply.sourceId))
      if (fresh.length === 0) return true
      // Something was told meanwhile, by which they have to be understood.
      if (revision !== facts.revision) return false
      const idle: string[] = []
      let isRecorded = false
      for (const { reply, saidAt, isAsked: waits } of fresh) {
        if (waits && (await isOfWhatWasShown(reply.side, reply.given, request, saidAt)))
          isRecorded = await record(reply)
        else idle.push(reply.sourceId)
        if (isRecorded) break
      }
      if (idle.length > 0) await hearing.takeAsTalk(id, idle)
      return !isRecorded
    },

    /** What time does about a question that nobody has answered. @throws AppError STORE_* */
    async toTime(taskId: string, { question, kind, at }: Step): Promise<void> {
      const author = { id: 'cadre', name: 'Cadre' }
      const sourceId = `time:${question}:${kind}:${at}`
      await record({ taskId, side: 'assistant', author, via: 'time', given: { kind, question }, sourceId })
    },

    /**
     * A request was moved on a board, or its twin was: what that says, if the mapping says that it says something and
     * the request waits for it.
     * @param keep that it was heard, in the transaction of its answer: no move is a source that is known again
     * @throws AppError STORE_*
     */
    async toMove(
      request: Answerable,
      { to, since }: Move,
      { role, mapping }: Pick<Board, 'role' | 'mapping'>,
      name: string,
      keep?: Also<unknown>,
    ): Promise<void> {
      const kind = mapping.answers?.[to]
      if (kind === undefined || !maySay(role, kind) || !isAsked(kind, role, request)) return
      if (!(await isOfWhatWasShown(role, { kind }, request, since))) return
      const reply = {
        taskId: request.context.id,
        side: role,
        via: 'status',
        given: { kind },
        sourceId: null,
      } as const
      await record({ ...reply, author: { id: 'board', name } }, keep)
    },

    /**
     * Labels of ours that the assistant has just put on a twin: what the request waits for is answered. A verdict on scope
     * that no answer says is ordered for the request, as if she had put it there.
     * @param keep that they were heard, in the transaction of the last one: no label is a source that is known again
     * @throws AppError STORE_*
     */
    async toLabels(request: Request, labels: readonly LabelKey[], keep: Also<unknown>): Promise<void> {
      const side: Side = 'assistant'
      const author = { id: 'twin', name: side }
      const { id: taskId } = request.context
      for (const label of labels) {
        const given = givenByLabel(label)
        const wish = { kind: 'override', label, change: 'added' } as const
        const also = label === labels.at(-1) ? keep : async () => {}
        if (given === null && isScopeCode(label)) await isTaken(order({ taskId, author, wish }, also, deps))
        if (given !== null && isAsked(given.kind, side, request))
          await record({ taskId, side, author, via: 'label', given, sourceId: null }, also)
      }
    },
  }
}
