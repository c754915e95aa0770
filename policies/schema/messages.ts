import { z } from 'zod'
import { messageCodes } from '../messages/message-codes.ts'
import { templateProblem } from '../messages/template-problem.ts'

const Template = z
  .string()
  .max(5000)
  .superRefine((source, context) => {
    const found = templateProblem(source)
    if (found !== null)
      context.addIssue({ code: 'custom', message: found.en.message, params: { words: found } })
  })

/** What is said to clients. Texts are built in; a policy may have its own. */
export const Messages = z.strictObject({
  /** For which headlines a comment is made. A request that is to be reviewed never gets one. */
  commentWhen: z
    .array(z.enum(messageCodes).exclude(['to_review']))
    .default(messageCodes.filter((code) => code !== 'to_review' && code !== 'in_scope')),
  /** Tell a client the rules in short with the very first request. */
  introduce: z.boolean().default(false),
  /** Own words for a headline, as Liquid templates. */
  templates: z
    .partialRecord(z.enum(messageCodes), z.strictObject({ fr: Template.optional(), en: Template.optional() }))
    .default({}),
})
