import { Command } from 'commander';
import type { Invocation } from '../../core/model/invocation.ts';
import { type InitOptions, initFlags } from '../../init/options.ts';
import { invocationFrom, type OptionName, option } from './options.ts';

/** What the terminal can be asked to do: each becomes one call. */
export interface TerminalActions {
  invoke(invocation: Invocation, asJson: boolean): Promise<void>;
  climb(invocation: Invocation, choices: ClimbChoices): Promise<void>;
  rehearse(invocation: Invocation): Promise<void>;
  demo(choices: DemoChoices): Promise<void>;
  init(options: InitOptions): Promise<void>;
}

export interface ClimbChoices {
  readonly yes: boolean;
  readonly until?: string;
}

export interface DemoChoices {
  readonly target: string;
  readonly keep: boolean;
}

interface Described {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionName[];
}

const ofHop = ['hop', 'environment'] as const;
const ofPath = [
  'target',
  'current',
  'acknowledge',
  'facts',
  'parts',
  'releases',
  'prereleases',
  'minimumAge',
] as const satisfies readonly OptionName[];

/** The commands that the action has too, with their options. */
const described: readonly Described[] = [
  {
    name: 'plan',
    description: 'plan the path from what production runs to the target, or check a path of yours',
    options: [...ofPath, 'path', 'saveReleases', 'offline', 'product'],
  },
  {
    name: 'preflight',
    description: 'look at the whole path before the first hop: all that is missing, at once',
    options: [...ofPath, 'environment'],
  },
  { name: 'check', description: "a hop's first step: may it start, or go on, on production?", options: ['hop'] },
  {
    name: 'backup',
    description: 'back production up, for the rehearsal or as the restore point',
    options: ['hop', 'purpose'],
  },
  {
    name: 'restore',
    description: 'restore the rehearsal backup on staging, prove it, and scrub the copy',
    options: ['hop'],
  },
  {
    name: 'deploy',
    description: 'deploy one side of a hop, with its migrations deferred where the product can',
    options: [...ofHop, 'release'],
  },
  {
    name: 'wait',
    description: 'wait until the release serves and its started migrations are complete',
    options: [...ofHop, 'budget'],
  },
  { name: 'smoke', description: "run the product's and your own tests", options: [...ofHop, 'release'] },
  {
    name: 'migrate',
    description: 'start the deferred migrations and watch them to the end: the point of no return',
    options: [...ofHop, 'budget', 'retry'],
  },
  {
    name: 'rollback',
    description: 'go back to the previous release by the way that is open',
    options: [...ofHop, 'confirm', 'reason', 'accept'],
  },
  { name: 'report', description: 'say where the path, or one hop, stands', options: [...ofHop, 'output'] },
  { name: 'adopt', description: 'take over a hop that was done by hand', options: ['hop', 'reason'] },
  {
    name: 'unlock',
    description: 'end the lease of a run that is gone, on a machine that cannot be seen from here',
    options: ['reason'],
  },
  { name: 'log', description: 'print the journal', options: [] },
  {
    name: 'mark-disposable',
    description: "mark staging's database as one that may be emptied: once, before the first backup",
    options: ['confirm'],
  },
];

export function terminalProgram(actions: TerminalActions, version: string): Command {
  const program = new Command('staged-upgrade')
    .description(
      'Climbs upgrade paths that must not skip versions: every hop is rehearsed on a restored copy of production, approved by a person, then promoted.',
    )
    .version(version)
    .showHelpAfterError('--help lists the commands and options.')
    .addHelpText('after', exitCodeHelp);

  const init = program.command('init').description('write the configuration and the workflows into this repository');
  for (const { flags, description } of initFlags) init.option(flags, description);
  init.action(async (parsed: InitOptions) => await actions.init(parsed));

  for (const { name, description, options } of described) {
    const command = withConfig(program.command(name).description(description));
    for (const each of options) command.addOption(option(each));
    command.option('--json', 'print the result as JSON', false);
    command.action(async (parsed: Record<string, unknown>) => {
      await actions.invoke(invocationFrom(name, parsed), parsed.json === true);
    });
  }

  const climb = withConfig(
    program.command('climb').description('climb the whole path in this terminal, asking at each gate'),
  );
  for (const each of ['target', 'current', 'acknowledge', 'facts', 'parts', 'budget', 'retry', 'output'] as const)
    climb.addOption(option(each));
  climb
    .option('--yes', 'approve every gate beforehand', false)
    .option('--until <hop>', 'stop after this hop (1.0.2--1.1.4), or at the version that it leads to (1.1.4)')
    .action(async (parsed: Record<string, unknown>) => {
      const until = parsed.until;
      await actions.climb(invocationFrom('climb', parsed), {
        yes: parsed.yes === true,
        ...(typeof until === 'string' ? { until } : {}),
      });
    });

  const rehearse = withConfig(
    program
      .command('rehearse')
      .description('climb the whole path on staging, from one restore; production is only read'),
  );
  for (const each of ['target', 'current', 'acknowledge', 'facts', 'parts', 'budget'] as const)
    rehearse.addOption(option(each));
  rehearse.action(async (parsed: Record<string, unknown>) => {
    await actions.rehearse(invocationFrom('rehearse', parsed));
  });

  program
    .command('demo')
    .description('climb the embedded sample from 1.0.2 to its newest release, on real processes in a temporary folder')
    .addOption(option('target'))
    .option('--keep', 'keep the folder with servers, backups, journal and the report', false)
    .addHelpText('after', '\nAll other commands: staged-upgrade --help')
    .action(async (parsed: Record<string, unknown>) => {
      const target = parsed.target;
      await actions.demo({ target: typeof target === 'string' ? target : 'newest', keep: parsed.keep === true });
    });
  return program;
}

function withConfig(command: Command): Command {
  return command.option('--config <file>', 'the configuration (default: .github/staged-upgrade.yml)');
}

const exitCodeHelp = `
Exit codes: 0 passed or skipped, 1 failed, 2 your mistake, 3 waiting, 4 unknown, 5 refused, 70 our defect, 129, 130 and 143 stopped by a signal.`;
