import { AppError } from '#model/error.ts'
import type { AuditLog } from '../../src/store/audit.ts'

type AuditModule = typeof import('../../src/store/audit.ts')

/** Name of the key from which the audit log of `untelling` takes nothing. */
export const untold = 'untold'

/** The store's audit log, failing for one key as if the store did between a change and its entry: for `vi.mock`. */
export function untelling({ createAuditLog, ...rest }: AuditModule): AuditModule {
  return {
    ...rest,
    createAuditLog(...args: Parameters<typeof createAuditLog>): AuditLog {
      const log = createAuditLog(...args)
      return {
        ...log,
        async add(entry, ...where) {
          if (entry.actor.name === untold) throw new AppError('STORE_UNAVAILABLE', 'it has just gone away')
          await log.add(entry, ...where)
        },
      }
    },
  }
}
