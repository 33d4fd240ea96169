import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTools } from '../../src/drivers/data/postgres/tools.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { moto, startMoto } from '../../test/support/moto-server.ts';
import {
  type InstalledPostgres,
  installedPostgres,
  startPostgres,
  type TestPostgres,
} from '../../test/support/postgres.ts';
import { largeRows, manyTables, ordinary } from './copy/databases.ts';
import {
  attempt,
  type Durations,
  documented,
  isInstalled,
  ours,
  oursInBucket,
  parallel,
  pgcopydb,
  template,
  unproved,
  type Way,
} from './copy/ways.ts';

/**
 * How long it takes to copy a database so that the copy is kept, restored and proved, compared with other tools: all in one run,
 * since only ratios on one machine at one time mean anything.
 */
export interface CopyChoice {
  readonly megabytes: number;
  /** For the second database; 0 leaves it out. */
  readonly tables: number;
  /** Megabytes of each row of the third one; 0 leaves it out. */
  readonly largeRow: number;
  /** The median of this many rounds counts; each round runs all ways in turn. */
  readonly runs: number;
  /** The major version of the PostgreSQL to use; left out, the one of the distribution. */
  readonly postgres: number | undefined;
  readonly json: boolean;
  /** Fails if ours takes longer than its limit. */
  readonly check: boolean;
}

/** The limit for ours as a part of the other way's time. */
const goals = [
  ['parallel, not verified', 0.75],
  ['documented', 0.65],
] as const;
const nameOfOurs = 'ours, verified';
const jobs = 2;

/** Megabytes of memory of our own process, whatever the rows are. */
const maxMemory = 400;

function memoryNow(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

function missedMemory(memory: number): string[] {
  return memory <= maxMemory ? [] : [`Missed: our process took ${memory} MB of memory, and may take ${maxMemory}.`];
}

interface Row {
  readonly name: string;
  readonly took: Durations;
  readonly seconds: number;
  readonly processor: number;
}

interface Figures {
  readonly database: string;
  readonly megabytes: number;
  readonly rows: readonly Row[];
}

export async function benchCopy({
  megabytes,
  tables,
  largeRow,
  runs,
  postgres,
  json,
  check,
}: CopyChoice): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-bench-'));
  // As many locks as pg_dump itself needs.
  const configuration = [`max_locks_per_transaction = ${Math.max(64, Math.ceil(tables / 10))}`, 'max_wal_size = 4GB'];
  const chosen = await chosenPostgres(postgres);
  const server = await startPostgres('plain', { configuration, durable: true, tools: chosen.tools });
  const { compressions, version } = await findTools({
    ...{ processes: systemProcesses, environment: {}, folder: chosen.tools, serverMajor: chosen.major },
  });
  const compression = compressions[0] ?? 'gzip';
  process.stderr.write(`PostgreSQL ${version}, whose dumps ours compresses with ${compression}.\n`);
  const bucketServer = moto.skip === false ? await startMoto() : undefined;
  try {
    const usual: [string, Way][] = [
      ['documented', documented],
      ['parallel, not verified', parallel],
      [nameOfOurs, ours],
      ['the same tools, not verified', unproved(compression)],
      ['CREATE DATABASE … TEMPLATE', template],
      ...(bucketServer === undefined
        ? []
        : [['ours, verified, in a bucket', await oursInBucket(bucketServer)] satisfies [string, Way]]),
      ...((await isInstalled('pgcopydb')) ? [['pgcopydb clone', pgcopydb] satisfies [string, Way]] : []),
    ];
    const figures = [await measure({ server, folder, name: 'ordinary', sql: ordinary(megabytes), ways: usual, runs })];
    if (tables > 0) {
      const name = `tables_${tables}`;
      figures.push(await measure({ server, folder, name, sql: manyTables(tables), ways: usual.slice(1, 3), runs: 1 }));
    }
    if (largeRow > 0) {
      const sql = largeRows(3, largeRow);
      const name = `rows_of_${largeRow}_mb`;
      figures.push(await measure({ server, folder, name, sql, ways: usual.slice(2, 3), runs: 1 }));
    }
    const memory = memoryNow();
    if (json) process.stdout.write(`${JSON.stringify({ copy: figures, 'our memory in MB': memory }, null, 2)}\n`);
    else
      process.stdout.write(`${figures.map(table).join('\n')}\nour own process took at most ${memory} MB of memory\n`);
    const missed = [...missedGoals(figures[0]), ...missedMemory(memory)];
    for (const each of missed) process.stderr.write(`${each}\n`);
    if (check && missed.length > 0) process.exitCode = 1;
  } finally {
    bucketServer?.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function chosenPostgres(major: number | undefined): Promise<InstalledPostgres> {
  const installed = await installedPostgres();
  const there = installed.filter(({ skip }) => skip === false);
  const chosen = major === undefined ? there[0] : there.find((each) => each.major === major);
  if (chosen !== undefined) return chosen;
  const majors = there.map((each) => each.major).join(' and ');
  throw new Error(`There is no PostgreSQL ${major ?? ''} here, only ${majors || 'none'}: run scripts/setup.sh.`);
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
  const found = new Map<string, Row[]>();
  for (let run = 0; run < runs; run += 1) {
    for (const [way, copy] of ways) {
      const world = { server, source: name, target: 'copied', folder: join(folder, 'kept'), jobs };
      const { took, processor } = await attempt(copy, world);
      const seconds = Object.values(took).reduce((sum, part) => sum + part, 0);
      process.stderr.write(`${name}, ${way}: ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of the processor\n`);
      found.set(way, [...(found.get(way) ?? []), { name: way, took, seconds, processor }]);
    }
  }
  const rows = [...found.values()].flatMap((each) => middle(each) ?? []);
  return { database: name, megabytes: Math.round(Number(size?.bytes) / 1_048_576), rows };
}

function middle(rows: readonly Row[]): Row | undefined {
  return rows.toSorted((one, other) => one.seconds - other.seconds)[Math.floor((rows.length - 1) / 2)];
}

function table({ database, megabytes, rows }: Figures): string {
  const ratio = (row: Row, to: string, of: 'seconds' | 'processor'): string => {
    const base = rows.find(({ name }) => name === to)?.[of];
    return base === undefined ? '' : (row[of] / base).toFixed(2);
  };
  const width = Math.max(...rows.map(({ name }) => name.length), database.length) + 2;
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(width) : cell.padStart(14))).join('');
  const cells = (row: Row, of: 'seconds' | 'processor') => [
    row[of].toFixed(1),
    ...goals.map(([name]) => ratio(row, name, of)),
  ];
  return [
    line([`${database}, ${megabytes} MB`, 's', ...columns, 'processor s', ...columns]),
    ...rows.map((row) =>
      [
        line([row.name, ...cells(row, 'seconds'), ...cells(row, 'processor')]),
        `   ${Object.entries(row.took)
          .map(([part, each]) => `${part} ${each.toFixed(1)}`)
          .join(', ')}`,
      ].join(''),
    ),
    '',
  ].join('\n');
}

const columns = ['of parallel', 'of documented'];

function missedGoals(figures: Figures | undefined): string[] {
  const seconds = figures?.rows.find(({ name }) => name === nameOfOurs)?.seconds ?? 0;
  return goals.flatMap(([name, most]) => {
    const base = figures?.rows.find((row) => row.name === name)?.seconds ?? 0;
    return seconds <= base * most
      ? []
      : [`Missed: ours takes ${(seconds / base).toFixed(2)} of "${name}", and may take ${most}.`];
  });
}
