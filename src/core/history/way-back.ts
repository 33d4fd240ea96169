import type { Message } from '../messages/message.ts';
import { dayTime } from '../messages/moments.ts';
import type { EntryOf } from '../model/event.ts';

/** For a rollback that was started: what it needs depends on how far it got. */
export function finishRollback(hop: string, isOtherwiseConfigured = false): string {
  const it = `Finish it: ${waysToRollBack(hop)}; it says whether the hop's id must be typed as confirmation.`;
  return isOtherwiseConfigured ? `${it}${bringBack}` : it;
}

const bringBack = ' It was started with a different configuration: restore that one first.';

/** How a person rolls back inside the rollback window: with workflows, or with GitHub out of reach. */
export function waysToRollBack(hop: string): string {
  return `run the workflow "Rollback" with the hop ${hop}, or in a terminal: staged-upgrade rollback --hop ${hop}`;
}

export interface UnfinishedRestore {
  readonly restoring: EntryOf<'restoring'>;
  /** The data is restored, but nobody saw the older release work on it. */
  readonly restored: boolean;
  /** The rollback was started with another configuration, and continues only with that one. */
  readonly isOtherwiseConfigured: boolean;
}

/** For whoever comes to production while a restore over it is unfinished. */
export function finishRestoreFirst({ restoring, restored, isOtherwiseConfigured }: UnfinishedRestore): Message {
  const { at, event } = restoring;
  const { backup } = event;
  const { id, from } = event.hop;
  return restored
    ? {
        happened: `A rollback of hop ${id} has restored ${backup} over production, and ${from} has not been seen working on it.`,
        means: 'Nothing else may be done on it before that, and no path can start there.',
        next: finishRollback(id, isOtherwiseConfigured),
      }
    : {
        happened: `A rollback of hop ${id} has been restoring ${backup} over production since ${dayTime(at)}, and is not finished.`,
        means: 'Its database may be half replaced. Nothing else may be done on it, and no path can start there.',
        next: `Finish the rollback: staged-upgrade rollback --hop ${id} --confirm ${id}.${isOtherwiseConfigured ? bringBack : ''}`,
      };
}
