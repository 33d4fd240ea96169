import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentLog } from '../../../src/world/log.ts';
import { masks } from '../../../src/world/secrets/masks.ts';
import { maskingVariables } from '../../../src/world/secrets/weak-secrets.ts';

/** The warnings, and how a line with each value is shown afterwards. */
function masked(...variables: readonly (readonly [name: string, value: string])[]) {
  const known = masks(() => undefined);
  const warnings: string[] = [];
  const mask = maskingVariables(known, { ...silentLog, warn: (text) => warnings.push(text) });
  for (const [name, value] of variables) mask(value, name);
  return { warnings, shown: (text: string) => known.redact(text) };
}

test('a long random secret is masked without a warning', () => {
  const { warnings, shown } = masked(['ADMIN_TOKEN', 'k3J9x-Qw71zLm0']);
  assert.deepEqual(warnings, []);
  assert.equal(shown('xk3J9x-Qw71zLm0x'), 'x***x');
});

test('a secret that is an ordinary word is named in a warning, and is masked as a whole word', () => {
  const { warnings, shown } = masked(['ADMIN_PASSWORD', 'backups']);
  assert.deepEqual(warnings, [
    'The value of ADMIN_PASSWORD is short or an ordinary word, so it is masked only as a whole word (GitHub masks it inside other words too). Replace it with a long random one.',
  ]);
  assert.equal(shown('login backups failed in mybackups'), 'login *** failed in mybackups');
});

test('a secret that looks like a setting gets a warning that it is not masked at all', () => {
  const { warnings, shown } = masked(['API_TOKEN', 'true']);
  assert.deepEqual(warnings, [
    'The value of API_TOKEN is so short or so common that it is not masked. Replace it with a long random one.',
  ]);
  assert.equal(shown('ready: true'), 'ready: true');
});

test('the warning for an address is about the password in it, whatever the variable is called', () => {
  const { warnings } = masked(['DATABASE_URL', 'postgres://records:secret@db.example.com/records']);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? '', /^The password in the value of DATABASE_URL is short or an ordinary word/);
  assert.doesNotMatch(warnings[0] ?? '', /records|secret@/);
});

test('so is the warning for a connection string', () => {
  const { warnings } = masked(
    ['CONNECTION', 'Host=db.example;Password=hunter2;Username=app'],
    ['SETTINGS', 'Key=true'],
  );
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? '', /^The password in the value of CONNECTION is short or an ordinary word/);
});

test('there is no warning about a value that holds no secret', () => {
  const plain = masked(['PRODUCTION_PORT', '8080'], ['REGION', 'north'], ['SITE', 'https://www.example.com/']);
  assert.deepEqual(plain.warnings, []);
});

test('there is one warning per variable, however often it is used, with its own name', () => {
  const { warnings } = masked(['A_TOKEN', 'north'], ['A_TOKEN', 'north'], ['B_TOKEN', 'north']);
  assert.deepEqual(
    warnings.map((text) => /The value of (\w+)/.exec(text)?.[1]),
    ['A_TOKEN', 'B_TOKEN'],
  );
});
