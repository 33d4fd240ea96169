import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideFreeze } from '../../../src/core/timing/freeze.ts';

test('a freeze is off only if nothing or false is written', () => {
  for (const value of [undefined, '', '  ', 'false', 'False', ' FALSE\n']) {
    assert.deepEqual(decideFreeze(value), { kind: 'off' }, JSON.stringify(value));
  }
  for (const value of ['true', 'TRUE ']) assert.deepEqual(decideFreeze(value), { kind: 'on' });
  for (const value of ['flase', 'no', '0', 'Audit until Friday']) {
    assert.deepEqual(decideFreeze(value), { kind: 'on', reason: value });
  }
});

test('the reason stays one line of a message, whatever was written', () => {
  const freeze = decideFreeze(`Audit\r\n::error::x\u001b[31m ${'x'.repeat(5000)}`);
  assert.ok(freeze.kind === 'on' && freeze.reason !== undefined);
  assert.match(freeze.reason, /^Audit ::error::x \[31m x+…$/);
  assert.ok(freeze.reason.length < 400);
});
