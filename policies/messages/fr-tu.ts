import type { MessageSet } from './message-set.ts'

const start =
  "{% if introduction %}Bienvenue ! C'est ta première demande, voici en bref comment je travaille. {{ introduction }}\n{% endif %}"
const clause = '{% if clause %}Comme prévu dans mes conditions : « {{ clause }} »\n{% endif %}'
const estimate = '{% if estimate %}{{ estimate }}\n{% endif %}'
const end = '{% if also %}{{ also }}\n{% endif %}{{ next_step }}'

/** A limit per month or week begins anew; rounds of changes do not. */
const nextPeriod = "{% if limit contains ' par ' %}• attendre la prochaine période ;\n{% endif %}"

/** Only hours beyond those paid in advance cost more by themselves; for the rest, the clause and the estimate tell. */
const goOn = '{% if balance %}avec le supplément au tarif prévu{% else %}aux conditions prévues{% endif %}'

/** Who else could do it, after "another provider". */
const referral = '{% if referral %} : je te recommande {{ referral }}{% endif %}'

/** Which notice is too short; without a threshold, it is the working hours that are missing. */
const tooShort =
  '{% if threshold %}avec moins de {{ threshold }} de délai{% else %}à si court délai{% endif %}'

/** French, for clients who are addressed as « tu ». */
export const frenchTu: MessageSet = {
  contract_pending: {
    body: `${start}Merci pour ta demande, elle est bien notée ! Avant de commencer, il me faut ton accord sur le contrat.
{% if clause %}Voici ce que prévoient mes conditions : « {{ clause }} »
{% endif %}${estimate}${end}`,
    nextStep:
      "Ta demande garde sa place : dès que ton accord est là, je reviens vers toi ici. Si tu n'as pas le contrat sous la main, dis-le-moi et je te le renvoie.",
    also: 'Il me faut aussi ton accord sur le contrat avant de commencer.',
  },
  deposit_due: {
    body: `${start}Merci pour ta demande, elle est bien notée ! Pour ce travail, un acompte est prévu avant de commencer{% if deposit %} : {{ deposit }}{% endif %}.
${clause}${estimate}${end}`,
    nextStep:
      "Ta demande garde sa place : dès que l'acompte est arrivé, je te le confirme ici. Une question sur le règlement ? Pose-la-moi ici.",
    also: 'Un acompte est attendu avant de commencer{% if deposit %} : {{ deposit }}{% endif %}.',
  },
  out_of_scope: {
    body: `${start}Merci pour ta demande ! {% if service %}Elle porte sur « {{ service }} », ce qui ne fait pas partie{% else %}Elle ne fait pas partie{% endif %} des prestations prévues ensemble ; je préfère te le dire tout de suite.{% if due and never_urgent and not also %} Et pour bien faire les choses, je ne prends pas de travail ${tooShort}.{% endif %}
${clause}${estimate}${end}`,
    nextStep: `{% if due and not never_urgent %}Trois{% else %}Deux{% endif %} possibilités, dis-moi ici ce que tu préfères :
• un devis à part, selon mes disponibilités{% if wait_until %} à partir de {{ wait_until }}{% endif %}{% if due and percent and not never_urgent %}, sans majoration{% endif %} ;
{% if due and not never_urgent %}• le même devis en urgence{% if percent %}, avec une majoration de {{ percent }}{% endif %}, si je te confirme ma disponibilité ;
{% endif %}• un autre prestataire${referral}.`,
    also: 'Ta demande ne fait pas partie des prestations prévues : il faudra un devis à part, ou un autre prestataire{% if referral %} comme {{ referral }}{% endif %}.',
  },
  quote_needed: {
    body: `${start}Merci pour ta demande ! {% if service %}Elle porte sur « {{ service }} » : cela se fait{% else %}Elle se fait{% endif %} sur devis, en plus des prestations habituelles.
${clause}${estimate}${end}`,
    nextStep:
      'Dis-moi ici ce que tu attends exactement{% unless dated %} et pour quand{% endunless %}, et je te prépare un devis. Rien ne commence sans ton accord, et un autre prestataire reste possible si tu préfères.',
    also: 'Il y a aussi un devis à prévoir : rien ne commence sans ton accord.',
  },
  urgent_confirm: {
    body: `${start}Merci pour ta demande !
{%- if due %} Tu l'attends pour {{ due }},
  {%- if threshold %} avec moins de {{ threshold }} de délai{% else %} et je n'ai pas d'heures de travail d'ici là{% endif %} :
  {%- if never_urgent %} pour bien faire les choses, je ne prends pas de travail à si court délai.
  {%- else %} c'est une demande urgente, et je dois d'abord vérifier ma disponibilité.
  {%- endif %}
{%- elsif never_urgent %} Elle est signalée comme urgente : pour bien faire les choses, je ne prends pas de travail ${tooShort}.
{%- else %} Elle est signalée comme urgente : je dois d'abord vérifier ma disponibilité.
  {%- unless percent %} Aucune majoration n'est comptée pour l'instant
    {%- if threshold %} ; il n'y en aurait une que si une échéance à moins de {{ threshold }} était confirmée{% endif %}.
  {%- endunless %}
{%- endif %}
${clause}{% if due and estimate and not never_urgent %}{{ estimate }}
{% endif %}${end}`,
    nextStep: `
{%- if due and never_urgent -%}
Deux possibilités, dis-moi ici ce que tu préfères :
• patienter en reportant l'échéance{% if wait_until %} (au plus tôt : {{ wait_until }}){% elsif threshold %} pour me laisser au moins {{ threshold }}{% endif %} ;
• voir avec un autre prestataire${referral}.
{%- elsif due -%}
À toi de choisir, dis-moi ici ce qui te convient :
• patienter en reportant l'échéance
  {%- if wait_until and percent %} au {{ wait_until }} ou plus tard : il n'y a alors pas de majoration
  {%- elsif wait_until %} (au plus tôt : {{ wait_until }})
  {%- else %}
    {%- if threshold %} pour me laisser au moins {{ threshold }}{% endif %}
    {%- if percent %}, sans majoration{% endif %}
  {%- endif %} ;
• garder cette date{% if percent %}, avec une majoration de {{ percent }}{% endif %}, si je te confirme ma disponibilité ;
• demander d'abord un devis, ou voir avec un autre prestataire${referral}.
{%- elsif never_urgent -%}
Indique comme échéance la date qui te conviendrait{% if wait_until %} (au plus tôt : {{ wait_until }}){% endif %}, et je te réponds ici. Si cela ne peut pas attendre, un autre prestataire pourra peut-être t'aider${referral}.
{%- else -%}
{% if dated %}Je te réponds ici sur ma disponibilité.{% else %}Si une date s'impose, indique-la comme échéance ; je te réponds ici sur ma disponibilité.{% endif %}
  {%- if wait_until and not percent %} Si tu peux attendre {{ wait_until }}, aucune majoration ne s'ajoutera.{% endif %}
{%- endif %}`,
    also: `
{%- if declined -%}
Je ne peux malheureusement pas m'engager en urgence{% if due %} pour {{ due }}{% endif %}{% if wait_until %} ; au plus tôt, ce serait {{ wait_until }}{% endif %}.
{%- elsif never_urgent -%}
{% if due %}Le délai est court{% else %}Ta demande est signalée comme urgente{% endif %} : pour bien faire les choses, je ne prends pas de travail ${tooShort}.
{%- elsif due -%}
Le délai est court : en urgence, ma disponibilité reste à confirmer{% if percent and not agreed %}, et une majoration de {{ percent }} s'appliquerait{% endif %}.
{%- else -%}
Ta demande est signalée comme urgente : ma disponibilité reste à confirmer{% unless percent %}, et aucune majoration n'est comptée pour l'instant{% endunless %}.
{%- endif %}`,
  },
  urgent_confirmed: {
    body: `${start}Bonne nouvelle pour ta demande, c'est confirmé : je la traite en urgence{% if due %}, pour {{ due }}{% endif %}.
${clause}{% if estimate %}{{ estimate }}
{% elsif percent %}La majoration d'urgence est de {{ percent }}.
{% endif %}${end}`,
    nextStep:
      "{% if missing %}Ajoute ici ce qui manque dès que possible, pour que je puisse tenir la date.{% else %}Je m'en occupe ; s'il me manque un élément, je te le demande ici.{% endif %}",
    also: 'Ma disponibilité en urgence est bien confirmée{% if due %} pour {{ due }}{% endif %}{% if percent %}, avec une majoration de {{ percent }}{% endif %}.',
  },
  over_limit: {
    body: `${start}Merci pour ta demande ! Avec elle, nous dépassons ce qui est prévu ensemble{% if limit %} : {{ limit }}{% if balance %} (reste à ce jour : {{ balance }}){% endif %}{% endif %}.
${clause}${estimate}${end}`,
    nextStep: `{% if offered %}C'est offert cette fois : tu n'as rien d'autre à faire pour l'instant.{% else %}À toi de choisir, dis-moi ici ce que tu préfères :
• continuer, ${goOn} ;
${nextPeriod}• alléger ta demande pour rester dans ce qui est prévu.{% endif %}`,
    also: 'Avec ta demande, nous dépassons ce qui est prévu ensemble{% if limit %} : {{ limit }}{% if balance %} (reste à ce jour : {{ balance }}){% endif %}{% endif %}.',
  },
  info_missing: {
    body: `${start}Merci pour ta demande, elle est bien notée ! Pour commencer, il me manque encore {% if missing %}: {{ missing }}{% else %}quelques éléments{% endif %}.
${clause}${end}`,
    nextStep:
      'Ajoute ici ce qui manque quand tu peux : le travail et son délai démarrent quand tout est là. Si tu bloques sur un point, dis-le-moi.',
    also: 'Pour commencer, il me manque encore {% if missing %}: {{ missing }}{% else %}quelques éléments{% endif %}.',
  },
  wrong_channel: {
    body: `${start}Merci pour ta demande ! Elle m'est arrivée par un canal que je n'utilise pas pour les demandes{% if refused_channel %} ({{ refused_channel }}){% endif %} : je les suis toutes au même endroit, par écrit, pour que rien ne se perde.
${clause}${end}`,
    nextStep:
      "Peux-tu me {% if channel %}la transmettre par écrit, en quelques lignes, par {{ channel }}{% else %}l'écrire ici, en quelques lignes{% endif %} ? Dès qu'elle y est, je la prends en compte.",
    also: '{% if channel and not refused_channel %}Pour une urgence, préviens-moi aussi par {{ channel }}.{% elsif channel %}Pour que rien ne se perde, passe plutôt par {{ channel }}.{% else %}Pour que rien ne se perde, écris-moi plutôt tes demandes ici, en quelques lignes.{% endif %}',
  },
  off_hours: {
    body: `${start}Merci pour ta demande, elle est bien arrivée ! C'était en dehors de mes horaires de réponse{% if closed_because %} ({{ closed_because }}){% endif %}.
${clause}${estimate}${end}`,
    nextStep:
      "Je te réponds {% if opens %}à partir de {{ opens }}{% else %}dès que je reprends{% endif %} ; d'ici là, tu n'as rien à faire.{% unless dated %} Si une date s'impose, indique-la comme échéance.{% endunless %}",
    also: 'Ta demande est arrivée en dehors de mes horaires{% if closed_because %} ({{ closed_because }}){% endif %} : je te réponds {% if opens %}à partir de {{ opens }}{% else %}dès que je reprends{% endif %}.',
  },
  to_review: {
    body: `${start}Merci pour ta demande, elle est bien arrivée. Je la relis avant de te répondre.
${end}`,
    nextStep: 'Je reviens vers toi ici ; une précision sur ce que tu attends peut déjà aider.',
    also: '',
  },
  in_scope: {
    body: `${start}Merci pour ta demande ! Elle fait bien partie des prestations prévues{% if service %} (« {{ service }} »){% endif %}.
${estimate}${end}`,
    nextStep:
      "Tu n'as rien d'autre à faire pour l'instant ; s'il me manque un élément, je te le demande ici.",
    also: '',
  },
}
