#!/usr/bin/env node
import { type Command, CommanderError } from 'commander'
import { isAppError } from '#model/error.ts'
import { languageOf } from './cli/at-hand.ts'
import type { Print } from './cli/keys.ts'
import { inOptions } from './cli/name-options.ts'
import { createProgram } from './cli/program.ts'
import { errorLines, exitCodeOf } from './cli/say-error.ts'

const print: Print = (line, onLost) =>
  process.stdout.write(`${line}\n`, (error) => {
    if (error) onLost?.()
  })
const program = createProgram(print)

let running: Command | null = null
program.hook('preAction', (_program, command) => {
  running = command
})

// `cadre … | head` reads as much as it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = exitCodeOf(error)
  else if (isAppError(error)) {
    const told = running === null ? error : inOptions(error, running)
    process.stderr.write(`${errorLines(told, languageOf(program)).join('\n')}\n`)
    process.exitCode = exitCodeOf(error)
  } else throw error
}
