import { maySay, type Side } from '#model/answer.ts'
import type { Board } from '#model/board.ts'
import type { LabelKey } from '#model/decision.ts'
import { isAppError } from '#model/error.ts'
import type { Status } from '#model/task.ts'
import type { Step } from '#policies/answers/terms.ts'
import type { AnswerStore } from '../store/answers.ts'
import { type AnswerDeps, type Reply, recordAnswer } from './answer.ts'
import type { Context } from './context.ts'
import type { Request } from './pair.ts'
import { type Asking, givenByLabel, type Heard, isAsked, repliesIn } from './spoken.ts'

export interface ListenDeps extends AnswerDeps {
  readonly answers: AnswerStore
}

export type Listen = ReturnType<typeof createListen>

/**
 * Take what people say under a request for the answers that they are: each is recorded once, with who said it and when,
 * and the request is looked at again. What cannot be (a price to accept that is no longer shown) is let be.
 */
export function createListen(deps: ListenDeps) {
  async function record(reply: Reply): Promise<void> {
    try {
      await recordAnswer(reply, deps)
    } catch (error) {
      // Said too late or about nothing: the comment stays what it is, a comment.
      if (!isAppError(error, 'CONFLICT') && !isAppError(error, 'REQUEST_INVALID')) throw error
    }
  }

  return {
    /** @throws AppError STORE_* */
    async toComments(heard: Heard, request: Request): Promise<void> {
      const replies = repliesIn(heard, request)
      if (replies.length === 0) return
      const known = new Set((await deps.answers.list(request.context.id)).map(({ sourceId }) => sourceId))
      for (const reply of replies) if (!known.has(reply.sourceId)) await record(reply)
    },

    /** What time does about a question that nobody has answered. @throws AppError STORE_* */
    async toTime(taskId: string, { question, kind, at }: Step): Promise<void> {
      const author = { id: 'cadre', name: 'Cadre' }
      const sourceId = `time:${question}:${kind}:${at}`
      await record({ taskId, side: 'assistant', author, via: 'time', given: { kind, question }, sourceId })
    },

    /**
     * A request was moved on a board, or its twin was: what that says, if the mapping says that it says something and
     * the request waits for it. @throws AppError STORE_*
     */
    async toMove(
      { decision, context }: Asking & { readonly context: Context },
      to: Status,
      { role, mapping }: Pick<Board, 'role' | 'mapping'>,
      name: string,
    ): Promise<void> {
      const kind = mapping.answers?.[to]
      if (kind === undefined || !maySay(role, kind) || !isAsked(kind, role, { decision, context })) return
      const reply = {
        taskId: context.id,
        side: role,
        via: 'status',
        given: { kind },
        sourceId: null,
      } as const
      await record({ ...reply, author: { id: 'board', name } })
    },

    /** Labels of ours that the assistant has just put on a twin. @throws AppError STORE_* */
    async toLabels(request: Request, labels: readonly LabelKey[]): Promise<void> {
      const side: Side = 'assistant'
      for (const label of labels) {
        const given = givenByLabel(label)
        const author = { id: 'twin', name: side }
        const { id: taskId } = request.context
        if (given !== null) await record({ taskId, side, author, via: 'label', given, sourceId: null })
      }
    },
  }
}
