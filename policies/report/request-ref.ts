import type { WeekRequest } from '#model/week.ts'

/** Which request something is about, for a person to find it. The title is as the client wrote it. */
export type RequestRef = Pick<WeekRequest, 'id' | 'title' | 'client' | 'url'>

export const refOf = ({ id, title, client, url }: WeekRequest): RequestRef => ({ id, title, client, url })
