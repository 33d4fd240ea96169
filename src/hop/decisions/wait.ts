import { after, inEnvironment } from '../../journal/history.ts';
import { durationText } from '../../report/quantities.ts';
import { alreadyDone, cannotTell, type Decision, failed, type Settled, waiting } from '../decision.ts';
import type { EnvironmentName } from '../hop.ts';
import type { MigrationProgress, Observation } from '../observation.ts';
import type { Situation } from '../situation.ts';

/** What a wait waits for. */
export interface Awaited {
  readonly environment: EnvironmentName;
  /**
   * `serving`: the release answers, healthy; migrations that were deferred stay pending.
   * `migrated`: all migrations are complete as well.
   */
  readonly kind: 'serving' | 'migrated';
  /**
   * What starts a migration once more that has failed. `migrate`: a step of its own, behind its gate. `server`: every
   * start of it. `person`: it was none of this hop's steps that started it.
   */
  readonly startedAgainBy: 'migrate' | 'server' | 'person';
  /** A wait has said that they failed, and they were not started again since: that is for `migrate`, not for a wait. */
  readonly toldFailed: boolean;
}

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
    return awaited.toldFailed
      ? alreadyDone(`The migration ${migrations.current} has failed; "migrate" starts it once more, behind its gate.`)
      : migrationFailed(awaited, migrations, to);
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

function migrationFailed(awaited: Awaited, { current, error }: MigrationFailure, to: string): Settled {
  const happened = `The migration ${current} of ${to} has failed: ${error}.`;
  return awaited.environment === 'staging'
    ? failed(
        happened,
        'The rehearsal has found this before production had to.',
        'Correct its cause, then start a new run: it rehearses anew.',
      )
    : failed(
        happened,
        'Later migrations wait for it; the next hop is blocked. Health can still look good.',
        startedAgain[awaited.startedAgainBy],
      );
}

const startedAgain: Record<Awaited['startedAgainBy'], string> = {
  migrate:
    'Correct its cause, then start a new run: behind the gate it starts the migrations once more and watches them.',
  server:
    'Correct its cause and start the server again, which starts its migrations once more; then start a new run: it watches them.',
  person: "Correct its cause with the vendor's help, let it complete, then run again.",
};

type MigrationFailure = Extract<Observation['migrations'], { kind: 'failed' }>;

/**
 * What a wait ends as when its budget is used up.
 * @param forecast a sentence: what was taken so far, and what is left by the rehearsal
 */
export function budgetEnded(
  observation: Observation,
  to: string,
  budgetMilliseconds: number,
  forecast?: string,
): Decision {
  const { version, serving, migrations } = observation;
  const budget = durationText(budgetMilliseconds);
  if (version.kind === 'known' && version.value === to && serving.kind === 'yes' && migrations.kind === 'running') {
    return waiting(
      `After ${budget} the migration ${migrations.current} is still running${migrationProgress(migrations.progress)}.`,
      `Nothing failed: the server works on.${forecast === undefined ? '' : ` ${forecast}`}`,
      'Start a new run later: it goes on watching from here.',
    );
  }
  if (version.kind === 'known' && version.value !== to) {
    return failed(
      `After ${budget} it is still ${version.value} that answers, not ${to}.`,
      `Either ${to} did not come up, or another server answers at this url, or the version that it tells is wrong.`,
      'Look at the log of the server.',
    );
  }
  if (serving.kind === 'no') {
    return failed(
      `After ${budget} ${to} is not healthy: ${serving.reason}.`,
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
    `After ${budget} it cannot be told whether ${to} is done: ${reason}.`,
    'It may be starting, or down.',
    'Look at the log of the server, then run again: the wait goes on.',
  );
}

/** ` (25 of 60)`; empty where the server does not say. */
export function migrationProgress(progress: MigrationProgress | undefined): string {
  if (progress === undefined) return '';
  return ` (${progress.done}${progress.total === undefined ? '' : ` of ${progress.total}`})`;
}

/** After migrations were started on this environment they are waited for; before, a deferred release only has to serve. */
export function awaitedOf(situation: Situation, environment: EnvironmentName): Awaited {
  const { traits, promotion, rehearsal } = situation;
  if (!traits.deferrable) return { environment, kind: 'migrated', startedAgainBy: 'server', toldFailed: false };
  if (environment === 'staging') {
    const started = rehearsal.kind === 'started' && rehearsal.migrating;
    return { environment, kind: started ? 'migrated' : 'serving', startedAgainBy: 'migrate', toldFailed: false };
  }
  const { migrating } = promotion;
  if (migrating === undefined) return { environment, kind: 'serving', startedAgainBy: 'person', toldFailed: false };
  const since = inEnvironment(after(situation.record.entries, migrating), environment);
  const toldFailed = since.some(
    ({ event }) => event.type === 'ended' && event.command === 'wait' && event.outcome === 'failed',
  );
  // What is deployed once more has to serve first, whether or not a migration of it has failed.
  const kind = isGoingOn(promotion) ? 'migrated' : 'serving';
  return { environment, kind, startedAgainBy: 'migrate', toldFailed };
}

/** Whether migrations were started on what is deployed: after another deploy they wait for its smoke test and gate again. */
export function isGoingOn({ migrating, deployed }: Situation['promotion']): boolean {
  return migrating !== undefined && deployed !== undefined && deployed.sequence < migrating.sequence;
}
