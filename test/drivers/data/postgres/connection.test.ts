import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { UserError } from '../../../../src/core/messages/errors.ts';
import { connectionEnvironment, parseConnection } from '../../../../src/drivers/data/postgres/connection.ts';

const read = (url: string, password?: string) =>
  parseConnection({ url, password, where: 'environments.production.data.postgres.url' });

it('reads any password, percent-encoded in the URL or set separately', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  // A path of a URL cannot end in these, however they are written: https://url.spec.whatwg.org/#single-dot-path-segment
  const pathPart = text.filter((name) => !/^(\.|%2e){1,2}$/i.test(name));
  fc.assert(
    fc.property(text, pathPart, (password, name) => {
      const url = `postgres://app:${encodeURIComponent(password)}@db.example:6000/${encodeURIComponent(name)}`;
      const environment = connectionEnvironment(read(url), {
        PGPASSWORD: 'of another server',
        PGSERVICE: 'other',
        HOME: '/home/me',
      });
      assert.equal(environment.PGPASSWORD, password);
      assert.equal(environment.PGDATABASE, name);
      assert.equal(environment.PGPORT, '6000');
      assert.equal(environment.PGSERVICE, undefined);
      assert.equal(environment.HOME, '/home/me');
      assert.equal(read('postgres://app@db.example/records', password).password, password);
    }),
  );
});

it('explains a URL that cannot be right, and never shows it', () => {
  for (const url of [
    'postgres://app:hunter2#x@db/records',
    'postgres://app:hunter2/x@db/records',
    'postgres://app:hunter2?x@db/records',
    'postgres://app:hunter2%@db/records',
    'postgres://db/records',
    'postgres://app:hunter2@db',
    'postgres://app:hunter2@db/records?sslmode=maybe',
    'postgres://app:hunter2@db/records?sslmode=verify-full',
    'postgres://app:hunter2@db/records?options=-csearch_path',
    'mysql://app:hunter2@db/records',
    'hunter2',
  ]) {
    assert.throws(
      () => read(url),
      (error) =>
        error instanceof UserError &&
        !error.message.includes('hunter2') &&
        error.message.includes('environments.production'),
      url,
    );
  }
});

it('reads the folder of a socket, with a host before it and without', () => {
  for (const place of ['localhost:6000', ':6000']) {
    const { host, port, database } = read(`postgres://app:hunter2@${place}/records?host=%2Fvar%2Frun%2Fpostgresql`);
    assert.deepEqual([host, port, database], ['/var/run/postgresql', 6000, 'records']);
  }
  assert.equal(read('postgresql://app@/records?host=/run').host, '/run');
  assert.throws(() => read('postgres://app:hunter2@/records'), /a host/);
});
