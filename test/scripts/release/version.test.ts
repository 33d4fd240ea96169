import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadsMajor, parseVersion, taggedVersion } from '../../../scripts/release/version.ts';
import { UserError } from '../../../src/core/messages/errors.ts';

test('a tag releases the version that package.json names, and no other', () => {
  assert.equal(taggedVersion('v1.4.0', '1.4.0').text, '1.4.0');
  for (const [tag, said] of [
    ['v1.4.1', /^The tag "v1\.4\.1" is on a commit whose package\.json has the version "1\.4\.0"\./],
    ['v1.4', /^The tag "v1\.4" does not name a release\./],
    ['1.4.0', /does not name a release/],
    ['v1.4.0-rc.1', /Pre-releases are not published/],
    ['v01.4.0', /does not name a release/],
    ['v1.4.0\n', /does not name a release/],
  ] as const) {
    assert.throws(
      () => taggedVersion(tag, '1.4.0'),
      (error) => error instanceof UserError && said.test(error.message),
    );
  }
});

test('the major tag belongs on the newest release of its major version', () => {
  const leads = (text: string, ...tags: readonly string[]): boolean => {
    const version = parseVersion(text);
    assert.ok(version);
    return leadsMajor(version, tags);
  };
  assert.ok(leads('1.10.0', 'v1', 'v1.9.0', 'v1.10.0', 'v1.2.30', ''));
  assert.ok(leads('1.4.0', 'v2.0.0', 'v0.9.0', 'v10.0.0'), 'other major versions do not count');
  assert.ok(leads('1.4.0', 'v1.5.0-rc.1', 'v1.5', '1.5.0'), 'what is not a release does not count');
  assert.ok(!leads('1.9.0', 'v1.9.0', 'v1.10.0'));
  assert.ok(!leads('1.9.0', 'v1.9.1'));
  assert.ok(leads('0.1.0'));
});
