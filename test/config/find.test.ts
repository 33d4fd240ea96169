import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { findConfiguration } from '../../src/config/find.ts';
import { UserError } from '../../src/core/messages/errors.ts';

describe('the configuration file', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'find-configuration-'));
    await mkdir(join(folder, '.github'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (file: string, content: string | Uint8Array) => writeFile(join(folder, file), content);
  const mistake = async (named?: string): Promise<string> => {
    const error: unknown = await findConfiguration(folder, named).then(
      () => 'it was found',
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UserError, String(error));
    return error.message;
  };

  it('is found under either ending', async () => {
    await write('.github/staged-upgrade.yaml', 'system: a');
    assert.deepEqual(await findConfiguration(folder), {
      file: '.github/staged-upgrade.yaml',
      text: 'system: a',
      root: folder,
    });
  });

  it('is never read without end', async () => {
    assert.match(await mistake('/dev/zero'), /^The configuration "\/dev\/zero" is not a file\./);
    await write('large.yml', '');
    await truncate(join(folder, 'large.yml'), 17 * 1024 * 1024);
    assert.match(await mistake('large.yml'), /is larger than 16 MiB/);
  });

  it('is that of the repository from any folder in it, and its paths start at the root', async () => {
    await write('.github/staged-upgrade.yml', 'system: a');
    await mkdir(join(folder, 'deploy/scripts'), { recursive: true });
    assert.equal((await findConfiguration(join(folder, 'deploy/scripts'))).root, folder);
    assert.equal((await findConfiguration(join(folder, 'deploy'), '../.github/staged-upgrade.yml')).root, folder);
  });

  it('under another name has the root of its clone, or else its own folder', async () => {
    await mkdir(join(folder, 'deploy'));
    await write('deploy/other.yml', 'system: a');
    assert.equal((await findConfiguration(folder, 'deploy/other.yml')).root, join(folder, 'deploy'));
    await mkdir(join(folder, '.git'));
    assert.equal((await findConfiguration(folder, 'deploy/other.yml')).root, folder);
  });

  it('is never a guess between two', async () => {
    await write('.github/staged-upgrade.yml', 'system: a');
    await write('.github/staged-upgrade.yaml', 'system: b');
    assert.match(await mistake(), /Both .*\.yml and .*\.yaml exist.*--config/);
    assert.equal((await findConfiguration(folder, '.github/staged-upgrade.yaml')).text, 'system: b');
  });

  it('that is missing is reported with the way to get one', async () => {
    assert.match(await mistake(), /neither \.github\/staged-upgrade\.yml nor .*staged-upgrade init/);
    assert.match(await mistake('upgrades.yml'), /"upgrades.yml" does not exist.*staged-upgrade init/);
  });

  it('that is a folder, or not UTF-8 text, is reported as such', async () => {
    assert.match(await mistake('.github'), /cannot be read.*Name a file/);
    await write('latin.yml', Uint8Array.from([0x73, 0xfc, 0x0a]));
    assert.match(await mistake('latin.yml'), /"latin.yml" is not UTF-8/);
  });
});
