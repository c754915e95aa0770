import type { Language } from '#model/board.ts'

/** What is said on the assistant's board when a pair is no longer kept alike. */
export interface PairWords {
  /** The client deleted, archived or moved the request. */
  readonly requestGone: string
  /** Something copies in circles between the boards. */
  readonly looping: string
  /** Somebody wanted the pair parted. */
  readonly parted: string
  /** The two boards are linked no longer, or one of them is being left. */
  readonly unlinked: string
}

/** Spoken to the assistant. */
export const pairWords: Readonly<Record<Language, PairWords>> = {
  fr: {
    requestGone:
      "La demande d'origine a été supprimée, archivée ou déplacée. Cette carte n'y est plus reliée ; rien n'a été supprimé ici.",
    looping:
      "BOUCLE : cette demande change sans fin d'un tableau à l'autre, sans doute parce qu'une autre automatisation recopie aussi. Cadre s'est arrêté et ne reporte plus rien ici. Une fois la cause levée, fais relier cette carte à sa demande (guide « Relier le tableau d'un client au tien »).",
    parted:
      "Cette carte n'est plus reliée à la demande d'origine, comme demandé ; plus rien n'est reporté d'un côté à l'autre.",
    unlinked:
      "Les deux tableaux ne sont plus liés : cette carte n'est plus reliée à la demande d'origine et plus rien n'est reporté d'un côté à l'autre. Rien n'a été supprimé ici.",
  },
  en: {
    requestGone:
      'The original request was deleted, archived or moved. This card is no longer tied to it; nothing was deleted here.',
    looping:
      "LOOP: this request keeps changing back and forth between the boards, probably because another automation copies as well. Cadre has stopped and carries nothing over here any more. Once the cause is gone, have this card tied to its request again (guide “Link a client's board with your own”).",
    parted:
      'This card is no longer tied to the original request, as asked; nothing is carried over any more.',
    unlinked:
      'The two boards are no longer linked: this card is no longer tied to the original request, and nothing is carried over any more. Nothing was deleted here.',
  },
}
