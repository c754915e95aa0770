import { patchExample, patchType } from '../patch-body.ts'
import { type Document, withOperations } from './operations.ts'

/** Shows a patch in both of its forms: their one shape knows the example of the other. */
export function withBodyExamples<T extends Document>(document: T): T {
  return withOperations(document, ({ requestBody, ...operation }) => {
    if (requestBody === undefined) return operation
    const media = requestBody.content[patchType]
    const patch = media && { [patchType]: { ...media, example: patchExample } }
    return { ...operation, requestBody: { ...requestBody, content: { ...requestBody.content, ...patch } } }
  })
}
