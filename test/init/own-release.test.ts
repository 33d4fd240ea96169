import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
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

async function temporary(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-release-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test('the package installs nothing else, and its workflows use the commit of the release', async (t) => {
  const folder = await temporary(t);
  const run = async (directory: string, ...argv: [string, ...string[]]): Promise<string> => {
    const environment = { PATH: process.env.PATH ?? '', HOME: folder };
    const ended = await systemProcesses.run({ argv, directory, environment });
    assert.equal(ended.exitCode, 0, ended.stderr);
    return ended.stdout;
  };
  const [dist, packed] = [join(folder, 'dist'), join(folder, 'packed')];
  await run(root, process.execPath, 'scripts/build.ts', '--into', dist);
  const built = await filesIn(dist);
  await run(root, process.execPath, 'scripts/release/pack.ts', dist, commit, packed);
  const [tarball = ''] = await readdir(packed);
  const repository = await emptyRepository(t);
  await run(repository.directory, 'npm', 'install', '--offline', '--no-save', join(packed, tarball));

  const installed = join(repository.directory, 'node_modules');
  assert.deepEqual(
    (await readdir(installed)).filter((name) => !name.startsWith('.')),
    ['staged-upgrade'],
  );
  const added = (await filesIn(join(installed, 'staged-upgrade/dist'))).filter((file) => !built.includes(file));
  assert.deepEqual(added, ['assets/init/own-release.json']);

  const program = join(installed, '.bin/staged-upgrade');
  const said = await run(repository.directory, process.execPath, program, 'init', '--product', 'sample');
  assert.doesNotMatch(said, /not a release/);
  const pinned = `uses: staged-upgrade/staged-upgrade@${commit} # v${manifest.version}\n`;
  for (const file of [hop, upgrade]) assert.ok((await repository.read(file)).includes(pinned), file);
  await run(repository.directory, process.execPath, program, 'init', '--check');
});

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

test('a release is packed only with a full commit SHA, and from a built dist/', async (t) => {
  const folder = await temporary(t);
  for (const [given, said] of [
    ['v1.4.0', /"v1\.4\.0" at version ".*" is not the commit of a release/],
    [commit, /has no cli\.js/],
  ] as const) {
    const argv = [
      process.execPath,
      join(root, 'scripts/release/pack.ts'),
      folder,
      given,
      join(folder, 'packed'),
    ] as const;
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

test('an update also updates the action, since the workflows are written for its inputs', async (t) => {
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
