import type { Entry, JournalEvent } from './event.ts';

/** The durable, append-only record. Reading it whole is cheap: a path of ten hops has a few hundred entries. */
export interface Journal {
  /** For messages: `folder /srv/journal`, `branch staged-upgrade-journal of origin`. */
  readonly description: string;
  /**
   * All entries in order, read afresh from where they are kept.
   * @throws SystemFailure when the journal is damaged (a gap, a broken chain, an unreadable entry) or out of reach
   */
  read(): Promise<readonly Entry[]>;
  /**
   * Adds one entry after the newest one and returns it once it is durable. Two writers never lose one another's
   * entry: the later one is put behind the earlier.
   */
  append(event: JournalEvent): Promise<Entry>;
}
