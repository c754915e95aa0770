import type { MessageSet } from './message-set.ts'

/** French, for clients who are addressed as « tu ». */
export const frenchTu: MessageSet = {
  out_of_scope: {
    body: `Merci pour ta demande ! {% if service %}« {{ service }} » ne fait pas partie{% else %}Elle ne fait pas partie{% endif %} des prestations prévues ensemble ; je préfère te le dire tout de suite.
{{ next_step }}`,
    nextStep:
      'Deux possibilités : un devis à part, selon mes disponibilités, ou un autre prestataire{% if referral %} (je te recommande {{ referral }}){% endif %}. Dis-moi ici ce que tu préfères.',
  },
  quote_needed: {
    body: `Merci pour ta demande ! {% if service %}« {{ service }} » se fait{% else %}Elle se fait{% endif %} sur devis : ce n'est pas compris dans les prestations habituelles.
{{ next_step }}`,
    nextStep:
      'Dis-moi ici ce que tu attends exactement et pour quand, et je te prépare un devis. Rien ne commence sans ton accord, et un autre prestataire reste possible si tu préfères.',
  },
  urgent_confirm: {
    body: `{% if due %}Merci pour ta demande ! Tu l'attends pour {{ due }}, avec moins de {{ threshold_hours }} h de délai : c'est une demande urgente, et je dois d'abord vérifier ma disponibilité.{% else %}Merci pour ta demande ! Elle est signalée comme urgente : je dois d'abord vérifier ma disponibilité. Aucune majoration n'est comptée pour l'instant ; il n'y en aurait une que si une échéance à moins de {{ threshold_hours }} h était confirmée.{% endif %}
{% if due and estimate %}{{ estimate }}
{% elsif due and percent %}En urgence, une majoration de {{ percent }} s'ajoute au tarif.
{% endif %}{{ next_step }}`,
    nextStep:
      "{% if due %}À toi de choisir : repousser l'échéance pour me laisser au moins {{ threshold_hours }} h (sans majoration), maintenir l'urgence si je te confirme ma disponibilité, ou voir avec un autre prestataire. Dis-moi ici ce qui te convient.{% else %}Si une date s'impose, indique-la comme échéance ; je te réponds ici sur ma disponibilité.{% endif %}",
  },
  urgent_confirmed: {
    body: `C'est confirmé : je traite ta demande en urgence{% if due %}, pour {{ due }}{% endif %}.
{% if estimate %}{{ estimate }}
{% elsif percent %}La majoration d'urgence est de {{ percent }}.
{% endif %}{{ next_step }}`,
    nextStep:
      "Tu n'as rien d'autre à faire pour l'instant ; s'il me manque un élément, je te le demande ici.",
  },
  to_review: {
    body: `Merci pour ta demande, elle est bien arrivée. Je la relis avant de te répondre.
{{ next_step }}`,
    nextStep: 'Je reviens vers toi ici ; une précision sur ce que tu attends peut déjà aider.',
  },
  in_scope: {
    body: `Merci pour ta demande ! Elle fait bien partie des prestations prévues{% if service %} (« {{ service }} »){% endif %}.
{% if estimate %}{{ estimate }}
{% endif %}{{ next_step }}`,
    nextStep:
      "Tu n'as rien d'autre à faire pour l'instant ; s'il me manque un élément, je te le demande ici.",
  },
}
