import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UserError } from '../../../src/core/messages/errors.ts';
import { parseConnection as parseMysql } from '../../../src/drivers/data/mysql/connection.ts';
import { parseConnection as parsePostgres } from '../../../src/drivers/data/postgres/connection.ts';
import { parseAddress } from '../../../src/world/mongodb/address.ts';
import { withSession } from '../../../src/world/mongodb/session.ts';

const where = 'environments.production.data.url';
type Parse = (url: string) => { readonly user: string | undefined; readonly password?: string | undefined };
const parsers: readonly (readonly [scheme: string, Parse])[] = [
  ['postgres', (url) => parsePostgres({ url, password: undefined, where })],
  ['mysql', (url) => parseMysql({ url, password: undefined, where })],
  ['mongodb', (url) => parseAddress({ url, password: undefined, where })],
];

/** Passwords that somebody has put into a URL as they are. */
const passwords = [
  '?hush',
  '1?hush',
  '#hush',
  '1#hush',
  '/hush',
  '1/hush',
  'a@hush',
  '%zzhush',
  '[hush',
  'a:hush',
  'a?b&hush=c',
];

for (const [scheme, parse] of parsers) {
  test(`${scheme}: a password that is not percent-encoded is read as it is or refused, and no message shows any of it`, () => {
    for (const password of passwords) {
      try {
        const { user, password: read } = parse(`${scheme}://ada:${password}@db.example.com/app`);
        assert.deepEqual([user, read], ['ada', password]);
      } catch (error) {
        assert(error instanceof UserError, password);
        assert.doesNotMatch(JSON.stringify(error.detail), /hush/, password);
        assert.match(error.detail.next, /percent-encode/i, password);
      }
    }
  });
}

test('an option that MongoDB does not know is named, and one with a wrong value is not quoted', async () => {
  const refusal = async (query: string): Promise<string> => {
    const address = parseAddress({ url: `mongodb://ada:hush@127.0.0.1:1/?${query}`, password: undefined, where });
    return await withSession(address, AbortSignal.timeout(30_000), async () => 'a session').catch(String);
  };
  assert.match(
    await refusal('sslMode=require'),
    /in its URL, sslmode is not accepted.*Correct the part after the "\?"/is,
  );
  assert.match(await refusal('tls=hush'), /an option in its URL, or its value, is not accepted/);
  assert.doesNotMatch(await refusal('tls=hush'), /hush/);
});
