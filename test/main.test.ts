import { createServer } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { parseConfig } from '../src/config.ts'
import { createLog } from '../src/log.ts'
import { startService } from '../src/main.ts'
import { openStore } from '../src/store/open.ts'
import { freePort } from './support/free-port.ts'
import { startTestService } from './support/service.ts'
import { freshPlace } from './support/stores.ts'

it('lets go of everything when somebody else listens at its address', async () => {
  const { config: place, remove } = await freshPlace('pglite')
  const port = await freePort()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  onTestFinished(async () => {
    other.close()
    await remove()
  })
  const started = startTestService({ place, settings: { PORT: String(port) } })
  await expect(started).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  // Whoever holds the store works on it, unseen.
  await (await openStore(place)).close()
})

it('lets go of everything when its work cannot begin, though it listens already', async () => {
  const { config: place, remove } = await freshPlace('pglite')
  onTestFinished(remove)
  const config = { ...parseConfig({ PORT: String(await freePort()) }), ...place, SWEEP_CRON: 'never' }
  await expect(startService({ config, log: createLog('silent') })).rejects.toThrow()
  await (await openStore(place)).close()
})
