import { type Guard, guard } from './guard.ts';

export const migrationsGuards: readonly Guard[] = [
  guard('a release is deployed with its migrations deferred', [
    'commands/deploy-release.ts',
    'return project.product.migrations?.defer.env ?? {};',
    'return project.product.migrations === undefined ? {} : {};',
  ]),
  guard('before its gate a wait starts nothing', [
    'hop/decisions/wait.ts',
    "if (migrating === undefined) return { environment, kind: 'serving', startedAgainBy: 'person', toldFailed: false };",
    "if (migrating === undefined) return { environment, kind: 'migrated', startedAgainBy: 'person', toldFailed: false };",
  ]),
  guard('migrations are started on a release that was tested', [
    'hop/decisions/migrate.ts',
    'if (promotion.deployed !== undefined && promotion.smoked) return undefined;',
    'return undefined;',
  ]),
  guard(
    'a hop is complete when its migrations are',
    ['hop/decisions/wait.ts', "if (migrations.kind === 'done')", "if (migrations.kind !== 'pending')"],
    ['commands/smoke.ts', " && observation.migrations.kind === 'done'", ''],
  ),
  guard('after another deploy, migrations wait for its test', [
    'hop/decisions/wait.ts',
    'return migrating !== undefined && deployed !== undefined && deployed.sequence < migrating.sequence;',
    'return migrating !== undefined;',
  ]),
  guard('a migration that has failed comes to the gate where it is started again', [
    'commands/report.ts',
    'if (awaited.toldFailed && ',
    "if (awaited.toldFailed && hop.id === '' && ",
  ]),
  guard('a release that was deployed once more on a failed migration comes to that gate too', [
    'hop/decisions/smoke.ts',
    "if (migrations.kind === 'failed' && !toldFailed) {",
    "if (migrations.kind === 'failed') {",
  ]),
  guard('a hop that was begun is finished first', [
    'hop/half-done.ts',
    'return hop === undefined ? undefined : { hop, since: begun.at };',
    'return undefined;',
  ]),
];
