import { SystemFailure } from '../../src/core/messages/errors.ts';
import type { Fingerprint } from '../../src/core/model/fingerprint.ts';
import type { EnvironmentName } from '../../src/core/model/hop.ts';
import type { LiveIdentity } from '../../src/core/model/identity.ts';
import type { DataStore } from '../../src/drivers/data/data-store.ts';
import type { DataPart } from '../../src/drivers/data-stores.ts';
import { type Content, type Data, halfRestored } from './installation.ts';
import type { SimulatedProcess } from './simulated-process.ts';

/** A database, and by which address it is reached. */
export interface Place {
  readonly data: Data;
  readonly address: string;
}

/** The database that the configuration names for an environment, which need not be the one of that environment. */
export function databasePart(process: SimulatedProcess, on: EnvironmentName, place: () => Place): DataPart {
  return { kind: 'simulated', name: 'simulated', at: '', open: () => databaseOf(process, on, place()) };
}

function databaseOf(process: SimulatedProcess, on: EnvironmentName, { data, address }: Place): DataStore {
  const { world } = process;
  const { faults, latency, time } = world;
  const identity = (): LiveIdentity => ({
    kind: 'simulated',
    lineage: { id: data.lineage },
    location: { address },
    startedAt: data.startedAt,
    mark:
      data.mark === undefined
        ? { kind: 'none' }
        : {
            kind: 'disposable',
            ...data.mark,
            tiedTo: data.mark.id === 'copied along' ? 'another store' : data.lineage,
            place: 'its comment',
          },
  });
  const fingerprint = (content: Content): Fingerprint => ({
    at: process.clock.now().toISOString(),
    tables: [{ name: 'records', rows: content.rows }],
    sequences: [{ name: 'applied', value: String(content.applied) }],
  });
  const ask = <T>(name: string, serve: () => T): Promise<T> => process.request({ name: `database ${name}`, serve });
  return {
    kind: 'simulated',
    noun: 'database',
    identity: () => ask('identity', identity),
    fingerprint: () => ask('fingerprint', () => fingerprint(data.content)),
    estimatedBytes: async () => undefined,
    markDisposable: async (choose) => {
      const found = await ask('identity', identity);
      const mark = await choose({ identity: found, name: data.name });
      if (mark === undefined) return undefined;
      return await ask('mark', () => {
        world.say(`${data.location}: is marked as disposable`);
        data.mark = mark;
        world.judge.marked(data);
        return identity();
      });
    },
    backup: ({ directory, signal }) =>
      process.request({
        name: 'database backup',
        signal,
        takes: latency.between(100, 60_000),
        serve: () => {
          if (faults.happens('diskFull')) throw diskFull();
          const { content } = data;
          const rows = faults.happens('backupLosesRows') ? content.rows - 1 : content.rows;
          world.shelf.write(directory, { content: { ...content, rows }, takenAt: time.now });
          return {
            identity: identity(),
            dataAt: process.clock.now().toISOString(),
            fingerprint: { kind: 'same-snapshot', value: fingerprint(content) },
            tools: {},
            references: [],
          };
        },
      }),
    verify: () => ask('verify', () => undefined),
    restore: async ({ directory, signal, mayReplace }) => {
      signal?.throwIfAborted();
      const refused = mayReplace(identity());
      if (refused !== undefined) return refused;
      world.judge.act(process, { what: 'restore', on, onto: data, version: directory });
      const act = world.judge.startAct(process, `restore ${directory}`);
      const content = world.shelf.contentOf(directory);
      data.content = { rows: -1, applied: 0, job: undefined, newestStartedAt: 0, damage: halfRestored };
      const over = time.now + latency.between(100, 60_000);
      const fullAt = faults.happens('diskFull') ? latency.between(time.now, over) : Number.POSITIVE_INFINITY;
      while (time.now < Math.min(over, fullAt)) {
        await time.pause(Math.min(1000, over - time.now));
        if (signal?.aborted || !process.alive) break;
      }
      if (process.alive && !signal?.aborted && over < fullAt) {
        data.content = content;
        world.say(`${data.location}: holds ${directory}`);
        if (on === 'staging') world.judge.restoredOnStaging(directory);
      }
      world.judge.ended(process, act);
      await ask('restore', () => {
        if (fullAt <= over) throw diskFull('The database is half restored.');
      });
      signal?.throwIfAborted();
      return undefined;
    },
  };
}

export function diskFull(means = 'No backup was added.'): SystemFailure {
  return new SystemFailure({
    happened: 'The disk is full.',
    means,
    next: 'Free space on its disk, then run the step again.',
  });
}
