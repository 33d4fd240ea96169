import { appliedUnknown, cannotShow, type MigrationTrace, startedSince } from '../history/migration-trace.ts';
import type { Message } from '../messages/message.ts';
import type { EnvironmentName, Hop } from '../model/hop.ts';
import type { Migrations } from '../model/observation.ts';
import { cannotTell, failed, type Settled } from './decision.ts';

/** Whether migrations were really deferred. The settings are not trusted: servers were seen to ignore them. */
export type Deferral =
  /** A migration ran, runs, has failed or is queued. `what` is a clause. */
  | { readonly kind: 'started'; readonly what: string }
  | { readonly kind: 'proved'; readonly because: string; readonly nothingPending: boolean }
  /** Nothing shows that a migration has started, and nothing would show it. `why` is a phrase. */
  | { readonly kind: 'unproved'; readonly why: string; readonly because: string }
  | { readonly kind: 'cannot-tell'; readonly reason: string };

/**
 * One look after a deploy with deferred migrations.
 * @param before the state of the data before the deploy
 * @param first what the first look after it showed
 */
export function decideDeferral(
  before: MigrationTrace,
  first: MigrationTrace,
  now: Migrations,
  hop: Pick<Hop, 'to'>,
): Deferral {
  if (now.kind === 'unknown') return { kind: 'cannot-tell', reason: now.reason };
  const { next: _, ...data } = before;
  const what = startedSince(data, now) ?? startedSince(first, now);
  if (what !== undefined) return { kind: 'started', what };
  const because =
    now.kind === 'pending' ? `${now.next} is pending and has not started.` : `${hop.to} has no migration to start.`;
  const why = cannotShow(before, now);
  return why === undefined
    ? { kind: 'proved', because, nothingPending: now.kind === 'done' }
    : { kind: 'unproved', why, because };
}

export function notDeferred(environment: EnvironmentName, to: string, what: string, wayBack: string): Settled {
  return failed(
    `${to} was deployed with its migrations deferred, but they were not deferred: ${what}.`,
    environment === 'staging'
      ? 'The setting that holds them back did not work, so this rehearsal does not prove a way back. Production was not touched.'
      : 'The setting that holds them back did not work: the rollback window is closed, and only a restore goes back.',
    `Find out how this server is configured (a variable that does not reach it, a setting that it does not know). ${
      environment === 'staging' ? 'Then start a new run: it rehearses again.' : wayBack
    }`,
  );
}

/** What a person vouches for by accepting an unproved deferral. */
export const unprovedDeferral = 'unproved-deferral';

export function askForProof(environment: EnvironmentName, to: string, why: string): Settled {
  const look =
    why === appliedUnknown
      ? 'Give the migrations probe "applied", or check the system yourself.'
      : 'Check the system yourself: does it have a migration that is complete, running or queued?';
  return cannotTell(
    `${to} runs on ${environment}, and nothing shows whether its migrations were really deferred: ${why}.`,
    'If one has started, deploying the older release again would damage data. Nothing is assumed, and nothing more was done.',
    `${look} If none has started, add "${unprovedDeferral}" to "acknowledge" in the configuration and run again: it watches ${to} and does not deploy it again.`,
  );
}

export function deferralUnknown(to: string, reason: string): Message {
  return {
    happened: `It could not be determined whether migrations of ${to} have started: ${reason}.`,
    means: 'The rollback window is not known to be open.',
    next: 'Fix the cause, then run again: it looks again before anything else is done.',
  };
}
