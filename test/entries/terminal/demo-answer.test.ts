import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endedByAnswer } from '../../../src/climbing/demo.ts';
import type { CommandResult } from '../../../src/core/interface/result.ts';

test('a demo that is answered "No" ends in clear words: nothing is reported, and nothing is resumed', () => {
  const declined: CommandResult = {
    outcome: 'waiting',
    headline: '',
    message: {
      happened: 'The promotion of hop 1.0.2--1.1.4 was not approved.',
      means: 'Nothing was changed on production by it.',
      next: 'Run the same command again when it may continue: it resumes here.',
    },
    outputs: {},
    summary: '',
    text: '',
  };
  assert.deepEqual(endedByAnswer(declined).message, {
    happened: 'The demo ends here: The promotion of hop 1.0.2--1.1.4 was not approved.',
    means: 'Nothing was changed on production by it. Its servers are stopped.',
    next: 'Start it again with the same command. It starts over.',
  });
});
