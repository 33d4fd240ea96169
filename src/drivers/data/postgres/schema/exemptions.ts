import type { Exemption } from '../../../../core/model/fingerprint.ts';

export interface Circumstances {
  /** Whether owners and rights are left out of a restore. */
  readonly withoutRoles: boolean;
  /** Kinds of objects that the configuration leaves out: `publication`, `event trigger`. */
  readonly leftOut: readonly string[];
  /** The release that printed the definitions of the backup, and the one that prints them here. */
  readonly definedBy: { readonly there: string | undefined; readonly here: string };
}

/** What a restore rightly changes, and what no dump contains: a difference is reported, and is not a failed restore. */
export function exemptions({ withoutRoles, leftOut, definedBy }: Circumstances): Exemption[] {
  const { there, here } = definedBy;
  return [
    ...always,
    ...(withoutRoles ? rolesLeftOut : []),
    ...leftOut.flatMap((kind) => [
      { object: `${kind} "`, reason: `The configuration leaves out what is a ${kind} ("leave-out").` },
      { object: `comment on ${kind} "`, reason: `The configuration leaves out what is a ${kind} ("leave-out").` },
    ]),
    ...(there === undefined || there === here
      ? []
      : [
          {
            only: 'changed' as const,
            reason: `${there} and ${here} write definitions in other words, so only the names of what is defined were compared.`,
          },
        ]),
  ];
}

const always: readonly Exemption[] = [
  {
    part: 'invalid index "',
    reason:
      'An index that is not valid, left by a failed CREATE INDEX CONCURRENTLY, is in no dump. Drop it or build it again (REINDEX INDEX CONCURRENTLY).',
  },
  {
    part: 'disabled triggers of constraint "',
    reason:
      'Triggers that check a constraint were disabled (ALTER TABLE … DISABLE TRIGGER ALL), which no dump says: a restore enables them. Enable them in production, or disable them again after a rollback, if that is intended.',
  },
  {
    object: 'user mapping for ',
    reason:
      'A copy does not get user mappings of foreign servers ("outside: cut"), and of those of others a dump has the options only where the user of the configuration may see them. After a rollback, set them again (ALTER USER MAPPING).',
  },
  {
    object: 'settings of the database',
    reason:
      'Settings of databases and roles are not in a dump. Those that this server does not know, and those of the application itself, are not carried over: set them where they matter (ALTER DATABASE … SET).',
  },
  {
    object: 'locale of the database',
    reason: 'Sort order and encoding belong to the database, which a restore does not make.',
  },
  {
    object: 'extension "',
    part: 'version',
    reason: 'A restore makes the version of an extension that the server offers. Install the same one, if it matters.',
  },
  { object: 'extension "', only: 'more', reason: 'Extensions of the administrator stay when a database is emptied.' },
  {
    object: 'rights on ',
    only: 'more',
    reason: 'Rights on what the server and its extensions brought stay when a database is emptied.',
  },
];

const notRestored =
  'Owners, rights and tablespaces are left out of the restore: roles are ignored, or this server lacks them.';

const rolesLeftOut: readonly Exemption[] = [
  ...['owner', 'grants', 'tablespace'].map((part) => ({ part, reason: notRestored })),
  ...['rights on ', 'default privileges of ', 'schema "public"'].map((object) => ({ object, reason: notRestored })),
];
