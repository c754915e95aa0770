import type { Command } from 'commander'
import { expect, it } from 'vitest'
import { frenchHelp } from '../../src/cli/help-in-french.ts'
import { createProgram } from '../../src/cli/program.ts'

/** What `cadre` says when it is called with these words. */
async function said(...words: string[]): Promise<string> {
  let text = ''
  const write = (part: string) => {
    text += part
  }
  const program = createProgram(() => {}).configureOutput({
    writeOut: write,
    writeErr: write,
    getOutHelpWidth: () => 60,
  })
  await expect(program.parseAsync(words, { from: 'user' })).rejects.toThrow()
  return text
}

/** Every text that the help of a command, or of one below it, shows. */
function textsOf(command: Command): string[] {
  const parts = [...command.options, ...command.registeredArguments]
  return [
    command.description(),
    ...parts.map(({ description }) => description),
    ...command.commands.flatMap(textsOf),
  ]
}

it('explains every command and each of its words in French too, and nothing else', () => {
  const texts = new Set(textsOf(createProgram(() => {})))
  expect([...texts].filter((text) => frenchHelp[text] === undefined)).toEqual([])
  const fromCommander = ['display help for command']
  expect(Object.keys(frenchHelp).filter((text) => !texts.has(text))).toEqual(fromCommander)
})

it('helps in the language asked for, and breaks no line before a French colon', async () => {
  const french = await said('--lang', 'fr', '--help')
  for (const part of ['Utilisation : cadre [options] [commande]', 'Commandes :', '(au choix : "fr", "en")'])
    expect(french.replace(/\s+/g, ' ')).toContain(part)
  expect(french).not.toMatch(/^\s*[:;!?]/m)
  expect(await said('--lang', 'en', '--help')).toContain('Commands:')
})

it('says in French what it does not understand', async () => {
  expect(await said('--lang', 'fr', 'polciy')).toBe(
    "erreur : il n'y a pas de commande « polciy »\n(Plutôt policy ?)\n",
  )
})
