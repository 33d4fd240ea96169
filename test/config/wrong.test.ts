import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { withoutKindNames } from './kind-names.ts';
import { load } from './products.ts';

/*
 * wrong/NAME.yml is a configuration with mistakes, wrong/NAME.txt is the message that a person gets. After a wanted
 * change: node --test --test-update-snapshots test/config/wrong.test.ts, and read the difference.
 */
const folder = join(import.meta.dirname, 'wrong');
const cases = readdirSync(folder).filter((file) => file.endsWith('.yml'));

describe('the message for a configuration with mistakes', () => {
  for (const file of cases) {
    it(file.replace('.yml', '').replaceAll('-', ' '), (test) => {
      const loaded = load(readFileSync(join(folder, file), 'utf8'));
      assert.ok(loaded.kind === 'mistakes', 'it must not be accepted');
      const { happened, means, next } = loaded.error.detail;
      const message = withoutKindNames(`${happened}\n${means} ${next}\n`);
      test.assert.fileSnapshot(message, join(folder, file.replace('.yml', '.txt')), {
        serializers: [(text) => text],
      });
    });
  }

  it('never repeats a secret that was written out', () => {
    const loaded = load(readFileSync(join(folder, 'secrets-written-out.yml'), 'utf8'));
    assert.ok(loaded.kind === 'mistakes');
    assert.doesNotMatch(JSON.stringify([loaded.error.message, loaded.error.mistakes]), /hunter2|f3b1c0ffee/);
  });
});
