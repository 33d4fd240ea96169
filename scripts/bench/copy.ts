import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../../test/support/postgres.ts';
import { manyTables, ordinary } from './copy/databases.ts';
import {
  attempt,
  documented,
  isInstalled,
  ours,
  parallel,
  pgcopydb,
  type Took,
  template,
  type Way,
} from './copy/ways.ts';

/**
 * How long a copy of a database takes that is kept, restored and proved, beside what is done without us: all in one run, since
 * only ratios of one machine at one time mean anything.
 */
export interface CopyChoice {
  readonly megabytes: number;
  /** Of the second database; 0 leaves it out. */
  readonly tables: number;
  /** The shortest of so many runs counts. */
  readonly runs: number;
  readonly json: boolean;
  /** Fails where ours takes longer than it may. */
  readonly check: boolean;
}

/** What ours may take of the other way's time. */
const goals = [
  ['parallel, not verified', 0.75],
  ['documented', 0.65],
] as const;
const nameOfOurs = 'ours, verified';
const jobs = 2;

interface Row {
  readonly name: string;
  readonly took: Took;
  readonly seconds: number;
}

interface Figures {
  readonly database: string;
  readonly megabytes: number;
  readonly rows: readonly Row[];
}

export async function benchCopy({ megabytes, tables, runs, json, check }: CopyChoice): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-bench-'));
  // As many locks as pg_dump itself needs.
  const configuration = [`max_locks_per_transaction = ${Math.max(64, Math.ceil(tables / 10))}`, 'max_wal_size = 4GB'];
  const server = await startPostgres('plain', { configuration, durable: true });
  try {
    const usual: [string, Way][] = [
      ['documented', documented],
      ['parallel, not verified', parallel],
      [nameOfOurs, ours],
      ['CREATE DATABASE … TEMPLATE', template],
      ...((await isInstalled('pgcopydb')) ? [['pgcopydb clone', pgcopydb] satisfies [string, Way]] : []),
    ];
    const figures = [await measure({ server, folder, name: 'ordinary', sql: ordinary(megabytes), ways: usual, runs })];
    if (tables > 0) {
      const name = `tables_${tables}`;
      figures.push(await measure({ server, folder, name, sql: manyTables(tables), ways: usual.slice(1, 3), runs: 1 }));
    }
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    if (json) process.stdout.write(`${JSON.stringify({ copy: figures, 'our memory in MB': memory }, null, 2)}\n`);
    else
      process.stdout.write(`${figures.map(table).join('\n')}\nour own process took at most ${memory} MB of memory\n`);
    const missed = missedGoals(figures[0]);
    for (const each of missed) process.stderr.write(`${each}\n`);
    if (check && missed.length > 0) process.exitCode = 1;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measure {
  readonly server: TestPostgres;
  readonly folder: string;
  readonly name: string;
  readonly sql: readonly string[];
  readonly ways: readonly (readonly [string, Way])[];
  readonly runs: number;
}

async function measure({ server, folder, name, sql, ways, runs }: Measure): Promise<Figures> {
  process.stderr.write(`Making the database "${name}".\n`);
  await server.sql('postgres', `CREATE DATABASE ${name}`);
  for (const each of sql) await server.sql(name, each);
  const [size] = await server.sql<{ bytes: string }>(name, `SELECT pg_database_size('${name}')::text AS bytes`);
  const best = new Map<string, Row>();
  for (let run = 0; run < runs; run += 1) {
    for (const [way, copy] of ways) {
      const world = { server, source: name, target: 'copied', folder: join(folder, 'kept'), jobs };
      const took = await attempt(copy, world);
      const seconds = Object.values(took).reduce((sum, part) => sum + part, 0);
      process.stderr.write(`${name}, ${way}: ${seconds.toFixed(1)} s\n`);
      if (seconds < (best.get(way)?.seconds ?? Number.POSITIVE_INFINITY)) best.set(way, { name: way, took, seconds });
    }
  }
  return { database: name, megabytes: Math.round(Number(size?.bytes) / 1_048_576), rows: [...best.values()] };
}

function table({ database, megabytes, rows }: Figures): string {
  const secondsOf = (name: string) => rows.find((row) => row.name === name)?.seconds;
  const ratio = (seconds: number, to: string): string => {
    const base = secondsOf(to);
    return base === undefined ? '' : (seconds / base).toFixed(2);
  };
  const width = Math.max(...rows.map(({ name }) => name.length), database.length) + 2;
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(width) : cell.padStart(14))).join('');
  return [
    line([`${database}, ${megabytes} MB`, 's', 'of documented', 'of parallel']),
    ...rows.map(({ name, took, seconds }) =>
      [
        line([name, seconds.toFixed(1), ratio(seconds, 'documented'), ratio(seconds, 'parallel, not verified')]),
        `   ${Object.entries(took)
          .map(([part, each]) => `${part} ${each.toFixed(1)}`)
          .join(', ')}`,
      ].join(''),
    ),
    '',
  ].join('\n');
}

function missedGoals(figures: Figures | undefined): string[] {
  const seconds = figures?.rows.find(({ name }) => name === nameOfOurs)?.seconds ?? 0;
  return goals.flatMap(([name, most]) => {
    const base = figures?.rows.find((row) => row.name === name)?.seconds ?? 0;
    return seconds <= base * most
      ? []
      : [`Missed: ours takes ${(seconds / base).toFixed(2)} of "${name}", and may take ${most}.`];
  });
}
