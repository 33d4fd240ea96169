import type { SequenceFingerprint } from '../../../core/model/fingerprint.ts';
import type { TableRead } from './content.ts';
import { nameIn } from './lines.ts';
import { quoted } from './server.ts';
import type { Session } from './session.ts';
import { listSequences, type Table } from './tables.ts';

/*
 * The counters of AUTO_INCREMENT and sequences belong to no snapshot: a dump has their value when it came to the table, and
 * that is what a restore brings back. So after a dump the numbers are taken from the dump itself.
 */

export interface Positions {
  /** By table, `AUTO_INCREMENT=7`. */
  readonly counters: ReadonlyMap<string, string>;
  readonly sequences: ReadonlyMap<string, string>;
}

/** Reads them from the lines of a dump. Tables come before the texts of routines, and the first of a name counts. */
export function positionsReader(): { readonly beginnings: string; see(line: string): void; readonly found: Positions } {
  const counters = new Map<string, string>();
  const sequences = new Map<string, string>();
  let table: string | undefined;
  return {
    beginnings: 'CD)',
    see: (line) => {
      const started = /^CREATE TABLE (?:IF NOT EXISTS )?`(?<name>(?:[^`]|``)*)` \($/.exec(line)?.groups?.name;
      if (started !== undefined) table = nameIn(started);
      else if (line.startsWith(')')) {
        const value = /^\) ENGINE=.*? AUTO_INCREMENT=(?<value>\d+)/.exec(line)?.groups?.value;
        if (table !== undefined && value !== undefined && !counters.has(table)) counters.set(table, value);
        table = undefined;
      }
      const set = /^DO SETVAL\(`(?<name>(?:[^`]|``)*)`, (?<value>-?\d+), 0\);/.exec(line)?.groups;
      if (set?.name !== undefined && set.value !== undefined && !sequences.has(nameIn(set.name))) {
        sequences.set(nameIn(set.name), set.value);
      }
    },
    found: { counters, sequences },
  };
}

/** As they are in the database now. */
export async function readPositions(session: Session): Promise<Positions> {
  const rows = await session.query<{ name: string; value: string | number }>(
    `SELECT TABLE_NAME AS name, AUTO_INCREMENT AS value FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND AUTO_INCREMENT IS NOT NULL`,
  );
  const sequences = new Map<string, string>();
  for (const name of await listSequences(session)) {
    const [row] = await session.query<{ value: string | number }>(
      `SELECT next_not_cached_value AS value FROM ${quoted(name)}`,
    );
    if (row !== undefined) sequences.set(name, String(row.value));
  }
  return { counters: new Map(rows.map(({ name, value }) => [name, String(value)])), sequences };
}

/** @param reads of all tables: loading rows raises a counter that lags behind them */
export function sequencesOf(
  { counters, sequences }: Positions,
  tables: readonly Table[],
  reads: readonly TableRead[],
): SequenceFingerprint[] {
  const nextOf = new Map(reads.map(({ fingerprint, nextNumber }) => [fingerprint.name, nextNumber ?? 1n]));
  const counted = tables
    .filter(({ columns }) => columns.some(({ isCounter }) => isCounter))
    .map(({ name }) => {
      const kept = BigInt(counters.get(name) ?? '1');
      const next = nextOf.get(name) ?? 1n;
      return { name: `${name} (AUTO_INCREMENT)`, value: String(kept > next ? kept : next) };
    });
  return [...counted, ...[...sequences].map(([name, value]) => ({ name, value }))];
}
