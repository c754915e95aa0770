import { parseArgs } from 'node:util'
import { checkDocuments } from './check-documents.ts'
import { checkPayloads } from './check-payloads.ts'
import type { Report, Result } from './result.ts'

const { values } = parseArgs({ options: { specs: { type: 'string' }, payloads: { type: 'string' } } })
if (values.specs === undefined && values.payloads === undefined) {
  process.stderr.write(
    [
      'usage: npm run contract -- [--specs DIR] [--payloads DIR]',
      '  specs     the vendors’ OpenAPI documents: trello, notion, clickup and clickup-v3, each .openapi.json',
      '  payloads  real bodies: trello, notion and clickup, with webhooks in each and API answers in api/',
      '',
    ].join('\n'),
  )
  process.exit(2)
}

const results = [
  ...(values.specs === undefined ? [] : await held('documents', checkDocuments(values.specs))),
  ...(values.payloads === undefined ? [] : await held('payloads', checkPayloads(values.payloads))),
]
const failed = results.filter(({ fault }) => fault !== null).length
process.stdout.write(`contract: ${results.length - failed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function held(what: string, check: Promise<Report>): Promise<readonly Result[]> {
  const unfinished = (error: unknown): Report => ({
    results: [{ name: what, fault: String(error) }],
    figures: 'not finished',
  })
  const { results, figures } = await check.catch(unfinished)
  for (const { name, fault } of results)
    process.stdout.write(fault === null ? `ok  ${name}\n` : `BAD ${name}\n    ${fault}\n`)
  process.stdout.write(`${what}: ${figures}\n\n`)
  return results
}
