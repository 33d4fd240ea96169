import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CommandResult } from '../../../src/core/interface/result.ts';
import type { Outcome } from '../../../src/core/model/outcome.ts';
import { exitCodes } from '../../../src/core/model/outcome.ts';
import { showEnding } from '../../../src/entries/terminal/show-ending.ts';
import { LeftQuestion } from '../../../src/world/terminal/asked.ts';

function shown(result: Partial<CommandResult> & { readonly outcome: Outcome }): string {
  const texts: string[] = [];
  const write = (text: string): void => {
    texts.push(text);
  };
  showEnding(
    {
      kind: 'result',
      result: { headline: '', outputs: {}, summary: '', text: '', ...result },
      exitCode: exitCodes[result.outcome],
    },
    {
      out: write,
      err: write,
      outEnd: (_end, text) => write(text),
      errEnd: (_end, text) => write(text),
      file: { line: () => undefined, output: () => undefined, lastWords: () => 'The whole log: /logs/1.log\n' },
    },
    undefined,
  );
  return texts.join('');
}

const message = { happened: 'The deploy failed.', means: 'Production was not touched.', next: 'Start it again.' };

test('the end of a path, a stop, a wait, a refusal and a failure each look different without any colour', () => {
  const ends = [
    shown({ outcome: 'passed', headline: 'Upgraded.', reached: 'end' }),
    shown({ outcome: 'passed', headline: 'Production is on 1.1.4.', reached: 'stop' }),
    shown({ outcome: 'waiting', message }),
    shown({ outcome: 'refused', message }),
    shown({ outcome: 'unknown', message }),
    shown({ outcome: 'failed', message }),
  ];
  assert.deepEqual(ends, [
    '\n✔ done: Upgraded.\n',
    '\n■ stopped as asked: Production is on 1.1.4.\n',
    '… waiting: The deploy failed.\n  Production was not touched.\n  Start it again.\n',
    '⊘ refused: The deploy failed.\n  Production was not touched.\n  Start it again.\n',
    '? unknown: The deploy failed.\n  Production was not touched.\n  Start it again.\nThe whole log: /logs/1.log\n',
    '✖ failed: The deploy failed.\n  Production was not touched.\n  Start it again.\nThe whole log: /logs/1.log\n',
  ]);
  assert.equal(new Set(ends.map((end) => end.trim().slice(0, 1))).size, ends.length);
});

test('after a question was left, earlier successful output is not shown', () => {
  const texts: string[] = [];
  const write = (text: string): void => {
    texts.push(text);
  };
  const file = { line: () => undefined, output: () => undefined, lastWords: () => 'The last lines' };
  const parts = { out: write, err: write, outEnd: write, errEnd: write, file };
  const stopped = { kind: 'stopped', message, exitCode: 130 } as const;
  showEnding({ ...stopped, error: new LeftQuestion('left') }, parts, undefined);
  assert.doesNotMatch(texts.join(''), /The last lines/);
  showEnding({ ...stopped, error: new Error('stopped') }, parts, undefined);
  assert.match(texts.join(''), /The last lines/);
});

test('a command of one step only prints its headline', () => {
  assert.equal(shown({ outcome: 'passed', headline: 'Production is marked.' }), 'Production is marked.\n');
});
