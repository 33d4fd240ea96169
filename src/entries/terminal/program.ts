import { Command as Parser } from 'commander';
import type { Given } from '../../core/interface/inputs.ts';
import { type Command, terminalInputs } from '../../steps/command.ts';
import { givenFrom, optionOf } from './options.ts';

/** What happens with a command that was typed. */
export type Typed = (command: Command, given: Given, asJson: boolean) => Promise<void>;

/** The parser of the terminal's arguments: its commands and options are those that the commands declare. */
export function terminalProgram(commands: readonly Command[], typed: Typed, version: string): Parser {
  const program = new Parser('staged-upgrade')
    .description(
      'Climbs upgrade paths that must not skip versions: every hop is rehearsed on a restored copy of production, approved by a person, then promoted.',
    )
    .version(version)
    .showHelpAfterError('--help lists the commands and options.')
    .addHelpText('after', exitCodeHelp);
  for (const command of commands) {
    const parser = program.command(command.name).description(command.description);
    const names = terminalInputs(command);
    for (const name of names) {
      const option = optionOf(name);
      if (option !== undefined) parser.addOption(option);
    }
    if (command.showsSteps !== true) parser.option('--json', 'print the result as JSON', false);
    parser.addHelpText('after', '\nAll commands: staged-upgrade --help');
    parser.action(async (parsed: Record<string, unknown>) => {
      await typed(command, givenFrom(names, parsed), parsed.json === true);
    });
  }
  return program;
}

const exitCodeHelp = `
Exit codes: 0 passed or skipped, 1 failed, 2 a mistake in the configuration or the arguments, 3 waiting, 4 unknown, 5 refused, 70 a defect of Staged Upgrade, 129, 130 and 143 stopped by a signal.`;
