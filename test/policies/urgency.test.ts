import { describe, expect, it } from 'vitest'
import { unanswered } from '#model/answer.ts'
import type { Facts } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { evaluate } from '#policies/evaluate.ts'
import { urgency as rule } from '#policies/rules/urgency.ts'
import { added, compiled, document, facts, judge, monday, request, task } from './judge.ts'

const policy = compiled()
const urgency = (by: typeof policy, asked: Task, known: Facts) =>
  rule(request({ policy: by, task: asked, facts: known }))
const found = (text: string) =>
  urgency(policy, task({ title: 'Demande', text }), facts())[0]?.evidence.words ?? []

describe('words of urgency', () => {
  it.each([
    ['URGENT : newsletter', 'urgent'],
    ['à faire en urgence', 'en urgence'],
    ["j'en ai besoin d'urgence", 'd urgence'],
    ['un visuel au plus vite', 'au plus vite'],
    ['dès que possible', 'des que possible'],
    ['Un visuel pour ce soir', 'pour ce soir'],
    ["c'est pour aujourd’hui", 'aujourd hui'],
    ['il me le faut tout de suite', 'tout de suite'],
    ['merci de le faire immédiatement', 'immediatement'],
    ['needed ASAP', 'asap'],
    ['please call tonight', 'tonight'],
    ['I need it today', 'today'],
    ['please fix it right away', 'right away'],
    ['fix it immediately!', 'immediately'],
    ['need this right now', 'right now'],
    ['pas de rédaction, mais urgent', 'urgent'],
    ['ur\u200Bgent', 'urgent'],
    ['no later than tonight', 'tonight'],
    ['au plus tard ce soir', 'ce soir'],
    ['Newsletter à envoyer ce soir', 'ce soir'],
    ["peux-tu t'en occuper aujourd'hui stp ?", 'aujourd hui'],
    ["le plus vite possible s'il vous plaît", 'le plus vite possible'],
    ['appelez-le le plus tôt possible', 'le plus tot possible'],
    ['il faut le faire maintenant', 'maintenant'],
    ['C’est très pressé, merci !', 'tres presse'],
    ['au + vite', 'au + vite'],
    ["d'ici la fin de la journée", 'd ici la fin de la journee'],
    ["Aujourd'hui si possible", 'aujourd hui'],
    ['maintenant stp', 'maintenant'],
    ['EOD please', 'eod'],
    ["vu l'urgence, je compte sur toi", 'urgence'],
    ['I need it now', 'need it now'],
    ['this is an emergency', 'an emergency'],
    ['as soon as humanly possible', 'as soon as humanly possible'],
    ['I need them as soon as you possibly can', 'as soon as you possibly can'],
    ["Vraiment désolée pour l'urgence", 'desolee pour l urgence'],
    ["I'd like this today", 'today'],
    ["Je voudrais ça aujourd'hui", 'aujourd hui'],
    ['Je compte sur toi ce soir', 'ce soir'],
    ["Aujourd'hui max", 'aujourd hui'],
    ['Please do it now', 'do it now'],
    ['à publier au plus tôt, merci', 'au plus tot'],
    ['Il me faut le visuel avant la fin de la journée', 'avant la fin de la journee'],
    ["C'est urgent ! Pas de réponse du client.", 'urgent'],
    ['il me le faut auj', 'auj'],
    ["Peux-tu l'envoyer cet après-midi ?", 'cet apres midi'],
    ['Ce soir dernier délai', 'ce soir'],
    ['I need it by COB', 'cob'],
    ['Can you do it this afternoon?', 'this afternoon'],
    ["Le lien ne marche plus c'est urgent !", 'urgent'],
    ["Le formulaire ne marche pas c'est urgent", 'urgent'],
    ["Je ne peux pas avancer c'est urgent", 'urgent'],
    ["Je n'ai rien reçu c'est urgent", 'urgent'],
    ["Je n'ai rien reçu ça urge", 'ca urge'],
    ["Le lien n'était pas bon c'est pour hier", 'c est pour hier'],
    ["it doesn't work it's urgent", 'urgent'],
    ['The link is not working this is urgent', 'urgent'],
    ["I had no answer it can't wait", 'it can t wait'],
    ["En plus c'est urgent", 'urgent'],
    ['ça devient de plus en plus urgent', 'urgent'],
    ["C'est plus urgent que prévu", 'urgent'],
    ["c'est encore plus urgent maintenant qu'hier", 'urgent'],
    ["c'est un peu urgent", 'urgent'],
    ['Urgence : haute', 'urgence'],
    ['vire-le maintenant et reprogramme-le avec 85 €', 'maintenant'],
    ['supprime-la tout de suite et préviens Léa', 'tout de suite'],
    ['je peux pas attendre', 'peux pas attendre'],
    ['ça ne peut pas attendre', 'peut pas attendre'],
    ['Dès que tu vois ce message, appelle-moi immédiatement', 'immediatement'],
    ['Once you see this, please call me right away', 'right away'],
    ['URGENCE\nAucune commande ne passe depuis ce matin', 'urgence'],
    ['Refaire la page en urgence. Aucune modification du texte.', 'en urgence'],
    ['Fais-le tout de suite, deux jours plus tard ce sera trop tard', 'tout de suite'],
    ['Envoie le devis tout de suite, puis relance trois jours après', 'tout de suite'],
    ["Si une place se libère, merci de m'inscrire immédiatement", 'immediatement'],
  ])('hears "%s"', (text, word) => {
    expect(found(text)).toEqual([word])
  })

  it.each([
    "rien d'urgent",
    "ce n'est pas urgent",
    "c'est pas urgent",
    "ce n'est plus urgent",
    "Ce n'est plus urgent que tu t'en occupes",
    "C'est moins urgent que la newsletter",
    "Le lien ne marche plus mais ce n'est pas urgent",
    "Je n'ai rien reçu, c'est pas urgent",
    "Je ne pense pas que c'est urgent",
    "je pense pas c'est urgent",
    "I don't think it's urgent",
    "I don't think that it's urgent",
    "The link is not working but it's not urgent",
    "Quand quelqu'un achète le guide, le premier mail doit partir immédiatement",
    'le premier mail doit partir immédiatement, le deuxième trois jours après',
    'Once a client pays, the receipt must go out immediately',
    'the first mail must go out immediately, the second three days later',
    'ça peut attendre',
    'J’ai fini, je le maintiens pour jeudi',
    'Urgence : faible',
    'Urgence : basse, merci',
    'urgence nulle',
    'Urgence : low',
    "pas d'urgence",
    "sans aucune urgence, rien d'urgent",
    'Urgent ? Non.',
    'no rush, not urgent at all',
    "it isn't urgent",
    'nothing urgent',
    "une newsletter sur l'urgence climatique",
    "les urgences de l'hôpital",
    'our urgent care clinic',
    "le numéro d'urgence",
    'trier les mails urgents',
    "c'était urgent la dernière fois",
    'it was urgent last week',
    "l'objet commence par « Urgent »",
    'the subject says "urgent"',
    'Objet : Urgent, plus que 3 places',
    '> URGENT svp',
    'zéro urgence',
    '0 urgence, prends ton temps',
    'on se voit ce soir',
    "Merci pour ta réactivité aujourd'hui",
    'Thanks for your quick reply today',
    "it doesn't need to be today",
    "j'ai déjà répondu en urgence hier",
    'Urgent column: move the cards to it',
    'Please send it by COB Friday',
    'Tu es dispo cet après-midi ?',
    'Are you around this afternoon?',
    'Peux-tu lui répondre ?\n\n-----Message d’origine-----\nDe : Mme Roux\n\nIl me faut un logo pour ce soir, c’est urgent',
    'le replay du webinaire de ce soir est en ligne',
    "tonight's webinar went well",
    "j'ai publié la newsletter aujourd'hui",
    'I have sent it today',
    "Right now it's chaos",
    "un mail part immédiatement après l'achat",
    'le coupon URGENT20',
    'pour demain',
    'resurgent insurgents',
    "don't do it today",
    "pas besoin de le faire aujourd'hui",
    'inutile de répondre ce soir',
    'no need to do it today',
    'less urgent than the rest',
    "l'urgence est passée",
    "nous sommes fermés aujourd'hui",
    'the email marked urgent',
    "une lettre sur l'urgence de ralentir",
    "tu l'avais corrigé dans l'heure, merci encore",
    'merci pour hier',
    "jusqu'à maintenant",
    'il faudrait maintenant les contacter un par un',
    'Please send it by EOD Friday',
    'by the end of the day on Thursday',
    'À envoyer vendredi avant la fin de journée',
    "d'ici la fin de la journée de lundi",
    'Urgent ? Non, pas vraiment.',
    "Est-ce que c'est urgent ? Pas du tout.",
    'ça urge pas',
    "L'événement a lieu ce soir",
    "Rappel : l'offre se termine aujourd'hui",
    'The webinar is tonight, please send the reminder',
    'Our offer ends tonight',
    'Au plus tôt lundi',
    'À publier la semaine prochaine au plus tôt',
    'À envoyer au plus tôt le 15',
    'Please send it by EOD 27 November',
    'Je te fais un retour ce soir.',
    "Je t'envoie les photos ce soir, peux-tu préparer le post pour jeudi ?",
    'Ma sœur passe te voir, elle part ce soir',
    'Could you draft a reply?\n\nThis email is confidential. If you are not the intended recipient please notify the sender immediately.',
    'As agreed today, please create the post by Friday',
  ])('does not hear "%s"', (text) => {
    expect(found(text)).toEqual([])
  })

  it('takes the moment in a title for the moment when it is wanted, unless it is that of something else', () => {
    const heard = (title: string) =>
      urgency(policy, task({ title, text: '' }), facts())[0]?.evidence.words ?? []
    expect(heard('Table for three tonight near Marylebone')).toEqual(['tonight'])
    expect(heard("Demander aujourd'hui à Mme Cloarec si elle signe")).toEqual(['aujourd hui'])
    expect(heard('Les photos du concert de ce soir')).toEqual([])
    expect(heard("Aujourd'hui je suis à Lyon")).toEqual([])
  })

  it('hears words of its own', () => {
    const own = compiled(document({ urgency: { markers: { fr: ['ça presse'] } } }))
    expect(urgency(own, task({ text: 'Ça presse !' }), facts())[0]?.evidence.words).toEqual(['ca presse'])
    expect(found('Ça presse !')).toEqual([])
  })
})

describe('notice', () => {
  it.each([
    ['23 h 59', '2026-11-24T07:59:00.000Z', 'short-notice', 1439],
    ['a millisecond less than 24 h', '2026-11-24T07:59:59.999Z', 'short-notice', 1439],
    ['none at all', monday, 'short-notice', 0],
  ])('of %s is short', (_name, dueAt, reason, noticeMinutes) => {
    expect(urgency(policy, task(), facts({ dueAt, dueSetAt: monday }))).toEqual([
      {
        code: 'urgent_confirm',
        reason,
        evidence: { noticeMinutes, words: [], billed: true, noTime: false, offHours: null },
        clause: 'urgency.thresholdHours',
      },
    ])
  })

  it('of exactly 24 h is not short', () => {
    expect(urgency(policy, task(), facts({ dueAt: '2026-11-24T08:00:00.000Z', dueSetAt: monday }))).toEqual(
      [],
    )
  })

  it.each([
    ['days', '2026-11-20T08:00:00.000Z'],
    ['a millisecond', '2026-11-23T07:59:59.999Z'],
  ])(
    'of a date %s before the request is a slip of the pen: a person looks, and nothing is urgent',
    (_name, dueAt) => {
      const slip = { dueAt, dueSetAt: monday }
      expect(urgency(policy, task(), facts(slip))).toEqual([
        { code: 'to_review', reason: 'past-due', evidence: { dueAt }, clause: null },
      ])
      expect(judge('Newsletter de mai', slip)).toMatchObject({ announce: false, price: null })
      const marked = urgency(policy, task({ text: 'urgent' }), facts(slip)).map(({ code }) => code)
      expect(marked).toEqual(['urgent_confirm', 'to_review'])
    },
  )

  it('of a date that had passed when it was first seen, but not when the request was made, is short', () => {
    const late = { dueAt: '2026-11-23T10:00:00.000Z', dueSetAt: '2026-11-23T11:00:00.000Z' }
    expect(urgency(policy, task(), facts(late))).toMatchObject([
      { code: 'urgent_confirm', reason: 'short-notice', evidence: { noticeMinutes: -60 } },
    ])
  })

  it('of a date weeks in the past, set on an older request, is a slip as well', () => {
    const setOn = (dueSetAt: string) => {
      const known = facts({ dueAt: monday, dueSetAt, judgedAt: dueSetAt })
      const older = task({ submittedAt: '2026-11-03T08:00:00.000Z', dueAt: monday })
      return evaluate(compiled(), older, known, dueSetAt)
    }
    expect(setOn('2026-11-24T08:00:00.000Z').labels).toEqual(['in_scope', 'urgent_confirm', 'surcharge:35'])
    for (const late of ['2026-11-24T08:00:00.001Z', '2026-12-10T08:00:00.000Z'])
      expect(setOn(late)).toMatchObject({ labels: ['to_review'], announce: false, price: null })
  })

  it('of such a date is no doubt any more once a person has ruled, or named a price', () => {
    const slip = { dueAt: '2026-11-20T08:00:00.000Z', dueSetAt: monday }
    const ruled = { ...slip, overrides: [added('in_scope')] }
    const quoted = { ...slip, answers: { ...unanswered, quote: { minor: 12_000, currency: 'EUR' } } }
    for (const known of [ruled, quoted]) expect(urgency(policy, task(), facts(known))).toEqual([])
  })

  it('is not known when nobody knows when the date was set, so nothing is billed', () => {
    expect(urgency(policy, task(), facts({ dueAt: '2026-11-23T09:00:00.000Z' }))).toEqual([])
  })

  it('follows the threshold of the policy', () => {
    const strict = compiled(document({ urgency: { thresholdHours: 48 } }))
    const known = facts({ dueAt: '2026-11-24T20:00:00.000Z', dueSetAt: monday })
    expect(urgency(strict, task(), known)).toHaveLength(1)
  })

  it('together with a word is both, and is confirmed by the label that a person adds', () => {
    const known = facts({ dueAt: monday, dueSetAt: monday, overrides: [added('urgent_confirmed')] })
    expect(urgency(policy, task({ text: 'urgent' }), known)[0]).toMatchObject({
      code: 'urgent_confirmed',
      reason: 'both',
    })
  })

  it('is not confirmed by a label that a person took off', () => {
    const removed = { ...added('urgent_confirmed'), change: 'removed' } as const
    expect(urgency(policy, task({ text: 'urgent' }), facts({ overrides: [removed] }))[0]?.code).toBe(
      'urgent_confirm',
    )
  })
})

describe('notice and working time', () => {
  const week = { monday: ['09:00-18:00'], friday: ['09:00-18:00'] }
  const withHours = (urgency: object = {}, hours: object = {}) =>
    compiled(document({ hours: { week, ...hours }, urgency }))
  const friday = '2026-11-27T21:00:00.000Z' // 22:00 in Paris
  const nextMonday = '2026-11-30T08:00:00.000Z' // 9:00

  it('of 59 h without a working hour in it is urgent, and not short', () => {
    const [found] = urgency(withHours(), task(), facts({ dueAt: nextMonday, dueSetAt: friday }))
    expect(found).toMatchObject({
      code: 'urgent_confirm',
      reason: 'no-working-time',
      evidence: { billed: false, offHours: 'evening' },
      clause: 'urgency.offHours.work',
    })
  })

  it.each([
    ['a Sunday', '2026-11-29T15:00:00.000Z', 'weekend'],
    ['a Friday evening', '2026-11-27T22:00:00.000Z', 'evening'],
  ])('for %s names the time that work would take place in', (_name, dueAt, offHours) => {
    expect(urgency(withHours(), task(), facts({ dueAt, dueSetAt: friday }))[0]?.evidence).toMatchObject({
      offHours,
    })
  })

  it('for a public holiday names it so', () => {
    const policy = withHours(
      {},
      { week: { ...week, thursday: ['09:00-18:00'], saturday: [] }, holidays: { country: 'FR' } },
    )
    // Ascension Day 2027
    const known = facts({ dueAt: '2027-05-06T10:00:00.000Z', dueSetAt: '2027-05-06T07:00:00.000Z' })
    expect(urgency(policy, task(), known)[0]?.evidence).toMatchObject({ offHours: 'holiday' })
  })

  it('counts in working time where the policy says so', () => {
    const working = withHours({ basis: 'working', thresholdHours: 8 })
    const known = facts({ dueAt: '2026-11-30T15:00:00.000Z', dueSetAt: friday })
    expect(urgency(working, task(), known)[0]).toMatchObject({
      reason: 'short-notice',
      evidence: { billed: true },
    })
    expect(urgency(withHours(), task(), known)).toEqual([])
  })

  it('rests on the clause that urgent work is never done, where that is so', () => {
    const never = withHours({ accepted: false })
    expect(urgency(never, task({ text: 'urgent' }), facts())[0]?.clause).toBe('urgency.accepted')
  })

  it.each([
    ['2026-10-24T22:30:00.000Z', '2026-10-25T22:29:00.000Z', 1439], // the night of 25 hours
    ['2027-03-27T22:30:00.000Z', '2027-03-28T22:29:00.000Z', 1439], // the night of 23 hours
  ])('from %s counts real minutes over the change of clocks', (dueSetAt, dueAt, noticeMinutes) => {
    expect(urgency(policy, task(), facts({ dueAt, dueSetAt }))[0]?.evidence).toMatchObject({ noticeMinutes })
  })
})
