import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ProcessResult } from '../../../src/world/processes/process.ts';
import { checkout } from './checkout.ts';
import { npmRegistry } from './npm-registry.ts';

const [commit, other] = ['c0ffee'.padEnd(40, '0'), 'decade'.padEnd(40, '0')];

test('a package is published once, and never under false claims', async (t) => {
  await using registry = await npmRegistry();
  const released = await checkout(t);
  const userconfig = join(released.folder, 'npmrc');
  await writeFile(userconfig, `registry=${registry.url}/\n//${registry.host}/:_authToken=a-token\nfetch-retries=0\n`);
  const npm = { NPM_CONFIG_USERCONFIG: userconfig, NPM_CONFIG_CACHE: join(released.folder, 'cache') };

  const packed = async (version: string, stamp: string | undefined): Promise<string> => {
    const folder = await mkdtemp(join(released.folder, 'package-'));
    const assets = join(folder, 'package/dist/assets/init');
    await mkdir(assets, { recursive: true });
    await writeFile(join(folder, 'package/package.json'), JSON.stringify({ name: 'staged-upgrade', version }));
    if (stamp !== undefined) {
      await writeFile(join(assets, 'own-release.json'), JSON.stringify({ version, commit: stamp }));
    }
    const tarball = join(folder, 'package.tgz');
    await released.run('tar', '-czf', tarball, '-C', folder, 'package');
    return tarball;
  };
  const publish = async (version: string, stamp?: string): Promise<ProcessResult> =>
    released.step('publish.ts', [await packed(version, stamp)], npm);

  const first = await publish('1.2.0', commit);
  assert.equal(first.exitCode, 0, first.stderr);
  assert.match(first.stdout, /^staged-upgrade@1\.2\.0 is published, as "latest"\.$/m);
  assert.deepEqual({ ...registry.tags }, { latest: '1.2.0' });

  const writes = () => registry.requests.filter((request) => request.startsWith('PUT')).length;
  const again = await publish('1.2.0', commit);
  assert.equal(again.exitCode, 0, again.stderr);
  assert.match(again.stdout, /^staged-upgrade@1\.2\.0 is published already, from this commit\.$/m);

  const moved = await publish('1.2.0', other);
  assert.equal(moved.exitCode, 1);
  assert.match(moved.stderr, new RegExp(`published already, from the commit ${commit}; this is ${other}\\.`));

  const unnamed = await publish('1.3.0');
  assert.equal(unnamed.exitCode, 1);
  assert.match(unnamed.stderr, /does not say which commit it is the release of/);

  registry.fail(503);
  const unknown = await publish('1.3.0', commit);
  assert.equal(unknown.exitCode, 1);
  assert.match(unknown.stderr, /It is unknown whether this version is published already\. Nothing was published\./);
  registry.fail(undefined);
  assert.equal(writes(), 1, 'nothing was published in between');

  assert.equal((await publish('1.10.0', other)).exitCode, 0);
  const fix = await publish('1.2.1', other);
  assert.equal(fix.exitCode, 0, fix.stderr);
  assert.deepEqual({ ...registry.tags }, { latest: '1.10.0', 'release-1.2': '1.2.1' });
  assert.deepEqual(Object.keys(registry.versions), ['1.2.0', '1.10.0', '1.2.1']);
});
