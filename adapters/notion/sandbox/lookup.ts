import { readId } from './object-id.ts'
import { invalid, notFound } from './refusal.ts'
import type { Comment, DataSource, Page, Property, PropertyType, World } from './world.ts'

/** Finds a data source that is shared with the connection. */
export function needSource(world: World, text: string, where = 'path.data_source_id'): DataSource {
  const id = readId(text, where)
  const source = world.dataSources.get(id)
  return source?.shared === true ? source : notFound('data source', id)
}

/** Finds a row of a shared data source, also in the trash. */
export function needPage(world: World, text: string, where = 'path.page_id'): Page {
  const id = readId(text, where)
  const page = world.pages.get(id)
  if (page === undefined || world.dataSources.get(page.dataSourceId)?.shared !== true) notFound('page', id)
  return page
}

/** Finds a comment on such a row. */
export function needComment(world: World, text: string): Comment {
  const id = readId(text, 'path.comment_id')
  const comment = world.comments.get(id) ?? notFound('comment', id)
  needPage(world, comment.pageId)
  return comment
}

/** A row, shared or not. */
export function pageOf(world: World, id: string): Page {
  return world.pages.get(id) ?? notFound('page', id)
}

/** A data source, shared or not. */
export function sourceOf(world: World, id: string): DataSource {
  return world.dataSources.get(id) ?? notFound('data source', id)
}

/** The first column of a type, which is what people mean by "the" status or "the" date. */
export function firstOf(source: DataSource, type: PropertyType): Property {
  return (
    source.properties.find((property) => property.type === type) ??
    invalid(`${source.name} has no ${type} property.`)
  )
}

/** A page's comments, oldest first. */
export function commentsOn(world: World, pageId: string): Comment[] {
  return [...world.comments.values()].filter((comment) => comment.pageId === pageId)
}

/** A data source's rows, oldest first, those in the trash too. */
export function pagesIn(world: World, dataSourceId: string): Page[] {
  return [...world.pages.values()].filter((page) => page.dataSourceId === dataSourceId)
}
