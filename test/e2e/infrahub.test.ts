import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { stringify } from 'yaml';
import { climbPath } from '../../src/climbing/climb-path.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import { expressionProgram } from '../../src/drivers/probes/expression-program.ts';
import { openProject } from '../../src/steps/hop/open-project.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import { markStaging } from '../../src/steps/mark-disposable/mark-disposable.ts';
import { logStage } from '../../src/steps/stage/log-stage.ts';
import { silentLog } from '../../src/world/log.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { playedEngine } from '../support/infrahub/engine.ts';
import { playedServer } from '../support/infrahub/server.ts';

/* Infrahub deployed by a command, on stand-ins of its server, its commands and its backup program, with misleading exit codes. */

const acknowledged = [
  ...['1.10.11', '1.11.9'].flatMap((to) => [`release-notes-${to}`, `users-told-${to}`]),
  ...['sso-logins-1.10', 'schemas-1.10', 'graphql-1.10', 'clients-1.11'],
];
const terminal = { kind: 'terminal', id: 'test', attempt: 1, actor: 'engineer' } as const;

async function world(t: TestContext) {
  const engine = await playedEngine(t);
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-infrahub-climb-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await engine.project('infrahub-production', ['leaf1', 'leaf2', 'spine1']);
  await engine.project('infrahub-staging', []);
  for (const side of ['production', 'staging'])
    await writeFile(join(engine.folder, 'projects', `infrahub-${side}`, 'version'), '1.9.10');
  await engine.change('infrahub-production', ({ branches }) => void branches.push({ name: 'rollout', status: 'OPEN' }));

  await mkdir(join(folder, '.github'));
  await mkdir(join(folder, 'deploy'));
  const script = join(import.meta.dirname, '../support/infrahub/deploy.ts');
  const program = async (name: string, words: string): Promise<void> => {
    const path = join(folder, 'deploy', name);
    await writeFile(path, `#!/bin/sh\n${words}\n`);
    await chmod(path, 0o755);
  };
  const start = `exec '${process.execPath}' '${script}' '${engine.folder}'`;
  const at = `'${engine.folder}/projects/infrahub-'"$environment"`;
  const infrahub = join(import.meta.dirname, '../support/infrahub/infrahub.ts');
  const played = `exec '${process.execPath}' '${infrahub}' ${at}/graph.json "$(cat ${at}/version)"`;
  await program('infrahub', `environment=$1; shift\n${played} "$@"`);
  await program('upgrade', `${start} upgrade "infrahub-$1" "$2" $3`);
  await program('stop', `${start} stop "infrahub-$1"`);
  await program('logs', `${start} logs "infrahub-$1"`);
  await writeFile(join(folder, 'deploy', '.env'), 'VERSION=1.9.10\n');

  const environment = async (side: 'production' | 'staging') => ({
    url: await playedServer(t, engine.folder, `infrahub-${side}`),
    access: { 'api-token': '${TOKEN}' },
    data: { 'infrahub-backup': { project: `infrahub-${side}` } },
    'server-settings': ['deploy/.env'],
    deploy: {
      command: {
        run: ['./deploy/upgrade', '{environment}', '{version}', '--rebase-branches'],
        stop: ['./deploy/stop', '{environment}'],
        logs: ['./deploy/logs', '{environment}'],
        judge: {
          expect: [
            { text: 'Upgrade complete SUCCESS', versions: '>=1.10' },
            // The release before is put on staging by the same command.
            { text: 'to be rebased', versions: '>=1.5 <1.10' },
          ],
          forbid: ['FAILED', 'Upgrade cancelled'],
        },
      },
    },
  });
  const list = ['1.9.10', '1.10.11', '1.11.9'];
  const configuration = {
    system: 'infrahub',
    product: { extends: 'infrahub', releases: { list } },
    environments: {
      production: await environment('production'),
      staging: {
        ...(await environment('staging')),
        disposable: true,
        hooks: { scrub: { waive: 'Devices are invented.' } },
      },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
    gates: { production: 'none', finalize: 'none' },
    facts: { deployment: 'compose', edition: 'community', 'external-neo4j': false },
    acknowledge: acknowledged,
    'start-timeout': '5s',
  };
  await writeFile(join(folder, '.github', 'staged-upgrade.yml'), stringify(configuration));

  const variables = { TOKEN: 'a-token', PATH: `${engine.bin}:${process.env.PATH}` };
  const expressions = expressionProgram();
  t.after(() => expressions.close());
  const effects = () => ({ ...databaseEffects(variables, { environment: variables, directory: folder }), expressions });
  const open = () => openProject(undefined, effects(), terminal);
  return {
    engine,
    fault: (project: string, text: string) =>
      writeFile(join(engine.folder, 'projects', project, 'graph.json.fault'), text),
    mark: async () => markStaging(await open(), {}, async (question) => /empty "([^"]*)"/.exec(question)?.[1] ?? ''),
    climb: async (target: string): Promise<CommandResult> => {
      const shown = logStage(silentLog);
      const project = await open();
      return await endOfRun(project, () =>
        climbPath(
          project,
          { target, acknowledge: [], facts: [] },
          {
            showPlan: () => undefined,
            approve: async () => ({ kind: 'approved', by: 'engineer' }),
            runJob: (title, steps) => shown.runJob(title, steps),
          },
        ),
      );
    },
  };
}

const summaryOf = ({ outcome, headline, message }: CommandResult): string =>
  [outcome, headline, message?.happened, message?.means, message?.next].join(' ');

test('misleading exit codes of Infrahub are not trusted, and what went wrong is explained', async (t) => {
  const { engine, fault, mark, climb } = await world(t);
  assert.equal((await mark()).outcome, 'passed');
  const failing = async (what: string): Promise<string> => {
    await fault('infrahub-staging', what);
    const said = summaryOf(await climb('1.10'));
    assert.equal((await engine.graph('infrahub-production')).graphVersion, 58, 'production was not touched');
    return said;
  };

  await t.test('a branch that was not rebased ends the rehearsal, whatever was printed', async () => {
    assert.match(await failing('rebase'), /^failed .*no branch waits for a rebase/);
  });

  await t.test('a migration that failed, with exit code 0', async () => {
    const said = await failing('migration');
    assert.match(said, /^failed .*The migration 059_\w+ failed, and "infrahub upgrade" ended with exit code 0 anyway/);
    assert.match(
      said,
      /Read the lines below FAILED for its cause\. On production, go back with "staged-upgrade rollback"/,
    );
  });

  await t.test('a service that the server does not reach', async () => {
    const said = await failing('start 1.10.11');
    assert.match(said, /^failed .*The server does not reach a service that it needs \(message-queue\)\./);
    assert.match(said, /"docker compose logs SERVICE"/);
  });

  await t.test('a configuration that the release does not accept', async () => {
    const said = await failing('configuration');
    assert.match(said, /^failed .*not one that this release accepts\. cache\/address: Value error, no host is named/);
    assert.match(said, /the variable INFRAHUB_CACHE_ADDRESS, and deploy again/);
  });
});
