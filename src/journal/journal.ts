import type { Entry, JournalEvent, RunIdentity } from '../core/model/event.ts';
import type { JournalCredential } from '../world/effects/effects.ts';

/** The durable, append-only record. Reading it whole is cheap: a path of ten hops has a few hundred entries. */
export interface Journal {
  /** For messages: `folder /srv/journal`, `branch staged-upgrade-journal of origin`. */
  readonly description: string;
  /**
   * All entries in order, read afresh from where they are kept.
   * @throws SystemFailure when the journal is damaged (a gap, a broken chain, an unreadable entry), has lost entries
   * that this object has seen before, or is out of reach
   */
  read(): Promise<readonly Entry[]>;
  /**
   * Adds one entry after the newest one and returns it once it is durable. Two writers never lose one another's
   * entry: the later one is put behind the earlier. It is not ended by a signal: what was being done when a run was
   * cancelled must still be recorded.
   * @throws SystemFailure when it was not recorded, or when that is not certain; the message says which
   */
  append(event: JournalEvent): Promise<Entry>;
}

/** Who opens a journal, and for which system. */
export interface JournalIdentity {
  readonly system: string;
  readonly run: RunIdentity;
  /** What the git journal may use to reach its remote; without it, git's own configuration is all there is. */
  readonly credential?: JournalCredential;
}

export type JournalOpener = (identity: JournalIdentity) => Journal;
