import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { type ActRun, createActRepository } from '../support/act.ts';
import { editsOfInit } from '../support/act-render.ts';
import { startGitHub } from '../support/github-api/server.ts';
import type { World } from '../support/github-api/world.ts';
import { freePort } from '../support/ports.ts';
import { need } from '../support/tools.ts';
import { action, actionsIn, exportSources } from './action-for-act.ts';
import { type SampleServer, sampleServer } from './sample-server.ts';

const act = need('act');
const root = resolve(import.meta.dirname, '../..');
const systems = ['north', 'south'] as const;
const token = 'ghs_1111111111111111111111111111111111111';

/** Each system has environments of its own, which are what its gates are. */
function world(): World {
  const gated = systems.flatMap((system) => [`${system}-production`, `${system}-production-finalize`]);
  const approval = { state: 'approved' as const, user: 'release-engineer', comment: '', environments: gated };
  return {
    repositories: [
      {
        name: 'acme/records',
        id: 1,
        environments: gated.map((name) => ({ name, reviewers: ['release-engineer'] })),
        runs: Array.from({ length: 9 }, (_, index) => ({ id: 7001 + index, approvals: [approval] })),
      },
    ],
    tokens: {
      [token]: {
        kind: 'installation',
        repositories: ['acme/records'],
        permissions: { actions: 'read', contents: 'write' },
      },
    },
  };
}

function configuration(sites: Readonly<Record<string, { production: SampleServer; staging: SampleServer }>>): string {
  const lines = Object.entries(sites).map(([system, { production, staging }]) => {
    const variables = {
      PRODUCTION_STATE: production.folder,
      PRODUCTION_PORT: String(production.port),
      STAGING_STATE: staging.folder,
      STAGING_PORT: String(staging.port),
    };
    return `  ${system}: ${JSON.stringify({ ring: system === 'north' ? 'pilot' : 'all', variables })}`;
  });
  const environment = (side: string): string => `
    url: "http://127.0.0.1:\${${side}_PORT}"
    access: { admin-token: "\${ADMIN_TOKEN}" }
    data: { sqlite: { file: "\${${side}_STATE}/records.sqlite" } }
    deploy:
      command:
        run: [node, deploy.mjs, start, "{version}"]
        stop: [node, deploy.mjs, stop]
        env: { SAMPLE_STATE: "\${${side}_STATE}", SAMPLE_PORT: "\${${side}_PORT}", SAMPLE_TOKEN: "\${ADMIN_TOKEN}" }`;
  return `rings: [{ name: pilot }, { name: all }]
systems:
${lines.join('\n')}
product: sample
environments:
  production:${environment('PRODUCTION')}
  staging:
    disposable: true${environment('STAGING')}
    hooks: { scrub: { waive: "The records of the sample are invented." } }
backup: { store: { folder: { path: "\${BACKUPS}" } } }
`;
}

/** How a run's steps of one name ended, wherever they are: `Plan: passed`. */
function resultsOf(run: ActRun, id: string): string[] {
  return run.jobs.flatMap(({ steps }) =>
    steps.filter((step) => step.id === id && step.stage === 'Main').map(({ outputs }) => String(outputs.headline)),
  );
}

test('two systems in two rings: the second gets what the first has held, by a scheduled run', {
  skip: act.skip,
}, async (t) => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'staged-upgrade-fleet-')));
  // The last first: servers are stopped by what is in the folder.
  const ends: (() => PromiseLike<unknown>)[] = [() => rm(folder, { recursive: true, force: true, maxRetries: 3 })];
  t.after(async () => {
    for (const end of ends.toReversed()) await end();
  });
  const exported = join(folder, 'action');
  await mkdir(exported);
  await exportSources(exported);
  const contents = join(folder, 'contents');
  await cp(join(root, 'examples/sample'), contents, { recursive: true, filter: (path) => !path.endsWith('.github') });
  const server = async (system: string, side: string): Promise<SampleServer> => {
    const state = join(folder, `${system}-${side}`);
    await mkdir(state);
    const made = sampleServer({
      program: contents,
      folder: state,
      port: await freePort(),
      token: 'a-token-of-the-test',
    });
    ends.push(() => made.stop());
    return made;
  };
  const sites: Record<string, { production: SampleServer; staging: SampleServer }> = {};
  for (const system of systems) {
    const production = await server(system, 'production');
    await production.climb('1.0.2');
    await production.seed(10);
    sites[system] = { production, staging: await server(system, 'staging') };
  }
  await mkdir(join(contents, '.github'));
  await writeFile(join(contents, '.github/staged-upgrade.yml'), configuration(sites));
  const init = await systemProcesses.run({
    argv: [process.execPath, join(root, 'src/cli.ts'), 'init', '--action', action, '--schedule', '17 * * * *'],
    directory: contents,
    environment: { PATH: process.env.PATH ?? '' },
  });
  assert.equal(init.exitCode, 0, init.stderr);
  const github = await startGitHub(world());
  ends.push(() => github[Symbol.asyncDispose]());
  const repository = await createActRepository({
    act: need('act').path,
    contents,
    edits: editsOfInit,
    actions: actionsIn(exported),
  });
  ends.push(() => repository.remove());
  const artifacts = join(folder, 'artifacts');
  const run = async (what: Pick<Parameters<typeof repository.run>[0], 'workflow' | 'event' | 'job' | 'inputs'>) => {
    const ran = await repository.run({
      ...what,
      variables: { BACKUPS: join(folder, 'backups') },
      secrets: { ADMIN_TOKEN: 'a-token-of-the-test', GITHUB_TOKEN: token },
      environment: { SAMPLE_MIGRATION_PAUSE: '1', GITHUB_API_URL: github.url, ARTIFACTS: artifacts },
    });
    assert.equal(ran.exitCode, 0, `${ran.shown}\n${ran.stderr}`);
    return ran;
  };
  const production = async (system: string): Promise<string | undefined> =>
    (await sites[system]?.production.seen())?.version;
  for (const [system, { staging }] of Object.entries(sites)) {
    const confirm = join(staging.folder, 'records.sqlite');
    await run({ workflow: 'upgrade.yml', job: 'mark', inputs: { operation: 'mark-disposable', system, confirm } });
  }

  const first = await run({ workflow: 'fleet.yml', inputs: { target: '1.1', operation: 'climb' } });
  assert.deepEqual(resultsOf(first, 'fleet'), ['1 system goes now.']);
  assert.deepEqual(resultsOf(first, 'plan'), ['1.0.2 → 1.1.4 in 1 hop.']);
  assert.deepEqual([await production('north'), await production('south')], ['1.1.4', '1.0.2']);
  const page = await readFile(join(artifacts, 'staged-upgrade-fleet.html'), 'utf8');
  assert.match(
    page,
    /Ring pilot: 1 system[\s\S]*north[\s\S]*✔ there[\s\S]*Ring all: 1 system[\s\S]*south[\s\S]*its ring starts now/,
  );

  const second = await run({ workflow: 'fleet.yml', event: 'schedule' });
  assert.deepEqual(resultsOf(second, 'fleet'), ['1 of 2 systems run 1.1.4; 1 system goes now.']);
  assert.deepEqual([await production('north'), await production('south')], ['1.1.4', '1.1.4']);
  const after = second.jobs.flatMap(({ steps }) => steps).findLast(({ outputs }) => outputs.complete !== undefined);
  assert.deepEqual([after?.outputs.headline, after?.outputs.complete], ['All 2 systems run 1.1.4.', 'true']);
});
