import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse, stringify } from 'yaml';
import { climbPath } from '../../src/climbing/climb-path.ts';
import { openProject } from '../../src/steps/hop/open-project.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import { markStaging } from '../../src/steps/mark-disposable/mark-disposable.ts';
import { logStage } from '../../src/steps/stage/log-stage.ts';
import { silentLog } from '../../src/world/log.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { missingMongodb, startMongodb } from '../support/mongodb.ts';
import { startReplicaSet } from '../support/mongodb-replica-set.ts';

/*
 * The example on replica sets that answer as MongoDB documents it: 5 → 6 → 7 → 8, each with binaries, the way back, and the
 * form of the data. What is dumped and restored is on a real server beside each.
 */

const terminal = { kind: 'terminal', id: 'test', attempt: 1, actor: 'engineer' } as const;

test('MongoDB climbs from 5 to 8, one major per hop, and its data follows when all members are ready', {
  skip: missingMongodb() ?? false,
}, async (t) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-mongodb-major-')));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const sides = ['production', 'staging'] as const;
  const variables: Record<string, string> = {
    PATH: process.env.PATH ?? '',
    PRODUCTION_URL: 'http://127.0.0.1:9',
    STAGING_URL: 'http://127.0.0.1:10',
  };
  const sets = await Promise.all(
    sides.map(async (side) => {
      const set = await startReplicaSet(join(folder, `${side}.json`), '5.0.31', 1);
      t.after(() => set[Symbol.asyncDispose]());
      variables[`${side.toUpperCase()}_MONGODB_URL`] = set.url;
      return set;
    }),
  );
  const stored = { production: await startMongodb(), staging: await startMongodb() };
  t.after(() => Promise.all([stored.production.stop(), stored.staging.stop()]));
  await stored.production.client.db('deviceauth').collection('devices').insertOne({ mac: 'a' });
  // Replaces the binaries of all members, and the form of the data stays.
  const program = `import { readFileSync, renameSync, writeFileSync } from 'node:fs';
    const [file, version] = [process.argv[2] + '.json', process.argv[3]];
    const state = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file + '.of-deploy', JSON.stringify({ ...state, versions: state.versions.map(() => version) }));
    renameSync(file + '.of-deploy', file);`;
  await writeFile(join(folder, 'deploy.mjs'), program);
  const run = [process.execPath, 'deploy.mjs', '{environment}', '{version}'];
  const configuration = parse(
    await readFile(join(import.meta.dirname, '../../examples/mongodb-major/.github/staged-upgrade.yml'), 'utf8'),
  );
  for (const side of sides) {
    const environment = configuration.environments[side];
    const { url, tools } = stored[side];
    const name = `${side.toUpperCase()}_DATA_URL`;
    variables[name] = url;
    Object.assign(environment.data.mongodb, { url: `\${${name}}`, tools, databases: ['deviceauth'] });
    environment.deploy = { command: { run } };
  }
  configuration.product.releases = { list: ['5.0.31', '6.0.20', '6.1.0', '7.0.16', '8.0.4'] };
  configuration.product.migrations.settle = '1s';
  Object.assign(configuration, {
    windows: { waive: 'A test.' },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
    gates: { production: 'none', finalize: 'none' },
  });
  await mkdir(join(folder, '.github'));
  await writeFile(join(folder, '.github/staged-upgrade.yml'), stringify(configuration));
  const open = () =>
    openProject(undefined, databaseEffects(variables, { environment: variables, directory: folder }), terminal);
  const marked = await markStaging(await open(), {}, async (question) => /empty "([^"]*)"/.exec(question)?.[1] ?? '');
  assert.equal(marked.outcome, 'passed', marked.headline);

  const project = await open();
  const climbed = await endOfRun(project, () =>
    climbPath(
      project,
      { target: 'newest', acknowledge: [], facts: [] },
      {
        showPlan: () => undefined,
        approve: async () => ({ kind: 'approved', by: 'engineer' }),
        runJob: (title, steps) => logStage(silentLog).runJob(title, steps),
      },
    ),
  );
  assert.equal(climbed.outcome, 'passed', `${climbed.headline} ${climbed.message?.happened}`);
  assert.equal(await stored.staging.client.db('deviceauth').collection('devices').countDocuments(), 1);
  const expected = [{ target: '6.0' }, { target: '7.0', confirm: true }, { target: '8.0', confirm: true }];
  for (const set of sets) {
    const { versions, compatibility, asked } = await set.state();
    assert.deepEqual([...new Set(versions)], ['8.0.4']);
    assert.equal(compatibility, '8.0');
    assert.deepEqual(asked, expected, 'once for each major, and not before its binaries are there');
  }
  const events = (await project.journal.read()).map(({ event }) => event);
  const completed = events.flatMap((event) => (event.type === 'completed' ? [event.hop.id] : []));
  assert.deepEqual(completed, ['5.0.31--6.0.20', '6.0.20--7.0.16', '7.0.16--8.0.4']);
});
