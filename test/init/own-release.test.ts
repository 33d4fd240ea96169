import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import manifest from '../../package.json' with { type: 'json' };
import { ownRelease } from '../../src/init/own-release.ts';
import type { Pin } from '../../src/init/render/pins.ts';
import { runInit } from '../../src/init/run-init.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { products } from './products.ts';
import { emptyRepository, flags, hop, type Repository, upgrade } from './repository.ts';

const root = resolve(import.meta.dirname, '../..');
const commit = 'c0ffee'.padEnd(40, '0');
const release: Pin = { repository: 'staged-upgrade/staged-upgrade', ref: commit, version: 'v1.4.0' };

test('the workflows use the commit of the release that wrote them, and the package differs from its commit in nothing else', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-release-'));
  t.after(() => rm(folder, { recursive: true }));
  const node = async (directory: string, ...args: readonly string[]): Promise<string> => {
    const environment = { PATH: process.env.PATH ?? '', HOME: folder };
    const ended = await systemProcesses.run({ argv: [process.execPath, ...args], directory, environment });
    assert.equal(ended.exitCode, 0, ended.stderr);
    return ended.stdout;
  };
  const dist = join(folder, 'dist');
  await node(root, 'scripts/build.ts', '--into', dist);
  const built = (await readdir(dist, { recursive: true })).toSorted();
  await node(root, 'scripts/release/stamp.ts', dist, commit);
  const stamped = await readdir(dist, { recursive: true });
  assert.deepEqual(
    stamped.filter((path) => !built.includes(path) && path.endsWith('.json')),
    ['assets/init/own-release.json'],
  );

  const repository = await emptyRepository(t);
  const said = await node(repository.directory, join(dist, 'cli.js'), 'init', '--product', 'sample');
  assert.doesNotMatch(said, /not a release/);
  const pinned = `uses: staged-upgrade/staged-upgrade@${commit} # v${manifest.version}\n`;
  for (const file of [hop, upgrade]) assert.ok((await repository.read(file)).includes(pinned), file);
  await node(repository.directory, join(dist, 'cli.js'), 'init', '--check');
});

test('a release is stamped with a whole commit only', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-release-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [given, said] of [
    ['v1.4.0', /"v1\.4\.0" at version ".*" is not the commit of a release/],
    [commit, /has no cli\.js/],
  ] as const) {
    const argv = [process.execPath, join(root, 'scripts/release/stamp.ts'), folder, given] as const;
    const ended = await systemProcesses.run({ argv, environment: { PATH: process.env.PATH ?? '' } });
    assert.equal(ended.exitCode, 1);
    assert.match(ended.stderr, said);
    assert.deepEqual(await readdir(folder), []);
  }
});

test('a build that is not a release says how to find a commit to use', async (t) => {
  assert.equal(ownRelease(), undefined, 'a checkout does not know which commit it will be');
  const { text } = await (await emptyRepository(t)).init(flags);
  assert.match(
    text,
    /^This build is not a release, so the workflows do not name a commit of the action yet, and cannot run\./m,
  );
  assert.match(text, /^ {2}git ls-remote https:\/\/github\.com\/staged-upgrade\/staged-upgrade 'v\*\.\*\.\*'$/m);
  assert.match(text, /^ {2}staged-upgrade init --update --action "staged-upgrade\/staged-upgrade@COMMIT # VERSION"$/m);
});

const pinOf = async (repository: Repository): Promise<string | undefined> =>
  /uses: (\S*staged-upgrade@.*)/.exec(await repository.read(hop))?.[1];

test('an update brings the action along, since the workflows are written for its inputs', async (t) => {
  const older = `staged-upgrade/staged-upgrade@${'a'.repeat(40)} # v1.3.0`;
  const own = `staged-upgrade/staged-upgrade@${commit} # v1.4.0`;
  for (const [written, updated] of [
    [older, own],
    ['staged-upgrade/staged-upgrade@v1.3.0', 'staged-upgrade/staged-upgrade@v1.4.0'],
    [`acme/staged-upgrade@${'a'.repeat(40)}`, `acme/staged-upgrade@${'a'.repeat(40)}`],
    ['staged-upgrade/staged-upgrade@v1', 'staged-upgrade/staged-upgrade@v1'],
  ] as const) {
    const repository = await emptyRepository(t);
    const { directory } = repository;
    await repository.init({ ...flags, action: written, force: true });
    const checked = await runInit({ check: true }, { directory, products, release });
    assert.equal(checked.outcome, written === updated ? 'passed' : 'failed', written);
    await runInit({ update: true }, { directory, products, release });
    assert.equal(await pinOf(repository), updated);
    assert.equal((await runInit({ check: true }, { directory, products, release })).outcome, 'passed');
    await repository.init({ update: true });
    assert.equal(await pinOf(repository), updated, 'a build that is not a release knows no better commit');
  }
  const repository = await emptyRepository(t);
  await repository.init({ ...flags, action: older });
  const { directory } = repository;
  await runInit({ update: true, action: older }, { directory, products, release });
  assert.equal(await pinOf(repository), older, 'what is asked for counts');
});
