import type { Language } from '#model/board.ts'
import type { Status } from '#model/task.ts'

/** What each status is called, as a person says it. */
export const statusNames: Readonly<Record<Language, Readonly<Record<Status, string>>>> = {
  fr: {
    requested: 'demandé',
    waiting: 'en attente',
    in_progress: 'en cours',
    review: 'à valider',
    done: 'terminé',
    declined: 'sans suite',
  },
  en: {
    requested: 'requested',
    waiting: 'waiting',
    in_progress: 'in progress',
    review: 'in review',
    done: 'done',
    declined: 'not going ahead',
  },
}
