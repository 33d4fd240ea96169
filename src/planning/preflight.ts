import { backupPlaces, identityPlace } from '../config/backup-places.ts';
import { type PartVariables, partVariables, variableFindings } from '../config/part-variables.ts';
import type { Project } from '../config/project.ts';
import { valueAt } from '../config/subject.ts';
import { latest } from '../core/history/entries.ts';
import type { InputsOf } from '../core/interface/inputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { SystemFailure, UserError } from '../core/messages/errors.ts';
import { type Finding, warning } from '../core/messages/finding.ts';
import type { Message } from '../core/messages/message.ts';
import { type EnvironmentName, environmentNames, type Hop } from '../core/model/hop.ts';
import { partsOf, preflightJobs } from '../init/render/workflow-jobs.ts';
import { preflightHeadline, preflightMarkdown, preflightText } from '../report/preflight-report.ts';
import { openLiveSystem } from '../steps/environment/live-system.ts';
import { runChecks, withNew } from './checks/check.ts';
import { journalFinding } from './checks/journal.ts';
import { outcomeOf } from './checks/outcome.ts';
import { hopsToCheck, type PathFound, pathFindings } from './checks/path.ts';
import type { PlanInput } from './plan-input.ts';
import { planHops } from './plan-path.ts';
import { canObserve, liveChecks, pathChecks } from './preflight-checks.ts';
import type { PreflightScope } from './preflight-scope.ts';

type PreflightInput = PlanInput & InputsOf<'environment'>;

/** Checks the whole path before its first hop: everything that would stop it later, all at once, each with its fix. */
export async function findProblems(project: Project, input: PreflightInput): Promise<CommandResult<'problems'>> {
  const { signal } = project.effects;
  const scope = scopeOf(project, input);
  const live = await runChecks(liveChecks(project, scope), signal, scope.findings);
  const { path, longestJobMilliseconds } = await findPath(project, input, scope);
  const hops = hopsToCheck(path);
  const checks = pathChecks({ project, scope, hops, longestJobMilliseconds });
  const findings = await runChecks(checks, signal, withNew(live, pathFindings(path)));
  const journal = await journalFinding(project.journal, findings);
  return preflightResult(withNew(findings, [journal]), journal.kind === 'ok');
}

interface Scope extends PreflightScope {
  readonly findings: readonly Finding[];
}

function scopeOf(project: Project, { environment: asked }: PreflightInput): Scope {
  const { document, effects } = project;
  const { environments, backup, ...common } = document;
  const parts: Record<string, unknown> = { ...common };
  if (backup !== undefined) parts.backup = backupPlaces.map((place) => valueAt(document, place.split('.')));
  const identity = valueAt(document, identityPlace.split('.'));
  if (identity !== undefined) parts[identityPlace] = identity;
  const looksAt = (name: EnvironmentName): boolean => asked === undefined || asked === name;
  for (const name of environmentNames.filter(looksAt)) {
    for (const [key, part] of Object.entries(memberOf(environments, name))) parts[`environments.${name}.${key}`] = part;
  }
  const variables = partVariables(parts, effects.environment);
  const given = givenParts(project, asked);
  return {
    looksAt,
    has: (part) => stateOf(variables, part) === 'here',
    findings: [
      ...variableFindings(variables, { subject: 'variables', isGiven: (part) => given?.includes(part) !== false }),
      ...environmentNames.filter((name) => !looksAt(name)).map(leftOut),
    ],
  };
}

/** What a job of this environment gets, as the workflows that `init` writes have it; undefined where that is not the question. */
function givenParts(
  { run, configuration, document }: Project,
  asked: EnvironmentName | undefined,
): readonly string[] | undefined {
  if (run.kind !== 'github' || asked === undefined) return undefined;
  return partsOf(preflightJobs[asked], configuration['restore-point'].prove, document);
}

function memberOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  const member: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof member === 'object' && member !== null ? { ...member } : {};
}

/** A part that the configuration leaves out, such as hooks, needs nothing. */
function stateOf(variables: readonly PartVariables[], part: string): PartVariables['state'] | 'not-asked' {
  const found = variables.find(({ where }) => where === part);
  if (found !== undefined) return found.state;
  const environment = part.split('.').slice(0, 2).join('.');
  return variables.some(({ where }) => where.startsWith(`${environment}.`)) ? 'here' : 'not-asked';
}

function leftOut(environment: string): Finding {
  return warning(`environment ${environment}`, {
    happened: 'It was not checked: this run was for the other environment.',
    means: 'Nothing is known about its server, its database and its deploy.',
    next: `Run preflight --environment ${environment} where its variables are.`,
  });
}

interface FoundPath {
  readonly path: PathFound;
  readonly longestJobMilliseconds?: number;
}

/** Without a path the rest is checked anyway: why there is none is a finding like any other. */
async function findPath(project: Project, input: PlanInput, scope: PreflightScope): Promise<FoundPath> {
  try {
    return await pathFrom(project, input, scope);
  } catch (error) {
    project.effects.signal.throwIfAborted();
    if (!(error instanceof UserError) && !(error instanceof SystemFailure)) throw error;
    return { path: { kind: 'refused', message: error.detail } };
  }
}

async function pathFrom(project: Project, input: PlanInput, scope: PreflightScope): Promise<FoundPath> {
  const reachable = canObserve(scope);
  if (!reachable && input.current === undefined) return { path: await recordedPath(project) };
  if (reachable && (await openLiveSystem(project, 'production', []).observe()).version.kind === 'unknown') {
    if (input.current === undefined) return { path: await recordedPath(project) };
    return await planned(project, { ...input, offline: true });
  }
  return await planned(project, { ...input, offline: !reachable });
}

async function planned(project: Project, input: PlanInput): Promise<FoundPath> {
  const { plan, hops, details, remarks, missing } = await planHops(project, input);
  if (plan.kind === 'already-there' && plan.doubt !== undefined && hops.length === 0) {
    return { path: { kind: 'refused', message: plan.doubt } };
  }
  if (missing !== undefined) return { path: { kind: 'refused', message: missing } };
  if (plan.kind !== 'path' && plan.kind !== 'already-there') {
    return { path: { kind: 'refused', message: plan.message } };
  }
  const times = details.flatMap(({ estimate }) => estimate?.longestJobMilliseconds ?? []);
  return {
    path: { kind: 'planned', hops, target: plan.target, remarks },
    ...(times.length === 0 ? {} : { longestJobMilliseconds: Math.max(...times) }),
  };
}

async function recordedPath({ journal }: Project): Promise<PathFound> {
  const planned = latest(await journal.read(), 'planned')?.event.hops ?? [];
  if (planned.length === 0) return { kind: 'not-known' };
  const hops = planned.map(
    (hop, index): Hop => ({
      ...hop,
      index: index + 1,
      count: planned.length,
      title: `${hop.from} → ${hop.to}`,
      reasons: [],
    }),
  );
  return { kind: 'recorded', hops };
}

/** @param isRecorded whether the entry could be written to the journal */
function preflightResult(findings: readonly Finding[], isRecorded: boolean): CommandResult<'problems'> {
  const outcome = outcomeOf(findings);
  const headline = preflightHeadline(findings);
  const count = (kind: Finding['kind']): number => findings.filter((finding) => finding.kind === kind).length;
  return {
    outcome,
    headline,
    ...(outcome === 'passed' ? {} : { message: messageOf(headline, findings, isRecorded) }),
    outputs: { problems: count('problem') },
    summary: preflightMarkdown(findings),
    text: preflightText(findings),
    json: { findings },
  };
}

/** The list is in the text and in the summary; the annotation says how long it is and how it starts. */
function messageOf(headline: string, findings: readonly Finding[], isRecorded: boolean): Message {
  const first = findings.find(({ kind }) => kind === 'problem') ?? findings.find(({ kind }) => kind === 'cannot-tell');
  return {
    happened: headline,
    means: first === undefined ? '' : `The first is ${first.subject}: ${first.happened}`,
    next: `Go through the list, then run preflight again. Nothing was changed; ${isRecorded ? 'it is recorded in the journal' : 'the journal could not be written'}.`,
  };
}
