import { isMapping, valueAt } from '../../config/subject.ts';
import type { GateName, GateScope, GateSetting } from '../../core/model/gate.ts';
import { environmentNames } from '../../core/model/hop.ts';
import type { HopTraits } from '../../core/model/sequence.ts';
import { freezeVariable } from '../../core/timing/freeze.ts';
import { deployerInit } from '../../drivers/deployers.ts';
import { loginStep, loginsOf } from './login.ts';
import { checkout, type Pin, usesText } from './pins.ts';
import type { WorkflowSettings } from './settings.ts';
import { type JobVariable, jobVariables } from './variables.ts';
import { rightsOf, type WorkflowJob } from './workflow-jobs.ts';
import { indent, labels, mapping, scalar } from './yaml.ts';

/** Everything that the renderers know: the settings, and what the configuration says. */
export interface WorkflowContent {
  readonly settings: WorkflowSettings;
  readonly system: string;
  /** The product can deploy a release with its migrations deferred. */
  readonly deferrable: boolean;
  /** The configuration as plain data, `${NAME}` unresolved. */
  readonly document: unknown;
  /** Addresses for the deployment records; undefined if the configuration takes them from a variable. */
  readonly urls: { readonly production: string | undefined; readonly staging: string | undefined };
  readonly proveRestorePoint: boolean;
  /** What the steps of its hops depend on. */
  readonly traits: HopTraits;
  /** How long the jobs of a hop may run. */
  readonly jobMinutes: number;
  /** How each gate is set; `none` for one that no job of the product has. */
  readonly gates: Readonly<Record<GateName, GateSetting>>;
  /** What one approval is for. */
  readonly scope: GateScope;
  /** Reports are also written into an issue. */
  readonly tracksIssue: boolean;
  /** If the configuration has several systems: each job gets the name of the one that it is for. */
  readonly fleet?: FleetContent;
}

export interface FleetContent {
  /** Those whose `${NAME}`s differ from each other: the jobs have what any of them needs. */
  readonly documents: readonly unknown[];
  /** More than one matrix can hold. */
  readonly isLarge: boolean;
}

/** In the workflows that are called for one system. */
export const ofSystem = '${{ inputs.system }}';

/** A name that is unique within a run, if jobs of several systems may be in it. */
export function namedForSystem(name: string, { fleet }: WorkflowContent): string {
  return fleet === undefined ? name : `${ofSystem}-${name}`;
}

export interface JobParts {
  readonly job: WorkflowJob;
  readonly name: string;
  readonly side: 'production' | 'staging';
  readonly environment: string;
  /** For all systems at once. */
  readonly everySystem?: true;
  /** Without a record, GitHub shows no deployment: the job only reads. */
  readonly record: boolean;
  readonly needs?: readonly string[];
  readonly if?: string;
  /** It reads how the environments on GitHub are protected. */
  readonly readsProtection?: true;
  /** Without it, as long as the jobs of a hop. */
  readonly timeoutMinutes?: number;
  readonly outputs: readonly (readonly [name: string, value: string])[];
  readonly steps: readonly StepParts[];
}

export interface StepParts {
  readonly id: string;
  readonly name: string;
  readonly if?: string;
  readonly timeoutMinutes?: number;
  /** Another action than this one. */
  readonly uses?: Pin;
  readonly with: readonly (readonly [name: string, value: string])[];
}

export function hasGate({ gates }: WorkflowContent, setting: GateSetting): boolean {
  return gates.production === setting || gates.finalize === setting;
}

/** One job, two spaces in. */
export function renderJob(parts: JobParts, content: WorkflowContent): string[] {
  const { settings } = content;
  const variables = variablesOf(parts.job, content);
  const freezable = ['promote', 'finalize', 'preflight', 'preflight-staging'].includes(parts.job);
  const environment = [...variables, ...(freezable ? [{ name: freezeVariable, from: 'vars' } as const] : [])];
  const { writesJournal, gate } = rightsOf(parts.job, content.traits);
  const url = parts.record ? content.urls[parts.side] : undefined;
  const body = [
    `name: ${scalar(parts.name)}`,
    ...(parts.needs === undefined ? [] : [`needs: ${labels(parts.needs)}`]),
    ...(parts.if === undefined ? [] : [`if: ${scalar(parts.if)}`]),
    `runs-on: ${runner(settings.runners[parts.side].map(labelFor(parts)))}`,
    'environment:',
    `  name: ${parts.everySystem === true ? parts.environment : namedForSystem(parts.environment, content)}`,
    ...(parts.record ? [] : ['  deployment: false']),
    ...(url === undefined ? [] : [`  url: ${scalar(url)}`]),
    'permissions:',
    ...indent(
      2,
      permissions({
        pushes: writesJournal,
        keepsFiles: deployChangesFiles(content) && parts.steps.some(deploys),
        readsApprovals: parts.readsProtection === true || (gate !== undefined && content.gates[gate] === 'environment'),
        writesIssues: content.tracksIssue && parts.steps.some(reports),
        oidc: settings.oidc,
      }),
    ),
    `timeout-minutes: ${parts.timeoutMinutes ?? content.jobMinutes}`,
    'outputs:',
    ...indent(2, mapping(parts.outputs)),
    ...(environment.length === 0 ? [] : ['env:']),
    ...environment.map(({ name, from }) => `  ${name}: \${{ ${from}.${name} }}`),
    'steps:',
    ...indent(2, steps(parts, content)),
  ];
  return [`  ${parts.job}:`, ...indent(4, body)];
}

/** A label may contain the system's name: each site then has runners of its own. Jobs for all systems run on any. */
function labelFor({ everySystem }: JobParts): (label: string) => string {
  return (label) => label.replaceAll('{system}', everySystem === true ? 'fleet' : ofSystem);
}

/** What a job needs, whichever system it is for. */
export function variablesOf(
  job: WorkflowJob,
  { fleet, document, settings, proveRestorePoint }: WorkflowContent,
): JobVariable[] {
  const all = (fleet?.documents ?? [document]).flatMap((each) =>
    jobVariables(each, job, settings.plain, proveRestorePoint),
  );
  const secret = new Set(all.flatMap(({ name, from }) => (from === 'secrets' ? [name] : [])));
  return [...new Set(all.map(({ name }) => name))]
    .toSorted()
    .map((name) => ({ name, from: secret.has(name) ? 'secrets' : 'vars' }));
}

/** Only self-hosted runners reach a private network: the linter's warning about them is suppressed where it appears. */
function runner(list: readonly string[]): string {
  return `${labels(list)}${list.includes('self-hosted') ? ' # zizmor: ignore[self-hosted-runner]' : ''}`;
}

function reports({ with: inputs }: StepParts): boolean {
  return inputs.some(([name, value]) => name === 'command' && value === 'report');
}

function deploys({ with: inputs }: StepParts): boolean {
  return inputs.some(([name, value]) => name === 'command' && (value === 'deploy' || value === 'rollback'));
}

export interface Granted {
  readonly pushes: boolean;
  /** Its deploys change files of the repository. */
  readonly keepsFiles: boolean;
  readonly readsApprovals: boolean;
  readonly writesIssues: boolean;
  readonly oidc: boolean;
}

/** The permissions of a job. The caller of hop.yml must grant everything that its jobs need together. */
export function permissions({ pushes, keepsFiles, readsApprovals, writesIssues, oidc }: Granted): string[] {
  const writes = [
    ...(pushes ? ['pushes the branch that holds the journal'] : []),
    ...(keepsFiles ? ['commits the file that a hop has changed'] : []),
  ];
  return [
    writes.length > 0 ? `contents: write # ${writes.join(', ')}` : 'contents: read',
    ...(keepsFiles ? ['pull-requests: write # proposes that file where the branch takes no commits'] : []),
    ...(readsApprovals ? ['actions: read # reads who approved, and that approval is required'] : []),
    ...(writesIssues ? ['issues: write # keeps the issue of the climb up to date'] : []),
    ...(oidc ? ['id-token: write # logs in to your cloud without a stored secret'] : []),
  ];
}

export function deployChangesFiles({ fleet, document }: WorkflowContent): boolean {
  const settings = (fleet?.documents ?? [document]).flatMap((each) =>
    environmentNames.map((environment) => valueAt(each, ['environments', environment, 'deploy'])),
  );
  return settings.some((deploy) =>
    deployerInit.some(({ name, changesFiles }) => changesFiles === true && isMapping(deploy) && name in deploy),
  );
}

function steps({ job, everySystem, steps: own }: JobParts, content: WorkflowContent): string[] {
  const { settings, document, proveRestorePoint, fleet } = content;
  const system = fleet === undefined || everySystem === true ? [] : [['system', ofSystem] as const];
  return [
    '- name: Check out the configuration',
    `  uses: ${usesText(checkout)}`,
    '  with:',
    '    persist-credentials: false',
    ...(deployChangesFiles(content)
      ? ['    ref: ${{ github.ref }} # as it is now, with what earlier hops have committed']
      : []),
    `# staged-upgrade: begin login ${job} (your steps that log in: OIDC, a VPN, a registry)`,
    ...loginsOf(document, job, proveRestorePoint).flatMap(loginStep),
    `# staged-upgrade: end login ${job}`,
    ...own.flatMap((step) => [
      `- name: ${scalar(step.name)}`,
      `  id: ${step.id}`,
      ...(step.if === undefined ? [] : [`  if: ${scalar(step.if)}`]),
      ...(step.timeoutMinutes === undefined ? [] : [`  timeout-minutes: ${step.timeoutMinutes}`]),
      `  uses: ${usesText(step.uses ?? settings.action)}`,
      '  with:',
      ...indent(4, mapping(step.uses === undefined ? [...step.with, ...system] : step.with)),
    ]),
  ];
}
