import type { Situation } from '../history/situation.ts';
import { dayTime } from '../messages/moments.ts';
import { durationText } from '../messages/quantities.ts';
import type { EnvironmentName, Hop } from '../model/hop.ts';
import type { MigrationProgress, Observation } from '../model/observation.ts';
import { alreadyDone, cannotTell, type Decision, failed, refuse, type Settled, waiting } from './decision.ts';
import { migrationFailed } from './migration-run.ts';
import { rehearsedBefore } from './rehearsed-before.ts';

/** What a wait waits for. */
export interface Awaited {
  readonly environment: EnvironmentName;
  /**
   * `serving`: the release answers, healthy; migrations that were deferred stay pending.
   * `migrated`: all migrations are complete as well.
   */
  readonly kind: 'serving' | 'migrated';
  /** What starts a failed migration again; `nobody` if only a person can, since `migrate` is never reached. */
  readonly startedAgainBy: 'migrate' | 'server' | 'nobody';
  /** A person asks for one more start. That is for `migrate`, behind its gate, so a wait and a test do not stop at the failure. */
  readonly leftToMigrate: boolean;
}

/** What there is to wait for: nothing if the rehearsal, or the hop, is complete. */
export function decideWait(
  environment: EnvironmentName,
  situation: Situation,
): Decision<{ readonly awaited: Awaited }> {
  const { hop, rehearsal, promotion } = situation;
  if (environment === 'staging' && rehearsal.kind === 'passed') return rehearsedBefore(rehearsal);
  if (environment === 'production' && promotion.completed !== undefined)
    return alreadyDone(`Hop ${hop.id} was completed on ${dayTime(promotion.completed.at)}.`);
  return (
    notStarted(environment, situation) ?? {
      kind: 'act',
      because: `${hop.to} is waited for.`,
      awaited: awaitedOf(situation, environment),
    }
  );
}

/** What nobody has deployed never answers: the wait would end with its budget, hours later. */
function notStarted(
  environment: EnvironmentName,
  { hop, rehearsal, promotion, observation: { version } }: Situation,
): Settled | undefined {
  const inOrder = `Run the steps of hop ${hop.id} on ${environment} in order.`;
  if (environment === 'staging' && rehearsal.kind !== 'started') {
    return refuse(
      `Staging does not hold a restored backup of hop ${hop.id}.`,
      'What answers there says nothing about this hop, so it was not waited for.',
      inOrder,
    );
  }
  const { deployStarted } = environment === 'staging' && rehearsal.kind === 'started' ? rehearsal : promotion;
  // What somebody has deployed by hand is what answers.
  if (deployStarted || version.kind === 'unknown' || version.value === hop.to) return undefined;
  return refuse(
    `${hop.to} was not deployed on ${environment} by this hop; ${version.value} runs.`,
    'Nothing would start it, so it was not waited for.',
    inOrder,
  );
}

/**
 * One look. `act` means: done, continue; `undefined`: look again. A probe that fails once is not a failed upgrade, and
 * unknown never counts as done.
 */
export function judgeWait(
  awaited: Awaited,
  observation: Observation,
  hop: Pick<Hop, 'id' | 'to'>,
): Decision | undefined {
  const { version, serving, migrations } = observation;
  const { to } = hop;
  if (migrations.kind === 'failed' && version.kind === 'known' && version.value === to) {
    return awaited.leftToMigrate
      ? alreadyDone(`The migration ${migrations.current} has failed; "migrate" restarts it, after its gate.`)
      : failureOf(migrations, awaited, hop);
  }
  if (version.kind === 'known' && version.value !== to) return undefined;
  if (version.kind === 'unknown' || serving.kind !== 'yes') return undefined;
  if (migrations.kind === 'done') {
    return migrations.assumed === true
      ? { kind: 'act', because: `${to} serves. Its migrations run with its deploy, and no probe shows them.` }
      : { kind: 'act', because: `${to} serves, and all its migrations are complete.` };
  }
  if (migrations.kind === 'pending') {
    return awaited.kind === 'migrated'
      ? alreadyDone(`${to} serves, and ${migrations.next} is pending: only "migrate" starts it, after its gate.`)
      : { kind: 'act', because: `${to} serves; ${migrations.next} is pending and has not started.` };
  }
  return undefined;
}

/** The message about a failed migration, with what starts it again. */
export function failureOf(
  migrations: Extract<Observation['migrations'], { kind: 'failed' }>,
  { startedAgainBy, environment }: Awaited,
  hop: Pick<Hop, 'id' | 'to'>,
): Settled {
  const said = migrationFailed(migrations, { hop, environment });
  if (startedAgainBy === 'migrate' || environment === 'staging' || !('message' in said)) return said;
  const means = 'Later migrations wait for it; the next hop is blocked. Health checks can still pass.';
  return { ...said, message: { ...said.message, means, next: startedAgain[startedAgainBy] } };
}

const startedAgain = {
  server:
    'Fix its cause and start the server again, which restarts its migrations; then start a new run: it watches them.',
  nobody: "Fix its cause with the vendor's help, let it complete, then run again.",
} as const;

/**
 * How a wait ends when its budget is used up.
 * @param forecast a sentence: the time taken so far, and the time left according to the rehearsal
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
      `Nothing failed: the server continues to work.${migrations.note === undefined ? '' : ` ${migrations.note}`}${forecast === undefined ? '' : ` ${forecast}`}`,
      'Start a new run later: it continues to watch from here.',
    );
  }
  if (version.kind === 'known' && version.value !== to) {
    return failed(
      `After ${budget} ${version.value} still answers, not ${to}.`,
      `Either ${to} did not start, or another server answers at this url, or the version that it reports is wrong.`,
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
          : migrations.kind === 'pending'
            ? `${migrations.next} is still pending`
            : `its migrations are ${migrations.kind}`;
  return cannotTell(
    `After ${budget} it could not be determined whether ${to} is done: ${reason}.`,
    version.kind === 'known' && serving.kind === 'yes'
      ? `${to} serves, but the state of its migrations is not known.`
      : 'It may be starting, or down.',
    'Look at the log of the server, then run again: the wait continues.',
  );
}

/** ` (25 of 60)`; empty if the server does not say. */
export function migrationProgress(progress: MigrationProgress | undefined): string {
  if (progress === undefined) return '';
  return ` (${progress.done}${progress.total === undefined ? '' : ` of ${progress.total}`})`;
}

/** Once migrations were started in this environment, they are waited for; before, a deferred release only has to serve. */
export function awaitedOf(situation: Situation, environment: EnvironmentName): Awaited {
  const { traits, promotion, rehearsal, retry } = situation;
  if (!traits.deferrable) return { environment, kind: 'migrated', startedAgainBy: 'server', leftToMigrate: false };
  if (environment === 'staging') {
    const started = rehearsal.kind === 'started' && rehearsal.migrating;
    return { environment, kind: started ? 'migrated' : 'serving', startedAgainBy: 'migrate', leftToMigrate: false };
  }
  const { deployStarted, notDeferred, migrating, restoring } = promotion;
  // What this hop has not deployed, what was not deferred, and what is rolled back never gets to `migrate`.
  const isKeptBack = deployStarted && (notDeferred === undefined || migrating !== undefined);
  if (!isKeptBack || restoring !== undefined)
    return { environment, kind: 'serving', startedAgainBy: 'nobody', leftToMigrate: false };
  // Whoever started it: in the window somebody may have done so by hand. After a redeploy it must serve before the next start.
  const kind = areMigrationsStarted(promotion) ? 'migrated' : 'serving';
  return { environment, kind, startedAgainBy: 'migrate', leftToMigrate: retry };
}

/** Whether migrations were started on the present deploy: after another deploy they wait for its smoke test and gate again. */
export function areMigrationsStarted({ migrating, deployed }: Situation['promotion']): boolean {
  return migrating !== undefined && deployed !== undefined && deployed.sequence < migrating.sequence;
}
