import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startQueue } from '../../src/pipeline/queue.ts'
import { openStore } from '../../src/store/open.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    templateDirectory: string
  }
}

/** A first PGlite open takes seconds, a copy a fraction: make one data directory that every test file copies. */
export async function setup({ provide }: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'cadre-template-'))
  const store = await openStore({ DATABASE_URL: undefined, DATA_DIR: directory, CADRE_SECRET_KEY: undefined })
  const queue = await startQueue(store, (error) => {
    throw error
  })
  await queue.stop()
  await store.close()
  provide('templateDirectory', directory)
  return () => rmSync(directory, { recursive: true, force: true })
}
