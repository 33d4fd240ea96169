import assert from 'node:assert/strict';
import { it } from 'node:test';
import { oneLine } from '../../../src/core/messages/message.ts';

it('omits what a message does not say, without a double space', () => {
  assert.equal(oneLine({ happened: 'It stopped.', means: '', next: 'Run it again.' }), 'It stopped. Run it again.');
});
