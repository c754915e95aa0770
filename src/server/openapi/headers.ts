import type { Operation } from './operations.ts'

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>
type HeadersOf = (path: string, status: string) => Readonly<Record<string, object>>

const header = (description: string) => ({ description, required: true, schema: { type: 'string' } })
const ETag = header('What `If-Match` names when this is changed')
const Location = header('Where what was made can be read')

/**
 * The headers that successes bear, as the routes bear them without exception: what was made has an address, and what
 * may be changed with `If-Match` has a tag, wherever it is shown alone.
 */
export function successHeaders(paths: Paths): HeadersOf {
  const tagged = Object.keys(paths).filter((path) =>
    ['put', 'patch', 'delete'].some((method) => takesIfMatch(paths[path]?.[method] as Operation | undefined)),
  )
  const isTagged = (path: string, status: string) =>
    status === '200' ? tagged.includes(path) : tagged.some((each) => isWithin(each, path))
  return (path, status) => {
    if (status !== '200' && status !== '201') return {}
    return { ...(status === '201' && { Location }), ...(isTagged(path, status) && { ETag }) }
  }
}

const takesIfMatch = (operation: Operation | undefined): boolean =>
  operation?.parameters?.some(({ in: place, name }) => place === 'header' && name === 'if-match') ?? false

/** Is it the path of one thing of a collection? */
const isWithin = (path: string, collection: string): boolean =>
  path.startsWith(`${collection}/{`) && path.endsWith('}') && !path.slice(collection.length + 1).includes('/')
