import type { AnsweredCode } from './answered-codes.ts'
import type { MessageSource } from './message-set.ts'

/** What is said once somebody has answered. There is no sentence of it beside another headline. */
export type AnsweredSet = Readonly<Record<AnsweredCode, Omit<MessageSource, 'also'>>>

const start = '{% if introduction %}{{ introduction }}\n{% endif %}'
const price = '{% if price %}{{ price }}\n{% endif %}'
const end = '{% if also %}{{ also }}\n{% endif %}{{ next_step }}'
const clauses = {
  tu: '{% if clause %}Comme prévu dans mes conditions : « {{ clause }} »\n{% endif %}',
  vous: '{% if clause %}Comme le prévoient mes conditions : « {{ clause }} »\n{% endif %}',
  en: '{% if clause %}As set out in my terms: “{{ clause }}”\n{% endif %}',
} as const

/** What is left of urgent work that cannot be. It may have no due date yet: only a word may have called it urgent. */
const instead = {
  tu: "Si tu peux patienter, {% if wait_until %}mets l'échéance au {{ wait_until }} ou plus tard{% else %}reporte l'échéance{% endif %} : il n'y aura pas de majoration. Sinon, un autre prestataire pourra peut-être t'aider{% if referral %} : je te recommande {{ referral }}{% endif %}.",
  vous: "Si vous pouvez patienter, il suffit de {% if wait_until %}mettre l'échéance au {{ wait_until }} ou plus tard{% else %}reporter l'échéance{% endif %} : il n'y aura pas de majoration. Sinon, un autre prestataire pourra peut-être vous aider{% if referral %} : je vous recommande {{ referral }}{% endif %}.",
  en: 'If you can wait, {% if wait_until %}set the due date to {{ wait_until }} or later{% else %}move the due date{% endif %}, and there will be no surcharge. If it cannot wait, another provider may be able to help{% if referral %}: I recommend {{ referral }}{% endif %}.',
} as const

/** French, « tu ». */
export const answeredTu: AnsweredSet = {
  quoted: {
    body: `${start}Merci pour ta demande ! Voici le prix que je te propose{% if amount %} : {{ amount }}{% endif %}{% if valid_until %}, valable jusqu'au {{ valid_until }}{% endif %}.
${clauses.tu}${price}${end}`,
    nextStep:
      "Dis-moi ici si cela te convient, un simple « d'accord » suffit. Rien ne commence sans ton accord, et un autre prestataire reste possible si tu préfères.",
  },
  reminded: {
    body: `${start}Merci pour ta demande ! Un petit rappel : le prix que je te propose{% if amount %} ({{ amount }}){% endif %} attend encore ta réponse{% if valid_until %}, et reste valable jusqu'au {{ valid_until }}{% endif %}.
${price}${end}`,
    nextStep:
      "Un simple « d'accord » suffit, et un « non merci » aussi : dans les deux cas, je sais quoi faire. Rien ne commence sans ton accord.",
  },
  lapsed: {
    body: `${start}Merci pour ta demande ! Comme je n'ai pas eu ta réponse, le prix que je te proposais n'est plus d'actualité, et rien n'a été commencé.
${end}`,
    nextStep: "Si ce travail t'intéresse toujours, dis-le-moi ici : je te ferai une nouvelle proposition.",
  },
  unconfirmed: {
    body: `${start}Merci pour ta demande ! Je n'ai malheureusement pas pu te confirmer à temps ma disponibilité en urgence{% if due %} pour {{ due }}{% endif %} : mieux vaut ne pas compter dessus, et je préfère te le dire.
${clauses.tu}${end}`,
    nextStep: instead.tu,
  },
  declined: {
    body: `${start}Merci pour ta demande ! Je ne suis malheureusement pas disponible en urgence{% if due %} pour {{ due }}{% endif %}, et je préfère te le dire tout de suite.
${clauses.tu}${end}`,
    nextStep: instead.tu,
  },
  accepted: {
    body: `${start}Merci pour ta réponse, c'est noté : j'ai bien ton accord{% if amount %} ({{ amount }}){% endif %}. Ce prix ne changera plus pour cette demande.
${price}${end}`,
    nextStep: 'Je te tiens au courant ici pour la suite.',
  },
  refused: {
    body: `${start}Merci pour ta réponse, c'est noté : nous en restons là pour cette demande.
${end}`,
    nextStep:
      'Si tes besoins changent, modifie cette demande ou ajoutes-en une autre : je la regarderai avec plaisir.',
  },
  waiting: {
    body: `${start}Merci pour ta réponse, c'est noté : rien ne presse, et il n'y a pas de majoration{% if wait_until %} à partir de {{ wait_until }}{% endif %}.
{% if estimate %}{{ estimate }}
{% endif %}${end}`,
    nextStep:
      "Si ta demande a une échéance, pense à la reporter ; s'il me manque un élément, je te le demande ici.",
  },
}

/** French, « vous ». */
export const answeredVous: AnsweredSet = {
  quoted: {
    body: `${start}Merci pour votre demande. Voici le prix que je vous propose{% if amount %} : {{ amount }}{% endif %}{% if valid_until %}, valable jusqu'au {{ valid_until }}{% endif %}.
${clauses.vous}${price}${end}`,
    nextStep:
      "Dites-moi ici si cela vous convient, un simple « d'accord » suffit. Rien ne commence sans votre accord, et un autre prestataire reste possible si vous le souhaitez.",
  },
  reminded: {
    body: `${start}Merci pour votre demande. Un petit rappel : le prix que je vous propose{% if amount %} ({{ amount }}){% endif %} attend encore votre réponse{% if valid_until %}, et reste valable jusqu'au {{ valid_until }}{% endif %}.
${price}${end}`,
    nextStep:
      "Un simple « d'accord » suffit, et un « non merci » aussi : dans les deux cas, je sais quoi faire. Rien ne commence sans votre accord.",
  },
  lapsed: {
    body: `${start}Merci pour votre demande. Comme je n'ai pas eu votre réponse, le prix que je vous proposais n'est plus d'actualité, et rien n'a été commencé.
${end}`,
    nextStep:
      'Si ce travail vous intéresse toujours, dites-le-moi ici : je vous ferai une nouvelle proposition.',
  },
  unconfirmed: {
    body: `${start}Merci pour votre demande. Je n'ai malheureusement pas pu vous confirmer à temps ma disponibilité en urgence{% if due %} pour {{ due }}{% endif %} : mieux vaut ne pas compter dessus, et je tiens à vous le dire.
${clauses.vous}${end}`,
    nextStep: instead.vous,
  },
  declined: {
    body: `${start}Merci pour votre demande. Je ne suis malheureusement pas disponible en urgence{% if due %} pour {{ due }}{% endif %}, et je tiens à vous le dire tout de suite.
${clauses.vous}${end}`,
    nextStep: instead.vous,
  },
  accepted: {
    body: `${start}Merci pour votre réponse, c'est noté : j'ai bien votre accord{% if amount %} ({{ amount }}){% endif %}. Ce prix ne changera plus pour cette demande.
${price}${end}`,
    nextStep: 'Je vous tiens au courant ici pour la suite.',
  },
  refused: {
    body: `${start}Merci pour votre réponse, c'est noté : nous en restons là pour cette demande.
${end}`,
    nextStep:
      'Si vos besoins changent, vous pouvez modifier cette demande ou en ajouter une autre : je la regarderai avec plaisir.',
  },
  waiting: {
    body: `${start}Merci pour votre réponse, c'est noté : rien ne presse, et il n'y a pas de majoration{% if wait_until %} à partir de {{ wait_until }}{% endif %}.
{% if estimate %}{{ estimate }}
{% endif %}${end}`,
    nextStep:
      "Si votre demande a une échéance, pensez à la reporter ; s'il me manque un élément, je vous le demande ici.",
  },
}

/** English. */
export const answeredEnglish: AnsweredSet = {
  quoted: {
    body: `${start}Thanks for your request! Here is the price I can offer you{% if amount %}: {{ amount }}{% endif %}{% if valid_until %}, until {{ valid_until }}{% endif %}.
${clauses.en}${price}${end}`,
    nextStep:
      'Tell me here if this suits you; a simple “OK” is enough. Nothing starts without your approval, and you are free to go with another provider.',
  },
  reminded: {
    body: `${start}Thanks for your request! A gentle reminder: the price I can offer you{% if amount %} ({{ amount }}){% endif %} is still waiting for your answer{% if valid_until %}, and stands until {{ valid_until }}{% endif %}.
${price}${end}`,
    nextStep:
      'A simple “OK” is enough, and so is “no thanks”: either way, I know what to do. Nothing starts without your approval.',
  },
  lapsed: {
    body: `${start}Thanks for your request! As I have not heard from you, the price I offered no longer stands, and nothing has been started.
${end}`,
    nextStep: 'If you are still interested, tell me here, and I will make you a new offer.',
  },
  unconfirmed: {
    body: `${start}Thanks for your request! I am afraid I could not confirm in time that I am available for urgent work{% if due %} for {{ due }}{% endif %}: please do not count on it, I would rather tell you.
${clauses.en}${end}`,
    nextStep: instead.en,
  },
  declined: {
    body: `${start}Thanks for your request! I am afraid I am not available for urgent work{% if due %} for {{ due }}{% endif %}, and I would rather tell you straight away.
${clauses.en}${end}`,
    nextStep: instead.en,
  },
  accepted: {
    body: `${start}Thanks for your answer, I have noted your agreement{% if amount %} ({{ amount }}){% endif %}. This price will not change for this request.
${price}${end}`,
    nextStep: 'I will keep you posted here about what comes next.',
  },
  refused: {
    body: `${start}Thanks for your answer: I have noted it, and I am closing this request.
${end}`,
    nextStep: 'If your needs change, edit this request or add another one, and I will gladly look at it.',
  },
  waiting: {
    body: `${start}Thanks for your answer, I have noted it: there is no rush, and no surcharge{% if wait_until %} from {{ wait_until }} on{% endif %}.
{% if estimate %}{{ estimate }}
{% endif %}${end}`,
    nextStep: 'If your request has a due date, please move it; if I need anything, I will ask here.',
  },
}
