import type { RenderedFile } from './workflows.ts';

/** A script with this line in it does nothing yet: `preflight` reports it, and the script itself ends with a failure. */
export const scriptToFillIn = '# staged-upgrade: to be filled in';

export interface ScriptAnswers {
  readonly title: string;
  /** The scripts that the commands of the configuration run, as it names them. */
  readonly deploy: string | undefined;
  readonly stop: string | undefined;
  readonly scrub: string | undefined;
  /** The variables by which the scrub script reaches the data. */
  readonly dataVariables: readonly string[];
  /** What it may do there. */
  readonly scrubExamples: readonly string[];
}

/** The scripts that the configuration runs: complete except for what only the user can know, and that part fails. */
export function renderScripts(answers: ScriptAnswers): RenderedFile[] {
  const { deploy, stop, scrub, title } = answers;
  return [
    ...(deploy === undefined ? [] : [script(deploy, deployLines(deploy, title))]),
    ...(stop === undefined ? [] : [script(stop, stopLines(stop, title))]),
    ...(scrub === undefined ? [] : [script(scrub, scrubLines(scrub, answers))]),
  ].filter(({ path }) => !path.startsWith('/') && !path.split('/').includes('..'));
}

function deployLines(path: string, title: string): string[] {
  return [
    `# Puts a release of ${title} in place in one environment, and leaves it running:`,
    `#   ${path} ENVIRONMENT VERSION`,
    '# Exit code 0 means that it was put in place; the probes then check whether it serves. It may be called again with a',
    '# release that is already in place. Its output is kept in the log of the run.',
    'set -euo pipefail',
    'environment=$1 # production or staging',
    'version=$2',
    '',
    ...unfilled('how a release is put in place', [
      'IMAGE_TAG=$version docker compose --project-name "records-$environment" up --detach --wait',
      'ssh "records-$environment.example.com" sudo /usr/local/sbin/install-records "$version"',
    ]),
    `echo "${path} is not filled in yet: it should have put $version in place on $environment. Nothing was done." >&2`,
    'exit 78',
  ];
}

function stopLines(path: string, title: string): string[] {
  return [
    `# Stops the server of ${title} in one environment, so that its data can be replaced:`,
    `#   ${path} ENVIRONMENT`,
    '# It returns when the server has stopped, and succeeds when none was running.',
    'set -euo pipefail',
    'environment=$1 # production or staging',
    '',
    ...unfilled('how the server is stopped', [
      'docker compose --project-name "records-$environment" stop',
      'ssh "records-$environment.example.com" sudo systemctl stop records',
    ]),
    `echo "${path} is not filled in yet: the server of $environment still runs." >&2`,
    'exit 78',
  ];
}

function scrubLines(path: string, { title, dataVariables, scrubExamples }: ScriptAnswers): string[] {
  return [
    `# Makes a copy of production's data harmless on staging, before ${title} first starts on it: it must not write mail to`,
    '# the people in it, call webhooks, or charge anybody.',
    `#   ${path}, with ${dataVariables.join(', ')} in the environment`,
    'set -euo pipefail',
    ...dataVariables.map((name) => `: "\${${name}:?is not set}"`),
    '',
    ...unfilled('what must be changed in the copy', scrubExamples),
    `echo "${path} is not filled in yet: the copy is as live as production's data." >&2`,
    'exit 78',
  ];
}

function unfilled(what: string, examples: readonly string[]): string[] {
  return [
    scriptToFillIn,
    `# Write ${what} here, replacing everything from the line above to the end. For example:`,
    ...examples.map((example) => `#   ${example}`),
  ];
}

function script(path: string, lines: readonly string[]): RenderedFile {
  return { path: path.replace(/^\.\//, ''), text: `#!/usr/bin/env bash\n${lines.join('\n')}\n`, executable: true };
}
