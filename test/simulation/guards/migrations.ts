import { type Guard, guard, guardIn, guardWhere } from './guard.ts';

export const migrationsGuards: readonly Guard[] = [
  guardIn(
    { faults: [], actors: ['terminal', 'outage', 'outage', 'outage', 'outage'] },
    guard(
      'a deploy whose command ended well is not run again',
      [
        'core/decisions/deploy.ts',
        'return isOnlyToWatch(situation) ? watchOnly(hop.to) : deployNow(check.because);',
        'return deployNow(check.because);',
      ],
      [
        'core/decisions/deploy.ts',
        "if (rehearsal.kind === 'started' && rehearsal.inPlace && servesTarget(situation)) return watchOnly(hop.to);",
        '',
      ],
    ),
  ),
  guardIn(
    { faults: [], deferrable: true, actors: ['terminal'] },
    guard('a release is deployed with its migrations deferred', [
      'steps/deploy/deploy-release.ts',
      'return project.product.migrations?.defer.env ?? {};',
      'return project.product.migrations === undefined ? {} : {};',
    ]),
  ),
  // The step before the start asks, and so does the first move after it.
  guardIn(
    {
      faults: ['migrationFails'],
      areLate: true,
      deferrable: true,
      actors: ['terminal', 'pressing on', 'pressing on', 'pressing on', 'stray steps'],
    },
    guard(
      'a migration that has failed is started again only when somebody asks',
      [
        'core/decisions/migrate.ts',
        "if (!situation.retry || environment === 'staging') {",
        "if (environment === 'staging') {",
      ],
      [
        'core/decisions/migration-run.ts',
        "if (retry && last === undefined) return { kind: 'start', migration: current, retry: true };",
        "if (last === undefined) return { kind: 'start', migration: current, retry: true };",
      ],
    ),
  ),
  guardIn(
    { faults: ['migrationFails'], deferrable: true, actors: ['terminal'] },
    guard('what fails while it is watched is not started again', [
      'core/decisions/migration-run.ts',
      "return { kind: 'end', settled: migrationFailed(migrations, terms) };",
      "return { kind: 'start', migration: current, retry: true };",
    ]),
  ),
  guardIn(
    { faults: ['startIsLost'], deferrable: true, actors: ['terminal', 'workflow'] },
    guard('a start that leaves no trace is made twice at most', [
      'core/decisions/migration-run.ts',
      'if (count < maxWithoutTrace) return',
      'if (count < 100) return',
    ]),
  ),
  guardIn(
    { faults: ['startIsLost'], deferrable: true, actors: ['terminal'] },
    guard('a start that leaves no trace in a later run either ends the rehearsal', [
      'core/decisions/migration-run.ts',
      "gaveUp && terms.environment === 'staging' ? neverStarted : noTrace;",
      'gaveUp && terms.environment === undefined ? neverStarted : noTrace;',
    ]),
  ),
  // The probe reads such a job as one that runs; the look after a deploy compares the jobs besides.
  guardWhere(
    ({ faults }) => faults.has('deferralQueues', 'jobWaits'),
    guard(
      'a job that waits in a queue counts as started',
      [
        'core/history/migration-trace.ts',
        'const job = now.jobs?.find(',
        'const job = now.jobs?.slice(now.jobs.length).find(',
      ],
      [
        'drivers/probes/migration-jobs.ts',
        '  if (isAtWork(newest, settings))',
        '  if (isOneOf(settings.state.queued, newest.state, newest)) return { ...status, jobs };\n  if (isAtWork(newest, settings))',
      ],
      [
        'drivers/probes/migration-jobs.ts',
        'jobs.find((each) => isAtWork(each, settings) && isNewest(each, jobs))',
        'jobs.find((each) => isOneOf(settings.state.running, each.state, each) && isNewest(each, jobs))',
      ],
    ),
  ),
  guardIn(
    {
      faults: ['smokeFails'],
      areLate: true,
      deferrable: true,
      actors: ['terminal', 'pressing on', 'pressing on', 'pressing on'],
    },
    guard('migrations are started on a release that was tested', [
      'core/decisions/migrate.ts',
      'if (promotion.deployed !== undefined && promotion.smoked) return undefined;',
      'return undefined;',
    ]),
  ),
  guardIn(
    { faults: [], deferrable: true, actors: ['terminal', 'outage', 'outage', 'outage', 'terminal'] },
    guard(
      'a hop is complete when its migrations are',
      ['core/decisions/wait.ts', "if (migrations.kind === 'done')", "if (migrations.kind !== 'pending')"],
      ['steps/smoke/smoke.ts', " && observation.migrations.kind === 'done'", ''],
    ),
  ),
  guardIn(
    {
      faults: ['migrationCrashes', 'serverCrashes'],
      areLate: true,
      deferrable: true,
      actors: ['terminal', 'terminal', 'rollback'],
    },
    guard('after another deploy, migrations wait for its test', [
      'core/decisions/wait.ts',
      'return migrating !== undefined && deployed !== undefined && deployed.sequence < migrating.sequence;',
      'return migrating !== undefined;',
    ]),
  ),
  guardIn(
    { faults: ['migrationFails'], areLate: true, deferrable: true, actors: ['terminal'] },
    guard('a migration that has failed comes to the gate where it is started again', [
      'core/decisions/wait.ts',
      'return awaited.leftToMigrate\n',
      'return awaited.leftToMigrate && awaited.startedAgainBy === "server"\n',
    ]),
  ),
  guardIn(
    { faults: ['migrationFails', 'serverCrashes'], areLate: true, deferrable: true, actors: ['terminal', 'terminal'] },
    guard('a release that was deployed once more on a failed migration comes to that gate too', [
      'core/decisions/smoke.ts',
      "if (migrations.kind === 'failed' && !leftToMigrate) {",
      "if (migrations.kind === 'failed') {",
    ]),
  ),
  guardIn(
    { faults: ['serverCrashes'], areLate: true, actors: ['terminal', 'outage', 'outage', 'edit', 'outage'] },
    guard('a hop that was started is finished first', [
      'core/history/half-done.ts',
      'return hop === undefined ? undefined : { hop, since: started.at };',
      'return undefined;',
    ]),
  ),
];
