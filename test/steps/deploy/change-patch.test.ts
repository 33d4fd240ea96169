import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { patchOf } from '../../../src/steps/deploy/change-patch.ts';
import { penWithoutSecrets } from '../../support/pen.ts';

/* What a person does with the patch among the kept files: `git apply`, in a checkout of their own. */

const run = promisify(execFile);
const json = '{\n  "name": "récords",\n  "rdsInstances": 2,\n  "rdsInstanceType": "t4g.medium"\n}\n';
const larger = (text: string): string =>
  text.replace('"t4g.medium"', '"t4g.medium",\n  "rdsReaderInstanceType": "r6g.large"');

async function applied(path: string, before: string, patch: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-patch-'));
  try {
    await run('git', ['init', '--quiet', folder]);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), before);
    await writeFile(join(folder, 'kept.md'), patch);
    await run('git', ['apply', 'kept.md'], { cwd: folder });
    return await readFile(join(folder, path), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('a patch turns the file into what was deployed, whatever its line ends and its name', async () => {
  const windows = (text: string): string => text.replaceAll('\n', '\r\n');
  const files: readonly (readonly [path: string, before: string, after: string])[] = [
    ['infrastructure/medplum.config.json', json, larger(json)],
    ['medplum.config.json', windows(json), windows(larger(json))],
    ['of the team/config.json', json.trimEnd(), larger(json).trimEnd()],
    ['values.yml', 'rds:\n\tinstances: 1', 'rds:\n\tinstances: 2\n'],
  ];
  for (const [path, before, after] of files) {
    const patch = patchOf({ path, before, after }, penWithoutSecrets().pen);
    assert.equal(await applied(path, before, patch ?? assert.fail(path)), after, path);
  }
});

test('no patch is kept that contains a secret, or that would not apply without it', () => {
  const { pen, mask } = penWithoutSecrets();
  mask('hunter2-of-the-database');
  const before = json.replace('récords', 'hunter2-of-the-database');
  assert.equal(patchOf({ path: 'config.json', before, after: larger(before) }, pen), undefined);
});
