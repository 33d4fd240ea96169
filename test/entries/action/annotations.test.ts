import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigurationError } from '../../../src/config/mistake.ts';
import type { CommandResult } from '../../../src/core/interface/result.ts';
import { exitCodes, type Outcome, outcomes } from '../../../src/core/model/outcome.ts';
import { annotationOf } from '../../../src/entries/action/annotations.ts';
import { endingOfError } from '../../../src/entries/exit.ts';

function ended(outcome: Outcome, happened = 'It happened.') {
  const result: CommandResult = {
    outcome,
    headline: happened,
    message: { happened, means: '', next: 'Do that.' },
    outputs: {},
    summary: '',
    text: '',
  };
  return { kind: 'result', result, exitCode: exitCodes[outcome] } as const;
}

test('a failure is an error, a wait a notice, and a success has no annotation', () => {
  const levels = outcomes.map((outcome) => [outcome, annotationOf(ended(outcome), 'deploy')?.level]);
  assert.deepEqual(Object.fromEntries(levels), {
    passed: undefined,
    skipped: undefined,
    waiting: 'notice',
    failed: 'error',
    unknown: 'error',
    refused: 'error',
  });
});

test('a report that repeats a failure adds no second error', () => {
  assert.equal(annotationOf(ended('failed'), 'report')?.level, 'notice');
});

test('a mistake in the configuration is shown at its line', () => {
  const mistake = { path: ['product'], at: 'value', problem: 'No.', fix: 'yes.', line: 7, column: 3 } as const;
  const annotation = annotationOf(
    endingOfError(new ConfigurationError('.github/staged-upgrade.yml', [mistake]), undefined),
    'plan',
  );
  assert.deepEqual([annotation?.file, annotation?.line, annotation?.column], ['.github/staged-upgrade.yml', 7, 3]);
});
