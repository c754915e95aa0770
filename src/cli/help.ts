import { type Command, Help } from 'commander'
import { languageOf, type Words } from './at-hand.ts'
import { frenchErrors, frenchHelp, frenchTitles } from './help-in-french.ts'
import { wrap } from './text-layout.ts'

const exitHelp: Words = {
  en: `
Exit: 0 done · 1 refused, or a check found something · 2 the command is not understood ·
      3 no service, or it does not know the key · 4 somebody else changed it meanwhile`,
  fr: `
Fin : 0 fait · 1 refusé, ou un contrôle a trouvé quelque chose · 2 commande pas comprise ·
      3 pas de service, ou il ne connaît pas la clé · 4 changé entre-temps par quelqu'un d'autre`,
}

/** Help, and what is wrong with a command line, in the language of the terminal; for the command and all below it. */
export function addHelp(program: Command): Command {
  return program
    .configureHelp({
      showGlobalOptions: true,
      formatHelp(command, help) {
        const told = languageOf(command) === 'fr' ? inFrench(help) : help
        return Help.prototype.formatHelp.call(told, command, told)
      },
    })
    .configureOutput({
      outputError: (error, write) => write(languageOf(program) === 'fr' ? errorInFrench(error) : error),
    })
    .addHelpText('after', ({ command }) => exitHelp[languageOf(command)])
}

/** What commands say of themselves is written beside them in English, and looked up here. */
function inFrench(help: Help): Help {
  const french = (text: string) => frenchHelp[text] ?? text
  return Object.assign(Object.create(help), {
    commandDescription: (command) => french(help.commandDescription(command)),
    subcommandDescription: (command) => french(help.subcommandDescription(command)),
    argumentDescription: (argument) => french(help.argumentDescription(argument)),
    optionDescription: (option) =>
      help
        .optionDescription(option)
        .replace(option.description, () => french(option.description))
        .replace('(choices: ', '(au choix : ')
        .replace(/(?<=[(,] ?)default: /, 'sinon : '),
    styleTitle: (title) => frenchTitles[title] ?? title,
    boxWrap: (text, width) => wrap(text, width).join('\n'),
    styleUsage: (usage) => usage.replace('[command]', '[commande]'),
  } satisfies Partial<Help>)
}

function errorInFrench(error: string): string {
  return frenchErrors.reduce((text, [english, french]) => text.replace(english, french), error)
}
