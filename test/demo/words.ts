import type { Language } from '#model/board.ts'

const french = {
  starting: 'Cadre démarre, encore sans données, avec des bacs à sable de Trello, Notion et ClickUp…',
  ready:
    "Trois tableaux sont reliés par l'API publique, la politique « webmarketing » est en vigueur. Les clients écrivent.",
  goesOn: (url: string) => `Cadre continue à ${url} (référence : ${url}/docs/). Ctrl-C pour arrêter.`,
  key: (key: string) => `La clé : ${key}`,
  sandbox: (tool: string, container: string, credentials: string) =>
    `Bac à sable ${tool} : conteneur ${container}, identifiants ${credentials}`,
  boards: (client: string, tool: string, twin: string) => `${client} dans ${tool}, Ines dans ${twin}`,
  estimate: (amount: string) => `estimation ${amount} €`,
  edited: 'commentaire modifié',
  looks: (count: number) => `${count} ${count < 2 ? 'lecture' : 'lectures'}`,
  writes: (count: number) => `${count} ${count < 2 ? 'écriture' : 'écritures'}`,
  cost: (scenes: number, looks: number, writes: number) =>
    `${scenes} scènes dans trois outils ont demandé ${looks} lectures et ${writes} écritures ; les webhooks de nos propres écritures n'en ont provoqué aucune.`,
  time: (median: string, most: string, across: string) =>
    `De la main du client à l'étiquette : ${median} en médiane, ${most} au plus ; d'un tableau à l'autre : ${across} au plus. Là-dedans, 1 s laisse le temps de finir d'écrire.`,
  well: 'Tout est comme il faut.',
  failed: (count: number) => `${count} scènes ne sont pas comme il faut.`,
}

const english: typeof french = {
  starting: 'Starting Cadre with a fresh store, and sandboxes of Trello, Notion and ClickUp…',
  ready: 'Three boards connected through the public API, policy “webmarketing” in force. The clients write.',
  goesOn: (url) => `Cadre goes on at ${url} (reference: ${url}/docs/). Stop with Ctrl-C.`,
  key: (key) => `The key: ${key}`,
  sandbox: (tool, container, credentials) =>
    `Sandbox of ${tool}: container ${container}, credentials ${credentials}`,
  boards: (client, tool, twin) => `${client} in ${tool}, Ines in ${twin}`,
  estimate: (amount) => `estimate ${amount} €`,
  edited: 'comment edited',
  looks: (count) => `${count} ${count === 1 ? 'look' : 'looks'}`,
  writes: (count) => `${count} ${count === 1 ? 'write' : 'writes'}`,
  cost: (scenes, looks, writes) =>
    `${scenes} scenes in three tools took ${looks} looks and ${writes} writes; the webhooks of our own writes led to none.`,
  time: (median, most, across) =>
    `From the client's hand to the label: ${median} at the median, ${most} at the most; from one board to the other: ${across} at the most. 1 s of it is left to people to finish typing.`,
  well: 'Everything is as it should be.',
  failed: (count) => `${count} scenes are not as they should be.`,
}

/** What the demo says to whoever watches. */
export const demoWords: Readonly<Record<Language, typeof french>> = { fr: french, en: english }
