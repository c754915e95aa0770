import { CommanderError } from 'commander'
import type { Language } from '#model/board.ts'
import type { AppError, ErrorCode } from '#model/error.ts'
import { colon, plain } from './text-layout.ts'

/** What scripts may rely on: how a command ended. */
export const exits = { done: 0, refused: 1, notUnderstood: 2, unreachable: 3, changedMeanwhile: 4 } as const

const exitOf: Readonly<Partial<Record<ErrorCode, number>>> = {
  SERVICE_UNREACHABLE: exits.unreachable,
  STORE_UNAVAILABLE: exits.unreachable,
  UNAUTHORIZED: exits.unreachable,
  PRECONDITION_FAILED: exits.changedMeanwhile,
  CONFLICT: exits.changedMeanwhile,
}

/** Errors that a person meets at a terminal; for others the English of the service has to do. */
const french: Readonly<Partial<Record<ErrorCode, string>>> = {
  SERVICE_UNREACHABLE: "Le service ne répond pas : est-il lancé, et à l'adresse de CADRE_URL ?",
  STORE_UNAVAILABLE: 'Cadre ne peut pas lire ou écrire ses données.',
  UNAUTHORIZED: 'La clé manque ou ne vaut plus : mets-en une dans CADRE_KEY.',
  FORBIDDEN: "Cette clé n'a pas le droit de faire cela.",
  NOT_FOUND: "Cela n'existe pas (ou plus).",
  CONFLICT: 'Cela ne va pas avec ce qui est là maintenant : relis, puis recommence.',
  PRECONDITION_FAILED: "Quelqu'un l'a changé entre-temps : relis, puis recommence.",
  REQUEST_INVALID: 'La demande ne va pas.',
  CONFIG_INVALID: 'Les réglages ne vont pas.',
  POLICY_INVALID: 'La politique a des problèmes.',
  POLICY_CASES_FAILED: 'Des cas de la politique ne donnent plus ce qui est attendu.',
  POLICY_IMPACT_TOO_LARGE: 'Trop de demandes en cours changeraient de verdict.',
  CREDENTIALS_REFUSED: "L'outil refuse ces identifiants.",
  BODY_TOO_LARGE: "C'est trop gros.",
  RATE_LIMITED: 'Trop de demandes à la fois : attends un peu.',
  OVERLOADED: 'Le service a trop à faire : recommence dans quelques secondes.',
  STORE_LOCKED: 'Un autre Cadre se sert de ces données.',
  STORE_MOVED:
    'Ces données ont été copiées dans PostgreSQL : mets DATABASE_URL et CADRE_SECRET_KEY dans .env.',
  STORE_DAMAGED:
    'Les données de Cadre sont abîmées : mets ce dossier de côté, puis remets la dernière sauvegarde.',
  SECRET_KEY_INVALID: "La clé secrète manque, ou n'est pas celle de ces données : remets la tienne.",
  BACKUP_INVALID: "Ce fichier n'est pas une sauvegarde entière de Cadre, ou vient d'une autre version.",
}

/** What to tell the person: the failure, then every detail with what to do about it. */
export function errorLines({ code, message, details }: AppError, language: Language): string[] {
  const words = language === 'fr' ? french[code] : undefined
  return [
    `${words ?? plain(message)} (${code})`,
    ...(words === undefined || details.length > 0 ? [] : [`  ${plain(message)}`]),
    ...details.flatMap((detail) => detailLines(detail, language)),
  ]
}

interface Detail {
  readonly path: string
  readonly message: string
  readonly remedy?: string | undefined
  readonly fr?: { readonly message: string; readonly remedy: string } | undefined
}

/** One thing that is wrong: where and what, then the remedy. */
export function detailLines({ path, ...detail }: Detail, language: Language): string[] {
  const { message, remedy } = language === 'fr' && detail.fr !== undefined ? detail.fr : detail
  const where = path === '' ? '' : `${path}${colon(language)}`
  return [`  ${plain(where + message)}`, ...(remedy === undefined ? [] : [`    → ${plain(remedy)}`])]
}

/** How the process ends after a failure. */
export function exitCodeOf(error: AppError | CommanderError): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exits.done : exits.notUnderstood
  return exitOf[error.code] ?? exits.refused
}
