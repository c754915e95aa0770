import type { Words } from '../../src/cli/at-hand.ts'
import type { Place } from './places.ts'

/** Who writes, and where: Claire on Trello, Tom in Notion, the Rivière practice in ClickUp. */
export type Asker = 'claire' | 'tom' | 'riviere'

/** One scene of the demo: what somebody does to a request, and what must be seen on it afterwards. */
export interface Scene {
  readonly who: Asker
  /** What happens, for the reader. */
  readonly what: Words
  /** Does it; the request's id in the tool. */
  readonly act: (place: Place) => string
  /** In any case and order. */
  readonly labels: readonly string[]
  /** The estimate field, if it is exact. */
  readonly estimate?: string
  /** Words that the one comment must hold; null for no comment at all. */
  readonly says: string | null
  /** Why it is so, for the reader. */
  readonly because: Words
}

const write = (title: string, text?: string, dueInHours?: number) => (place: Place) =>
  place.write({ title, ...(text !== undefined && { text }), ...(dueInHours !== undefined && { dueInHours }) })

/** Believable requests, in the order they are played. */
export const scenes: readonly Scene[] = [
  {
    who: 'claire',
    what: { fr: 'Claire crée une carte', en: 'Claire writes a card' },
    act: write(
      'Newsletter de juin',
      'Le texte et les photos sont dans le Drive, à envoyer avec Brevo.',
      24 * 6,
    ),
    labels: ['Dans le cadre'],
    says: null,
    because: {
      fr: "une prestation comprise, demandée à temps : l'étiquette suffit",
      en: 'an included service, in good time: the label says enough',
    },
  },
  {
    who: 'claire',
    what: { fr: 'Claire crée une carte', en: 'Claire writes a card' },
    act: write('Un article de blog sur le sommeil', 'Environ 1 500 mots, tu peux le rédiger ?'),
    labels: ['Hors cadre'],
    says: 'Rédaction de contenus longs',
    because: { fr: 'une prestation exclue', en: 'an excluded service' },
  },
  {
    who: 'claire',
    what: { fr: 'Claire crée une carte, à rendre dans 6 heures', en: 'Claire writes a card, due in 6 hours' },
    act: write('3 visuels Canva pour la story', 'Pour l’atelier, en urgence stp !', 6),
    labels: ['Dans le cadre', 'Urgent · dispo à confirmer'],
    estimate: '42',
    says: '42,00 €',
    because: {
      fr: 'comprise, mais avec moins de 24 h de délai',
      en: 'included, but with less than 24 h of notice',
    },
  },
  {
    who: 'claire',
    what: { fr: 'Claire crée une carte', en: 'Claire writes a card' },
    act: write('Programmer les posts de la semaine', "Rien d'urgent, quand tu peux."),
    labels: ['Dans le cadre'],
    says: null,
    because: {
      fr: "comprise ; « rien d'urgent » n'est pas urgent",
      en: 'included; “rien d’urgent” is not urgent',
    },
  },
  {
    who: 'claire',
    what: { fr: 'Claire crée une carte', en: 'Claire writes a card' },
    act: write('Landing page pour la masterclass', 'Avec un tunnel de vente sur Systeme.io.'),
    labels: ['Devis à prévoir'],
    says: 'devis',
    because: { fr: 'une prestation sur devis', en: 'a service that is quoted' },
  },
  {
    who: 'claire',
    what: { fr: 'Claire demande deux choses à la fois', en: 'Claire asks for two things at once' },
    act: write('Newsletter et article de blog', 'Les deux pour la rentrée.'),
    labels: ['À vérifier'],
    says: null,
    because: {
      fr: "l'une est comprise, l'autre non : une personne tranche, et rien n'est dit à la cliente",
      en: 'one is included, one is not: a person decides, and nothing is said to the client',
    },
  },
  {
    who: 'claire',
    what: {
      fr: "Claire reporte l'échéance des visuels à la semaine prochaine",
      en: 'Claire moves the due date of the visuals to next week',
    },
    act: (place) => {
      const id = place.find('3 visuels Canva pour la story')
      place.edit(id, { text: 'Pour l’atelier de juin, les photos sont dans le Drive.', dueInHours: 24 * 7 })
      return id
    },
    labels: ['Dans le cadre'],
    estimate: '35',
    says: 'prestations prévues',
    because: {
      fr: "plus d'urgence : la majoration disparaît, l'unique commentaire est modifié",
      en: 'no longer urgent: the surcharge is withdrawn, the one comment is edited',
    },
  },
  {
    who: 'claire',
    what: {
      fr: "L'assistante remplace « Hors cadre » par « Dans le cadre »",
      en: 'The assistant swaps “Hors cadre” for “Dans le cadre”',
    },
    act: (place) => {
      const id = place.find('Un article de blog sur le sommeil')
      place.swapLabel(id, 'Hors cadre', 'Dans le cadre')
      return id
    },
    labels: ['Dans le cadre'],
    says: 'prestations prévues',
    because: {
      fr: "c'est elle qui décide, et le commentaire suit",
      en: 'her word stands, and the comment follows it',
    },
  },
  {
    who: 'claire',
    what: {
      fr: "L'assistante note une tâche pour elle-même",
      en: 'The assistant notes down a task of her own',
    },
    act: (place) => place.write({ title: 'Appeler Claire pour le bilan' }, 'assistant'),
    labels: [],
    says: null,
    because: { fr: "ce n'est pas la demande d'un client", en: 'not a client’s request' },
  },
  {
    who: 'tom',
    what: { fr: 'Tom ajoute une ligne', en: 'Tom adds a row' },
    act: write('May newsletter', 'Copy is done, please lay it out in Mailchimp.'),
    labels: ['In scope'],
    says: null,
    because: { fr: 'une prestation comprise', en: 'an included service' },
  },
  {
    who: 'tom',
    what: { fr: 'Tom ajoute une ligne', en: 'Tom adds a row' },
    act: write('Write a white paper on burnout'),
    labels: ['Out of scope'],
    says: 'Long-form writing',
    because: { fr: 'une prestation exclue', en: 'an excluded service' },
  },
  {
    who: 'tom',
    what: { fr: 'Tom ajoute une ligne, à rendre dans 20 heures', en: 'Tom adds a row, due in 20 hours' },
    act: write('Instagram carousel for tomorrow', 'Canva, five slides, the photos are in the folder.', 20),
    labels: ['In scope', 'Urgent · availability to confirm'],
    estimate: '42',
    says: '€42.00',
    because: {
      fr: 'comprise, mais avec moins de 24 h de délai',
      en: 'included, but with less than 24 h of notice',
    },
  },
  {
    who: 'tom',
    what: { fr: 'Tom dit seulement merci', en: 'Tom only says thank you' },
    act: write('Thank you so much!', 'The last one was perfect.'),
    labels: ['To review'],
    says: null,
    because: {
      fr: "aucune prestation n'est demandée : rien n'est dit",
      en: 'no service is asked for: nothing is said',
    },
  },
  {
    who: 'riviere',
    what: {
      fr: 'Le cabinet crée une tâche ; chaque webhook arrive deux fois',
      en: 'The practice creates a task; every webhook arrives twice',
    },
    act: (place) => {
      place.faults.doubleNextWebhooks(100)
      return write('Refonte du site internet', 'Nous aimerions repartir de zéro.')(place)
    },
    labels: ['Hors cadre'],
    says: 'Développement web',
    because: { fr: 'une prestation exclue ; dite une seule fois', en: 'an excluded service; said once' },
  },
  {
    who: 'riviere',
    what: {
      fr: 'Le cabinet crée une tâche, à rendre dans 10 heures',
      en: 'The practice creates a task, due in 10 hours',
    },
    act: write('Envoyer la newsletter aux patients', 'Le texte est prêt.', 10),
    labels: ['+35 %', 'Dans le cadre', 'Urgent · dispo à confirmer'],
    says: 'votre demande',
    because: {
      fr: 'comprise, mais avec moins de 24 h de délai ; durée inconnue, donc une fourchette',
      en: 'included, but with less than 24 h of notice; hours unknown, so a range',
    },
  },
]
