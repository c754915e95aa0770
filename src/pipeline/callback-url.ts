import type { Connection } from '../store/connections.ts'

/** Where a tool is to send the webhooks of a connection, while Cadre is reached at `publicUrl`. */
export const callbackUrlAt = (publicUrl: string, { tool, id }: Pick<Connection, 'tool' | 'id'>): string =>
  `${publicUrl}/webhooks/${tool}/${id}`
