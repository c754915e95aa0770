import type { Bilingual } from '../schema/problems.ts'
import { messageVariables, parseTemplate } from './liquid.ts'

/** What is wrong with a message somebody wrote, in words for them; null when nothing is. */
export function templateProblem(source: string): Bilingual | null {
  try {
    const { uses } = parseTemplate(source)
    const unknown = uses.find((name) => !messageVariables.some((known) => known === name))
    if (unknown !== undefined) return unknownVariable(unknown)
    return uses.includes('next_step') ? null : noNextStep
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : '')
  }
}

function unknownVariable(name: string): Bilingual {
  const known = messageVariables.join(', ')
  return {
    fr: { message: `la variable « ${name} » est inconnue`, remedy: `utilise l'une de celles-ci : ${known}` },
    en: { message: `the variable "${name}" is unknown`, remedy: `use one of ${known}` },
  }
}

const noNextStep: Bilingual = {
  fr: {
    message: 'le message ne dit pas ce qui vient ensuite',
    remedy: 'place {{ next_step }} dans le texte',
  },
  en: { message: 'a message must say what comes next', remedy: 'put {{ next_step }} into the text' },
}

function unreadable(reason: string): Bilingual {
  return {
    fr: { message: `le modèle est illisible : ${reason}`, remedy: 'vérifie les balises Liquid' },
    en: { message: `the template cannot be read: ${reason}`, remedy: 'check the Liquid tags' },
  }
}
