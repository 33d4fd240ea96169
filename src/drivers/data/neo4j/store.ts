import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { durationText } from '../../../core/messages/quantities.ts';
import type { Fingerprint } from '../../../core/model/fingerprint.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { type CypherGraph, readGraph, readsContent, takenBetween } from '../cypher-graph.ts';
import type { BackupRequest, BackupTaken, DataStore, DataUse, ReplaceRequest } from '../data-store.ts';
import { type AdminCall, openAdmin } from './admin.ts';
import { archiveIn, readArchive } from './archive.ts';
import { identityOf, type Place, putMark } from './identity.ts';
import type { Neo4jSettings } from './kind.ts';
import { findingsOf, obstaclesOf } from './preflight.ts';
import type { ServerFacts } from './server-facts.ts';
import { openShell } from './shell.ts';
import { openServer } from './stopped.ts';

/** The number of a node, which a dump keeps: it distinguishes relationships. */
const numberOf = (node: string): string => `split(elementId(${node}), ':')[-1]`;

export function neo4jStore(settings: Neo4jSettings, context: PartContext): DataStore {
  const { effects, where, placeholders } = context;
  const { database, method, stop, start } = settings;
  const fill = (key: 'url' | 'username' | 'password' | 'admin' | 'shell'): string =>
    effects.variables.fill(settings[key], `${where}.${key}`, placeholders);
  const url = fill('url');
  const place: Place = { address: addressOf(url), database };
  const shell = openShell(
    { program: fill('shell'), url, username: fill('username'), password: fill('password'), database },
    context,
  );
  const admin = openAdmin(fill('admin'), context);
  const own = stop === undefined || start === undefined ? undefined : { stop, start };
  const server = openServer({ shell, place, own, readyWithin: settings['ready-within'] }, context);
  const graph: CypherGraph = {
    cypher: async (queries, onLine, signal) => await shell.ask(queries, onLine, { signal }),
    content: `[${numberOf('n')}, properties(n)]`,
    end: numberOf,
    method: '',
  };
  const within = (signal?: AbortSignal): AbortSignal =>
    signal === undefined ? effects.signal : AbortSignal.any([effects.signal, signal]);
  const fingerprint = async (signal?: AbortSignal, like?: Fingerprint): Promise<Fingerprint> => {
    await server.facts(signal);
    const content = readsContent(like, settings.fingerprint.content, graph.method);
    return await readGraph(graph, { content, at: effects.clock.now(), signal });
  };
  const look = async (use: DataUse, facts: ServerFacts) => ({
    ...{ use, facts, settings, where },
    admin: await admin.version(),
  });
  /** Before anything is stopped. */
  const requireUse = async (use: DataUse, facts: ServerFacts): Promise<string> => {
    const looked = await look(use, facts);
    const [obstacle] = obstaclesOf(looked);
    if (obstacle !== undefined) throw new SystemFailure(obstacle);
    return looked.admin ?? 'unknown';
  };
  const callOf = ({ folder }: ServerFacts, { log }: Pick<BackupRequest, 'log'>, signal: AbortSignal): AdminCall => ({
    ...{ folder, database, log, signal },
    within: settings.timeout,
  });

  const backup = async (request: BackupRequest): Promise<BackupTaken> => {
    const { directory, log } = request;
    const signal = within(request.signal);
    signal.throwIfAborted();
    const facts = await server.facts(signal);
    const tool = await requireUse('backup', facts);
    const identity = await identityOf(place, facts);
    const before = await fingerprint(signal);
    const call = callOf(facts, request, signal);
    let stopped: number | undefined;
    if (method === 'dump') {
      stopped = await server.whileStopped(facts, signal, () => admin.dump(directory, call));
      log.info(`Neo4j did not serve for ${durationText(stopped)}: it was stopped for the dump.`);
    } else {
      const from = effects.variables.fill(
        settings.from ?? `${place.address.replace(/:\d+$/, '')}:6362`,
        `${where}.from`,
        placeholders,
      );
      await admin.backup(directory, from, call);
    }
    await archiveIn(directory);
    return {
      identity,
      dataAt: before.at,
      fingerprint: takenBetween(before, await fingerprint(signal, before)),
      tools: {
        'neo4j-admin': tool,
        neo4j: facts.version,
        ...(stopped === undefined ? {} : { 'stopped for': durationText(stopped) }),
      },
      references: [],
    };
  };

  const restore = async <Refusal>(request: ReplaceRequest<Refusal>): Promise<Refusal | undefined> => {
    const signal = within(request.signal);
    signal.throwIfAborted();
    const file = await readArchive(request.directory, signal);
    const facts = await server.facts(signal);
    await requireUse('restore', facts);
    const refusal = request.mayReplace(await identityOf(place, facts));
    if (refusal !== undefined) return refusal;
    await server.whileStopped(facts, signal, () => admin.load(file, callOf(facts, request, signal)));
    return undefined;
  };

  return {
    kind: 'neo4j',
    noun: 'database',
    identity: async (signal) => await identityOf(place, await server.facts(signal)),
    preflight: async ({ use, subject, signal }) => findingsOf(subject, await look(use, await server.facts(signal))),
    fingerprint,
    estimatedBytes: async (signal) => {
      const { folder, isHere } = await server.facts(signal);
      if (!isHere) return undefined;
      const sizes = ['databases', 'transactions'].map((part) => bytesIn(join(folder, part, database)));
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    },
    markDisposable: async (choose, signal) => await putMark(place, await server.facts(signal), choose),
    backup,
    verify: async ({ directory, signal }) => void (await readArchive(directory, within(signal))),
    restore,
  };
}

function addressOf(url: string): string {
  const { hostname, port, username, password } = new URL(url.replace(/^[a-z0-9+]+:/i, 'http:'));
  if (username !== '' || password !== '')
    throw new SystemFailure({
      happened: 'The "url" of Neo4j has a user or a password in it.',
      means: 'Every user of the machine would see it among the arguments of cypher-shell. Nothing was done.',
      next: 'Take them out of "url", and give them as "username" and "password".',
    });
  return `${hostname}:${port === '' ? '7687' : port}`;
}

async function bytesIn(folder: string): Promise<number> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = found
    .filter((each) => each.isFile())
    .map(async (each) => (await stat(join(each.parentPath, each.name)).catch(() => ({ size: 0 }))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
