import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { languages } from '#model/board.ts'
import { isCountable } from '#model/countable.ts'
import { reportPage } from '#policies/report/report-page.ts'
import { reportOf, type WeeklyReportDeps } from '../../pipeline/weekly-report.ts'
import { markdown, wantsMarkdown } from '../markdown.ts'
import { Problem, problems } from '../problem.ts'
import { WeeklyReport, weeklyExample } from '../report-schemas.ts'
import { Identifier } from '../schemas.ts'

export type ReportRoutes = WeeklyReportDeps

const Week = z
  .string()
  .regex(/^\d{4}-W\d{2}$/u, { error: 'a week is named as 2026-W48', abort: true })
  .refine(isCountable, 'is in no year from 2 to 9998')

/** What an assistant's rules did for her within a week. */
export const reportRoutes: FastifyPluginAsyncZod<ReportRoutes> = async (app, deps) => {
  app.get(
    '/reports/weekly',
    {
      schema: {
        operationId: 'getWeeklyReport',
        summary: "An assistant's week: what was kept from her, money, gifts, gaps in her rules, corrections",
        description:
          'As Markdown with `Accept: text/markdown`. For the assistant alone: it names her clients.',
        tags: ['Reports'],
        querystring: z.strictObject({
          policyId: Identifier,
          week: Week.optional().meta({
            description: 'Left out: the present one',
            example: '2026-W48',
          }),
          language: z.enum(languages).optional().meta({ description: "The policy's own, if left out" }),
        }),
        response: {
          200: {
            description: 'The week',
            content: {
              'application/json': { schema: WeeklyReport },
              'text/markdown': { schema: z.string().meta({ example: reportPage(weeklyExample, 'fr') }) },
            },
          },
          404: Problem,
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { report, language } = await reportOf(request.query, deps)
      // The copy also drops the readonly marks.
      if (!wantsMarkdown(request)) return WeeklyReport.parse(report)
      return reply.type(markdown).send(reportPage(report, language))
    },
  )
}
