import type { SequenceFingerprint } from '../../../core/model/fingerprint.ts';
import { nameOf } from './catalog/tables.ts';
import type { Omission } from './omissions.ts';

/** One line of `pg_restore --list`: `3391; 0 16386 TABLE DATA public patients app`. */
export interface ArchiveEntry {
  readonly dumpId: string;
  /** Of the object on the server that was dumped; for rows, of their table. */
  readonly oid: number;
  /** `TABLE DATA public patients app`: kind, schema, name, owner. Names may contain spaces, so it is not split. */
  readonly text: string;
  readonly line: string;
}

export interface ArchiveList {
  readonly entries: readonly ArchiveEntry[];
  /** Major version of the server that was dumped, if the archive says so. */
  readonly serverMajor: number | undefined;
}

export function parseArchiveList(output: string): ArchiveList {
  const entries = output.split('\n').flatMap((line): ArchiveEntry[] => {
    const groups = /^(?<dumpId>\d+); \d+ (?<oid>\d+) (?<text>.*)$/.exec(line)?.groups;
    return groups === undefined
      ? []
      : [{ dumpId: groups.dumpId ?? '', oid: Number(groups.oid), text: groups.text ?? '', line }];
  });
  const major = /^;\s+Dumped from database version: (\d+)/m.exec(output)?.[1];
  return { entries, serverMajor: major === undefined ? undefined : Number(major) };
}

/**
 * Comments on what belongs to the server's administrator (the public schema, extensions) may be set by nobody else,
 * and matter little: the restore leaves them out.
 */
export function isRestorable(entry: ArchiveEntry): boolean {
  // The owner follows the name, without a space in it: "public-api" and "public api" are other schemas.
  return !/^(COMMENT - EXTENSION |(COMMENT - SCHEMA|SCHEMA -) public \S+$)/.test(entry.text);
}

export function entriesOf(list: ArchiveList, kind: string): ArchiveEntry[] {
  return list.entries.filter((entry) => entry.text.startsWith(`${kind} `));
}

/** Parts of a definition that is left out: its own entry, and those about it. */
const ofOmission: Readonly<Record<Omission, RegExp>> = {
  publications: /^(COMMENT - |SECURITY LABEL - )?PUBLICATION /,
  'event-triggers': /^(COMMENT - |SECURITY LABEL - )?EVENT TRIGGER /,
};

export function isLeftOut(entry: ArchiveEntry, leaveOut: readonly Omission[]): boolean {
  return leaveOut.some((omission) => ofOmission[omission].test(entry.text));
}

const setval =
  /^SELECT pg_catalog\.setval\((?<escaped>E)?'(?<name>(?:[^']|'')*)', (?<value>-?\d+), (?<called>true|false)\);$/;

/** A sequence's value as the archive holds it; undefined for any other line of the archive's SQL. */
export function sequenceIn(line: string): SequenceFingerprint | undefined {
  const groups = setval.exec(line)?.groups;
  if (groups === undefined) return undefined;
  const literal = (groups.name ?? '').replaceAll("''", "'");
  const identifier = groups.escaped === undefined ? literal : literal.replaceAll('\\\\', '\\');
  const parts = [...identifier.matchAll(/"((?:[^"]|"")*)"|([^".]+)/g)];
  const [schema = '', name = ''] = parts.map((part) => part[1]?.replaceAll('""', '"') ?? part[2] ?? '');
  return { name: nameOf({ schema, name }), value: groups.value ?? '', called: groups.called === 'true' };
}
