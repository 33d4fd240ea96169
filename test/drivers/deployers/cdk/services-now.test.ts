import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { servicesNow } from '../../../../src/drivers/deployers/cdk/services.ts';
import type { Stack } from '../../../../src/drivers/deployers/cdk/stack.ts';
import type { AwsAccess } from '../../../../src/world/aws/access.ts';
import { systemClock } from '../../../../src/world/clock.ts';

const region = 'us-west-2';
const access: AwsAccess = {
  region,
  clientSettings: { region, maxAttempts: 1, requestHandler: {} },
  clock: systemClock,
  signal: new AbortController().signal,
};
const stack: Stack = {
  name: 'records',
  region,
  title: `the stack "records" in ${region}`,
  status: async () => ({ id: '1', status: 'UPDATE_COMPLETE', reason: '', changed: undefined }),
  template: async () => ({ Resources: {} }),
  resources: async () => [],
  failures: async () => [],
};
const refused = async (): Promise<never> => {
  throw new SystemFailure({ happened: 'The stack could not be read: access was denied.', means: '', next: '' });
};

test('a failed deploy reports that what runs now could not be read, and nothing if there is nothing to run', async () => {
  assert.equal(await servicesNow(stack, access), '');
  assert.equal(await servicesNow({ ...stack, status: async () => undefined, resources: refused }, access), '');
  const said = 'What runs now could not be read (The stack could not be read: access was denied).';
  assert.equal(await servicesNow({ ...stack, resources: refused }, access), said);
  assert.equal(await servicesNow({ ...stack, status: refused }, access), said);
});
