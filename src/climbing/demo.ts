import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Project } from '../config/project.ts';
import type { InputsOf } from '../core/interface/inputs.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { SystemFailure } from '../core/messages/errors.ts';
import type { ManualStep } from '../core/model/hop.ts';
import { answersFrom } from '../init/answers.ts';
import { renderConfiguration } from '../init/render/configuration.ts';
import type { PlanInput } from '../planning/plan-input.ts';
import { planHops } from '../planning/plan-path.ts';
import { planToDo } from '../planning/plan-to-do.ts';
import { shippedProducts } from '../products/registry.ts';
import { embeddedSample } from '../products/sample/embedded-sample.ts';
import type { Caller } from '../steps/command.ts';
import { deploy } from '../steps/deploy/deploy.ts';
import { openProject } from '../steps/hop/open-project.ts';
import { endOfRun } from '../steps/hop/under-lease.ts';
import { markStaging } from '../steps/mark-disposable/mark-disposable.ts';
import type { Terminal } from '../steps/stage/terminal.ts';
import type { Effects } from '../world/effects/effects.ts';
import { silentLog } from '../world/log.ts';
import { childEnvironment } from '../world/processes/child-environment.ts';
import { variablesFrom } from '../world/variables.ts';
import { climbPath } from './climb-path.ts';

const first = '1.0.2';

interface DemoParts extends Caller {
  readonly terminal: Terminal;
}

/**
 * The main use on the embedded sample: live server processes for production and staging, real backups and restores, in a
 * temporary folder that is set up like a user's repository.
 */
export async function runDemo(
  parts: DemoParts,
  { target = 'newest', keep }: InputsOf<'target' | 'keep'>,
): Promise<CommandResult> {
  const out = parts.terminal.write;
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-demo-')));
  const repository = join(folder, 'repository');
  for (const name of ['repository', 'production', 'staging']) await mkdir(join(folder, name));
  await cp(embeddedSample, repository, { recursive: true, filter: (source) => !source.endsWith('.github') });
  await writeFile(join(repository, 'staged-upgrade.yml'), await demoConfiguration());
  const effects = await demoEffects(parts.effects, folder, repository);
  const server = (side: Side, ...action: string[]): Promise<void> =>
    runSample(effects, side, ['deploy.mjs', ...action]);
  try {
    out(`A server for production on ${first}, with its own records, in ${folder}\n\n`);
    await server('PRODUCTION', 'start', first);
    await runSample(effects, 'PRODUCTION', ['seed.mjs']);
    const project = await openProject('staged-upgrade.yml', effects, parts.run);
    const result = await climbSample(project, parts, target);
    if (result.summary === '') return endedByAnswer(result);
    if (keep !== true) {
      out('The demo leaves nothing behind. With --keep, its servers, backups, journal and report stay.\n');
      return result;
    }
    const report = join(folder, 'report.md');
    await writeFile(report, effects.pen.markdown(result.summary));
    out(`The report: ${report}\n`);
    return result;
  } finally {
    await server('PRODUCTION', 'stop');
    await server('STAGING', 'stop');
    if (keep !== true) await rm(folder, { recursive: true, force: true });
  }
}

/** Answering "No" at a gate ends the demo like any other end; there is nothing to report and nothing to resume later. */
export function endedByAnswer(result: CommandResult): CommandResult {
  if (result.outcome !== 'waiting' || result.message === undefined) return result;
  const message = {
    happened: `The demo ends here: ${result.message.happened}`,
    means: `${result.message.means} Its servers are stopped.`,
    next: 'Start it again with the same command. It starts over.',
  };
  return { ...result, headline: message.happened, message };
}

async function climbSample(project: Project, { terminal }: DemoParts, target: string): Promise<CommandResult> {
  const out = terminal.write;
  const manual = (await planHops(project, { target })).hops.flatMap((hop) => hop.manual);
  announceManual(manual, out);
  const acknowledge = manual.map((step) => step.id);
  await markSample(project, out);
  await showRefusal(project, { target, acknowledge }, out);
  const gates = terminal.interactive
    ? ({ kind: 'ask' } as const)
    : ({ kind: 'approve-all', how: 'no terminal is attached to ask at' } as const);
  return await endOfRun(project, () =>
    climbPath(project, { target, acknowledge }, terminal.stage(project.effects, gates)),
  );
}

/** The first step for any staging, done once: only data that a person has marked is ever emptied. */
async function markSample(project: Project, out: (text: string) => void): Promise<void> {
  const confirm = join(project.effects.environment.SAMPLE_STAGING_STATE ?? '', 'records.sqlite');
  const result = await markStaging(project, { confirm });
  if (result.message !== undefined) throw new SystemFailure(result.message);
  out(`Once, for staging: staged-upgrade mark-disposable --confirm ${confirm}\n  ${result.headline}\n\n`);
}

function announceManual(manual: readonly ManualStep[], out: (text: string) => void): void {
  for (const step of manual)
    out(`By hand, before its hop: ${step.text} (In this demo it counts as done: --acknowledge ${step.id})\n\n`);
}

/** What the tool is for is what it refuses: no deploy on production before the hop was rehearsed. */
async function showRefusal(project: Project, asked: PlanInput, out: (text: string) => void): Promise<void> {
  const hop = (await planToDo(project, asked)).hops.at(0);
  if (hop === undefined) return;
  const quiet: Project = { ...project, effects: { ...project.effects, log: silentLog } };
  const result = await deploy.run(quiet, { environment: 'production', release: 'to', hop });
  out(`First, something that is not allowed: deploying ${hop.to} on production at once.\n`);
  out(`  ${result.outcome}: ${result.message?.happened ?? result.headline}\n  ${result.message?.means ?? ''}\n\n`);
}

/** What `init` writes for the sample, except that the journal is a folder, since there is no remote to push to. */
async function demoConfiguration(): Promise<string> {
  const asked = { product: 'sample', journal: '${SAMPLE_JOURNAL}' };
  return renderConfiguration(await answersFrom(asked, shippedProducts, undefined));
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
  // The servers run on the same Node.js as this process, whatever else the machine has.
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
