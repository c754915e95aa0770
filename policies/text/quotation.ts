/**
 * What somebody else said: between quotation marks, after `>` at the start of a line, or after `objet :`. Bounded, so
 * that a text full of opening quotes costs no more than any other.
 */
export const quotation =
  /«[^»\n]{0,300}»|“[^”\n]{0,300}”|"[^"\n]{0,300}"|(?<![\p{L}\p{N}])'[^'\n]{1,80}'(?![\p{L}\p{N}])|(?:^|\n)>[^\n]*|\b(?:objet|subject)(?: line)?\s{0,3}:[^\n.!?]*/gu
