import { readdirSync } from 'node:fs'
import { presets } from '#policies/presets/presets.ts'
import { type Catalogue, type LabelledRequest, readRequests } from './read-input.ts'

const folder = new URL('requests/', import.meta.url)

/** The presets as catalogues. */
export function ownCatalogues(): Catalogue[] {
  return Object.entries(presets).map(([id, { services, language }]) => ({
    id,
    services,
    language,
  }))
}

/** The labelled requests of `requests/`: one file a preset. The shipped weights are fitted to them. */
export function ownRequests(): LabelledRequest[] {
  const catalogues = ownCatalogues()
  const files = readdirSync(folder).toSorted()
  return files.flatMap((file) => readRequests(new URL(file, folder).pathname, catalogues))
}
