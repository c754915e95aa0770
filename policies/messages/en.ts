import type { MessageSet } from './message-set.ts'

const start =
  '{% if introduction %}Welcome! As this is your first request, here is how I work, in short. {{ introduction }}\n{% endif %}'
const clause = '{% if clause %}As set out in my terms: “{{ clause }}”\n{% endif %}'
const estimate = '{% if estimate %}{{ estimate }}\n{% endif %}'
const end = '{% if also %}{{ also }}\n{% endif %}{{ next_step }}'

/** A limit per month or week begins anew; rounds of changes do not. */
const nextPeriod = "{% if limit contains ' a ' %}• wait for the next period;\n{% endif %}"

/** Only hours beyond those paid in advance cost more by themselves; for the rest, the clause and the estimate tell. */
const goOn = '{% if balance %}with the extra at the agreed rate{% else %}as agreed{% endif %}'

/** Who else could do it, after "another provider". */
const referral = '{% if referral %}: I recommend {{ referral }}{% endif %}'

/** Which notice is too short; without a threshold, it is the working hours that are missing. */
const tooShort =
  '{% if threshold %}with less than {{ threshold }} to go{% else %}at such short notice{% endif %}'

/** English. */
export const english: MessageSet = {
  contract_pending: {
    body: `${start}Thanks for your request, it is on my list! Before I start, I need your agreement to the contract.
{% if clause %}This is what my terms say: “{{ clause }}”
{% endif %}${estimate}${end}`,
    nextStep:
      'Your request keeps its place: as soon as I have your agreement, I will get back to you here. If you no longer have the contract at hand, tell me and I will send it again.',
    also: 'I also need your agreement to the contract before I start.',
  },
  deposit_due: {
    body: `${start}Thanks for your request, it is on my list! For this work, a deposit comes first{% if deposit %}: {{ deposit }}{% endif %}.
${clause}${estimate}${end}`,
    nextStep:
      'Your request keeps its place: I will confirm here once the deposit has arrived. If you have a question about the payment, just ask me here.',
    also: 'A deposit is due before I start{% if deposit %}: {{ deposit }}{% endif %}.',
  },
  out_of_scope: {
    body: `${start}Thanks for your request! {% if service %}“{{ service }}” is not part{% else %}It is not part{% endif %} of the services we agreed on, so I would rather tell you straight away.{% if due and never_urgent and not also %} To do things properly, I also don't take on work ${tooShort}.{% endif %}
${clause}${estimate}${end}`,
    nextStep: `There are {% if due and not never_urgent %}three{% else %}two{% endif %} ways forward; let me know here which you prefer:
• a separate quote, if my schedule allows{% if wait_until %}, for {{ wait_until }} or later{% endif %}{% if due and percent and not never_urgent %}, with no surcharge{% endif %};
{% if due and not never_urgent %}• the same quote as urgent work{% if percent %}, with a surcharge of {{ percent }}{% endif %}, if I confirm that I am available;
{% endif %}• another provider${referral}.`,
    also: 'Your request is not part of the agreed services: it needs a separate quote, or another provider{% if referral %} such as {{ referral }}{% endif %}.',
  },
  quote_needed: {
    body: `${start}Thanks for your request! {% if service %}“{{ service }}” is{% else %}It is{% endif %} priced by quote, on top of the usual services.
${clause}${estimate}${end}`,
    nextStep:
      'Tell me here exactly what you need{% unless dated %} and by when{% endunless %}, and I will prepare a quote. Nothing starts without your approval, and you are free to go with another provider.',
    also: 'A quote is needed as well: nothing starts without your approval.',
  },
  urgent_confirm: {
    body: `${start}Thanks for your request!
{%- if due %} It is due on {{ due }},
  {%- if threshold %} which gives me less than {{ threshold }}{% else %} and I have no working hours before then{% endif %}
  {%- if never_urgent %}. To do things properly, I don't take on work at such short notice.
  {%- else %}, so it counts as urgent and I need to check my availability first.
  {%- endif %}
{%- elsif never_urgent %} It is marked as urgent. To do things properly, I don't take on work ${tooShort}.
{%- else %} It is marked as urgent, so I need to check my availability first.
  {%- unless percent %} No surcharge is counted for now
    {%- if threshold %}; there would be one only if a due date less than {{ threshold }} away were confirmed{% endif %}.
  {%- endunless %}
{%- endif %}
${clause}{% if due and estimate and not never_urgent %}{{ estimate }}
{% endif %}${end}`,
    nextStep: `
{%- if due and never_urgent -%}
There are two ways forward; let me know here which you prefer:
• wait, by moving the due date{% if wait_until %} to {{ wait_until }} or later{% elsif threshold %} so that I have at least {{ threshold }}{% endif %};
• turn to another provider${referral}.
{%- elsif due -%}
It is up to you; let me know here what suits you:
• wait, by moving the due date
  {%- if wait_until %} to {{ wait_until }} or later{% elsif threshold %} so that I have at least {{ threshold }}{% endif %}
  {%- if percent %}, with no surcharge{% endif %};
• keep this date{% if percent %}, with a surcharge of {{ percent }}{% endif %}, if I confirm that I am available;
• ask for a quote first, or turn to another provider${referral}.
{%- elsif never_urgent -%}
Set the date that would suit you as the due date{% if wait_until %} ({{ wait_until }} at the earliest){% endif %}, and I will answer here. If it cannot wait, another provider may be able to help${referral}.
{%- else -%}
{% if dated %}I will answer here about my availability.{% else %}If there is a firm date, set it as the due date; I will answer here about my availability.{% endif %}
  {%- if wait_until and not percent %} If you can wait until {{ wait_until }}, no surcharge will be added.{% endif %}
{%- endif %}`,
    also: `
{%- if declined -%}
I am afraid I cannot commit to urgent work{% if due %} for {{ due }}{% endif %}{% if wait_until %}; the earliest would be {{ wait_until }}{% endif %}.
{%- elsif never_urgent -%}
{% if due %}The notice is short{% else %}Your request is marked as urgent{% endif %}: to do things properly, I don't take on work ${tooShort}.
{%- elsif due -%}
The notice is short: I still need to confirm my availability for urgent work{% if percent and not agreed %}, and a surcharge of {{ percent }} would apply{% endif %}.
{%- else -%}
Your request is marked as urgent: I still need to confirm my availability{% unless percent %}, and no surcharge is counted for now{% endunless %}.
{%- endif %}`,
  },
  urgent_confirmed: {
    body: `${start}Good news about your request, it is confirmed: I am handling it as urgent{% if due %}, for {{ due }}{% endif %}.
${clause}{% if estimate %}{{ estimate }}
{% elsif percent %}The surcharge for urgent work is {{ percent }}.
{% endif %}${end}`,
    nextStep:
      '{% if missing %}Please add what is missing here as soon as you can, so that I can keep the date.{% else %}I am on it; if I need anything, I will ask here.{% endif %}',
    also: 'My availability for urgent work is confirmed{% if due %} for {{ due }}{% endif %}{% if percent %}, with a surcharge of {{ percent }}{% endif %}.',
  },
  over_limit: {
    body: `${start}Thanks for your request! It takes us past what we agreed on{% if limit %}: {{ limit }}{% if balance %} (left so far: {{ balance }}){% endif %}{% endif %}.
${clause}${estimate}${end}`,
    nextStep: `{% if offered %}The extra is on me this time: there is nothing else for you to do.{% else %}It is up to you; let me know here which you prefer:
• go on, ${goOn};
${nextPeriod}• trim the request so that it fits what we agreed on.{% endif %}`,
    also: 'Your request takes us past what we agreed on{% if limit %}: {{ limit }}{% if balance %} (left so far: {{ balance }}){% endif %}{% endif %}.',
  },
  info_missing: {
    body: `${start}Thanks for your request, it is on my list! {% if missing %}To start, I still need: {{ missing }}{% else %}To start, I still need a few things from you{% endif %}.
${clause}${end}`,
    nextStep:
      'Add what is missing here when you can: the work and its turnaround time start once everything is there. If you get stuck on anything, just tell me.',
    also: '{% if missing %}To start, I still need: {{ missing }}{% else %}To start, I still need a few things from you{% endif %}.',
  },
  wrong_channel: {
    body: `${start}Thanks for your request! It reached me through a channel that I don't use for requests{% if refused_channel %} ({{ refused_channel }}){% endif %}: I keep them all in one place, in writing, so that nothing gets lost.
${clause}${end}`,
    nextStep:
      'Could you {% if channel %}send it to me in writing, in a few lines, via {{ channel }}{% else %}write it here, in a few lines{% endif %}? Once it is there, I will take it into account.',
    also: '{% if channel and not refused_channel %}When it is urgent, please let me know via {{ channel }} as well.{% elsif channel %}So that nothing gets lost, please go via {{ channel }} instead.{% else %}So that nothing gets lost, please write your requests here instead, in a few lines.{% endif %}',
  },
  off_hours: {
    body: `${start}Thanks for your request, it has arrived safely! It came outside my answering hours{% if closed_because %} ({{ closed_because }}){% endif %}.
${clause}${estimate}${end}`,
    nextStep:
      'I will answer {% if opens %}from {{ opens }}{% else %}once I am back{% endif %}; until then there is nothing for you to do.{% unless dated %} If there is a firm date, set it as the due date.{% endunless %}',
    also: 'Your request came outside my hours{% if closed_because %} ({{ closed_because }}){% endif %}: I will answer {% if opens %}from {{ opens }}{% else %}once I am back{% endif %}.',
  },
  to_review: {
    body: `${start}Thanks for your request, it has arrived safely. I am reading it through before I answer.
${end}`,
    nextStep: 'I will get back to you here; a word more about what you need can already help.',
    also: '',
  },
  in_scope: {
    body: `${start}Thanks for your request! It is part of the services we agreed on{% if service %} (“{{ service }}”){% endif %}.
${estimate}${end}`,
    nextStep: 'There is nothing else for you to do; if I need anything, I will ask here.',
    also: '',
  },
}
