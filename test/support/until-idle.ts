import type { Service } from '../../src/main.ts'

/** A stand-in for a tool, as far as waiting for it goes. */
export interface Settling {
  settled(): Promise<void>
}

/**
 * Resolves when no webhook is under way and no job is left. Asked twice, because the last job may have written something
 * that a tool was still telling of when the first answer was given.
 */
export async function untilIdle(
  service: Pick<Service, 'isIdle'>,
  sandboxes: readonly Settling[],
): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    for (const sandbox of sandboxes) await sandbox.settled()
    quiet = (await service.isIdle()) ? quiet + 1 : 0
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}
