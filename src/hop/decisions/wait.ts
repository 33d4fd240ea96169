import { cannotTell, type Decision, failed, waiting } from '../decision.ts';
import type { Observation } from '../observation.ts';
import type { Situation } from '../situation.ts';

/** What a wait waits for. */
export type Awaited =
  /** The release answers, healthy; migrations that were deferred stay pending. */
  | { readonly kind: 'serving' }
  /** All migrations are complete as well. */
  | { readonly kind: 'migrated' };

/** Some servers run one migration for each start that they are asked for: the next one is asked for as well. */
export interface StartNext {
  readonly kind: 'start-next';
  readonly next: string;
}

/**
 * One look. `act` means: done, go on; `undefined`: look again. A probe that fails once is no failed upgrade, and
 * cannot tell never counts as done.
 */
export function judgeWait(awaited: Awaited, observation: Observation, to: string): Decision | StartNext | undefined {
  const { version, serving, migrations } = observation;
  if (migrations.kind === 'failed' && version.kind === 'known' && version.value === to) {
    return failed(
      `The migration ${migrations.current} of ${to} has failed: ${migrations.error}.`,
      'Later migrations wait for it; the next hop is blocked. Health can still look good.',
      'Correct its cause, then run again: migrations are started once more and watched.',
    );
  }
  if (version.kind === 'known' && version.value !== to) return undefined;
  if (version.kind === 'unknown' || serving.kind !== 'yes') return undefined;
  if (migrations.kind === 'done') return { kind: 'act', because: `${to} serves, and all its migrations are complete.` };
  if (migrations.kind === 'pending') {
    if (awaited.kind === 'migrated') return { kind: 'start-next', next: migrations.next };
    return { kind: 'act', because: `${to} serves; ${migrations.next} is pending and has not started.` };
  }
  return undefined;
}

/** What a wait ends as when its budget is used up. */
export function budgetEnded(observation: Observation, to: string, budgetMilliseconds: number): Decision {
  const { version, serving, migrations } = observation;
  const minutes = `${Math.round(budgetMilliseconds / 6000) / 10} minutes`;
  if (version.kind === 'known' && version.value === to && serving.kind === 'yes' && migrations.kind === 'running') {
    const progress = migrations.progress;
    const far =
      progress === undefined ? '' : ` (${progress.done}${progress.total === undefined ? '' : ` of ${progress.total}`})`;
    return waiting(
      `After ${minutes} the migration ${migrations.current} is still running${far}.`,
      'Nothing failed: the server works on.',
      'Start a new run later: it goes on watching from here.',
    );
  }
  if (version.kind === 'known' && version.value !== to) {
    return failed(
      `After ${minutes} it is still ${version.value} that answers, not ${to}.`,
      `Either ${to} did not come up, or another server answers at this url, or the version that it tells is wrong.`,
      'Look at the log of the server.',
    );
  }
  if (serving.kind === 'no') {
    return failed(
      `After ${minutes} ${to} is not healthy: ${serving.reason}.`,
      'It is deployed but not serving.',
      'Look at the log of the server.',
    );
  }
  const reason =
    version.kind === 'unknown'
      ? version.reason
      : serving.kind === 'unknown'
        ? serving.reason
        : migrations.kind === 'unknown'
          ? migrations.reason
          : 'its migrations have not started';
  return cannotTell(
    `After ${minutes} it cannot be told whether ${to} is done: ${reason}.`,
    'It may be starting, or down.',
    'Look at the log of the server, then run again: the wait goes on.',
  );
}

/** After migrations were started on this environment they are waited for; before, a deferred release only has to serve. */
export function awaitedOf(situation: Situation, environment: 'production' | 'staging'): Awaited {
  if (!situation.traits.deferrable) return { kind: 'migrated' };
  const started =
    environment === 'production'
      ? situation.promotion.migrating !== undefined
      : situation.rehearsal.kind === 'started' && situation.rehearsal.migrating;
  return started ? { kind: 'migrated' } : { kind: 'serving' };
}
