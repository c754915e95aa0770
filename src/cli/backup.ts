import type { Command } from 'commander'
import type { Language } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import { systemClock } from '../clock.ts'
import { type Config, configFromEnvironment } from '../config.ts'
import type { BackupSummary } from '../store/backup-lines.ts'
import { languageOf } from './at-hand.ts'

/**
 * `cadre backup`, `cadre restore` and `cadre move-store`: they work on the store itself, so the environment says which
 * one, as for the service.
 */
export function addBackupCommands(program: Command, print: (line: string) => void): void {
  const show = (command: Command, answer: object, lines: Readonly<Record<Language, readonly string[]>>) => {
    if (command.optsWithGlobals().json === true) print(JSON.stringify(answer, null, 2))
    else for (const line of lines[languageOf(command)]) print(line)
  }

  program
    .command('backup')
    .argument('<file>', 'a new one, e.g. cadre-2026-11-27.backup')
    .description(
      'write the whole store to one file, and read it back; an embedded store only while the service is stopped',
    )
    .action(async (file: string, _options: unknown, command: Command) => {
      const config = configFromEnvironment()
      const { backUpStore } = await import('../store/back-up.ts')
      const done = await backUpStore(file, config, systemClock())
      show(command, { file, ...shown(done), holdsSecretKey: false }, savedLines(file, done, keyPlace(config)))
    })

  program
    .command('restore')
    .argument('<file>', 'as `cadre backup` wrote it')
    .description('bring a backup back, into an empty DATA_DIR or an empty database')
    .action(async (file: string, _options: unknown, command: Command) => {
      const { restoreStore } = await import('../store/restore.ts')
      const done = await restoreStore(file, configFromEnvironment())
      show(
        command,
        { file, ...shown(done) },
        {
          fr: [`✓ Restauré, et vérifié : ${done.rows} lignes de ${done.tables} tables, du ${done.madeAt}`],
          en: [`✓ Restored, and checked: ${done.rows} rows of ${done.tables} tables, as of ${done.madeAt}`],
        },
      )
    })

  program
    .command('move-store')
    .description('copy the embedded store in DATA_DIR into the empty PostgreSQL database at DATABASE_URL')
    .action(async (_options: unknown, command: Command) => {
      const { DATABASE_URL, ...config } = configFromEnvironment()
      if (DATABASE_URL === undefined) {
        const details = [{ path: 'DATABASE_URL', message: 'is required: it says where the store is to go' }]
        throw new AppError('CONFIG_INVALID', 'the environment is not usable', { details })
      }
      const { moveStore } = await import('../store/back-up.ts')
      const done = await moveStore({ ...config, DATABASE_URL }, systemClock())
      show(command, shown(done), movedLines(done, config.DATA_DIR))
    })
}

const shown = ({ madeAt, schema, tables, rows }: BackupSummary) => ({ madeAt, schema, tables, rows })

const keyPlace = ({ DATABASE_URL, DATA_DIR, CADRE_SECRET_KEY }: Config) =>
  DATABASE_URL === undefined && CADRE_SECRET_KEY === undefined ? `${DATA_DIR}/secret.key` : 'CADRE_SECRET_KEY'

const savedLines = (file: string, { rows, tables }: BackupSummary, key: string) => ({
  fr: [
    `✓ Sauvegardé, et relu : ${rows} lignes de ${tables} tables dans ${file}`,
    `La clé secrète n'est pas dedans : garde ${key} ailleurs, en lieu sûr. Sans elle, rien ne peut être restauré.`,
  ],
  en: [
    `✓ Saved, and read back: ${rows} rows of ${tables} tables in ${file}`,
    `The secret key is not in it: keep ${key} in another safe place. Without it nothing can be restored.`,
  ],
})

const movedLines = ({ rows, tables }: BackupSummary, directory: string) => ({
  fr: [
    `✓ Copié, et vérifié : ${rows} lignes de ${tables} tables`,
    'Mets DATABASE_URL et CADRE_SECRET_KEY dans .env, puis démarre le service.',
    `${directory} garde l'ancienne copie : le service n'y démarre plus.`,
  ],
  en: [
    `✓ Copied, and checked: ${rows} rows of ${tables} tables`,
    'Put DATABASE_URL and CADRE_SECRET_KEY in .env, then start the service.',
    `${directory} keeps the old copy: the service no longer starts on it.`,
  ],
})
