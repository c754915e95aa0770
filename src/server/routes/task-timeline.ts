import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { languages } from '#model/board.ts'
import { timelineOf, timelinePage } from '#policies/timeline/timeline.ts'
import { storyOf, type TimelineDeps } from '../../pipeline/timeline.ts'
import { markdown, wantsMarkdown } from '../markdown.ts'
import { Problem, problems } from '../problem.ts'
import { Moment } from '../schemas.ts'
import { timelineExample, timelinePageExample } from '../timeline-example.ts'
import { ById } from './task-shapes.ts'

const Entry = z
  .object({
    at: Moment,
    kind: z.enum(['asked', 'judged', 'wrote', 'answered', 'ordered', 'changed', 'booked', 'gone', 'parted']),
    words: z.string().meta({ example: 'Claire a demandé « Newsletter de novembre ».' }),
    text: z.string().nullable().meta({ description: 'Of a comment that we wrote' }),
  })
  .meta({ id: 'TimelineEntry' })

const Timeline = z
  .object({
    title: z.string(),
    timeZone: z.string().meta({ description: "The assistant's: moments are to be shown in it" }),
    items: z.array(Entry),
  })
  .meta({ example: timelineExample })

/** The life of a request in plain words: who asked, by which clause it was judged, what was answered and accepted. */
export const taskTimelineRoutes: FastifyPluginAsyncZod<TimelineDeps> = async (app, deps) => {
  app.get(
    '/tasks/:id/timeline',
    {
      schema: {
        operationId: 'getTimeline',
        summary: 'What happened to a request, in plain words, oldest first',
        description: 'As Markdown with `?format=markdown` or `Accept: text/markdown`.',
        tags: ['Tasks'],
        params: ById,
        querystring: z.strictObject({
          language: z.enum(languages).optional().meta({ description: "Left out: the client's" }),
          format: z.enum(['json', 'markdown']).optional(),
        }),
        response: {
          200: {
            description: 'The timeline',
            content: {
              'application/json': { schema: Timeline },
              'text/markdown': { schema: z.string().meta({ example: timelinePageExample }) },
            },
          },
          404: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { language, format } = request.query
      const { title, events, speech } = await storyOf(request.params.id, language, deps)
      const items = timelineOf(events, speech)
      if (!wantsMarkdown(request, format)) return { title, timeZone: speech.timeZone, items }
      return reply.type(markdown).send(timelinePage(title, items, speech))
    },
  )
}
