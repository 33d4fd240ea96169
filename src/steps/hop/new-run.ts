import type { Project } from '../../config/project.ts';
import { leadingPlan } from '../../core/history/leading-plan.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Entry, EntryOf } from '../../core/model/event.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { RunInput } from './step-input.ts';

/*
 * How to continue a hop that waits, in one place: a later run plans from what it observes and continues. Decisions say what
 * they wait for; where to start that run depends on where this one runs.
 */

/** Adds how to start a new run to the message of a step that ended as waiting. */
export function withNewRun(message: Message, newRun: string): Message {
  return { ...message, next: nextWithNewRun(message.next, newRun) };
}

/** If the advice ends with a new run anyway, that sentence gets its address: the same is not said twice. */
function nextWithNewRun(next: string, newRun: string): string {
  const { before = '', start, what } = endingInNewRun.exec(next)?.groups ?? {};
  if (start !== undefined) return `${before}${start}${what === undefined ? '' : `, which ${what}`}: ${newRun}`;
  // What a person types must stay apart from what follows it.
  const glue = next === '' ? '' : /[.!?…]$/.test(next) ? ' ' : ' · ';
  return `${next}${glue}New run: ${newRun}`;
}

const endingInNewRun =
  /^(?<before>(?:.*[.!?…] )?)(?<start>Start a new run(?: later)?)(?:: it (?<what>(?:(?![.!?…] ).)+))?\.$/s;

export interface Stopped {
  readonly command: string;
  readonly environment?: EnvironmentName | undefined;
  readonly input: RunInput;
  /** The whole journal: a new run goes where its leading plan leads. */
  readonly entries: readonly Entry[];
  /** The id of the hop in question. */
  readonly hop?: string;
}

/** The address of the workflow to run again, with what to fill in, or the command for the terminal. */
export function newRunOf(project: Project, stopped: Stopped): string {
  return project.run.kind === 'github' ? onGithub(project, stopped) : atTerminal(project, stopped);
}

/**
 * In a called workflow the reference is that of its caller, which is what a person starts.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 */
function onGithub(project: Project, stopped: Stopped): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  if (!server || !repository) return 'choose "Run workflow" on the page "Actions" of this repository';
  const actions = `${server}/${repository}/actions`;
  const file = workflowFile(project.effects.environment.GITHUB_WORKFLOW_REF, repository);
  if (file === undefined) return `${actions} (choose the workflow, then "Run workflow")`;
  const system = project.fleet === undefined ? [] : [`system ${project.configuration.system}`];
  if (isRollback(stopped))
    return `${actions}/workflows/${file} (${['"Run workflow"', ...system, `hop ${stopped.hop}`].join(', ')})`;
  const planned = leadingPlan(stopped.entries, stopped.hop);
  const acknowledged = acknowledgedFor(project, planned);
  const inputs = [
    ...system,
    ...(planned?.event.operation === 'rehearse' ? ['operation rehearse'] : []),
    ...(planned === undefined ? [] : [`target ${planned.event.target}`]),
    ...givenText('facts', planned?.event.given?.facts),
    ...givenText('parts', planned?.event.given?.parts),
    ...(acknowledged.length === 0 ? [] : [`acknowledge "${acknowledged.join(', ')}"`]),
  ];
  // A report in the workflow "Rollback" is about the upgrade, which another workflow continues; so is one in a fleet's run.
  const upgrade = file === 'rollback.yml' || project.fleet !== undefined ? 'upgrade.yml' : file;
  return `${actions}/workflows/${upgrade} (${['"Run workflow"', ...inputs].join(', ')})`;
}

function givenText(input: string, values: readonly string[] = []): string[] {
  return values.length === 0 ? [] : [`${input} "${values.join(', ')}"`];
}

/** `owner/repo/.github/workflows/upgrade.yml@refs/heads/main` → `upgrade.yml`. */
function workflowFile(reference: string | undefined, repository: string): string | undefined {
  const prefix = `${repository}/.github/workflows/`;
  if (reference === undefined || !reference.startsWith(prefix)) return undefined;
  return reference.slice(prefix.length).split('@')[0] || undefined;
}

function atTerminal(project: Project, stopped: Stopped): string {
  const { config, facts = [], parts = [] } = stopped.input;
  const configured = [
    ...(config === undefined ? [] : ['--config', config]),
    ...(project.fleet === undefined ? [] : ['--system', project.configuration.system]),
  ];
  if (isRollback(stopped)) return command(['rollback', ...configured, '--hop', stopped.hop]);
  const planned = leadingPlan(stopped.entries, stopped.hop);
  const given = planned?.event.given ?? { facts: [], parts: [] };
  return command([
    planned?.event.operation === 'rehearse' ? 'rehearse' : 'climb',
    ...configured,
    ...(planned === undefined ? [] : ['--target', planned.event.target]),
    ...acknowledgedFor(project, planned).flatMap((id) => ['--acknowledge', id]),
    ...[...new Set([...given.facts, ...facts])].flatMap((fact) => ['--facts', fact]),
    ...[...new Set([...given.parts, ...parts])].flatMap((part) => ['--part', part]),
  ]);
}

function isRollback(stopped: Stopped): stopped is Stopped & { readonly hop: string } {
  const { command: name, environment = 'production' } = stopped;
  return name === 'rollback' && environment === 'production' && stopped.hop !== undefined;
}

/** Acknowledgements given for the path that are not in the configuration: without them, the new run would ask again. */
function acknowledgedFor({ configuration }: Project, planned: EntryOf<'planned'> | undefined): string[] {
  const steps = planned?.event.hops.flatMap(({ manual }) => manual) ?? [];
  const ids = steps.filter(({ acknowledged }) => acknowledged).map(({ id }) => id);
  return [...new Set(ids)].filter((id) => !configuration.acknowledge.includes(id));
}

function command(words: readonly string[]): string {
  return ['npx', 'staged-upgrade', ...words.map(quoted)].join(' ');
}

/** Quoted for a POSIX shell. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
