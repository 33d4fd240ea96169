import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrapped } from '../../../src/entries/terminal/wrapped.ts';

test('a sentence is wrapped at spaces at the width of the terminal, and a longer command stays in one piece', () => {
  const text =
    'Going back means restoring 20260331T210224818Z_restore-point_1.1.4--1.2.1, which loses what was written.';
  const lines = wrapped(text, 40).split('\n');
  assert.deepEqual(lines, [
    'Going back means restoring',
    '20260331T210224818Z_restore-point_1.1.4--1.2.1,',
    'which loses what was written.',
  ]);
  assert.equal(lines.join(' '), text);
});

test('nothing is wrapped if no terminal is attached, or if its width is unknown', () => {
  for (const columns of [undefined, 0]) assert.equal(wrapped('two words', columns), 'two words');
});

test('the lines of a list continue below their text: numbers, boxes, signs and labels', () => {
  const text = [
    'Why each hop:',
    '  1. Going from 1.0.2 straight to 1.2.1 would skip 1.1.',
    '  4. [x] readers: Change every program that reads it.',
    '  ✔ Backed up production on 1.0.2 as a rehearsal.',
    '  Undoing it  Until they are started nothing is lost.',
  ].join('\n');
  assert.deepEqual(wrapped(text, 36).split('\n'), [
    'Why each hop:',
    '  1. Going from 1.0.2 straight to',
    '     1.2.1 would skip 1.1.',
    '  4. [x] readers: Change every',
    '         program that reads it.',
    '  ✔ Backed up production on 1.0.2 as',
    '    a rehearsal.',
    '  Undoing it  Until they are started',
    '              nothing is lost.',
  ]);
});

test('no line breaks within a time, or between an amount and its unit', () => {
  const text = 'It was down for under 1 s, and loses everything written after 30 Nov 23:40:30 UTC. Free are 1.5 GiB.';
  assert.deepEqual(wrapped(text, 25).split('\n'), [
    'It was down for',
    'under 1 s, and loses',
    'everything written after',
    '30 Nov 23:40:30 UTC. Free',
    'are 1.5 GiB.',
  ]);
});
