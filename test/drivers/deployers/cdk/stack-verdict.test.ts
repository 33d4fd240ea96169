import assert from 'node:assert/strict';
import { test } from 'node:test';
import { afterUpdate, stackVerdict, whenStuck } from '../../../../src/drivers/deployers/cdk/stack-verdict.ts';

/* Every status of a stack: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */

test('a stack accepts an update, is being changed by somebody, or says why a person comes first', () => {
  const by = {
    updatable: ['CREATE', 'UPDATE', 'UPDATE_ROLLBACK', 'IMPORT', 'IMPORT_ROLLBACK'].map((name) => `${name}_COMPLETE`),
    busy: [
      ...['CREATE', 'UPDATE', 'UPDATE_ROLLBACK', 'ROLLBACK', 'DELETE', 'IMPORT', 'IMPORT_ROLLBACK'],
      ...['UPDATE_COMPLETE_CLEANUP', 'UPDATE_ROLLBACK_COMPLETE_CLEANUP'],
    ].map((name) => `${name}_IN_PROGRESS`),
    'rollback-failed': ['UPDATE_ROLLBACK_FAILED', 'IMPORT_ROLLBACK_FAILED'],
    'update-failed': ['UPDATE_FAILED'],
    'never-whole': [
      ...['CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'REVIEW_IN_PROGRESS'],
      ...['DELETE_FAILED', 'DELETE_COMPLETE'],
    ],
  };
  const found = Object.values(by)
    .flat()
    .map((status) => `${stackVerdict(status)} ${status}`);
  assert.deepEqual(
    found,
    Object.entries(by).flatMap(([verdict, statuses]) => statuses.map((status) => `${verdict} ${status}`)),
  );
});

const stack = { name: 'records', region: 'eu-central-1', failures: ['Writer is UPDATE_FAILED: no capacity'] };
const place = '--stack-name records --region eu-central-1';

test('an update that was left half done, and a stack that was never complete: the cause, and what a person runs', () => {
  const half = whenStuck('update-failed', stack);
  assert.match(
    half.means,
    /half done.*some resources are new and some are old\. Writer is UPDATE_FAILED: no capacity\.$/,
  );
  assert.ok(half.next.startsWith(`Roll it back: aws cloudformation rollback-stack ${place}.`), half.next);
  const never = whenStuck('never-whole', { ...stack, failures: [] });
  assert.equal(never.means, 'It is not whole, or is being removed, so there is nothing that could be updated.');
  assert.ok(never.next.includes(`aws cloudformation describe-stack-events ${place}`), never.next);
});

test('after an update, the stack and not the program reports what is deployed', () => {
  const after = (status: string, hasAll: boolean) => afterUpdate({ version: '1.1.4', status, hasAll, stack });
  assert.match(after('UPDATE_FAILED', false).means, /^1\.1\.4 is in place in part at most\./);
  assert.deepEqual(
    [after('UPDATE_ROLLBACK_COMPLETE', false).isBack, after('UPDATE_COMPLETE', true).isBack],
    [true, false],
  );
  assert.match(after('UPDATE_COMPLETE', true).means, /has what the application says for 1\.1\.4, but the program/);
  assert.match(
    after('UPDATE_IN_PROGRESS', true).means,
    /^Whether 1\.1\.4 is in place in all resources is not known\.$/,
  );
});
