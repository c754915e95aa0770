import { contentEvent, pageEvent } from './event-body.ts'
import { requireNotTrashed } from './page-writes.ts'
import { heldValue } from './value.ts'
import type { DataSource, Option, Page, Property, User, Value, World } from './world.ts'
import { touch } from './world.ts'

/**
 * Moves a row into another data source. Values follow into columns of the same name and type; options follow by
 * name, as every data source has its own. What has no place there is lost.
 */
export function movePage(world: World, user: User, page: Page, from: DataSource, to: DataSource): void {
  requireNotTrashed(page)
  if (from.id === to.id) return
  const values = from.properties.flatMap((old): [string, Value][] => {
    const target = to.properties.find(
      ({ type, name }) => type === old.type && (name === old.name || type === 'title'),
    )
    const value = heldValue(page, old)
    const carried = target === undefined || value === null ? null : carry(value, old, target)
    return target === undefined || carried === null ? [] : [[target.id, carried]]
  })
  page.values = new Map(values)
  page.dataSourceId = to.id
  touch(world, user, page)
  world.publish(pageEvent(world, user, page, 'page.moved'), to.id)
  world.publish(contentEvent(world, user, to, page.id), to.id)
}

/** Null where the value has no place, so that the row holds there what a new one does. */
function carry(value: Value, from: Property, to: Property): Value | null {
  const same = (id: string | null): Option | undefined => {
    const known = from.options.find((option) => option.id === id)
    return to.options.find(({ name }) => name === known?.name)
  }
  if (value.type === 'select' || value.type === 'status') {
    const option = same(value.option)
    return option === undefined ? null : { type: value.type, option: option.id }
  }
  if (value.type !== 'multi_select') return value
  return { type: value.type, options: value.options.flatMap((id) => same(id)?.id ?? []) }
}
