import type { MessageSet } from './message-set.ts'

/** French, for clients who are addressed as « vous ». */
export const frenchVous: MessageSet = {
  out_of_scope: {
    body: `Merci pour votre demande. {% if service %}« {{ service }} » ne fait pas partie{% else %}Elle ne fait pas partie{% endif %} des prestations prévues ensemble ; je préfère vous le dire tout de suite.
{{ next_step }}`,
    nextStep:
      'Deux possibilités : un devis à part, selon mes disponibilités, ou un autre prestataire{% if referral %} (je vous recommande {{ referral }}){% endif %}. Dites-moi ici ce que vous préférez.',
  },
  quote_needed: {
    body: `Merci pour votre demande. {% if service %}« {{ service }} » se fait{% else %}Elle se fait{% endif %} sur devis : ce n'est pas compris dans les prestations habituelles.
{{ next_step }}`,
    nextStep:
      'Dites-moi ici ce que vous attendez exactement et pour quand, et je vous prépare un devis. Rien ne commence sans votre accord, et un autre prestataire reste possible si vous préférez.',
  },
  urgent_confirm: {
    body: `{% if due %}Merci pour votre demande. Vous l'attendez pour {{ due }}, avec moins de {{ threshold_hours }} h de délai : c'est une demande urgente, et je dois d'abord vérifier ma disponibilité.{% else %}Merci pour votre demande. Elle est signalée comme urgente : je dois d'abord vérifier ma disponibilité. Aucune majoration n'est comptée pour l'instant ; il n'y en aurait une que si une échéance à moins de {{ threshold_hours }} h était confirmée.{% endif %}
{% if due and estimate %}{{ estimate }}
{% elsif due and percent %}En urgence, une majoration de {{ percent }} s'ajoute au tarif.
{% endif %}{{ next_step }}`,
    nextStep:
      "{% if due %}À vous de choisir : repousser l'échéance pour me laisser au moins {{ threshold_hours }} h (sans majoration), maintenir l'urgence si je vous confirme ma disponibilité, ou voir avec un autre prestataire. Dites-moi ici ce qui vous convient.{% else %}Si une date s'impose, indiquez-la comme échéance ; je vous réponds ici sur ma disponibilité.{% endif %}",
  },
  urgent_confirmed: {
    body: `C'est confirmé : je traite votre demande en urgence{% if due %}, pour {{ due }}{% endif %}.
{% if estimate %}{{ estimate }}
{% elsif percent %}La majoration d'urgence est de {{ percent }}.
{% endif %}{{ next_step }}`,
    nextStep:
      "Vous n'avez rien d'autre à faire pour l'instant ; s'il me manque un élément, je vous le demande ici.",
  },
  to_review: {
    body: `Merci pour votre demande, elle est bien arrivée. Je la relis avant de vous répondre.
{{ next_step }}`,
    nextStep: 'Je reviens vers vous ici ; une précision sur ce que vous attendez peut déjà aider.',
  },
  in_scope: {
    body: `Merci pour votre demande. Elle fait bien partie des prestations prévues{% if service %} (« {{ service }} »){% endif %}.
{% if estimate %}{{ estimate }}
{% endif %}{{ next_step }}`,
    nextStep:
      "Vous n'avez rien d'autre à faire pour l'instant ; s'il me manque un élément, je vous le demande ici.",
  },
}
