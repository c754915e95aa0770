import { yamlOf } from '#policies/yaml.ts'
import { patchExample, patchType } from '../patch-body.ts'
import { yamlType } from '../yaml-body.ts'
import { type Content, type Document, withOperations } from './operations.ts'

type Schemas = Readonly<Record<string, { readonly example?: unknown }>>

/** Shows a body that is taken in several forms in each of them: its shape knows the example of one. */
export function withBodyExamples<T extends Document>(document: T): T {
  const { schemas = {} } = { ...document.components } as { readonly schemas?: Schemas }
  const shown = ({ schema = {} }: Content[string]) =>
    schema.$ref === undefined ? schema.example : schemas[schema.$ref.split('/').at(-1) ?? '']?.example
  const formed = (content: Content) =>
    Object.entries(content).map(([type, media]) => {
      if (type === yamlType) return [type, { ...media, example: yamlOf(shown(media)) }]
      return [type, type === patchType ? { ...media, example: patchExample } : media]
    })
  return withOperations(document, ({ requestBody, ...operation }) => {
    if (requestBody === undefined) return operation
    const content = Object.fromEntries(formed(requestBody.content))
    return { ...operation, requestBody: { ...requestBody, content } }
  })
}
