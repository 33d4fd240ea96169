import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { PublishedTags } from '../../../../src/core/model/release.ts';
import { releaseSource } from '../../../../src/drivers/releases.ts';
import { type Aws, aws, newAws } from '../../../support/aws/aws.ts';
import { contextFor } from '../effects.ts';

/* The versions of an engine as the real client reads them, from an AWS that answers as it does. */

const skip = aws.skip;
let cloud: Aws;
before(async () => {
  if (skip === false) cloud = await newAws();
});

async function read(engine: string, environment: Readonly<Record<string, string>> = {}): Promise<PublishedTags> {
  const context = contextFor({ environment: { ...cloud.variables, ...environment } });
  return await releaseSource.parse({ 'rds-engine': { engine } }).open(context).read();
}

test('each version has its upgrade targets, and which of them are majors', { skip }, async () => {
  const { source, tags } = await read('aurora-postgresql');
  assert.equal(source, 'the versions of aurora-postgresql in us-west-2');
  const from = (tag: string) => tags.find((each) => each.tag === tag)?.upgrades;
  assert.deepEqual(from('16.6'), { minor: ['16.8'], major: ['17.4'] });
  assert.deepEqual(from('17.4'), { minor: [], major: [] });
  const deprecated = tags.filter(({ withdrawn }) => withdrawn !== undefined);
  assert.deepEqual(
    deprecated.map(({ tag }) => tag),
    ['14.6'],
    'it is known all the same: a cluster may still run it',
  );
});

test('an unknown engine, and a refused call, say what to do', { skip }, async () => {
  await assert.rejects(() => read('aurora-postgress'), /aurora-postgress.*us-west-2/s);
  await cloud.fault({ kind: 'answer', action: 'DescribeDBEngineVersions', code: 'AccessDenied', status: 403 });
  await assert.rejects(() => read('postgres'), /AccessDenied/);
  await cloud.fault({ kind: 'answer', action: 'DescribeDBEngineVersions', code: 'Throttling', status: 400, times: 2 });
  assert.ok((await read('postgres')).tags.length > 0, 'a throttled call is made again');
  await assert.rejects(() => read('postgres', { AWS_REGION: '', AWS_DEFAULT_REGION: '' }), /names no region/);
});
