import { writeFileSync } from 'node:fs';
import { loadConfiguration } from '../../src/config/load.ts';
import type { Project } from '../../src/config/project.ts';
import type { Given } from '../../src/core/interface/inputs.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { Entry, JournalEvent, RunIdentity } from '../../src/core/model/event.ts';
import type { Hop } from '../../src/core/model/hop.ts';
import { matrixJson } from '../../src/core/model/matrix-hop.ts';
import type { BackupStore } from '../../src/drivers/backup-stores/store.ts';
import type { Journal } from '../../src/journal/journal.ts';
import { resolveProduct, shippedProducts } from '../../src/products/registry.ts';
import { hopDigest } from '../../src/steps/hop/hop-contents.ts';
import type { Clock } from '../../src/world/clock.ts';
import type { Effects } from '../../src/world/effects/effects.ts';
import { silentLog } from '../../src/world/log.ts';
import { type Processes, systemProcesses } from '../../src/world/processes/process.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { hop as modelHop } from '../core/history/world.ts';
import { PlainResponse } from '../simulation/plain-response.ts';
import { VirtualTime } from '../simulation/virtual-time.ts';
import type { Invocation } from '../support/invocation.ts';
import { type MemoryFiles, memoryJournal } from '../support/memory-journal.ts';
import { penWithoutSecrets, written } from '../support/pen.ts';

/** What the one server answers; undefined: nothing. Changed while a step waits, by `time.after`. */
export interface Answers {
  version: string | undefined;
  migrations: Readonly<Record<string, unknown>>;
  /** Of the smoke test: a status; undefined: no answer. */
  records: number | undefined;
  /** What a start of the migrations does, and the status of the answer. Without it nothing is pending. */
  start?: () => number;
  /** The status of the migrations probe when it is not 200. */
  refused?: number;
  /** For how long a deploy stops it. Milliseconds. */
  downFor?: number;
  /** How long each answer takes. Milliseconds. */
  answersAfter?: number;
  /** What the program `log` prints. */
  log?: readonly string[];
  /** How many records there are, at `/count`. */
  count?: number;
  /** What Prometheus has collected from it, at an address of its own: a sample's value is a text. */
  metric?: string;
}

export interface SystemChoices {
  /** Keys of the configuration besides the necessary ones. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  readonly deferrable?: boolean;
  /** How soon after a deploy the first migration may be started. */
  readonly startAfter?: string;
  readonly store?: BackupStore;
  /** Where a command writes files for people. */
  readonly directory?: string;
  readonly run?: RunIdentity;
  readonly environment?: Readonly<Record<string, string>>;
  /** How long the job of a workflow has been running. Milliseconds; without it there is no job. */
  readonly jobAge?: number;
  /** Through which a workflow step reads the protection of production. */
  readonly githubFetch?: typeof globalThis.fetch;
}

type Asked = Partial<Invocation> & { readonly command: string };
/** A command, or a step of a hop. */
type Work = (project: Project, input: Given) => Promise<CommandResult>;
type Asks = Work | { readonly run: Work };
type Climbed = { run(project: Project, input: Omit<Given, 'hop'> & { readonly hop: Hop }): Promise<CommandResult> };

const atTerminal: RunIdentity = { kind: 'terminal', id: 'test', attempt: 1, actor: 'engineer' };
const longest = 30 * 86_400_000;

/** One server behind both environments, the real commands on it, and a clock that advances when everything waits. */
export function virtualSystem(choices: SystemChoices = {}) {
  const { deferrable = true, run = atTerminal, environment = {} } = choices;
  const time = new VirtualTime();
  time.now = Date.parse('2026-03-02T00:00:00Z');
  const clock = clockOf(time);
  const server: Answers = {
    version: modelHop.to,
    migrations: { state: 'pending', current: 'm7', applied: 'm6' },
    records: 200,
  };
  const said: string[] = [];
  const warnings: string[] = [];
  const saved = new Map<string, string>();
  const files: MemoryFiles = [];
  const stop = new AbortController();
  const text = JSON.stringify({ ...documentOf(deferrable, choices.startAfter), ...choices.configuration });
  const { value: configuration, document } = loadConfiguration(text, 'staged-upgrade.yml', shippedProducts);
  const { definition: product, document: productDocument } = resolveProduct(configuration.product, document);
  const effects: Effects = {
    clock,
    processes: processesOf(server, clock),
    fetch: async (input) => {
      if (server.answersAfter !== undefined) await clock.sleep(server.answersAfter);
      const { host, pathname } = new URL(String(input));
      return host === 'prometheus.internal' ? collected(server, pathname) : answerOf(server, pathname);
    },
    log: {
      ...silentLog,
      info: (line) => said.push(line),
      warn: (line) => warnings.push(line),
      progress: ({ text: line }) => said.push(line),
    },
    variables: variablesFrom({}, () => undefined),
    ...penWithoutSecrets(),
    environment,
    directory: choices.directory ?? '.',
    // A real file takes time that is not virtual, unless it is written synchronously.
    saveFile: async (path, text) => {
      if (choices.directory === undefined) saved.set(path, text);
      else writeFileSync(path, text);
    },
    signal: stop.signal,
    ...(choices.githubFetch === undefined
      ? {}
      : {
          githubFetch: choices.githubFetch,
          journalCredential: { token: 'a-token', server: 'https://github.example' },
        }),
    ...(choices.jobAge === undefined ? {} : { jobStartedAt: new Date(time.now - choices.jobAge) }),
  };
  const journalOf = (writer: RunIdentity) => memoryJournal(files, { system: configuration.system, run: writer }, clock);
  const project: Project = {
    configuration,
    document,
    product,
    productDocument,
    traits: { deferrable, proveRestorePoint: false },
    effects,
    run,
    journal: journalOf(run),
    store: () => choices.store ?? emptyStore,
  };
  const hop: Hop = { ...modelHop, digest: hopDigest(project, modelHop) };
  const reference = { id: hop.id, from: hop.from, to: hop.to, digest: hop.digest };

  /** Lets time pass until the work has ended. */
  const whole = async <T>(work: Promise<T>): Promise<T> => {
    let over = false;
    const ended = work.finally(() => {
      over = true;
    });
    ended.catch(() => undefined);
    const end = await time.run(() => over, time.now + longest);
    if (end !== 'over') throw new Error(`the work has not ended: time is ${end}`);
    return await ended;
  };

  const record = (journal: Journal, events: readonly JournalEvent[]): Promise<void> =>
    whole(
      (async () => {
        for (const event of events) {
          const own = 'hop' in event && event.hop.id === hop.id;
          await journal.append(own ? { ...event, hop: reference } : event);
        }
      })(),
    );

  /** A step only accepts a hop that is in a plan in the journal. */
  const plannedOnce = async (): Promise<void> => {
    const planned = (await whole(project.journal.read())).flatMap(({ event }) =>
      event.type === 'planned' ? event.hops : [],
    );
    if (planned.some(({ digest }) => digest === hop.digest)) return;
    const { from: current, to: target } = hop;
    await record(project.journal, [
      { type: 'planned', current, target, hops: [{ ...reference, manual: [] }], operation: 'plan' },
    ]);
  };

  return {
    time,
    server,
    said,
    warnings,
    /** The files that were written for people, if no directory was chosen. */
    saved,
    stop,
    hop,
    reference,
    project,
    entries: (): Promise<readonly Entry[]> => whole(project.journal.read()),
    /** Writes what was recorded before, as this hop's. */
    record: (...events: readonly JournalEvent[]): Promise<void> => record(project.journal, events),
    /** The journal as another run writes it. */
    journalOf: (id: string, attempt = run.attempt): Journal => journalOf({ ...run, id, attempt }),
    recordBy: (id: string, ...events: readonly JournalEvent[]): Promise<void> =>
      record(journalOf({ ...run, id }), events),
    pass: (milliseconds: number): void => {
      time.now += milliseconds;
    },
    /** @param of the whole path, where no hop is named */
    ask: async (command: Asks, { command: _, ...asked }: Asked, of: 'hop' | 'path' = 'hop'): Promise<CommandResult> => {
      if (of === 'hop') await plannedOnce();
      const named = of === 'hop' ? { hop: matrixJson(hop) } : {};
      const run = typeof command === 'function' ? command : command.run;
      return written(await whole(run(project, { ...asked, ...named })));
    },
    /** As a climb calls a step: it passes the hop itself, which it has planned. */
    askClimbed: async (step: Climbed, { command: _, ...asked }: Asked): Promise<CommandResult> => {
      await plannedOnce();
      return written(await whole(step.run(project, { ...asked, hop })));
    },
  };
}

export type VirtualSystem = ReturnType<typeof virtualSystem>;

/** Whether it contains anything may be asked; no backup is taken or opened unless a test has chosen a store. */
const emptyStore: BackupStore = {
  description: 'an empty store',
  begin: () => Promise.reject(new Error('no backup is asked for here')),
  open: () => Promise.reject(new Error('no backup is asked for here')),
  list: async () => ({ backups: [], damaged: [] }),
  remove: async () => ({ kind: 'removed' }),
  freeBytes: async () => undefined,
};

/** The program that the configuration names for a deploy, and every real one. */
function processesOf(server: Answers, clock: Clock): Processes {
  return {
    run: async (request) => {
      const [program, , version] = request.argv;
      if (program === 'log') {
        for (const line of server.log ?? []) request.onLine?.(line, 'stdout');
        return { exitCode: 0, endedBy: undefined, stdout: '', stderr: '', milliseconds: 1 };
      }
      if (program !== 'deploy') return await systemProcesses.run(request);
      if (server.downFor !== undefined) {
        server.version = undefined;
        await clock.sleep(server.downFor);
      }
      server.version = version;
      return { exitCode: 0, endedBy: undefined, stdout: '', stderr: '', milliseconds: 1 };
    },
  };
}

export function clockOf(time: VirtualTime): Clock {
  return {
    now: () => new Date(time.now),
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
        time.after(milliseconds, resolve);
      }),
  };
}

function collected({ metric }: Answers, path: string): Response {
  const result = metric === undefined ? [] : [{ metric: {}, value: [1_767_225_600.781, metric] }];
  return path === '/api/v1/query'
    ? new PlainResponse(200, { status: 'success', data: { resultType: 'vector', result } })
    : new PlainResponse(404, {});
}

function answerOf(server: Answers, path: string): Response {
  const { version, migrations, records } = server;
  if (version === undefined || (path === '/records/verify' && records === undefined)) {
    throw new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') });
  }
  switch (path) {
    case '/version':
      return new PlainResponse(200, { version });
    case '/migrations':
      return new PlainResponse(server.refused ?? 200, migrations);
    case '/count':
      return server.count === undefined ? new PlainResponse(503, {}) : new PlainResponse(200, { count: server.count });
    case '/start':
      return new PlainResponse(server.start?.() ?? 200, { said: 'so' });
    case '/records/verify':
      return new PlainResponse(records ?? 500, {});
    default:
      return new PlainResponse(200, { ok: true });
  }
}

function documentOf(deferrable: boolean, startAfter: string | undefined) {
  const own = (side: string) => ({
    url: `http://${side}.internal`,
    data: { sqlite: { file: `${side}.db` } },
    deploy: { command: { run: ['deploy', side, '{version}'] } },
  });
  return {
    system: 'records',
    product: productOf(deferrable, startAfter),
    environments: { production: own('production'), staging: { ...own('staging'), disposable: true } },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
    gates: { production: 'none', finalize: 'none' },
  };
}

function productOf(deferrable: boolean, startAfter: string | undefined) {
  const migrations = {
    http: {
      path: '/migrations',
      state: { at: 'state', done: ['done'], pending: ['pending'], running: ['running'], failed: ['failed'] },
      current: 'current',
      applied: 'applied',
      progress: { done: 'done', total: 'total' },
      error: 'error',
    },
  };
  return {
    name: 'virtual',
    title: 'Virtual server',
    versions: {},
    releases: { list: [modelHop.from, modelHop.to] },
    path: [],
    probes: {
      health: { http: { path: '/health' } },
      version: { http: { path: '/version', value: 'version' } },
      ...(deferrable ? { migrations } : {}),
    },
    ...(deferrable
      ? {
          migrations: {
            ...(startAfter === undefined ? {} : { 'start-after': startAfter }),
            defer: { env: { DEFER: 'true' } },
            start: { http: { path: '/start', started: [202], 'nothing-pending': [200] } },
          },
        }
      : {}),
    smoke: [{ name: 'every record can be read', http: { path: '/records/verify' } }],
  };
}
