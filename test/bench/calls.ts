import { setTimeout as sleep } from 'node:timers/promises'
import type { Tool } from '#model/task.ts'
import type { Place as ToolPlace } from '../demo/places.ts'
import { openPlaces, setUp } from '../demo/set-up.ts'
import type { Measure } from './part.ts'
import { onFreshPlace } from './place.ts'
import { startProcess } from './service-process.ts'

/**
 * The call that reads a task, and the fewest that put labels, an estimate and a comment on it: three at Trello (card,
 * fields, comment), two at Notion (page, comment); at ClickUp the field, the comment, and one for each tag.
 */
const fewestOf = (tool: Tool, labels: number) =>
  ({ trello: 1 + 3, notion: 1 + 2, clickup: 1 + 2 + labels })[tool]

/** Calls for the verdict on an urgent request, which gets labels, an estimate, a surcharge and a comment. */
export const measure: Measure = (scale) =>
  onFreshPlace('pglite', scale, async (place) => {
    const places = await openPlaces()
    const all = Object.values(places)
    const urls = Object.fromEntries(all.map(({ tool, apiUrl }) => [`${tool.toUpperCase()}_API_URL`, apiUrl]))
    // What a client does in several gestures is looked at once, as in practice.
    const service = await startProcess(place, { ...urls, QUIET_PERIOD_SECONDS: '1' })
    try {
      await setUp(places, service.call)
      return Object.fromEntries(await Promise.all(all.map(async (tool) => [tool.tool, await callsOn(tool)])))
    } finally {
      await service.stop()
      for (const { close } of all) await close()
    }
  })

async function callsOn(place: ToolPlace) {
  const urgent = { title: '3 visuels Canva', text: 'Pour l’atelier de ce soir.', dueInHours: 6 }
  const answered = async (id: string) => {
    for (let waited = 0; place.see(id).comments.length === 0; waited += 10) {
      if (waited > 60_000) throw new Error(`no comment on ${place.tool}`)
      await sleep(10)
    }
    await sleep(3_000) // until our own writes' echoes have been looked at, if they are
  }
  await answered(place.write(urgent)) // makes labels
  const id = place.write(urgent)
  await answered(id)
  const { reads, writes } = place.calls
  return { reads: reads(id), writes: writes(id), fewest: fewestOf(place.tool, place.see(id).labels.length) }
}
