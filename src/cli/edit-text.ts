import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { AppError } from '#model/error.ts'

/** A text in a file of its own, readable by its owner alone, for as long as somebody works on it. */
export interface EditedText {
  readonly path: string
  /** The text as it was left. @throws AppError REQUEST_INVALID when the editor ends badly */
  edit(): string
  /** When the text has arrived elsewhere. */
  remove(): void
}

/** What a shell ends with when there is no such command. */
const notFound = 127

/** @param editor a shell command that takes the file's name, e.g. `nano` or `code --wait` */
export function openText(name: string, text: string, editor: string): EditedText {
  const path = join(mkdtempSync(join(tmpdir(), 'cadre-')), name)
  writeFileSync(path, text, { mode: 0o600 })
  return {
    path,
    edit() {
      const { status } = spawnSync(`${editor} "${path}"`, { shell: true, stdio: 'inherit' })
      if (status === notFound)
        throw new AppError(
          'REQUEST_INVALID',
          `there is no editor ${editor} here: name yours, e.g. export EDITOR=vi`,
        )
      if (status !== 0) throw new AppError('REQUEST_INVALID', `the editor did not end well: ${editor}`)
      return readFileSync(path, 'utf8')
    },
    remove: () => rmSync(dirname(path), { recursive: true, force: true }),
  }
}
