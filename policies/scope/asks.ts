import { hasPhrase, type PhraseIndex, phraseIndex } from '../text/phrase.ts'

/**
 * What a clause does in a request.
 * - `ask`: it says what is wanted ("peux-tu…", "please…", an infinitive, "il faut…").
 * - `tell`: it says how things are ("j'ai fini…", "we had a meeting").
 * - `plain`: neither can be told from its words.
 */
export type Role = 'ask' | 'tell' | 'plain'

const phrases = (list: string): PhraseIndex => phraseIndex(list.trim().split(/\s*[,\n]\s*/u))
const words = (list: string) => new Set(list.trim().split(/\s+/u))

/** Say that something is wanted, wherever they stand in a clause. */
const asking = phrases(`
  peux tu, peut tu, tu peux, tu peut, pourrais tu, tu pourrais, pouvez vous, vous pouvez, pourriez vous, vous pourriez,
  merci de, merci d, il faut, il faudrait, il faudra, faut, faudrait, faudra, besoin de, besoin d, besoin que, besoin qu,
  je voudrais, j aimerais, je souhaite, je souhaiterais, je veux, on veut, on voudrait, on aimerait, nous voudrions,
  nous aimerions, nous souhaitons, il me faut, il me faudrait, il nous faut, il nous faudrait, me faudrait, est ce que tu,
  est ce que vous, est ce possible, serait il possible, possible de, ce serait, je te laisse, je vous laisse, a toi de,
  a vous de, tu veux bien, tu saurais, sauriez vous, saurais tu, te charger, te charges, vous charger, occupe toi,
  tu t occupes, t en occuper, t en charges, aide moi, aidez moi, m aider, il manque, reste a, n oublie pas, je cherche,
  on cherche, nous cherchons, je compte sur, penser a, pense a, prevoir, svp, stp, s il te plait, s il vous plait,
  tu me, vous me, dis moi, donne moi, j ai besoin, on a besoin, est ce qu on peut, on peut, j attends de toi, veuillez
  please, pls, plz, can you, could you, would you, will you, can we, could we, can u, could u, i need, we need, i d like,
  we d like, i would like, we would like, i want, we want, i d love, we d love, need to, needs to, needed, needs, should be,
  should, must be, must, get me, help me, let s, kindly, would be great, do you mind, would you mind, looking for, any chance,
  can i have, could i have, i wonder if, wondering if, grateful if, appreciate if, what i need, make sure, you could, you can,
  we have to, has to, have to, want you to, like you to, need you to, over to you, your job, your task, how about,
  i m after, i am after, is it possible, would it be possible, mind
`)

/** Say how things are or were, and who does what. */
const telling = phrases(`
  j ai, on a, nous avons, j avais, on avait, nous avions, il y a, c est, c etait, je suis, nous sommes, on est, je viens de,
  on vient de, il a, elle a, ils ont, elles ont, je sais, je pars, j espere, je pense, je serai, nous serons, je me, a ete,
  sont, etait, etaient, vient de, me dit, m a dit, d habitude, je gere, je fais, j ouvre, j organise, on organise, je lance,
  peut attendre, peuvent attendre
  i have, i ve, we ve, we had, i had, i m, we re, i am, we are, there is, there are, it is, it s, it was, he has, she has,
  they have, they ve, was, were, did, i know, i hope, hope, i think, i ll, we ll, i just, we just, i got, we got, i run,
  my partner, last week, yesterday, last month, i was, we were, says, said, told, is now, has been, have been, used to, can wait
`)

/** A clause that begins with them tells what somebody else does or did: "il a payé", "she is away". */
const others = words('il elle ils elles he she they')

/** Before the verb of an order or an infinitive: "et", "puis", "me", "nous"; "then", "also", "just". */
const lead = words(`
  et puis ensuite aussi donc alors me nous m juste bref bonjour coucou salut hello hi hey and then also just so ok dear
  a simplement seulement il y now next finally to
`)

/**
 * What does this clause do?
 * @param words of the clause, folded
 * @param startsWithAction does its first word after a lead name a work in the form of an order or infinitive?
 */
export function roleOf(words: readonly string[], startsWithAction: boolean): Role {
  const at = (index: PhraseIndex) => hasPhrase(index, words)
  if (at(asking)) return 'ask'
  if (at(telling) || others.has(words[0] ?? '')) return 'tell'
  return startsWithAction ? 'ask' : 'plain'
}

/** The place of the first word of a clause that is not a lead. */
export function firstWord(words: readonly string[]): number {
  const at = words.findIndex((word) => !lead.has(word))
  return at === -1 ? words.length : at
}

/** Past forms, "figured it out", and doers, "designer", « rédactrice »: what begins with them is no order. */
const pastOrDoer =
  /^(?!embed$).*[^e]ed$|(?:writ|read|sign|photograph|plann|schedul|develop|teach|manag|illustrat|translat|edit|coordinat)[eo]rs?$|(?:eur|euse|trice)s?$/u

const copulas = words('s is are was were has have will')

/** Is the word at this place no order, though it has the stem of a work: done already, a doer, ""numbers are in the sheet"? */
export function isNoOrder(words: readonly string[], at: number, language: 'fr' | 'en'): boolean {
  return pastOrDoer.test(words[at] ?? '') || (language === 'en' && copulas.has(words[at + 1] ?? ''))
}
