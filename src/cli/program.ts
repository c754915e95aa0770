import { Command } from 'commander'
import { addApiCommand } from './api.ts'
import { addGlobalOptions, atHand } from './at-hand.ts'
import { addBackupCommands } from './backup.ts'
import { addDoctorCommand } from './doctor.ts'
import { addHandOverCommand } from './hand-over.ts'
import { addHelp } from './help.ts'
import { addKeyCommands, type Print } from './keys.ts'
import { addMoveCommands } from './move.ts'
import { addPolicyCommands } from './policy.ts'
import { addPolicyPreviewCommand } from './policy-preview.ts'
import { addPolicyVersionCommands } from './policy-versions.ts'
import { addReplayCommand } from './replay.ts'
import { addReportCommand } from './report.ts'
import { addSimulateCommand } from './simulate.ts'
import { addTaskCommands } from './tasks.ts'

/** Every command of `cadre`, ready to be parsed. What is wrong with a command line is thrown. */
export function createProgram(print: Print): Command {
  const open = (command: Command) => atHand(command, print)
  const program = addHelp(addGlobalOptions(new Command('cadre')))
    .description("Applies an assistant's working rules to her clients' requests")
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
  return program
}
