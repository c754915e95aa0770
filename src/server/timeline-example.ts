import { taskExample } from './task-example.ts'

const entry = (at: string, kind: string, words: string, text: string | null = null) => ({
  ...{ at, kind, words, text },
})

/** What became of the request that `taskExample` shows. */
export const timelineExample = {
  title: taskExample.title,
  timeZone: 'Europe/Paris',
  items: [
    entry('2026-11-23T08:00:00.000Z', 'asked', 'Claire a demandé « Newsletter de novembre ».'),
    entry(
      '2026-11-23T08:00:05.000Z',
      'judged',
      "Verdict : Urgent · dispo à confirmer. Prix : 94,50 €. Selon les règles : « Une demande est urgente lorsque son échéance est fixée moins de 24 heures à l'avance. »",
    ),
    entry('2026-11-23T08:12:00.000Z', 'answered', 'Marie a confirmé la disponibilité en urgence.'),
  ],
}

/** The same as a page. */
export const timelinePageExample = `# Newsletter de novembre

Heure de Paris.

- **lundi 23 novembre à 9 h** Claire a demandé « Newsletter de novembre ».
- **lundi 23 novembre à 9 h** Verdict : Urgent · dispo à confirmer. Prix : 94,50 €.
- **lundi 23 novembre à 9 h 12** Marie a confirmé la disponibilité en urgence.
`
