import { execFile } from 'node:child_process'
import { adminKey, type TestService } from './service.ts'

/** How a command ended. */
export interface Ended {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs `cadre` as a person at a terminal would, against a running service; `environment` comes on top. */
export function cadreAt(service: Pick<TestService, 'url'>, environment: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH ?? '', CADRE_URL: service.url, CADRE_KEY: adminKey, ...environment }
  return (...words: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(process.execPath, ['src/cli.ts', ...words], { env }, (error, out, err) => {
        resolve({ exit: error === null ? 0 : Number(error.code), out, err })
      })
    })
}
