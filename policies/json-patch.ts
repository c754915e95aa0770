import { applyPatch, type Operation } from 'rfc6902'
import { AppError } from '#model/error.ts'
import { asDocument } from './document.ts'
import type { Json } from './merge-patch.ts'

/** The steps of a JSON Patch (RFC 6902). */
export type JsonPatch = readonly Operation[]

/**
 * A policy document with a JSON Patch applied, all of it or nothing. The document is not changed.
 * @throws AppError CONFLICT when an operation does not fit what is there, REQUEST_INVALID for what cannot be kept
 */
export function patchDocument(document: Json, patch: JsonPatch): Json {
  let patched = structuredClone(document)
  for (const [index, operation] of patch.entries()) {
    const [failure] = applyPatch(patched, [operation])
    if (failure !== null && failure !== undefined) {
      const message = `${operation.op} ${operation.path}: ${failure.message}`
      const details = [
        { path: `body.${index}`, message, remedy: 'read the draft again and patch what is there' },
      ]
      throw new AppError('CONFLICT', 'the patch does not fit the draft', { details })
    }
    // After each one: a few copies of the whole into itself would fill the memory.
    patched = asDocument(patched)
  }
  return patched
}
