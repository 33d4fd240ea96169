import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { literalSecrets } from '../../src/config/literal-secrets.ts';

const value = 'f3b1c0ffeef3b1c0ffee';
const run = (...argv: readonly string[]) => ({ hooks: { 'before-backup': { run: argv } } });
const env = (name: string, text: string) => ({ deploy: { command: { env: { [name]: text } } } });

describe('a configuration must not contain a secret in plain text, wherever it is', () => {
  const written: Readonly<Record<string, unknown>> = {
    'the address of a channel': {
      notify: [{ to: { slack: { url: `https://hooks.slack.com/services/T0/B0/${value}` } } }],
    },
    'the signature of an address': { notify: [{ to: { webhook: { url: `https://example.com/a?v=1&sig=${value}` } } }] },
    'the value of an option': run('mysqladmin', '--password', value),
    'the login of curl': run('curl', '-u', `backup:${value}`, 'https://example.com'),
    'a header': run('curl', '-H', `Authorization: Bearer ${value}`),
    'a header of its own': run('curl', '-H', `X-Api-Key: ${value}`),
    'a cookie': { headers: { Cookie: `session=${value}` } },
    'a variable without a line in its name': env('PGPASSWORD', value),
    'a key that signs': env('JWT_SIGNING_KEY', value),
    'the key of a framework': env('SECRET_KEY_BASE', value),
    'the password of MySQL': env('MYSQL_PWD', value),
    'a key of age': { identity: `AGE-SECRET-KEY-1${'Q'.repeat(58)}` },
    'a token of GitLab': { clone: `glpat-${value}` },
  };
  for (const [title, document] of Object.entries(written)) {
    it(title, () => {
      const found = literalSecrets(document);
      assert.equal(found.length, 1);
      assert.ok(!JSON.stringify(found).includes(value), 'what it says has the secret in it');
    });
  }

  it('and nothing else is taken for one', () => {
    for (const document of [
      run('mysqladmin', '--password', '${MYSQL_PASSWORD}'),
      run('deploy', '--token', '$TOKEN', '--token-file', '/run/token'),
      run('sh', '-c', 'curl -H "Authorization: Bearer $TOKEN" -u "$LOGIN" https://example.com'),
      run('docker', 'run', '-u', '1000:1000', 'image'),
      run('deploy', '--password', '--verbose'),
      env('TOKEN_TTL', '60'),
      env('CHECK_PASS', 'true'),
      env('SORT_KEY', 'created'),
      env('PGPASSWORD', '${DATABASE_PASSWORD}'),
      { notify: [{ to: { slack: { url: '${SLACK_URL}' } } }] },
      { text: 'Cookie: none of them is needed' },
    ])
      assert.deepEqual(literalSecrets(document), [], JSON.stringify(document));
  });
});
