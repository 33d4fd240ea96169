import { stat } from 'node:fs/promises';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Finding, fine, problem } from '../../../core/messages/finding.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Fingerprint } from '../../../core/model/fingerprint.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { readsContent, takenBetween } from '../cypher-graph.ts';
import type { BackupRequest, BackupTaken, DataStore, PreflightRequest, ReplaceRequest } from '../data-store.ts';
import { readArchive } from './archive.ts';
import { method, readInfrahubGraph } from './graph.ts';
import { markDisposable, readIdentity } from './identity.ts';
import { openInstallation } from './installation.ts';
import type { InfrahubBackupSettings } from './kind.ts';
import { bringBack, stopWriters } from './services.ts';
import { openTool } from './tool.ts';

export function openStore(settings: InfrahubBackupSettings, context: PartContext): DataStore {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const project = fill(settings.project, 'project');
  const installation = openInstallation({ project, database: settings.database }, context);
  const tool = openTool(
    { program: fill(settings.program, 'program'), project, withTaskManager: settings['task-manager'] },
    context,
  );
  const within = (signal?: AbortSignal): AbortSignal =>
    signal === undefined ? effects.signal : AbortSignal.any([effects.signal, signal]);
  const fingerprint = async (signal?: AbortSignal, like?: Fingerprint): Promise<Fingerprint> => {
    const content = readsContent(like, settings.fingerprint.content, method);
    return await readInfrahubGraph(installation, { content, at: effects.clock.now(), signal });
  };

  const backup = async ({ directory, log, signal }: BackupRequest): Promise<BackupTaken> => {
    const stopping = within(signal);
    stopping.throwIfAborted();
    const identity = await readIdentity(installation, signal);
    const version = await tool.version(stopping);
    const containers = await installation.containers(signal);
    const before = await fingerprint(signal);
    let stoppedAt: Date | undefined;
    try {
      const limits = { tasks: settings['tasks-within'], whole: settings.timeout };
      stoppedAt = await tool.create({ directory, limits, log, signal: stopping });
    } finally {
      // Also if it was ended: otherwise what it had stopped by then would stay stopped.
      const again = AbortSignal.timeout(settings['ready-within'] * 2);
      await bringBack(installation, containers, {
        clock: effects.clock,
        within: settings['ready-within'],
        signal: again,
      });
    }
    const downtime = stoppedAt === undefined ? undefined : effects.clock.now().getTime() - stoppedAt.getTime();
    if (downtime !== undefined)
      log.info(`Infrahub did not serve for ${durationText(downtime)}: its services were stopped.`);
    const { information } = await readArchive(directory, signal);
    return {
      identity,
      dataAt: before.at,
      // Infrahub's graph only grows, each change with its time.
      fingerprint: takenBetween(before, await fingerprint(signal, before)),
      tools: {
        'infrahub-backup': version,
        infrahub: information.infrahub_version,
        neo4j: information.neo4j_edition ?? 'unknown',
        ...(downtime === undefined ? {} : { 'services stopped for': durationText(downtime) }),
      },
      references: [],
    };
  };

  const restore = async <Refusal>(request: ReplaceRequest<Refusal>): Promise<Refusal | undefined> => {
    const { directory, mayReplace, isOriginal, log, signal } = request;
    const stopping = within(signal);
    stopping.throwIfAborted();
    const { file, information } = await readArchive(directory, signal);
    if (settings['task-manager'] && !information.components.includes('task-manager-db'))
      throw withoutTaskManager(where);
    const refusal = mayReplace(await readIdentity(installation, signal));
    if (refusal !== undefined) return refusal;
    await tool.restore({ file, isCopy: isOriginal !== true, within: settings.timeout, log, signal: stopping });
    await stopWriters(installation, stopping);
    return undefined;
  };

  return {
    kind: 'infrahub-backup',
    noun: 'installation',
    serverDuringRestore: 'running',
    identity: (signal) => readIdentity(installation, signal),
    preflight: (request) => preflight(request),
    fingerprint,
    estimatedBytes: async (signal) => {
      const { id } = await installation.database(signal);
      const result = await installation.docker(['exec', id, 'du', '-sk', '/data'], { signal });
      const kilobytes = /^(?<size>\d+)\s/.exec(result.stdout)?.groups?.size;
      return result.exitCode !== 0 || kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
    },
    markDisposable: (choose, signal) => markDisposable(installation, choose, signal),
    backup,
    verify: async ({ directory, signal }) => {
      const { file } = await readArchive(directory, signal);
      await stat(file);
    },
    restore,
  };

  async function preflight({ use, subject, signal }: PreflightRequest): Promise<Finding[]> {
    await readIdentity(installation, signal);
    try {
      const version = await tool.version(within(signal));
      const containers = await installation.containers(signal);
      const missing = ['database', 'infrahub-server', 'task-worker'].filter(
        (service) => !containers.some((each) => each.service === service && each.isRunning),
      );
      const means = use === 'backup' ? 'A backup needs it.' : 'A restore works on running containers.';
      if (missing.length > 0 && use === 'backup')
        return [
          problem(subject, {
            happened: `In the project "${project}", ${missing.join(' and ')} does not run.`,
            means: `${means} infrahub-backup asks the task worker for running tasks, and the database for its dump.`,
            next: 'Start it, then run again.',
          }),
        ];
      return [fine(subject, `infrahub-backup ${version} is here, and the project "${project}" answers.`)];
    } catch (error) {
      if (!(error instanceof SystemFailure)) throw error;
      return [problem(subject, error.detail)];
    }
  }
}

function withoutTaskManager(where: string): SystemFailure {
  return new SystemFailure({
    happened: 'The backup holds no database of the task manager.',
    means: 'Restored without it, its tasks would be those of another graph. Nothing was restored.',
    next: `Take a new backup, or set "task-manager: false" in ${where} where its tasks do not matter.`,
  });
}
