import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { languages } from '#model/board.ts'
import { terminalLanguage } from '../../src/cli/at-hand.ts'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startService } from '../../src/main.ts'
import { freePort } from '../support/free-port.ts'
import { untilIdle } from '../support/until-idle.ts'
import { stories } from './pairs.ts'
import { type Outcome, play } from './play.ts'
import { playPair } from './play-pair.ts'
import { print } from './print.ts'
import { scenes } from './requests.ts'
import { createCall, openPlaces, setUp, tieDesk } from './set-up.ts'
import { demoWords } from './words.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean' }, serve: { type: 'boolean' }, lang: { type: 'string' } },
})
const language = languages.find((each) => each === options.lang) ?? terminalLanguage()
const words = demoWords[language]
const say = (text: string) => process.stdout.write(`${text}\n`)
const tell = (text: string) => options.json || say(text)

const directory = mkdtempSync(join(tmpdir(), 'cadre-demo-'))
const places = await openPlaces()
const all = Object.values(places)
const key = `cadre_demo_${randomBytes(16).toString('hex')}`
const port = await freePort()
const config = parseConfig({
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  DATA_DIR: directory,
  CADRE_ADMIN_KEY: key,
  TRELLO_API_URL: places.claire.apiUrl,
  NOTION_API_URL: places.tom.apiUrl,
  CLICKUP_API_URL: places.riviere.apiUrl,
  QUIET_PERIOD_SECONDS: '1',
})
tell(words.starting)
const service = await startService({ config, log: createLog('error') })
const call = createCall(service.url, key)
const known = await setUp(places, call)
tell(words.ready)

// The three clients write at the same time, each of them one thing after the other.
const writing = Map.groupBy(scenes, ({ who }) => who)
const played = [...writing].map(async ([who, own]) => {
  const outcomes: Outcome[] = []
  for (const scene of own)
    outcomes.push(await play(scene, places[who], language, () => untilIdle(service, all)))
  return outcomes
})
const outcomes = (await Promise.all(played)).flat()
const desk = places.claire.desk()
await tieDesk(desk, known, call)
const pairs = await Promise.all(stories.map((story) => playPair(story, places[story.who], desk, language)))
await untilIdle(service, all)
const steps = pairs.flatMap((pair) => pair.steps)
const ok = [...outcomes, ...steps].every(({ faults }) => faults.length === 0)
say(options.json ? JSON.stringify({ ok, outcomes, pairs }, null, 2) : print(outcomes, pairs, language))

if (options.serve) {
  tell(words.goesOn(service.url))
  tell(words.key(key))
  for (const { tool, credentials, containerId } of all)
    tell(words.sandbox(tool, containerId, JSON.stringify(credentials)))
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve))
}
await service.close()
for (const place of all) await place.close()
rmSync(directory, { recursive: true, force: true })
process.exitCode = ok ? 0 : 1
