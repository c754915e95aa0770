import type { Compilable, Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import type { Database } from '../../src/store/database.ts'

/** How the database means to run a query: the indexes it uses, and the tables that it reads from end to end. */
export interface Plan {
  readonly indexes: readonly string[]
  readonly scans: readonly string[]
}

interface Node {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Node[]
}

/** Ask the planner, with the very values that the query has. */
export async function planOf(db: Kysely<Database>, query: Compilable): Promise<Plan> {
  const { sql, parameters } = query.compile()
  const { rows } = await db.executeQuery<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] | string }>(
    CompiledQuery.raw(`EXPLAIN (FORMAT JSON) ${sql}`, [...parameters]),
  )
  const answer = rows[0]?.['QUERY PLAN'] ?? []
  const plans: readonly { readonly Plan: Node }[] = typeof answer === 'string' ? JSON.parse(answer) : answer
  const nodes = plans.flatMap(({ Plan }) => flat(Plan))
  return {
    indexes: nodes.flatMap((node) => node['Index Name'] ?? []),
    scans: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : [])),
  }
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]
