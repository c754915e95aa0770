import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAt } from '#policies/calendar/instant-at.ts'
import { endOfDay } from '#policies/calendar.ts'
import { assumedDeadline } from '#policies/text/dates.ts'

const paris = 'Europe/Paris'
/** Tuesday 24 November 2026, 10:00 in Paris. */
const tuesday = '2026-11-24T09:00:00.000Z'

const read = (text: string, submittedAt = tuesday, timeZone = paris) =>
  assumedDeadline({ title: 'Demande', text }, submittedAt, timeZone)

/** `2026-11-27` is the end of that day, `2026-11-27 18:30` that minute, both on the clocks of the zone. */
function moment(local: string, timeZone: string) {
  const [day = '', time] = local.split(' ')
  if (time === undefined) return { at: endOfDay(day, timeZone), precision: 'day' }
  return { at: instantAt(day, time, timeZone), precision: 'minute' }
}

describe('what a French text wants by when', () => {
  it.each([
    ["C'est pour demain", '2026-11-25'],
    ['Un visuel pr demain', '2026-11-25'],
    ['Un visuel pour ce soir si possible', '2026-11-24 20:00'],
    ['newsletter à envoyer vendredi midi', '2026-11-27 12:00'],
    ['À envoyer avant vendredi midi', '2026-11-27 12:00'],
    ['À rendre avant la fin de semaine', '2026-11-27'],
    ['il me le faut en fin de journée', '2026-11-24 18:00'],
    ['Newsletter à programmer. Jeudi 18 h stp.', '2026-11-26 18:00'],
    ['il me le faut pour la fin de journée', '2026-11-24 18:00'],
    ['à faire avant fin de journée demain', '2026-11-25 18:00'],
    ['Il me faut ça pour demain matin', '2026-11-25 12:00'],
    ["d'ici demain après-midi", '2026-11-25 18:00'],
    ['à faire d’ici jeudi soir', '2026-11-26 20:00'],
    ['À poster le 15', '2026-12-15'],
    ['pour le 27', '2026-11-27'],
    ['à publier pour le 27 à 8h', '2026-11-27 08:00'],
    ['avant le 1er décembre', '2026-12-01'],
    ['à livrer le 3 janvier', '2027-01-03'],
    ['avant le 15/12', '2026-12-15'],
    ['à rendre pour le 15/12/2026 à 14h30', '2026-12-15 14:30'],
    ['pour le 15.12.2026', '2026-12-15'],
    ['avant le 2026-12-15', '2026-12-15'],
    ['Peux-tu me l’envoyer dans 2 h ?', '2026-11-24 12:00'],
    ['il me le faut dans deux heures', '2026-11-24 12:00'],
    ["d'ici 48 h", '2026-11-26 10:00'],
    ["d'ici 2h stp", '2026-11-24 12:00'],
    ["d'ici 18h", '2026-11-24 18:00'],
    ["d'ici 18 h 30", '2026-11-24 18:30'],
    ['à livrer sous 48h', '2026-11-26 10:00'],
    ["à envoyer dans l'heure svp", '2026-11-24 11:00'],
    ["d'ici trois jours", '2026-11-27'],
    ["d'ici deux semaines", '2026-12-08'],
    ['publie-le jeudi à 18 h', '2026-11-26 18:00'],
    ['publie-le jeudi', '2026-11-26'],
    ['Tu peux programmer le post pour mercredi 18h stp ?', '2026-11-25 18:00'],
    ['merci de publier mardi', '2026-12-01'],
    ['à mettre en ligne lundi prochain', '2026-11-30'],
    ['avant mardi prochain', '2026-12-01'],
    ['avant vendredi de la semaine prochaine', '2026-12-04'],
    ['pour vendredi de cette semaine', '2026-11-27'],
    ['vendredi au plus tard', '2026-11-27'],
    ['vendredi dernier délai', '2026-11-27'],
    ['au plus tard vendredi 27 novembre à 17h', '2026-11-27 17:00'],
    ['18h max', '2026-11-24 18:00'],
    ['avant midi', '2026-11-24 12:00'],
    ['avant minuit', '2026-11-24'],
    ['elle doit partir avant 20h', '2026-11-24 20:00'],
    ["n'oublie pas d'envoyer la facture avant vendredi", '2026-11-27'],
    ['Pas urgent, mais avant vendredi ce serait bien', '2026-11-27'],
    ["rien d'urgent : d'ici vendredi c'est parfait", '2026-11-27'],
    ['Pas pour vendredi mais pour lundi', '2026-11-30'],
    ['Deadline : vendredi', '2026-11-27'],
    ['Date limite le 30 novembre', '2026-11-30'],
    ['la deadline est jeudi 15h', '2026-11-26 15:00'],
    ['tu as jusqu’à vendredi', '2026-11-27'],
    ["d'ici la fin du mois", '2026-11-30'],
    ["d'ici fin décembre", '2026-12-31'],
    ["à boucler avant la fin de l'année", '2026-12-31'],
    ['avant le week-end', '2026-11-27'],
    ["j'en ai besoin pour après-demain", '2026-11-26'],
    ['Je voudrais que ça parte jeudi à 9h', '2026-11-26 09:00'],
    ['je dois le rendre lundi, peux-tu relire avant dimanche 20h ?', '2026-11-29 20:00'],
    ['Demain publie le post', '2026-11-25'],
    ['Il faut les mettre en ligne et ouvrir le module lundi', '2026-11-30'],
    ['urgent pour demain 8 h du matin', '2026-11-25 08:00'],
    ["à faire aujourd'hui", '2026-11-24'],
    ['tu peux le faire aujourd’hui ?', '2026-11-24'],
    ['Peux-tu publier le post, jeudi à 18h ?', '2026-11-26 18:00'],
    ['Tout doit être prêt lundi', '2026-11-30'],
    ['avant 18h jeudi', '2026-11-26 18:00'],
    ['avant midi demain', '2026-11-25 12:00'],
    ['avant le vendredi 4 décembre', '2026-12-04'],
    ['pour le lundi 30', '2026-11-30'],
    ['Prépare les slides de la réunion pour vendredi', '2026-11-27'],
    ['jeudi ou au plus tard vendredi midi', '2026-11-27 12:00'],
    ['pour vendredi, au pire pour lundi', '2026-11-27'],
    ['programme-le à 18h', '2026-11-24 18:00'],
    ['A publier jeudi a 9h', '2026-11-26 09:00'],
    ['Coucou, il faudrait que la newsletter parte mardi 1er décembre à 10h précises.', '2026-12-01 10:00'],
    ['Le tout pour le 2 décembre, ça te va ?', '2026-12-02'],
    ['Programmer 4 posts : lundi 9h, mardi 9h, jeudi 18h, samedi 10h', '2026-11-26 18:00'],
    ['Le concours se termine dimanche : publier les gagnants lundi à 12h', '2026-11-30 12:00'],
    ['Je le donne à l’imprimeur demain, il me faut ta relecture ce soir', '2026-11-24 20:00'],
    ['Le client a rappelé hier, il veut une réponse avant vendredi', '2026-11-27'],
    ["réserve l'hôtel avant vendredi", '2026-11-27'],
    ['Deadline 15 déc. 18h', '2026-12-15 18:00'],
    ['À livrer au plus tard le 1er.', '2026-12-01'],
    ['Date de livraison : vendredi 4 décembre', '2026-12-04'],
    ['On est mardi, il me le faut jeudi', '2026-11-26'],
    ['mon visuel est pour samedi', '2026-11-28'],
    ['POUR DEMAIN MATIN', '2026-11-25 12:00'],
    ['La newsletter doit partir jeudi à 9h', '2026-11-26 09:00'],
    ['Un mail à faire partir lundi matin', '2026-11-30 12:00'],
    ['Date souhaitée : lundi 30 novembre', '2026-11-30'],
    ['Date de publication : 1er décembre à 9 h', '2026-12-01 09:00'],
  ])('"%s"', (text, local) => {
    expect(read(text)).toMatchObject(moment(local, paris))
  })
})

describe('what an English text wants by when', () => {
  it.each([
    ['I need it by tomorrow', '2026-11-25'],
    ['by tomorrow morning please', '2026-11-25 12:00'],
    ['Please send it by EOD', '2026-11-24 18:00'],
    ['need this EOD', '2026-11-24 18:00'],
    ['EOD please', '2026-11-24 18:00'],
    ['by EOD Friday', '2026-11-27 18:00'],
    ['by end of day tomorrow', '2026-11-25 18:00'],
    ['by close of business on Friday', '2026-11-27 18:00'],
    ['before Friday noon', '2026-11-27 12:00'],
    ['due Friday', '2026-11-27'],
    ['due on 3 December', '2026-12-03'],
    ['due December 21st at 5pm', '2026-12-21 17:00'],
    ['by December 21', '2026-12-21'],
    ['by Friday, December 4', '2026-12-04'],
    ['by Fri 5pm', '2026-11-27 17:00'],
    ['by next Tuesday', '2026-12-01'],
    ['by Friday next week', '2026-12-04'],
    ['by the 15th', '2026-12-15'],
    ['by the 15th of December', '2026-12-15'],
    ['no later than Thursday 9:30 am', '2026-11-26 09:30'],
    ['Thursday at the latest', '2026-11-26'],
    ['The deadline is Thursday', '2026-11-26'],
    ['Deadline: 30 November 2026', '2026-11-30'],
    ['you have until Friday', '2026-11-27'],
    ['Please publish it on Thursday at 6 pm', '2026-11-26 18:00'],
    ['schedule it for Sunday morning', '2026-11-29 12:00'],
    ['I need a presentation for Monday.', '2026-11-30'],
    ['My accountant needs everything sorted by the 30th', '2026-11-30'],
    ['I need this in 2 hours', '2026-11-24 12:00'],
    ['please send it in an hour', '2026-11-24 11:00'],
    ['can you do it within 48 hours?', '2026-11-26 10:00'],
    ['Please deliver it in two weeks', '2026-12-08'],
    ['before the end of the week', '2026-11-27'],
    ['by the end of the month', '2026-11-30'],
    ['by end of December', '2026-12-31'],
    ['by noon', '2026-11-24 12:00'],
    ['by midnight', '2026-11-24'],
    ['before the weekend', '2026-11-27'],
    ['by 17:30 today', '2026-11-24 17:30'],
    ['needs to be live on Friday', '2026-11-27'],
    ['by Friday at 5', '2026-11-27'],
    ['by 15/12', '2026-12-15'],
    ['by 12/15', '2026-12-15'],
    ['by 6/12', '2026-12-06'],
    ["Don't forget to post it by Friday", '2026-11-27'],
    ['No rush but by Friday please', '2026-11-27'],
    ['Please send it tonight', '2026-11-24 20:00'],
    ['please have flowers delivered today', '2026-11-24'],
    ['by the day after tomorrow', '2026-11-26'],
    ['I would like it published by Friday', '2026-11-27'],
    ['Let me know if you can send it by Friday', '2026-11-27'],
    ['Tomorrow please send the invoice', '2026-11-25'],
    ['Hello, can you make deux visuels pour vendredi ?', '2026-11-27'],
    ['Needs to be in their inbox by 8am tomorrow', '2026-11-25 08:00'],
    ['It has to go out Wednesday at 9am sharp', '2026-11-25 09:00'],
    ['Webinar is on Dec 10. Landing page by Dec 3, emails by Dec 5.', '2026-12-03'],
    ['By tomorrow EOD please, and no later than 6pm.', '2026-11-25 18:00'],
    ['Not before Monday, but by Wednesday at the latest', '2026-11-25'],
    ['due in two days', '2026-11-26'],
    ['They want it by Friday at noon', '2026-11-27 12:00'],
    ['Send it on the 1st of December', '2026-12-01'],
    ['by Wednesday 25th', '2026-11-25'],
    ['can you get the contract signed by Thursday? I leave on Friday.', '2026-11-26'],
    ['2026-12-01 at the latest', '2026-12-01'],
    ['Bonjour, il me faut ça ASAP, by Friday max', '2026-11-27'],
  ])('"%s"', (text, local) => {
    expect(read(text)).toMatchObject(moment(local, paris))
  })
})

describe('what is no deadline', () => {
  it.each([
    'le webinaire de jeudi',
    'Tu peux lui répondre ?\n\n-----Message d’origine-----\nDe : Mme Roux\n\nIl me faut le logo pour demain 9 h',
    'envoie le replay du webinaire de jeudi',
    'la facture du 3 mai',
    'the invoice of 3 May',
    'the invoice due Friday is attached',
    'depuis lundi, le formulaire ne marche plus',
    'not working since Monday',
    'my birthday is on Friday',
    'mon anniversaire est vendredi',
    'la réunion est jeudi à 14h',
    'avant le webinaire de jeudi',
    "before tomorrow's newsletter",
    "Thursday's call",
    'lunch for Tuesday visitors',
    'Publier le live de lundi sur YouTube',
    'il me le fallait pour hier',
    'it was due last Friday',
    'due yesterday',
    'avant vendredi dernier',
    'pour le 20 novembre',
    'le 20/11/2026 au plus tard',
    'by March 2024',
    'avant 8h',
    "j'ai publié la newsletter jeudi",
    "j'ai tout envoyé avant vendredi",
    "je t'envoie les textes avant jeudi",
    "I'll send you the photos by Thursday",
    "You'll get the texts by Friday",
    'tu auras les photos avant mardi',
    'elle publie jeudi',
    'Je publie vendredi',
    'Je pars vendredi',
    'pas avant jeudi',
    'ne publie pas avant jeudi',
    "don't publish before Thursday",
    'Hold it until Thursday',
    "rien d'urgent, pas pour demain",
    "ce n'est pas pour demain",
    'Pour demain ? Non.',
    'Avant vendredi ce n’est pas possible',
    'no need before Friday',
    'le sujet : « avant vendredi midi »',
    'the subject says "by Friday"',
    'Objet : plus que 3 places, avant dimanche',
    '> merci de l’envoyer avant vendredi',
    'Ouvert de 9h à 18h',
    'horaires : lundi-vendredi 9h-17h',
    'open Monday to Friday, 9am to 5pm',
    'support 24/7',
    'pour un support 24/7',
    'répondre aux mails 24h/24',
    'ratio 16/9 pour la vidéo',
    'pour 16/9',
    'by 20%',
    'due to the outage on Friday',
    'facturé 35 €/h pour 3 h',
    'by 3 people',
    'pour 12 ans et plus',
    'version 2.10 avant la 3.0',
    'by version 12.10',
    'appelle le 06 12 34 56 78',
    'au 15 rue des Lilas',
    'avant le 12 rue des Lilas',
    'pour le 3e module',
    'by the 3rd draft',
    'rappel 1h avant',
    'Send a reminder 2 days before',
    'pour 2 h de montage',
    'for 3 days',
    'pendant 3 jours',
    'répondre aux mails du 1er au 15 décembre',
    'Flights for Madrid 4-7 December',
    'réserver un train pour jeudi matin',
    'book a table for Friday 8pm',
    'une réunion pour jeudi',
    'déplacer la réunion à mardi 10h',
    'move my 1:1s to Wednesday',
    'please join the call tomorrow',
    'Tu peux être là demain de 20h à 21h ?',
    'Can you help me with something tomorrow?',
    'envoyer le lien de l’atelier jeudi',
    'create a flyer for the workshop on Friday',
    'tous les lundis, publie un post',
    'publie un post chaque lundi',
    'publie le lundi',
    'post on Mondays',
    'post every Friday',
    'merci pour hier',
    'merci pour demain',
    "c'est tout pour aujourd'hui",
    'thanks for today',
    'le lancement est prévu pour jeudi',
    'the launch is planned for Friday',
    'Inscrivez-vous avant vendredi',
    '-20 % sur les inscriptions avant vendredi',
    'early bird offer before Friday',
    'le code expire avant dimanche',
    'si je publie avant vendredi',
    'when we publish by Friday',
    'by Black Friday',
    'avant Vendredi saint',
    'lundi ou mardi',
    'avant lundi ou mardi',
    'publie le la semaine prochaine',
    'posts for next week',
    'dans quelques jours',
    'vendredi en huit au plus tard',
    'pour vendredi en huit',
    'by Friday week',
    'vendredi prochain au plus tard',
    'by next Friday',
    'by this Tuesday',
    'pour le 24',
    'avant le 30 février',
    'by 31 April',
    'avant vendredi 26 novembre',
    'before five',
    'by 5',
    'by 9:30',
    "d'ici 10h",
    'by 5pm London time',
    'by 17:00 CET',
    'pour 18h heure de Montréal',
    'sous 5 jours ouvrés, à livrer',
    'avant le 15 du mois prochain',
    'à rendre le 15 ou le 16',
    'from Thursday',
    'à partir de jeudi',
    'dès jeudi',
    'le post de demain',
    'la newsletter de décembre',
    'Carol retires on Friday',
    'the sale ends Sunday',
    'La boutique ferme avant 18h',
    'mon site, pour mes clients',
    'for the may queen, by march hare',
    'I may need 3 posts',
    'sun and sat: closed',
    'Merci de renvoyer les fichiers pour mercredi prochain',
    'Remind everyone that expenses are due by Friday',
    'Draft a reminder that invoices must be paid by 15 December',
    'Ask everyone to send their slides by Friday',
    'Peux-tu vérifier que le mail est bien parti mardi ?',
    'corrige le post publié jeudi',
    'Please send the minutes within 24 hours of the meeting',
    'Can you check the order due Friday?',
    'Set a reminder for Friday',
    'Séquence : mail 1 lundi, mail 2 mercredi',
    'Newsletter : 15 décembre',
    'Post Instagram jeudi',
    'The deadline was moved to Friday',
    'Move the deadline to Friday',
    'by Wednesday 26th',
    'by Mon or Tue',
    'Merci de mettre à jour les tarifs au 1er janvier',
    'Write a post about what happened on Monday',
    'Please update the opening hours: closed Thursday, open 9-5 Friday',
    'J’ai rdv chez le notaire jeudi à 9h',
    'Changer l’heure du cours : 18h au lieu de 17h',
    'Prepare slides, I present on Thursday at 10am',
    "d'ici 0 h",
    'in 0 minutes, please send it',
    'There and back for the 5th and 6th',
    'La newsletter du 15 décembre : à envoyer avant 18h',
    'Le webinaire est jeudi. Envoie le lien avant 18h.',
    '',
    '\n\n',
  ])('"%s"', (text) => {
    expect(read(text)).toBeNull()
  })
})

describe('which day a word means', () => {
  it.each([
    // [text, submitted, zone, meant]
    ['pour demain', '2026-12-31T09:00:00.000Z', paris, '2027-01-01'],
    ['by tomorrow', '2026-12-31T22:30:00.000Z', paris, '2027-01-01'],
    ['pour demain', '2026-12-31T23:30:00.000Z', paris, '2027-01-02'],
    ['avant le 3 janvier', '2026-12-31T09:00:00.000Z', paris, '2027-01-03'],
    ['avant le 31', '2026-12-30T09:00:00.000Z', paris, '2026-12-31'],
    ['avant le 31', '2026-11-30T09:00:00.000Z', paris, '2026-12-31'],
    ['avant le 5', '2026-12-30T09:00:00.000Z', paris, '2027-01-05'],
    ['avant vendredi', '2026-12-31T09:00:00.000Z', paris, '2027-01-01'],
    ['avant fin janvier', '2026-12-31T09:00:00.000Z', paris, '2027-01-31'],
    ['avant fin février', '2028-01-31T09:00:00.000Z', paris, '2028-02-29'],
    ['avant le 29 février', '2028-01-31T09:00:00.000Z', paris, '2028-02-29'],
    ['pour demain', '2028-02-28T09:00:00.000Z', paris, '2028-02-29'],
    ['avant jeudi', '2026-11-26T09:00:00.000Z', paris, '2026-12-03'],
    ['avant le 24 novembre', tuesday, paris, '2026-11-24'],
    ["à faire aujourd'hui", '2026-11-24T22:30:00.000Z', paris, '2026-11-24'],
    ['pour ce soir', '2026-11-24T20:30:00.000Z', paris, '2026-11-24'],
    ['by EOD', '2026-11-24T18:30:00.000Z', paris, '2026-11-24'],
    ['avant la fin de semaine', '2026-11-27T09:00:00.000Z', paris, '2026-11-27'],
    ['avant lundi prochain', '2026-11-23T09:00:00.000Z', paris, '2026-11-30'],
    // The clocks change: 29 March and 25 October 2026 in Paris, 4 October in Auckland, 8 March in New York.
    ['pour demain 2h30', '2026-03-28T09:00:00.000Z', paris, '2026-03-29 03:30'],
    ['pour demain 2h30', '2026-10-24T08:00:00.000Z', paris, '2026-10-25 02:30'],
    ['pour demain', '2026-03-28T09:00:00.000Z', paris, '2026-03-29'],
    ['pour demain', '2026-10-24T08:00:00.000Z', paris, '2026-10-25'],
    ["d'ici 48 h", '2026-03-28T09:00:00.000Z', paris, '2026-03-30 11:00'],
    ['by tomorrow 9am', '2026-10-02T20:00:00.000Z', 'Pacific/Auckland', '2026-10-04 09:00'],
    ['by tomorrow 9am', '2026-03-07T20:00:00.000Z', 'America/New_York', '2026-03-08 09:00'],
    // The same moment is another day elsewhere.
    ['by tomorrow', '2026-11-24T20:00:00.000Z', 'Pacific/Auckland', '2026-11-26'],
    ['by tomorrow', '2026-11-25T04:00:00.000Z', 'America/New_York', '2026-11-25'],
    ['by Friday', '2026-11-24T20:00:00.000Z', 'America/Sao_Paulo', '2026-11-27'],
    ['pour demain midi', '2026-11-24T20:30:00.000Z', 'Indian/Reunion', '2026-11-26 12:00'],
    // Month first in the United States, when the text is English.
    ['by 12/5 please', tuesday, 'America/New_York', '2026-12-05'],
    ['by 12/5 please', tuesday, 'Europe/London', '2027-05-12'],
    ['by 15/12 please', tuesday, 'America/Chicago', '2026-12-15'],
    ['pour le 5/12 stp', tuesday, 'America/New_York', '2026-12-05'],
    ['please send it by 12/5/2026 at 5pm', tuesday, 'America/Los_Angeles', '2026-12-05 17:00'],
  ])('"%s" written %s in %s', (text, submittedAt, timeZone, local) => {
    expect(read(text, submittedAt, timeZone)).toMatchObject(moment(local, timeZone))
  })

  it.each([
    ['avant le 29 février', '2026-11-24T09:00:00.000Z'],
    ['pour le 31', '2026-12-31T09:00:00.000Z'],
    ['avant la fin de semaine', '2026-11-28T09:00:00.000Z'],
    ['by next Monday', '2026-11-29T09:00:00.000Z'],
    ['pour ce matin', '2026-11-24T13:00:00.000Z'],
    ['avant midi', '2026-11-24T11:30:00.000Z'],
  ])('"%s" written %s is null', (text, submittedAt) => {
    expect(read(text, submittedAt)).toBeNull()
  })
})

describe('the words it was read from', () => {
  it.each([
    ['Newsletter à envoyer AVANT Vendredi midi, merci', 'AVANT Vendredi midi'],
    ['La deadline est le 30 novembre.', 'deadline est le 30 novembre'],
    ['Il me le faut d’ici demain\u00a0!', 'd’ici demain'],
    ['Publie-le jeudi à 18\u202fh 30', 'jeudi à 18\u202fh 30'],
    ['à rendre pour de\u200bmain', 'pour demain'],
    ['a\u0300 envoyer avant le 5 de\u0301cembre', 'avant le 5 décembre'],
  ])('of "%s"', (text, words) => {
    expect(read(text)?.words).toBe(words)
  })

  it('may stand in the title', () => {
    const found = assumedDeadline({ title: 'Newsletter pour vendredi', text: '' }, tuesday, paris)
    expect(found).toEqual({ ...moment('2026-11-27', paris), words: 'pour vendredi' })
  })

  it('are the ones of the earliest deadline', () => {
    const found = assumedDeadline(
      { title: 'Lancement, tout pour le 15 décembre', text: 'La page avant jeudi, les mails pour lundi.' },
      tuesday,
      paris,
    )
    expect(found).toEqual({ ...moment('2026-11-26', paris), words: 'avant jeudi' })
  })
})

describe('whatever the text holds', () => {
  const hostile = {
    digits: '1',
    numbers: '1 ',
    dates: '1/1/',
    times: '12:',
    hours: '9 h ',
    weekdays: 'lundi ',
    deadlines: 'pour lundi, ',
    fillers: `${'le la les au a vers '.repeat(20)}jeudi `,
    months: 'june 5 june ',
    parts: 'demain au le de la en ',
    ends: 'fin de la fin de ',
    needs: 'need a a a a published ',
    quotes: '«"\'',
    spaces: ' ',
    lines: '\n',
    accents: 'e\u0301',
    marks: '\u0301',
    dotted: 'İ',
    emoji: '👩‍👩‍👧‍👦',
    surrogates: '\ud83d',
  }

  it.each(Object.entries(hostile))('a megabyte of %s is read at once', (_name, piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    read(text)
    const start = performance.now()
    assumedDeadline({ title: text, text }, tuesday, paris)
    // Some 20 ms at worst; the rest is for a busy machine.
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('only its first 4,000 characters are read', () => {
    expect(read(`${'x '.repeat(1900)} avant vendredi`)?.words).toBe('avant vendredi')
    expect(read(`${'x '.repeat(2000)} avant vendredi`)).toBeNull()
    // Cut within "18h" the text would ask for the first of the month.
    const cut = read(`${'x '.repeat(1991)}envoyer le 18h30`)
    expect(cut).toBeNull()
  })

  it('it never fails, and what it finds is to come', () => {
    const pieces = fc.constantFrom(
      ...[
        'pour',
        'avant',
        'by',
        'due',
        "d'ici",
        'le',
        'the',
        'à',
        'at',
        'lundi',
        'Friday',
        'demain',
        'tonight',
      ],
      ...[
        '15',
        '31',
        '0',
        '99',
        '29 février',
        'June 31',
        '18h',
        '25h',
        '5pm',
        '13 pm',
        '12/13/14',
        '2026-13-45',
      ],
      ...[
        'fin',
        'du',
        'mois',
        'prochain',
        'next',
        'week',
        'dans',
        'in',
        '2',
        'h',
        'jours',
        'pas',
        'not',
        'EOD',
        'midi',
      ],
      ...[
        ',',
        '.',
        ':',
        '\n',
        '«',
        '»',
        '/',
        '-',
        "'",
        '🙏',
        '1er',
        '9999-12-31',
        '0000-01-01',
        'envoie',
        'send',
      ],
    )
    const text = fc.array(pieces, { maxLength: 12 }).map((words) => words.join(' '))
    const zone = fc.constantFrom(
      paris,
      'America/New_York',
      'Pacific/Auckland',
      'Asia/Kolkata',
      'Pacific/Apia',
    )
    const submitted = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString())
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), submitted, zone, (any, at, timeZone) => {
        const found = read(any, at, timeZone)
        if (found === null) return
        expect(found.at > at).toBe(true)
        expect(found.words.length).toBeLessThanOrEqual(80)
        expect(read(any, at, timeZone)).toEqual(found)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the zone of the process', () => {
  /** Nights in which the clocks of some process change, and texts that chrono reckons days for. */
  const script = `
    import { assumedDeadline } from ${JSON.stringify(new URL('../../../policies/text/dates.ts', import.meta.url).href)}
    const texts = ['pour demain', 'by Friday 2:30 am', 'due June 5', 'avant le 29 mars 2h30', "d'ici trois jours",
      'please send it in two weeks', 'by next Tuesday', 'avant le 15', 'à livrer dans un mois', 'dans 3 h, à envoyer']
    const moments = ['2026-03-07T23:30:00.000Z', '2026-03-08T07:30:00.000Z', '2026-03-28T13:00:00.000Z',
      '2026-04-04T13:30:00.000Z', '2026-09-26T14:30:00.000Z', '2026-11-01T05:30:00.000Z', '2026-12-31T10:59:59.000Z']
    const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'UTC']
    console.log(JSON.stringify(zones.map((zone) => moments.map((at) => texts.map((text) =>
      assumedDeadline({ title: '', text }, at, zone))))))
  `
  const readIn = (zone: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    })

  it('does not show', () => {
    const inUtc = readIn('UTC')
    expect(inUtc.match(/"at"/g)?.length).toBeGreaterThan(200)
    for (const zone of ['Pacific/Auckland', 'America/New_York', 'Europe/Paris', 'Pacific/Apia']) {
      expect(readIn(zone)).toBe(inUtc)
    }
  })
})
