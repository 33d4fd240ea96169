import type { CommandResult } from '../core/interface/result.ts';
import { approvedEnvironment, environmentOfGate, gateNames } from '../core/model/gate.ts';
import type { InitMode } from './changes.ts';
import { differenceOf } from './difference.ts';
import type { WorkflowContent } from './render/job.ts';
import { jobsOf, neededEnvironments } from './render/needed.ts';
import { ownRepository, unreleased } from './render/pins.ts';
import { configurationFile } from './render/workflows.ts';
import type { FileChange } from './run-init.ts';

/** What the user still has to write. */
export interface LeftToDo {
  /** Scripts that the configuration runs, that do not exist, and that `init` does not write. */
  readonly missingScripts: readonly string[];
  /** Files and folders that the deploy takes from the repository, and that are not there. */
  readonly missingFiles: readonly string[];
  /** Places that are still to be filled in, each as a line. */
  readonly toFillIn: readonly string[];
}

/** What `init` reports: which files it wrote and what has to be set up on GitHub, or what differs. */
export function initResult(
  changes: readonly FileChange[],
  content: WorkflowContent,
  mode: InitMode,
  left: LeftToDo,
): CommandResult {
  return mode === 'check' ? checked(changes) : written(changes, content, left);
}

function checked(changes: readonly FileChange[]): CommandResult {
  const drifted = changes.flatMap(({ path, existing, change }) => {
    if (change.kind !== 'drift') return [];
    if (existing === undefined || change.text === undefined) return [{ path, lines: ['it does not exist'] }];
    return [{ path, lines: differenceOf(existing, change.text) }];
  });
  if (drifted.length === 0) {
    const headline = 'The workflows are what init would write.';
    return { outcome: 'passed', headline, outputs: {}, summary: '', text: '' };
  }
  const names = drifted.map(({ path }) => path).join(', ');
  const message = {
    happened: `${drifted.length === 1 ? 'One file is' : `${drifted.length} files are`} not what init would write: ${names}.`,
    means: 'The workflows do not match the configuration or this version; a job may lack a variable or a step.',
    next: 'Run "staged-upgrade init --update" and commit what it writes.',
  };
  const text = drifted
    .map(({ path, lines }) => [`${path}:`, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
  return { outcome: 'failed', headline: message.happened, message, outputs: {}, summary: '', text };
}

const examplesAt = 'https://github.com/staged-upgrade/staged-upgrade/tree/main/examples';

const verbs = {
  create: 'wrote',
  replace: 'updated',
  unchanged: 'unchanged',
  drift: 'differs',
  refuse: 'refused',
} as const;

function written(
  changes: readonly FileChange[],
  content: WorkflowContent,
  { missingScripts: missing, missingFiles, toFillIn }: LeftToDo,
): CommandResult {
  const touched = changes.filter(({ change }) => change.kind === 'create' || change.kind === 'replace').length;
  const headline =
    touched === 0 ? 'All files are as init would write them.' : `Wrote ${touched} of ${changes.length} files.`;
  const lines = [
    ...changes.map(({ path, change }) => `  ${verbs[change.kind].padEnd(9)}  ${path}`),
    ...(missing.length === 0
      ? []
      : [
          '',
          `The configuration runs ${missing.length === 1 ? 'a script that is' : 'scripts that are'} not here, and init writes none: ${missing.join(', ')}.`,
          `Write ${missing.length === 1 ? 'it' : 'them'}, or name your own commands. Examples to start from: ${examplesAt}`,
        ]),
    ...(missingFiles.length === 0
      ? []
      : [
          '',
          `The deploy uses ${missingFiles.join(', ')}, which ${missingFiles.length === 1 ? 'is' : 'are'} not in the repository.`,
          `Add ${missingFiles.length === 1 ? 'it' : 'them'}, or name your own in ${configurationFile}. What is written beside ${missingFiles.length === 1 ? 'it' : 'them'} under "deploy:" is a proposal: check each line.`,
        ]),
    ...(toFillIn.length === 0
      ? []
      : [
          '',
          'Fill in what is still open; "staged-upgrade preflight" says what is left:',
          ...toFillIn.map((place) => `  ${place}`),
        ]),
    '',
    'Next, on GitHub (docs/setup.md says how), create these environments, with these secrets and variables:',
    ...(content.fleet === undefined
      ? []
      : ['  Each system has its own environments, prefixed with its name. SYSTEM stands for that name:']),
    ...neededEnvironments(content).flatMap(({ name, variables }) => [
      `  ${content.fleet === undefined ? '' : 'SYSTEM-'}${name}${note(content, name)}`,
      ...variables.map((variable) => `    ${variable.from === 'secrets' ? 'secret  ' : 'variable'}  ${variable.name}`),
    ]),
    ...(jobsOf(content.traits, content.scope).includes('mark')
      ? [
          '',
          'Then, once, before the first run: mark staging as disposable. Only data that was marked before a backup is ever emptied for it.',
          '  Actions → Upgrade → Run workflow, operation "mark-disposable", confirm: the name of staging\'s database',
          `  or in a terminal: staged-upgrade mark-disposable${content.fleet === undefined ? '' : ' --system NAME'}`,
        ]
      : []),
    ...(content.settings.action.ref === unreleased
      ? [
          '',
          'This build is not a release, so the workflows do not name a commit of the action yet, and cannot run. Find the commit of a release:',
          `  git ls-remote https://github.com/${ownRepository} 'v*.*.*'`,
          'and write it into them:',
          `  staged-upgrade init --update --action "${ownRepository}@COMMIT # VERSION"`,
        ]
      : []),
  ];
  return { outcome: touched === 0 ? 'skipped' : 'passed', headline, outputs: {}, summary: '', text: lines.join('\n') };
}

function note(content: WorkflowContent, environment: string): string {
  if (environment === approvedEnvironment) return ' (without reviewers; open only to the default branch)';
  return isReviewed(content, environment) ? ' (with required reviewers)' : '';
}

function isReviewed({ gates }: WorkflowContent, environment: string): boolean {
  return gateNames.some((gate) => environmentOfGate[gate] === environment && gates[gate] === 'environment');
}
