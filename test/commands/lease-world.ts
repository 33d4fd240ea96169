import type { Project } from '../../src/config/project.ts';
import { type Lease, leaseOwner, leaseState } from '../../src/core/history/lease.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import { SystemFailure, UserError } from '../../src/core/messages/errors.ts';
import type { RunIdentity } from '../../src/core/model/event.ts';
import type { Fingerprint } from '../../src/core/model/fingerprint.ts';
import { type EnvironmentName, environmentNames, type Hop } from '../../src/core/model/hop.ts';
import type { LiveIdentity } from '../../src/core/model/identity.ts';
import { type BackupManifest, manifestFormat } from '../../src/core/model/manifest.ts';
import type { NewMark } from '../../src/core/model/mark.ts';
import type { BackupStore } from '../../src/drivers/backup-stores/store.ts';
import type { DataStore } from '../../src/drivers/data/data-store.ts';
import type { DataPart } from '../../src/drivers/data-stores.ts';
import { hopDigest } from '../../src/steps/hop/hop-contents.ts';
import type { Clock } from '../../src/world/clock.ts';
import { hop as modelHop } from '../core/history/world.ts';
import { PlainResponse } from '../simulation/plain-response.ts';
import { VirtualTime } from '../simulation/virtual-time.ts';
import { type MemoryFiles, memoryJournal } from '../support/memory-journal.ts';
import { clockOf, virtualSystem } from './virtual-system.ts';

/* Production and staging of one system, as plain data: a moment of a climb can be kept, and started from again and again. */

interface Side {
  version: string | undefined;
  /** Whether the migrations of the newer release have run. */
  migrated: boolean;
  mark: NewMark | undefined;
}

export interface Moment {
  readonly files: MemoryFiles;
  readonly sides: Record<EnvironmentName, Side>;
  readonly backups: readonly BackupManifest[];
  now: number;
}

/** What is wrong with the servers of a moment. */
export type Trouble = 'silent' | 'tests fail' | 'deploys fail' | 'somebody acts';

/** What happens at one effect of a command, instead of it. */
export type Fault = 'system failure' | 'defect' | 'stopped';

export type End = CommandResult['outcome'] | 'user error' | Fault;

export interface Asked {
  readonly run: RunIdentity;
  /** An earlier step of the same run holds the lease. */
  readonly holding: boolean;
  readonly work: (project: Project) => Promise<CommandResult>;
  readonly trouble?: Trouble;
  readonly fault?: { readonly kind: Fault; readonly at: number };
}

export interface Ended {
  readonly end: End;
  /** For messages. */
  readonly said: string;
  /** How many effects it had, all of which can fail. */
  readonly effects: number;
  /** Those of them that are not requests to a server, whose failure is an answer like any other. */
  readonly acts: readonly number[];
  /** Who holds the lease now. */
  readonly held: Lease | undefined;
  readonly after: Moment;
}

const leaseMilliseconds = 120_000;

const template = virtualSystem({
  configuration: {
    // A wait looks many times.
    'start-timeout': '20s',
    lock: { lease: `${leaseMilliseconds / 1000}s`, 'clock-tolerance': '30s' },
    environments: Object.fromEntries(
      environmentNames.map((side) => [
        side,
        {
          url: `http://${side}.internal`,
          data: { sqlite: { file: `${side}.db` } },
          deploy: { command: { run: ['deploy', side, '{version}'], stop: ['stop', side] } },
          hooks: {
            'before-deploy': { run: ['hook', side] },
            ...(side === 'staging' ? { scrub: { run: ['hook', side] } } : { 'before-backup': { run: ['hook', side] } }),
          },
          ...(side === 'staging' ? { disposable: true } : {}),
        },
      ]),
    ),
  },
}).project;

export const hop: Hop = { ...modelHop, digest: hopDigest(template, modelHop) };

export function firstMoment(): Moment {
  const side = (version: string | undefined): Side => ({ version, migrated: false, mark: undefined });
  return {
    files: [],
    sides: { production: side(hop.from), staging: side(undefined) },
    backups: [],
    now: Date.parse('2026-03-02T00:00:00Z'),
  };
}

/** Does the work from a moment on, which itself stays unchanged. */
export async function from(moment: Moment, { run, holding, work, trouble, fault }: Asked): Promise<Ended> {
  const files = [...moment.files];
  const backups = [...moment.backups];
  const sides = structuredClone(moment.sides);
  const time = new VirtualTime();
  time.now = moment.now + 60_000;
  const clock = clockOf(time);
  const stop = new AbortController();
  let effects = 0;
  const acts: number[] = [];
  const disturbed = (isRequest = false): void => {
    effects++;
    if (!isRequest) acts.push(effects);
    if (fault !== undefined && effects === fault.at) disturb(fault.kind, stop);
  };
  /** Requests to servers, programs, databases and the store end when the run is stopped. */
  const served = <T>(serve: () => T, isRequest: boolean): T => {
    disturbed(isRequest);
    stop.signal.throwIfAborted();
    return serve();
  };
  const effect = <T>(serve: () => T): T => served(serve, false);
  const { system } = template.configuration;
  if (trouble === 'somebody acts') await takeFor(somebodyElse, { files, clock, system });
  else if (holding) await takeFor(run, { files, clock, system });
  const journal = memoryJournal(files, { system, run }, clock);
  let reads = 0;
  const project: Project = {
    ...template,
    run,
    configuration: {
      ...template.configuration,
      environments: {
        production: {
          ...template.configuration.environments.production,
          data: [dataPart('production', sides.production, effect, () => clock.now())],
        },
        staging: {
          ...template.configuration.environments.staging,
          data: [dataPart('staging', sides.staging, effect, () => clock.now())],
        },
      },
    },
    // The journal works while a run is being stopped, and nothing disturbs the release of a lease.
    journal: {
      ...journal,
      read: async () => {
        if (reads++ === 0) disturbed();
        return await journal.read();
      },
      append: async (event) => {
        if (!event.type.startsWith('lease-')) disturbed();
        return await journal.append(event);
      },
    },
    store: () => storeOf(backups, effect),
    effects: {
      ...template.effects,
      clock,
      signal: stop.signal,
      saveFile: async () => effect(() => undefined),
      fetch: async (input) => served(() => answer(sides, new URL(String(input)), trouble), true),
      processes: {
        run: async ({ argv }) => effect(() => program(sides, argv, trouble)),
      },
    },
  };
  let over = false;
  const ending = endOf(async () => await work(project), stop).finally(() => {
    over = true;
  });
  const ran = await time.run(() => over, time.now + 30 * 86_400_000);
  if (ran !== 'over') throw new Error(`the work has not ended: time is ${ran}`);
  const { end, said } = await ending;
  const { held } = leaseState(await journal.read());
  return { end, said, effects, acts, held, after: { files, sides, backups, now: time.now } };
}

function disturb(kind: Fault, stop: AbortController): void {
  if (kind === 'stopped') stop.abort(new Error('stopped by SIGTERM'));
  if (kind === 'defect') throw new TypeError('nobody thought of this');
  if (kind === 'system failure')
    throw new SystemFailure({ happened: 'It is out of reach.', means: 'Nothing was done.', next: 'Look at it.' });
}

async function endOf(
  work: () => Promise<CommandResult>,
  stop: AbortController,
): Promise<{ readonly end: End; readonly said: string }> {
  try {
    const { outcome, headline } = await work();
    return { end: outcome, said: headline };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (stop.signal.aborted) return { end: 'stopped', said };
    if (error instanceof UserError) return { end: 'user error', said };
    return { end: error instanceof SystemFailure ? 'system failure' : 'defect', said };
  }
}

const somebodyElse: RunIdentity = { kind: 'github', id: 'of somebody else', attempt: 1, actor: 'somebody' };

interface Place {
  readonly files: MemoryFiles;
  readonly clock: Clock;
  readonly system: string;
}

async function takeFor(run: RunIdentity, { files, clock, system }: Place): Promise<void> {
  const journal = memoryJournal(files, { system, run }, clock);
  const { held, fence } = leaseState(await journal.read());
  if (held !== undefined) await journal.append({ type: 'lease-released', fence: held.fence, owner: held.owner });
  const expiresAt = new Date(clock.now().getTime() + leaseMilliseconds).toISOString();
  await journal.append({ type: 'lease-taken', fence: fence + 1, owner: leaseOwner(run), expiresAt });
}

type Effect = <T>(serve: () => T) => T;

function answer(sides: Moment['sides'], { hostname, pathname }: URL, trouble: Trouble | undefined): Response {
  const side = hostname.startsWith('production') ? sides.production : sides.staging;
  const { version, migrated } = side;
  if (version === undefined || trouble === 'silent')
    throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
  const isPending = version === hop.to && !migrated;
  switch (pathname) {
    case '/version':
      return new PlainResponse(200, { version });
    case '/migrations':
      return new PlainResponse(
        200,
        isPending
          ? { state: 'pending', current: 'm7', applied: 'm6' }
          : { state: 'done', applied: migrated ? 'm7' : 'm6' },
      );
    case '/start':
      side.migrated = true;
      return new PlainResponse(isPending ? 202 : 200, { ok: true });
    case '/records/verify':
      return new PlainResponse(trouble === 'tests fail' ? 500 : 200, { ok: true });
    default:
      return new PlainResponse(200, { ok: true });
  }
}

function program(sides: Moment['sides'], [name, on = '', version]: readonly string[], trouble: Trouble | undefined) {
  const side = on === 'production' ? sides.production : sides.staging;
  const fails = name === 'deploy' && trouble === 'deploys fail';
  if (name === 'stop') side.version = undefined;
  if (name === 'deploy' && !fails) side.version = version;
  return { exitCode: fails ? 1 : 0, endedBy: undefined, stdout: '', stderr: '', milliseconds: 1 };
}

function dataPart(name: EnvironmentName, side: Side, effect: Effect, now: () => Date): DataPart {
  const identity = (): LiveIdentity => ({
    kind: 'virtual',
    lineage: { id: name },
    location: { address: name },
    mark:
      side.mark === undefined
        ? { kind: 'none' }
        : { kind: 'disposable', ...side.mark, tiedTo: name, place: 'a comment' },
  });
  const fingerprint = (): Fingerprint => ({
    at: now().toISOString(),
    tables: [{ name: 'records', rows: 5 }],
    sequences: [],
  });
  const database: DataStore = {
    kind: 'virtual',
    noun: 'database',
    identity: async () => effect(identity),
    fingerprint: async () => effect(fingerprint),
    estimatedBytes: async () => undefined,
    markDisposable: async (choose) => {
      const mark = await choose({ identity: effect(identity), name });
      if (mark === undefined) return undefined;
      side.mark = mark;
      return effect(identity);
    },
    backup: async () =>
      effect(() => ({
        identity: identity(),
        dataAt: now().toISOString(),
        fingerprint: { kind: 'same-snapshot', value: fingerprint() },
        tools: {},
        references: [],
      })),
    verify: async () => effect(() => undefined),
    restore: async ({ mayReplace }) => {
      const refused = mayReplace(effect(identity));
      if (refused === undefined) side.migrated = false;
      return refused;
    },
  };
  return { kind: 'virtual', name: 'virtual', at: '', open: () => database };
}

function storeOf(backups: BackupManifest[], effect: Effect): BackupStore {
  return {
    description: 'a virtual store',
    remove: async () => ({ kind: 'removed' }),
    freeBytes: async () => undefined,
    list: async () => effect(() => ({ backups: [...backups], damaged: [] })),
    begin: async () =>
      effect(() => ({
        directoryFor: async () => 'a draft',
        discard: async () => undefined,
        commit: async (facts) =>
          effect(() => {
            const data = facts.data.map((each) => ({ ...each, files: [] }));
            const manifest: BackupManifest = { format: manifestFormat, ...facts, data };
            backups.push(manifest);
            return manifest;
          }),
      })),
    open: async (id) =>
      effect(() => {
        const manifest = backups.find((each) => each.id === id);
        if (manifest === undefined) throw new Error(`there is no backup ${id}`);
        return { manifest, directoryOf: () => id, release: async () => undefined };
      }),
  };
}
