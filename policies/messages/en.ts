import type { MessageSet } from './message-set.ts'

/** English. */
export const english: MessageSet = {
  out_of_scope: {
    body: `Thanks for your request! {% if service %}“{{ service }}” is not part{% else %}It is not part{% endif %} of the services we agreed on, so I would rather tell you straight away.
{{ next_step }}`,
    nextStep:
      'There are two ways forward: a separate quote, if my schedule allows, or another provider{% if referral %} (I recommend {{ referral }}){% endif %}. Let me know here which you prefer.',
  },
  quote_needed: {
    body: `Thanks for your request! {% if service %}“{{ service }}” is{% else %}It is{% endif %} priced by quote, as it is not part of the usual services.
{{ next_step }}`,
    nextStep:
      'Tell me here exactly what you need and by when, and I will prepare a quote. Nothing starts without your approval, and you are free to go with another provider.',
  },
  urgent_confirm: {
    body: `{% if due %}Thanks for your request! It is due on {{ due }}, which leaves less than {{ threshold_hours }} hours' notice, so it counts as urgent and I need to check my availability first.{% else %}Thanks for your request! It is marked as urgent, so I need to check my availability first. No surcharge is counted for now; there would be one only if a due date less than {{ threshold_hours }} h away were confirmed.{% endif %}
{% if due and estimate %}{{ estimate }}
{% elsif due and percent %}Urgent work carries a surcharge of {{ percent }}.
{% endif %}{{ next_step }}`,
    nextStep:
      '{% if due %}It is up to you: move the due date to give me at least {{ threshold_hours }} hours (no surcharge), keep it urgent if I confirm that I am available, or turn to another provider. Let me know here what suits you.{% else %}If there is a firm date, set it as the due date; I will answer here about my availability.{% endif %}',
  },
  urgent_confirmed: {
    body: `Confirmed: I am handling your request as urgent{% if due %}, for {{ due }}{% endif %}.
{% if estimate %}{{ estimate }}
{% elsif percent %}The surcharge for urgent work is {{ percent }}.
{% endif %}{{ next_step }}`,
    nextStep: 'There is nothing else for you to do; if I need anything, I will ask here.',
  },
  to_review: {
    body: `Thanks for your request, it has arrived safely. I am reading it through before I answer.
{{ next_step }}`,
    nextStep: 'I will get back to you here; a word more about what you need can already help.',
  },
  in_scope: {
    body: `Thanks for your request! It is part of the services we agreed on{% if service %} (“{{ service }}”){% endif %}.
{% if estimate %}{{ estimate }}
{% endif %}{{ next_step }}`,
    nextStep: 'There is nothing else for you to do; if I need anything, I will ask here.',
  },
}
