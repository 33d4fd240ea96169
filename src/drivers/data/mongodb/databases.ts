import { z } from 'zod';

/** Where marks are kept: never dumped, never emptied. */
export const markDatabase = 'staged_upgrade';

/** The server's own: users, the configuration of a cluster, the oplog. */
const serversOwn = ['admin', 'config', 'local'];

/** A name, or a prefix of names: `deviceauth`, `deviceauth-*`. */
export const databasePattern = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_-]*\*?$/, {
    error: 'the name of a database, or how names begin with a "*" at the end: deviceauth-*',
  })
  .refine((name) => ![...serversOwn, markDatabase].includes(name), {
    error: `the name of a database of the application's: ${[...serversOwn, markDatabase].join(', ')} are never backed up`,
  });

/** Which databases of a server belong to a store. */
export interface DatabaseSet {
  readonly patterns: readonly string[];
  /** The prefix of each name on this server; names in a backup have none. */
  readonly prefix: string;
}

/** The names in it, as they are on the server. */
export function databasesOf({ patterns, prefix }: DatabaseSet, present: readonly string[]): string[] {
  const own = patterns.map((pattern) => `${prefix}${pattern}`);
  return present
    .filter((name) => name !== markDatabase && !serversOwn.includes(name))
    .filter((name) => own.some((pattern) => matches(pattern, name)))
    .sort();
}

function matches(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** As a backup calls it. */
export function nameInBackup({ prefix }: DatabaseSet, onServer: string): string {
  return onServer.slice(prefix.length);
}

/** One text for one set, however it was written. core/decisions/identity.ts reads it. */
export function setText({ patterns, prefix }: DatabaseSet): string {
  return [...new Set(patterns.map((pattern) => `${prefix}${pattern}`))].sort().join(', ');
}
