import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'
import type { CatalogueService, Example } from '#policies/scope/catalogue.ts'
import { defaultStrictness, readScope } from '#policies/scope/read-scope.ts'
import { buildScopeModel } from '#policies/scope/scope-model.ts'

/** The services of the webmarketing preset. */
export const services: readonly CatalogueService[] = parsePolicy(presets.webmarketing).services

/** The preset, with rulings where a test brings some. */
export const modelWith = (examples: readonly Example[] = []) => buildScopeModel(services, examples, 'fr')

const model = modelWith()

/** Read a request against the preset. */
export const read = (title: string, text = '') => readScope(model, title, text, defaultStrictness)

/** Read a request against another preset. */
export function readBy(preset: keyof typeof presets, title: string, text: string) {
  const { services, language } = parsePolicy(presets[preset])
  return readScope(buildScopeModel(services, [], language), title, text, defaultStrictness)
}
