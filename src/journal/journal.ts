import type { Entry, JournalEvent, RunIdentity } from '../core/model/event.ts';
import type { JournalCredential } from '../world/effects/effects.ts';

/** The durable, append-only record. Reading all of it is cheap: a path of ten hops has a few hundred entries. */
export interface Journal {
  /** For messages: `folder /srv/journal`, `branch staged-upgrade-journal of origin`. */
  readonly description: string;
  /**
   * All entries in order, read afresh from where they are kept.
   * @throws SystemFailure if the journal is damaged (a gap, a broken chain, an unreadable entry), has lost entries
   * that this object has seen before, or is out of reach
   */
  read(): Promise<readonly Entry[]>;
  /**
   * Adds one entry after the newest one and returns it once it is durable. Two writers never lose each other's
   * entry: the later one is put after the earlier. A signal does not end it: what was being done when a run was
   * cancelled must still be recorded.
   * @throws SystemFailure if it was not recorded, or if that is uncertain; the message says which
   */
  append(event: JournalEvent): Promise<Entry>;
}

/** Who opens a journal, and for which system. */
export interface JournalIdentity {
  readonly system: string;
  readonly run: RunIdentity;
  /** What the git journal may use to reach its remote; without it, it only has git's own configuration. */
  readonly credential?: JournalCredential;
}

export type JournalOpener = (identity: JournalIdentity) => Journal;
