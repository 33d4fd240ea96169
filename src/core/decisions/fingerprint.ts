import { type Contents, contentsOf } from '../model/contents.ts';
import type {
  Fingerprint,
  FolderFingerprint,
  SequenceFingerprint,
  TableFingerprint,
  TakenFingerprint,
} from '../model/fingerprint.ts';
import { compareObjects } from './compare-objects.ts';

export type FingerprintComparison =
  /** Everything in the fingerprint is equal: the restore is proved. */
  | {
      readonly kind: 'equal';
      readonly contents: Contents;
      /** What may rightly differ, or could not be compared: reported. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'different'; readonly differences: readonly string[] }
  /** This kind of fingerprint cannot prove a restore: never count it as proved. */
  | { readonly kind: 'cannot-tell'; readonly reason: string; readonly differences: readonly string[] };

/** Compares what a backup should hold with what was found after restoring it. */
export function compareFingerprints(expected: TakenFingerprint, actual: Fingerprint): FingerprintComparison {
  if (expected.kind === 'none') return { kind: 'cannot-tell', reason: expected.reason, differences: [] };
  const structure = [
    ...namesThatDiffer('table', expected.value.tables, actual.tables),
    ...namesThatDiffer('sequence', expected.value.sequences, actual.sequences),
    ...namesThatDiffer('folder', expected.value.folders ?? [], actual.folders ?? []),
  ];
  const definitions = compareObjects(expected.value, actual);
  structure.push(...definitions.differences.filter((difference) => !structure.includes(difference)));
  const all = contentDifferences(expected.value, actual);
  const written = writtenMeanwhile(expected, actual);
  const content = all.filter(({ of }) => !written.has(of)).map(({ text }) => text);
  const moved = all.filter(({ of }) => written.has(of)).map(({ text }) => `${text} (written to during the backup)`);
  if (structure.length > 0) return { kind: 'different', differences: [...structure, ...content] };
  if (content.length > 0 && expected.kind === 'beside') {
    const reason =
      'The fingerprint was read while the system was running, so what was written in the meantime may differ.';
    return { kind: 'cannot-tell', reason, differences: content };
  }
  if (content.length > 0) return { kind: 'different', differences: content };
  const unchecked = paired(expected.value.tables, actual.tables).filter(
    ([want, got]) => want.checksum !== undefined && got.checksum === undefined,
  );
  if (definitions.notRead !== undefined) return { kind: 'cannot-tell', reason: definitions.notRead, differences: [] };
  if (unchecked.length > 0) {
    const reason = `Content checksums of ${unchecked.length} tables in the backup could not be computed again here: an earlier release made them, or a newer server. What can be compared is equal; take a new backup.`;
    return { kind: 'cannot-tell', reason, differences: [] };
  }
  return { kind: 'equal', contents: contentsOf(actual), notes: [...definitions.notes, ...moved] };
}

interface ContentDifference {
  /** `table "public.visits"`. */
  readonly of: string;
  readonly text: string;
}

function contentDifferences(expected: Fingerprint, actual: Fingerprint): ContentDifference[] {
  const found = (what: string, name: string, texts: readonly string[]): ContentDifference[] =>
    texts.map((text) => ({ of: `${what} "${name}"`, text }));
  return [
    ...paired(expected.tables, actual.tables).flatMap(([want, got]) =>
      found('table', want.name, tableDifferences(want, got)),
    ),
    ...paired(expected.sequences, actual.sequences).flatMap(([want, got]) =>
      found('sequence', want.name, sequenceDifferences(want, got)),
    ),
    ...paired(expected.folders ?? [], actual.folders ?? []).flatMap(([want, got]) =>
      found('folder', want.name, folderDifferences(want, got)),
    ),
  ];
}

/**
 * What had changed by the time the backup was complete: which of its states the backup caught is unknown. A table with fewer
 * rows than at both times, or with more, was not caught in between.
 */
function writtenMeanwhile(expected: TakenFingerprint, actual: Fingerprint): ReadonlySet<string> {
  if (expected.kind !== 'beside' || expected.until === undefined) return new Set();
  const { value, until } = expected;
  const rowsOf = (tables: readonly TableFingerprint[]) => new Map(tables.map(({ name, rows }) => [name, rows]));
  const [before, after] = [rowsOf(value.tables), rowsOf(until.tables)];
  const outside = actual.tables.filter(({ name, rows }) => {
    const ends = [before.get(name) ?? rows, after.get(name) ?? rows];
    return rows < Math.min(...ends) || rows > Math.max(...ends);
  });
  const written = new Set(contentDifferences(value, until).map(({ of }) => of));
  for (const { name } of outside) written.delete(`table "${name}"`);
  return written;
}

interface Named {
  readonly name: string;
}

function namesThatDiffer(what: string, expected: readonly Named[], actual: readonly Named[]): string[] {
  const expectedNames = new Set(expected.map((each) => each.name));
  const actualNames = new Set(actual.map((each) => each.name));
  return [
    ...expected.filter(({ name }) => !actualNames.has(name)).map(({ name }) => `${what} "${name}" is missing`),
    ...actual
      .filter(({ name }) => !expectedNames.has(name))
      .map(({ name }) => `${what} "${name}" is not in the backup`),
  ];
}

function paired<T extends Named>(expected: readonly T[], actual: readonly T[]): [T, T][] {
  const byName = new Map(actual.map((each) => [each.name, each]));
  return expected.flatMap((want): [T, T][] => {
    const got = byName.get(want.name);
    return got === undefined ? [] : [[want, got]];
  });
}

function tableDifferences(want: TableFingerprint, got: TableFingerprint): string[] {
  if (want.rows !== got.rows) return [`table "${want.name}" has ${got.rows} rows, expected ${want.rows}`];
  const compared = want.checksum !== undefined && got.checksum !== undefined;
  if (compared && want.checksum !== got.checksum)
    return [`table "${want.name}" has the same number of rows, but different content`];
  return [];
}

function folderDifferences(want: FolderFingerprint, got: FolderFingerprint): string[] {
  if (want.files !== got.files) return [`folder "${want.name}" has ${got.files} files, expected ${want.files}`];
  if (want.bytes !== got.bytes) return [`folder "${want.name}" has ${got.bytes} bytes, expected ${want.bytes}`];
  return want.checksum === got.checksum
    ? []
    : [`folder "${want.name}" has the same number of files, but different content`];
}

function sequenceDifferences(want: SequenceFingerprint, got: SequenceFingerprint): string[] {
  const text = (sequence: SequenceFingerprint) =>
    `${sequence.value}${sequence.called === false ? ' (not used yet)' : ''}`;
  if (text(want) === text(got)) return [];
  return [`sequence "${want.name}" is at ${text(got)}, expected ${text(want)}`];
}
