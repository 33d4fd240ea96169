import assert from 'node:assert/strict';
import { it } from 'node:test';
import { SystemFailure, UserError } from '../../../src/core/messages/errors.ts';

const detail = { happened: 'The disk is full.', means: 'Nothing was deployed.', next: 'Free 2 GB.' };

it('an error reads as one sentence after another, and keeps its parts and its cause', () => {
  for (const Kind of [UserError, SystemFailure]) {
    const cause = new Error('ENOSPC');
    const error = new Kind(detail, { cause });
    assert.equal(error.message, 'The disk is full. Nothing was deployed. Free 2 GB.');
    assert.equal(error.detail, detail);
    assert.equal(error.cause, cause);
    assert.equal(error.name, Kind.name);
  }
});

it("the user's mistake is never taken for the system's failure", () => {
  assert.ok(!(new UserError(detail) instanceof SystemFailure));
  assert.ok(!(new SystemFailure(detail) instanceof UserError));
});
