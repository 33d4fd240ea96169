import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { climb } from '../../commands/climb.ts';
import { markDisposable } from '../../commands/mark-disposable.ts';
import { planToDo } from '../../commands/plan.ts';
import type { Project } from '../../config/project.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { ManualStep } from '../../core/model/hop.ts';
import type { CommandResult, Invocation } from '../../core/model/invocation.ts';
import { presetFor } from '../../init/presets.ts';
import { renderConfiguration } from '../../init/render/configuration.ts';
import { planHops } from '../../planning/plan-path.ts';
import { deploy } from '../../steps/deploy/deploy.ts';
import { openProject } from '../../steps/hop/open-project.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { silentLog } from '../../world/log.ts';
import { childEnvironment } from '../../world/processes/child-environment.ts';
import { variablesFrom } from '../../world/variables.ts';
import { gateAt } from './ask.ts';
import { embeddedSample } from './embedded-sample.ts';
import { listrStage } from './listr-stage.ts';
import type { DemoChoices } from './program.ts';
import type { RunParts } from './run-cli.ts';

const first = '1.0.2';

export interface DemoParts extends RunParts {
  readonly effects: Effects;
}

/**
 * The main job on the embedded sample: live server processes for production and staging, real backups and restores, in
 * a temporary folder that is made like a user's repository.
 */
export async function runDemo(parts: DemoParts, choices: DemoChoices): Promise<CommandResult> {
  const { out } = parts;
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-demo-')));
  const repository = join(folder, 'repository');
  for (const name of ['repository', 'production', 'staging']) await mkdir(join(folder, name));
  await cp(embeddedSample, repository, { recursive: true, filter: (source) => !source.endsWith('.github') });
  await writeFile(join(repository, 'staged-upgrade.yml'), demoConfiguration());
  const effects = await demoEffects(parts.effects, folder, repository);
  const server = (side: Side, ...action: string[]): Promise<void> =>
    runSample(effects, side, ['deploy.mjs', ...action]);
  try {
    out(`A server for production on ${first}, with records of its own, in ${folder}\n\n`);
    await server('PRODUCTION', 'start', first);
    await runSample(effects, 'PRODUCTION', ['seed.mjs']);
    const project = await openProject('staged-upgrade.yml', effects, parts.run);
    const result = await climbSample(project, parts, choices);
    if (result.summary === '') return endedByAnswer(result);
    if (!choices.keep) {
      out('Nothing of the demo is kept. With --keep, its servers, backups, journal and the report of the climb are.\n');
      return result;
    }
    const report = join(folder, 'report.md');
    await writeFile(report, effects.pen.markdown(result.summary));
    out(`The report: ${report}\n`);
    return result;
  } finally {
    await server('PRODUCTION', 'stop');
    await server('STAGING', 'stop');
    if (!choices.keep) await rm(folder, { recursive: true, force: true });
  }
}

/** A "No" at a gate is an end of the demo like another; there is nothing to report and nothing that a later one resumes. */
export function endedByAnswer(result: CommandResult): CommandResult {
  if (result.outcome !== 'waiting' || result.message === undefined) return result;
  const message = {
    happened: `The demo ends here: ${result.message.happened}`,
    means: `${result.message.means} Its servers are stopped.`,
    next: 'Start it again with the same command. It begins anew.',
  };
  return { ...result, headline: message.happened, message };
}

async function climbSample(project: Project, parts: DemoParts, { target }: DemoChoices): Promise<CommandResult> {
  const { interactive, out } = parts;
  const asked: Invocation = { command: 'climb', target, acknowledge: [], facts: [] };
  const manual = (await planHops(project, asked)).hops.flatMap((hop) => hop.manual);
  announceManual(manual, out);
  const invocation: Invocation = { ...asked, acknowledge: manual.map((step) => step.id) };
  await markStaging(project, out);
  await showRefusal(project, invocation, out);
  const { actor } = parts.run;
  const mode = interactive
    ? ({ kind: 'ask', actor } as const)
    : ({ kind: 'approve-all', actor, how: 'no terminal is attached to ask at', announce: out } as const);
  const stage = listrStage({
    interactive,
    write: out,
    redact: project.effects.pen.text,
    now: () => project.effects.clock.now().getTime(),
    file: parts.file,
    columns: parts.columns,
    approve: gateAt(mode, project.effects.signal),
  });
  return await climb(project, invocation, stage, {});
}

/** The first step for any staging, done once: only what a person has marked is ever emptied. */
async function markStaging(project: Project, out: (text: string) => void): Promise<void> {
  const confirm = join(project.effects.environment.SAMPLE_STAGING_STATE ?? '', 'records.sqlite');
  const result = await markDisposable(project, { command: 'mark-disposable', confirm, acknowledge: [], facts: [] });
  if (result.message !== undefined) throw new SystemFailure(result.message);
  out(`Once, for staging: staged-upgrade mark-disposable --confirm ${confirm}\n  ${result.headline}\n\n`);
}

function announceManual(manual: readonly ManualStep[], out: (text: string) => void): void {
  for (const step of manual)
    out(`By hand, before its hop: ${step.text} (In this demo it is taken as done: --acknowledge ${step.id})\n`);
}

/** What the tool is for is what it does not do: production is not deployed before the hop was rehearsed. */
async function showRefusal(project: Project, invocation: Invocation, out: (text: string) => void): Promise<void> {
  const hop = (await planToDo(project, invocation)).hops.at(0);
  if (hop === undefined) return;
  const quiet: Project = { ...project, effects: { ...project.effects, log: silentLog } };
  const result = await deploy(quiet, {
    ...invocation,
    command: 'deploy',
    environment: 'production',
    release: 'to',
    hop: hop.id,
  });
  out(`First, something that must not be done: deploying ${hop.to} on production at once.\n`);
  out(`  ${result.outcome}: ${result.message?.happened ?? result.headline}\n  ${result.message?.means ?? ''}\n\n`);
}

/** What `init` writes for the sample; only the journal is a folder, since there is no remote to push to. */
function demoConfiguration(): string {
  const { plain: _, ...usual } = presetFor('sample');
  const addresses = {
    productionUrl: 'http://127.0.0.1:${SAMPLE_PRODUCTION_PORT}',
    stagingUrl: 'http://127.0.0.1:${SAMPLE_STAGING_PORT}',
  };
  return renderConfiguration({
    system: 'sample',
    ...addresses,
    ...usual,
    product: 'sample',
    access: ['admin-token'],
    journal: { folder: '${SAMPLE_JOURNAL}' },
  });
}

type Side = 'PRODUCTION' | 'STAGING';

/** The variables of the configuration, as a workflow's jobs would get them from their environments. */
async function demoEffects(effects: Effects, folder: string, repository: string): Promise<Effects> {
  const [production, staging] = await freePorts();
  const own = {
    SAMPLE_PRODUCTION_STATE: join(folder, 'production'),
    SAMPLE_PRODUCTION_PORT: String(production),
    SAMPLE_PRODUCTION_ADMIN_TOKEN: 'a-token-of-production',
    SAMPLE_STAGING_STATE: join(folder, 'staging'),
    SAMPLE_STAGING_PORT: String(staging),
    SAMPLE_STAGING_ADMIN_TOKEN: 'a-token-of-staging',
    SAMPLE_BACKUPS: join(folder, 'backups'),
    SAMPLE_JOURNAL: join(folder, 'journal'),
  };
  // The servers run on the Node.js that runs this, whatever else the machine has.
  const PATH = [dirname(process.execPath), effects.environment.PATH ?? ''].join(delimiter);
  const environment = { ...effects.environment, ...own, PATH };
  return { ...effects, directory: repository, environment, variables: variablesFrom(environment, () => undefined) };
}

async function runSample(effects: Effects, side: Side, script: readonly string[]): Promise<void> {
  const names = { STATE: 'STATE', PORT: 'PORT', TOKEN: 'ADMIN_TOKEN' };
  const settings = Object.entries(names).map(([name, kept]) => [
    `SAMPLE_${name}`,
    effects.environment[`SAMPLE_${side}_${kept}`] ?? '',
  ]);
  const result = await effects.processes.run({
    argv: [process.execPath, ...script],
    directory: effects.directory,
    environment: { ...childEnvironment(effects), ...Object.fromEntries(settings) },
  });
  if (result.exitCode !== 0) throw new Error(`${script.join(' ')} of the sample failed: ${result.stderr}`);
}

async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()] as const;
  const ports = await Promise.all(servers.map((server) => listeningPort(server)));
  for (const server of servers) server.close();
  return [ports[0] ?? 0, ports[1] ?? 0];
}

function listeningPort(server: ReturnType<typeof createServer>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}
