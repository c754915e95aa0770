import { messageVariables, parseTemplate, variablesOf } from './liquid.ts'

/** What is wrong with a message somebody wrote, in words for them; null when nothing is. */
export function templateProblem(source: string): string | null {
  try {
    const used = variablesOf(parseTemplate(source))
    const unknown = used.filter((name) => !messageVariables.some((known) => known === name))
    if (unknown.length > 0) return `"${unknown[0]}" is unknown; known are ${messageVariables.join(', ')}`
    if (!used.includes('next_step')) return 'a message must say what comes next: use {{ next_step }}'
    return null
  } catch (error) {
    return `the template cannot be read: ${error instanceof Error ? error.message : 'no reason given'}`
  }
}
