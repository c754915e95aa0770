#!/usr/bin/env node
import { Command, CommanderError } from 'commander'
import { isAppError } from '#model/error.ts'
import { addApiCommand } from './cli/api.ts'
import { addGlobalOptions, atHand, languageOf } from './cli/at-hand.ts'
import { addBackupCommands } from './cli/backup.ts'
import { addDoctorCommand } from './cli/doctor.ts'
import { addHandOverCommand } from './cli/hand-over.ts'
import { addKeyCommands } from './cli/keys.ts'
import { addMoveCommands } from './cli/move.ts'
import { addPolicyCommands } from './cli/policy.ts'
import { addPolicyPreviewCommand } from './cli/policy-preview.ts'
import { addPolicyVersionCommands } from './cli/policy-versions.ts'
import { addReplayCommand } from './cli/replay.ts'
import { addReportCommand } from './cli/report.ts'
import { errorLines, exitCodeOf, exitHelp } from './cli/say-error.ts'
import { addSimulateCommand } from './cli/simulate.ts'
import { addTaskCommands } from './cli/tasks.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)
const open = (command: Command) => atHand(command, print)

const program = addGlobalOptions(new Command('cadre'))
  .description("Applies an assistant's working rules to her clients' requests")
  .configureHelp({ showGlobalOptions: true })
  .addHelpText('after', exitHelp)
  .exitOverride()

const policy = program.command('policy').description('your working rules: write, check, publish')
addPolicyCommands(policy, open)
addPolicyPreviewCommand(policy, open)
addPolicyVersionCommands(policy, open)
addSimulateCommand(program, open)
addTaskCommands(program, open)
addReportCommand(program, open)
addHandOverCommand(program, open)
addReplayCommand(program, open)
addDoctorCommand(program, open)
addKeyCommands(program, print)
addBackupCommands(program, print)
addMoveCommands(program, open, print)
addApiCommand(program, open, print)

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
    process.stderr.write(`${errorLines(error, languageOf(program)).join('\n')}\n`)
    process.exitCode = exitCodeOf(error)
  } else throw error
}
