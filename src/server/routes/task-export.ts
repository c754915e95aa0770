import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { languages } from '#model/board.ts'
import { visible } from '#policies/text/visible.ts'
import {
  type ExportDeps,
  type ExportedTask,
  exportColumns,
  exportTasks,
} from '../../pipeline/export-tasks.ts'
import { exampleOf } from '../example.ts'
import { problems } from '../problem.ts'
import { TaskFilter } from '../task-filter.ts'
import { csvExample, ExportedTask as Row } from './export-shapes.ts'

export type TaskExportRoutes = ExportDeps

/** It is streamed; no serializer sees it. */
const Rows: z.ZodType = z.array(Row).meta({ example: [exampleOf(Row)] })

/** Tasks with their verdicts and amounts, for a spreadsheet or another program. */
export const taskExportRoutes: FastifyPluginAsyncZod<TaskExportRoutes> = async (app, deps) => {
  app.get(
    '/tasks/export',
    {
      schema: {
        operationId: 'exportTasks',
        summary: 'Verdicts and billable amounts of tasks, as CSV or JSON',
        description:
          'The same filters as the list, and no pages. In CSV no cell is taken for a formula: one that begins like a formula is preceded by an apostrophe.',
        tags: ['Tasks'],
        querystring: TaskFilter.extend({
          format: z.enum(['csv', 'json']).default('csv'),
          language: z.enum(languages).default('fr').meta({ description: 'Of the names of verdicts' }),
        }),
        response: {
          200: {
            description: 'The tasks, newest first',
            content: {
              'text/csv': { schema: z.string().meta({ example: csvExample }) },
              'application/json': { schema: Rows },
            },
          },
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { format, language, ...filter } = request.query
      const pages = exportTasks(filter, language, deps)
      const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
      reply.type(type).header('content-disposition', `attachment; filename="tasks.${format}"`)
      return reply.send(Readable.from(format === 'csv' ? csvOf(pages) : jsonOf(pages)))
    },
  )
}

/** With a byte order mark, by which spreadsheets know that it is UTF-8. */
async function* csvOf(pages: AsyncIterable<ExportedTask[]>): AsyncGenerator<string> {
  const options = { columns: [...exportColumns], escape_formulas: true, record_delimiter: '\r\n' } as const
  yield `\uFEFF${stringify([], { ...options, header: true })}`
  for await (const page of pages) yield stringify(page.map(plain), options)
}

async function* jsonOf(pages: AsyncIterable<ExportedTask[]>): AsyncGenerator<string> {
  let before = '['
  for await (const page of pages) {
    yield before + page.map((task) => JSON.stringify(task)).join(',')
    before = ','
  }
  yield before === '[' ? '[]' : ']'
}

/** Line breaks within a cell are lawful and confuse what reads line by line. */
const plain = (task: ExportedTask) => ({
  ...task,
  client: visible(task.client),
  title: visible(task.title).replace(/\n+/gu, ' '),
  isOffered: String(task.isOffered),
})
