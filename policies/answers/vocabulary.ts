/** What can be said with one word; what needs a value is read by `read-answer.ts`. */
export type Word = 'confirm' | 'decline' | 'in' | 'out' | 'goodwill' | 'accept' | 'refuse' | 'wait'

const words = (list: string): readonly string[] => list.split('|').map((word) => word.trim())

type Vocabulary = Readonly<Partial<Record<Word, readonly string[]>>>

/** Behind a slash, folded: who types it wants to be understood. */
export const commands: Readonly<Record<'assistant' | 'client', Vocabulary>> = {
  assistant: {
    confirm: words('confirm|confirmer|confirme|ok|dispo|available'),
    decline: words('decline|decliner|impossible|indispo|refuser|unavailable'),
    in: words('in|dans|inclus|included'),
    out: words('out|hors|exclu|excluded'),
    goodwill: words('goodwill|offert|offrir|cadeau|free'),
    wait: words('wait|attendre'),
    accept: words('accept|accepte|accepter'),
  },
  client: {
    accept: words('accept|accepter|accepte|ok|oui|yes|confirm|confirmer'),
    refuse: words('refuse|refuser|non|no|decline|annuler|cancel'),
    wait: words('wait|attendre'),
  },
}

/**
 * Words that are an answer when they are all that somebody says, folded and without politeness. Not those that mean the
 * contrary, or nothing, beside a "thanks": *C'est bon, merci*, *Fine, thanks*, *No problem*.
 */
export const plain: Readonly<Record<'assistant' | 'client', Vocabulary>> = {
  assistant: {
    confirm: words(
      `ok|oui|d'accord|dac|je confirme|c'est confirme|confirme|je suis dispo|dispo|je suis disponible|c'est bon pour moi|
      je m'en occupe|je prends|ca marche|yes|i confirm|confirmed|i'm available|i am available|available|
      i can do it|i'll do it|i'll take it|on it|sure|will do`,
    ),
    decline: words(
      `impossible|je ne peux pas|pas possible|ce n'est pas possible|pas dispo|je ne suis pas dispo|je ne suis pas disponible|
      i can't|i cannot|not possible|i'm not available|not available`,
    ),
  },
  client: {
    accept: words(
      `ok|okay|oui|oui oui|ok pour moi|d'accord|dac|entendu|c'est d'accord|je suis d'accord|je confirme|confirme|je valide|valide|c'est valide|
      j'accepte|accepte|c'est bon pour moi|bon pour accord|ca marche|ca me va|ca me convient|
      vas-y|vas y|allez-y|allez y|go|on y va|c'est parti|yes|yes please|i accept|accepted|i agree|agreed|i confirm|confirmed|approved|
      go ahead|please go ahead|sounds good|works for me|that works|fine by me|deal|let's do it|do it`,
    ),
    refuse: words(
      `non|non merci|pas d'accord|je refuse|refuse|je decline|laisse tomber|laissez tomber|on laisse tomber|annule|annulez|on annule|
      trop cher|c'est trop cher|no|no thanks|nope|i decline|declined|never mind|nevermind|forget it|cancel|cancel it|too expensive`,
    ),
    wait: words(
      `j'attends|je peux attendre|on peut attendre|ca peut attendre|j'attendrai|je prefere attendre|pas presse|rien ne presse|
      plus tard|sans supplement|sans majoration|i can wait|i'll wait|it can wait|let's wait|no rush|no hurry|later is fine`,
    ),
  },
}

/** Politeness that says nothing by itself, at either end. */
export const politeness = words(
  `merci|merci beaucoup|merci bien|grand merci|un grand merci|thanks|thank you|thanks a lot|many thanks|thx|cheers|svp|stp|s'il te plait|s'il vous plait|
  please|bonjour|bonsoir|coucou|salut|hello|hi|hey|bonne journee|bonne soiree|bon week-end|a bientot|have a nice day|alors|donc|then|so`,
)
