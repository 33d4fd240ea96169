import { startedMigrations } from '../../core/history/production-data.ts';
import { cannotTell, type Finding, fine, problem, warning } from '../../core/messages/finding.ts';
import { dayTime } from '../../core/messages/moments.ts';
import type { Entry } from '../../core/model/event.ts';
import type { Observation } from '../../core/model/observation.ts';

const subject = 'production';
const unhealthyMeans = 'If an unhealthy system is upgraded, nobody can see why the upgrade fails.';
const reach = 'Make sure that the server runs and that this runner reaches environments.production.url.';

/** Production is upgraded only when it is healthy, with nothing pending. */
export function liveFindings(
  { version, serving, migrations }: Observation,
  title: string,
  hasMigrationsProbe: boolean,
): Finding[] {
  const findings: Finding[] = [];
  if (version.kind === 'known') findings.push(fine(subject, `It runs ${title} ${version.value}.`));
  else {
    findings.push(
      cannotTell(subject, {
        happened: `It does not report its version: ${version.reason}.`,
        means: 'No path can be planned without it.',
        next: reach,
      }),
    );
  }
  if (serving.kind === 'yes') findings.push(fine(subject, 'It is healthy.'));
  else if (serving.kind === 'no') {
    findings.push(
      problem(subject, {
        happened: `It reports that it is not healthy: ${serving.reason}.`,
        means: unhealthyMeans,
        next: 'Make it healthy first.',
      }),
    );
  } else {
    findings.push(
      cannotTell(subject, {
        happened: `It could not be determined whether it is healthy: ${serving.reason}.`,
        means: unhealthyMeans,
        next: reach,
      }),
    );
  }
  // Without a probe nothing was seen of them: the version and the health are all there is to report.
  return hasMigrationsProbe ? [...findings, migrationFinding(migrations)] : findings;
}

/** An older release does not know later migrations: that it reports nothing pending does not show that none was started. */
export function startedFindings({ version, migrations }: Observation, entries: readonly Entry[]): Finding[] {
  if (version.kind === 'unknown') return [];
  const found = startedMigrations(entries, version.value);
  if (found === undefined) return [];
  const { started, appliedBefore } = found;
  const applied = 'applied' in migrations ? migrations.applied : undefined;
  // A queued migration will run, even if none of it is complete yet.
  if (started.event.type === 'migrating' && applied !== undefined && applied === appliedBefore) return [];
  const { to } = started.event.hop;
  return [
    problem(subject, {
      happened: `It runs ${version.value}, but the migrations of ${to} were started on ${dayTime(started.at)}.`,
      means: `${version.value} on data that ${to} has migrated may look healthy and damage data; its report that nothing is pending proves nothing.`,
      next: 'Stop writing to it. Restore the restore point, or deploy the newer release again, before anything else is done.',
    }),
  ];
}

const onStaging = 'staging';

/**
 * Whatever staging runs is replaced by the first rehearsal, so a server that is down is not an obstacle. A credential that is
 * rejected is one: the rehearsal's probes would fail with it, hours later.
 */
export function stagingFindings({ version, serving, migrations }: Observation, title: string): Finding[] {
  const refused = [version, serving, migrations].find((each) => 'refused' in each && each.refused === true);
  if (refused !== undefined && 'reason' in refused) {
    return [
      problem(onStaging, {
        happened: `Its server refuses the credential of the probes: ${refused.reason}.`,
        means: 'The restored copy is a copy of production: its users and tokens may be those of production.',
        next: 'Set environments.staging.access to a credential that works on the restored copy, or let the scrub hook make one.',
      }),
    ];
  }
  return version.kind === 'known'
    ? [fine(onStaging, `It runs ${title} ${version.value}, and takes the credentials of the probes.`)]
    : [
        warning(onStaging, {
          happened: `Its server does not report its version: ${version.reason}.`,
          means:
            'Before the first rehearsal that may be normal: nothing needs to run there. Its address and credentials remain unproved.',
          next: 'Make sure that this runner reaches environments.staging.url once a release runs there.',
        }),
      ];
}

function migrationFinding(migrations: Observation['migrations']): Finding {
  switch (migrations.kind) {
    case 'done':
      return fine(subject, 'No migration is pending.');
    case 'pending':
      return problem(subject, {
        happened: `A migration was not started: ${migrations.next}.`,
        means: 'The next release may refuse to start, or lose data, on such a database.',
        next: 'Let the migrations of the current release run to their end.',
      });
    case 'running':
      return warning(subject, {
        happened: `The migration ${migrations.current} is running${migrations.jobs === undefined ? '' : ', or its job is queued'}.`,
        means: 'The first hop waits until nothing is left.',
        next: 'Let it end, then start.',
      });
    case 'failed':
      return problem(subject, {
        happened: `The migration ${migrations.current} has failed: ${migrations.error}.`,
        means: 'It blocks every later one.',
        next: "Fix its cause with the vendor's help, and let it complete.",
      });
    case 'unknown':
      return cannotTell(subject, {
        happened: `It could not be determined whether migrations are unfinished: ${migrations.reason}.`,
        means: 'The next release may refuse to start on a database that is not migrated.',
        next: 'Check the address and the credential of the migrations probe.',
      });
  }
}
