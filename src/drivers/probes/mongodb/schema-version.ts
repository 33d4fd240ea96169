import { z } from 'zod';

/** `1.2.17`. */
export type SchemaVersion = string;

const migration = z.object({ version: z.object({ major: z.number(), minor: z.number(), patch: z.number() }) });

/** The highest of all, number by number: 1.2.9 is before 1.2.17. Undefined if there is none. */
export function highest(documents: readonly unknown[]): SchemaVersion | undefined {
  const versions = documents.flatMap((document) => {
    const read = migration.safeParse(document);
    if (!read.success) return [];
    const { major, minor, patch } = read.data.version;
    return [`${major}.${minor}.${patch}`];
  });
  return versions.toSorted(compareVersions).at(-1);
}

export function compareVersions(one: SchemaVersion, other: SchemaVersion): number {
  const [numbers, others] = [one, other].map((version) => version.split('.').map(Number));
  for (const [index, number] of (numbers ?? []).entries()) {
    const difference = number - (others?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
