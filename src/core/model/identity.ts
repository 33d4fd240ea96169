import type { Mark } from './mark.ts';

/** What distinguishes two data stores. The values are not secret: no password, no row. */
export interface Identity {
  readonly kind: string;
  /**
   * What a physical copy shares with its original (PostgreSQL: system identifier and database oid; SQLite: an
   * application-independent id). Two stores with equal `lineage` are the same store, or one is a physical copy.
   */
  readonly lineage: Readonly<Record<string, string>>;
  /** Where it is: address, port, database name, file. A copy on another server differs here. */
  readonly location: Readonly<Record<string, string>>;
  /** When the server process started, where there is one. ISO 8601. */
  readonly startedAt?: string;
}

/** As read from the store itself. */
export interface LiveIdentity extends Identity {
  readonly mark: Mark;
}

/** What is about to be marked. */
export interface MarkTarget {
  readonly identity: LiveIdentity;
  /** What a person types to confirm that this is the one: the name of the database, the path of the file. */
  readonly name: string;
}
