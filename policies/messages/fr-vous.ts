import type { MessageSet } from './message-set.ts'

const start =
  "{% if introduction %}Bienvenue ! C'est votre première demande, voici en bref comment je travaille. {{ introduction }}\n{% endif %}"
const clause = '{% if clause %}Comme le prévoient mes conditions : « {{ clause }} »\n{% endif %}'
const estimate = '{% if estimate %}{{ estimate }}\n{% endif %}'
const end = '{% if also %}{{ also }}\n{% endif %}{{ next_step }}'

/** A limit per month or week begins anew; rounds of changes do not. */
const nextPeriod = "{% if limit contains ' par ' %}• attendre la prochaine période ;\n{% endif %}"

/** Only hours beyond those paid in advance cost more by themselves; for the rest, the clause and the estimate tell. */
const goOn = '{% if balance %}avec le supplément au tarif prévu{% else %}aux conditions convenues{% endif %}'

/** Who else could do it, after "another provider". */
const referral = '{% if referral %} : je vous recommande {{ referral }}{% endif %}'

/** Which notice is too short; without a threshold, it is the working hours that are missing. */
const tooShort =
  '{% if threshold %}avec moins de {{ threshold }} de délai{% else %}dans un délai aussi court{% endif %}'

/** French, for clients who are addressed as « vous ». */
export const frenchVous: MessageSet = {
  contract_pending: {
    body: `${start}Merci pour votre demande, elle est bien enregistrée. Avant de commencer, j'ai besoin de votre accord sur le contrat.
{% if clause %}Voici ce que prévoient mes conditions : « {{ clause }} »
{% endif %}${estimate}${end}`,
    nextStep:
      "Votre demande garde sa place : je reviens vers vous ici dès que j'ai votre accord. Si vous n'avez plus le contrat, dites-le-moi et je vous le renvoie.",
    also: "J'ai aussi besoin de votre accord sur le contrat avant de commencer.",
  },
  deposit_due: {
    body: `${start}Merci pour votre demande, elle est bien enregistrée. Pour ce travail, un acompte est prévu avant de commencer{% if deposit %} : {{ deposit }}{% endif %}.
${clause}${estimate}${end}`,
    nextStep:
      "Votre demande garde sa place : je vous confirme ici l'arrivée de l'acompte. Si vous avez une question sur le règlement, n'hésitez pas à me la poser.",
    also: 'Un acompte est attendu avant de commencer{% if deposit %} : {{ deposit }}{% endif %}.',
  },
  out_of_scope: {
    body: `${start}Merci pour votre demande. {% if service %}Elle porte sur « {{ service }} », ce qui ne fait pas partie{% else %}Elle ne fait pas partie{% endif %} des prestations convenues ensemble ; je préfère vous le dire tout de suite.{% if due and never_urgent and not also %} Par souci de qualité, je ne prends pas non plus de travail ${tooShort}.{% endif %}
${clause}${estimate}${end}`,
    nextStep: `Voici {% if due and not never_urgent %}trois{% else %}deux{% endif %} possibilités ; dites-moi ici ce que vous préférez :
• un devis à part, selon mes disponibilités{% if wait_until %} à partir de {{ wait_until }}{% endif %}{% if due and percent and not never_urgent %}, sans majoration{% endif %} ;
{% if due and not never_urgent %}• le même devis en urgence{% if percent %}, avec une majoration de {{ percent }}{% endif %}, si je vous confirme ma disponibilité ;
{% endif %}• un autre prestataire${referral}.`,
    also: 'Votre demande ne fait pas partie des prestations convenues : il faudra un devis à part, ou un autre prestataire{% if referral %} comme {{ referral }}{% endif %}.',
  },
  quote_needed: {
    body: `${start}Merci pour votre demande. {% if service %}Elle porte sur « {{ service }} » : cela se fait{% else %}Elle se fait{% endif %} sur devis, en plus des prestations habituelles.
${clause}${estimate}${end}`,
    nextStep:
      'Précisez-moi ici ce que vous attendez{% unless dated %} et pour quelle date{% endunless %}, et je vous prépare un devis. Rien ne commence sans votre accord, et vous restez libre de choisir un autre prestataire.',
    also: 'Un devis est également à prévoir : rien ne commence sans votre accord.',
  },
  urgent_confirm: {
    body: `${start}Merci pour votre demande.
{%- if due %} Vous la souhaitez pour {{ due }},
  {%- if threshold %} avec moins de {{ threshold }} de délai{% else %} et je n'ai pas d'heures de travail d'ici là{% endif %} :
  {%- if never_urgent %} par souci de qualité, je ne prends pas de travail dans un délai aussi court.
  {%- else %} c'est une demande urgente, et je dois d'abord vérifier ma disponibilité.
  {%- endif %}
{%- elsif never_urgent %} Elle est signalée comme urgente : par souci de qualité, je ne prends pas de travail ${tooShort}.
{%- else %} Elle est signalée comme urgente : je dois d'abord vérifier ma disponibilité.
  {%- unless percent %} Aucune majoration n'est comptée pour l'instant
    {%- if threshold %} ; il n'y en aurait une que si une échéance à moins de {{ threshold }} était confirmée{% endif %}.
  {%- endunless %}
{%- endif %}
${clause}{% if due and estimate and not never_urgent %}{{ estimate }}
{% endif %}${end}`,
    nextStep: `
{%- if due and never_urgent -%}
Voici deux possibilités ; dites-moi ici ce que vous préférez :
• reporter l'échéance{% if wait_until %} (au plus tôt : {{ wait_until }}){% elsif threshold %} pour me laisser au moins {{ threshold }}{% endif %} ;
• vous adresser à un autre prestataire${referral}.
{%- elsif due -%}
Le choix vous revient ; dites-moi ici ce qui vous convient :
• reporter l'échéance
  {%- if wait_until and percent %} au {{ wait_until }} ou plus tard : il n'y a alors pas de majoration
  {%- elsif wait_until %} (au plus tôt : {{ wait_until }})
  {%- else %}
    {%- if threshold %} pour me laisser au moins {{ threshold }}{% endif %}
    {%- if percent %}, sans majoration{% endif %}
  {%- endif %} ;
• maintenir cette date{% if percent %}, avec une majoration de {{ percent }}{% endif %}, si je vous confirme ma disponibilité ;
• demander d'abord un devis, ou vous adresser à un autre prestataire${referral}.
{%- elsif never_urgent -%}
Indiquez comme échéance la date qui vous conviendrait{% if wait_until %} (au plus tôt : {{ wait_until }}){% endif %}, et je vous réponds ici. Si cela ne peut pas attendre, un autre prestataire pourra peut-être vous aider${referral}.
{%- else -%}
{% if dated %}Je vous réponds ici sur ma disponibilité.{% else %}Si une date s'impose, indiquez-la comme échéance ; je vous réponds ici sur ma disponibilité.{% endif %}
  {%- if wait_until and not percent %} Si vous pouvez attendre {{ wait_until }}, aucune majoration ne s'ajoutera.{% endif %}
{%- endif %}`,
    also: `
{%- if declined -%}
Je ne peux malheureusement pas m'engager en urgence{% if due %} pour {{ due }}{% endif %}{% if wait_until %} ; au plus tôt, ce serait {{ wait_until }}{% endif %}.
{%- elsif never_urgent -%}
{% if due %}Le délai est court{% else %}Votre demande est signalée comme urgente{% endif %} : par souci de qualité, je ne prends pas de travail ${tooShort}.
{%- elsif due -%}
Le délai est court : en urgence, ma disponibilité reste à confirmer{% if percent and not agreed %}, et une majoration de {{ percent }} s'appliquerait{% endif %}.
{%- else -%}
Votre demande est signalée comme urgente : ma disponibilité reste à confirmer{% unless percent %}, et aucune majoration n'est comptée pour l'instant{% endunless %}.
{%- endif %}`,
  },
  urgent_confirmed: {
    body: `${start}Bonne nouvelle pour votre demande, c'est confirmé : je la traite en urgence{% if due %}, pour {{ due }}{% endif %}.
${clause}{% if estimate %}{{ estimate }}
{% elsif percent %}La majoration d'urgence est de {{ percent }}.
{% endif %}${end}`,
    nextStep:
      "{% if missing %}Merci d'ajouter ici ce qui manque dès que possible, pour que je puisse tenir la date.{% else %}Je m'en occupe ; s'il me manque un élément, je vous le demande ici.{% endif %}",
    also: 'Ma disponibilité en urgence est bien confirmée{% if due %} pour {{ due }}{% endif %}{% if percent %}, avec une majoration de {{ percent }}{% endif %}.',
  },
  over_limit: {
    body: `${start}Merci pour votre demande. Elle va au-delà de ce qui est convenu ensemble{% if limit %} : {{ limit }}{% if balance %} (reste à ce jour : {{ balance }}){% endif %}{% endif %}.
${clause}${estimate}${end}`,
    nextStep: `{% if offered %}C'est offert cette fois : vous n'avez rien d'autre à faire pour l'instant.{% else %}Le choix vous revient ; dites-moi ici ce que vous préférez :
• continuer, ${goOn} ;
${nextPeriod}• alléger votre demande pour rester dans ce qui est convenu.{% endif %}`,
    also: 'Votre demande va au-delà de ce qui est convenu ensemble{% if limit %} : {{ limit }}{% if balance %} (reste à ce jour : {{ balance }}){% endif %}{% endif %}.',
  },
  info_missing: {
    body: `${start}Merci pour votre demande, elle est bien enregistrée. Pour commencer, il me manque encore {% if missing %}: {{ missing }}{% else %}quelques éléments{% endif %}.
${clause}${end}`,
    nextStep:
      'Vous pouvez ajouter ici ce qui manque : le travail et son délai démarrent quand tout est là. En cas de difficulté, dites-le-moi simplement.',
    also: 'Pour commencer, il me manque encore {% if missing %}: {{ missing }}{% else %}quelques éléments{% endif %}.',
  },
  wrong_channel: {
    body: `${start}Merci pour votre demande. Elle m'est parvenue par un canal que je n'utilise pas pour les demandes{% if refused_channel %} ({{ refused_channel }}){% endif %} : je les suis toutes au même endroit, par écrit, pour que rien ne se perde.
${clause}${end}`,
    nextStep:
      "Pourriez-vous me {% if channel %}la transmettre par écrit, en quelques lignes, par {{ channel }}{% else %}l'écrire ici, en quelques lignes{% endif %} ? Dès qu'elle y est, je la prends en compte.",
    also: '{% if channel and not refused_channel %}Pour une urgence, merci de me prévenir aussi par {{ channel }}.{% elsif channel %}Pour que rien ne se perde, merci de passer plutôt par {{ channel }}.{% else %}Pour que rien ne se perde, merci de me transmettre plutôt vos demandes par écrit, ici.{% endif %}',
  },
  off_hours: {
    body: `${start}Merci pour votre demande, elle est bien arrivée. C'était en dehors de mes horaires de réponse{% if closed_because %} ({{ closed_because }}){% endif %}.
${clause}${estimate}${end}`,
    nextStep:
      "Je vous réponds {% if opens %}à partir de {{ opens }}{% else %}dès que je reprends{% endif %} ; d'ici là, vous n'avez rien à faire.{% unless dated %} Si une date s'impose, indiquez-la comme échéance.{% endunless %}",
    also: 'Votre demande est arrivée en dehors de mes horaires{% if closed_because %} ({{ closed_because }}){% endif %} : je vous réponds {% if opens %}à partir de {{ opens }}{% else %}dès que je reprends{% endif %}.',
  },
  to_review: {
    body: `${start}Merci pour votre demande, elle est bien arrivée. Je la relis avant de vous répondre.
${end}`,
    nextStep: 'Je reviens vers vous ici ; une précision sur ce que vous attendez peut déjà aider.',
    also: '',
  },
  in_scope: {
    body: `${start}Merci pour votre demande. Elle fait bien partie des prestations convenues{% if service %} (« {{ service }} »){% endif %}.
${estimate}${end}`,
    nextStep:
      "Vous n'avez rien d'autre à faire pour l'instant ; s'il me manque un élément, je vous le demande ici.",
    also: '',
  },
}
