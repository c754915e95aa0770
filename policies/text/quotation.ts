/**
 * What somebody else said: between quotation marks, after `>` at the start of a line, or after `objet :`; and what a mail
 * program adds by itself. Bounded, so that a text full of opening quotes costs no more than any other.
 */
export const quotation =
  /«[^»\n]{0,300}»|“[^”\n]{0,300}”|"[^"\n]{0,300}"|(?<![\p{L}\p{N}])'[^'\n]{1,80}'(?![\p{L}\p{N}])|(?:^|\n)>[^\n]*|\b(?:objet|subject)(?: line)?\s{0,3}:[^\n.!?]*|(?:^|\n)(?:from|de|to|cc|envoye|sent)\s?:[^\n@]{0,100}@[^\n]*|(?:^|\n)(?:envoye (?:de|depuis) mon|sent from my|get outlook for|telecharger outlook)[^\n]*/gu
