import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { systemProcesses } from '../../src/world/processes/process.ts';
import { githubReleases } from '../scripts/release/github-releases.ts';
import { npmRegistry } from '../scripts/release/npm-registry.ts';
import { createActRepository } from '../support/act.ts';
import { need } from '../support/tools.ts';

const root = resolve(import.meta.dirname, '../..');
const workflow = '.github/workflows/release.yml';
const act = need('act');
const tag = `v${manifest.version}`;

/** An action of one command, instead of one of GitHub's that only works there. */
const inPlaceOf = (command: string): string =>
  `name: In place\ndescription: Of GitHub's\ninputs: { path: { default: "" } }\nruns: { using: composite, steps: [{ shell: bash, env: { AT: "\${{ inputs.path }}" }, run: '${command}' }] }\n`;

/** The checks themselves are left out; they leave the modules that were installed. */
const checks = `#!/bin/sh\nln -s "${join(root, 'node_modules')}" node_modules\n`;

test('a tag is packed, published and announced by release.yml, job after job', { skip: act.skip }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-release-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  const contents = join(folder, 'contents');
  const copied = ['src', 'scripts', ...manifest.files, 'package.json', 'README.md', 'LICENSE', '.gitignore', workflow];
  for (const each of copied.filter((name) => name !== 'dist')) {
    await cp(join(root, each), join(contents, each), { recursive: true });
  }
  const run = async (directory: string, ...argv: [string, ...string[]]): Promise<string> => {
    const ended = await systemProcesses.run({ argv, directory, environment: { PATH: process.env.PATH ?? '' } });
    assert.equal(ended.exitCode, 0, ended.stderr);
    return ended.stdout.trim();
  };
  await run(root, process.execPath, 'scripts/build.ts', '--into', join(contents, 'dist'));
  await mkdir(join(contents, '.ci'));
  await writeFile(join(contents, '.ci/run'), checks, { mode: 0o755 });
  await writeFile(join(contents, 'CHANGELOG.md'), `## [${manifest.version}] - 2026-01-31\n\n- What it brings.\n`);
  const text = await readFile(join(contents, workflow), 'utf8');
  // npm signs only what GitHub's identity vouches for.
  const unsigned = text.replace('NPM_CONFIG_PROVENANCE: "true"', 'NPM_CONFIG_PROVENANCE: "false"');
  assert.notEqual(unsigned, text);
  await writeFile(join(contents, workflow), unsigned);

  const kept = join(folder, 'artifacts');
  await mkdir(kept);
  const actions: Record<string, string> = {};
  for (const [name, command] of [
    ['setup-node', 'true'],
    ['upload-artifact', `cp $AT ${kept}`],
    ['download-artifact', `mkdir -p $AT && cp ${kept}/* $AT`],
  ] as const) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'action.yml'), inPlaceOf(command));
    const uses = new RegExp(`actions/${name}@\\w+`).exec(text)?.[0] ?? assert.fail(name);
    actions[uses] = join(folder, name);
  }
  await using registry = await npmRegistry();
  await using github = await githubReleases('acme/records');
  const npmrc = join(folder, 'npmrc');
  await writeFile(npmrc, `registry=${registry.url}/\n//${registry.host}/:_authToken=a-token\n`);

  const repository = await createActRepository({ act: act.path, contents, edits: [], actions });
  t.after(() => repository.remove());
  await run(repository.folder, 'git', 'tag', tag);
  const commit = await run(repository.folder, 'git', 'rev-parse', 'HEAD');
  const ended = await repository.run({
    workflow: 'release.yml',
    event: 'push',
    payload: { ref: `refs/tags/${tag}`, repository: { default_branch: 'main' } },
    secrets: { GITHUB_TOKEN: 'a-token' },
    environment: { GITHUB_API_URL: github.url, NPM_CONFIG_USERCONFIG: npmrc },
  });
  assert.equal(ended.exitCode, 0, `${ended.shown}\n${ended.stderr}`);
  assert.equal(ended.jobs.length, 3, 'act skips a job whose runner it does not know');
  assert.deepEqual({ ...registry.tags }, { latest: manifest.version });
  assert.deepEqual(
    github.releases.map(({ tag_name, body }) => [tag_name, body]),
    [[tag, '- What it brings.\n']],
  );
  assert.deepEqual([...github.tags], [[tag.replace(/\..*/, ''), commit]]);
  assert.deepEqual(github.faults, []);
});
