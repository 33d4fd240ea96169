import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secretsByName } from '../../../src/entries/action/secrets-by-name.ts';

function areSecret(...names: readonly string[]): string[] {
  return names.filter((name) => secretsByName({ [name]: `value of ${name}` }).length > 0);
}

test('a variable that is secret by its name is found, whether the configuration uses it or not', () => {
  const names = [
    'ADMIN_PASSWORD',
    'PGPASSWORD',
    'MYSQL_PWD',
    'DB_PASSWD',
    'GPG_PASSPHRASE',
    'CLIENT_SECRET',
    'SECRET_KEY_BASE',
    'PASSWORD_OF_STAGING',
    'GITHUB_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'DEPLOY_KEY',
    'GH_PAT',
    'api_token',
  ];
  assert.deepEqual(areSecret(...names), names);
});

test('a name that only says where a secret is, how long it lasts or whose it is, does not count', () => {
  const names = [
    'TOKEN_FILE',
    'SSH_KEY_PATH',
    'SECRETS_DIR',
    'TOKEN_TTL',
    'AWS_ACCESS_KEY_ID',
    'TOKEN_URL',
    'KEY_TYPE',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'PATH',
    'PWD',
    'OLDPWD',
    'HOME',
    'MONKEY',
    'KEYBOARD',
    'TOKENIZER',
    'PATTERN',
  ];
  assert.deepEqual(areSecret(...names), []);
});

test('values are returned, except unset and blank ones', () => {
  const environment = { A_TOKEN: 'one', B_TOKEN: '', C_TOKEN: '  ', D_TOKEN: undefined, PLAIN: 'two' };
  assert.deepEqual(secretsByName(environment), ['one']);
});
