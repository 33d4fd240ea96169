import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { httpMigrations } from '../../../../src/drivers/probes/http/migrations.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { answerJson, serve } from '../../../support/http-server.ts';

/* A real server whose list of jobs comes in pages, the newest first. */

const state = { at: 'state', done: ['done'], pending: ['pending'] };
const words = { at: 'is', queued: ['accepted'], running: ['active'], failed: ['error'], done: ['completed'] };
const older = [
  { id: '2', of: 'm6', is: 'completed' },
  { id: '1', of: 'm5', is: 'completed' },
];

type Page = (at: URL, page: number) => { readonly next?: unknown; readonly header?: string };

/** What the probe reports for a server whose first page is full of older jobs, and whose second one has the running job. */
async function observed(
  page: Page,
  settings: object = { next: 'links' },
  secondHas = [{ id: '0', of: 'm7', is: 'active' }],
) {
  const asked: string[] = [];
  await using server = await serve((request, response) => {
    const at = new URL(request.url ?? '', `http://${request.headers.host}`);
    asked.push(`${at.pathname}${at.search} ${request.headers.authorization}`);
    if (at.pathname === '/status') return answerJson(response, { state: 'pending', next: 'm7', applied: 'm6' });
    const number = Number(at.searchParams.get('page') ?? '1');
    const { next, header } = page(at, number);
    const jobs = number === 1 ? older : secondHas;
    return answerJson(response, { jobs, links: next }, { headers: header === undefined ? {} : { link: header } });
  });
  const headers = { authorization: 'Bearer of-the-probe' };
  const jobs = { list: 'jobs', id: 'id', migration: 'of', state: words, request: { path: '/jobs?kind=data', headers } };
  const probe = httpMigrations
    .parse({ http: { path: '/status', state, current: 'next', applied: 'applied', jobs: { ...jobs, ...settings } } })
    .open({ effects: databaseEffects(), where: 'probes', placeholders: { url: server.url } });
  return { seen: await probe(), asked };
}

describe('the jobs of migrations in pages', () => {
  const second = '/jobs?kind=data&page=2';
  const ways: Readonly<Record<string, Page>> = {
    'an address': (_, page) => (page === 1 ? { next: second } : {}),
    'a whole address': (at, page) => (page === 1 ? { next: `${at.origin}${second}` } : { next: null }),
    'the public address of a server that is asked at another': (_, page) =>
      page === 1 ? { next: `https://records.example${second}` } : {},
    'links of FHIR': (at, page) => ({
      next: [{ relation: 'self', url: at.href }, ...(page === 1 ? [{ relation: 'next', url: second }] : [])],
    }),
    'a Link header': (_, page) => (page === 1 ? { header: `<${second}>; rel="next"` } : {}),
  };
  for (const [title, page] of Object.entries(ways)) {
    it(`are read to the last one, which ${title} leads to`, async () => {
      const { seen, asked } = await observed(page);
      assert.equal(seen.kind === 'running' && seen.current, 'm7');
      assert.deepEqual(asked.slice(1), [
        '/jobs?kind=data Bearer of-the-probe',
        '/jobs?kind=data&page=2 Bearer of-the-probe',
      ]);
    });
  }

  it('are unknown if a page is missing', async () => {
    const reasons: Readonly<Record<string, readonly [RegExp, Page]>> = {
      'in a circle': [/leads back to a page that was already read/, () => ({ next: second })],
      'without an end': [/continues beyond 20 pages/, (_, page) => ({ next: `/jobs?page=${page + 1}` })],
      'at no address': [/says that there are more, but not at which address/, () => ({ next: [{ relation: 'next' }] })],
    };
    for (const [title, [reason, page]] of Object.entries(reasons)) {
      const { seen, asked } = await observed(page);
      assert.match(seen.kind === 'unknown' ? seen.reason : seen.kind, reason, title);
      assert.ok(asked.length <= 21, title);
    }
  });

  it('with the newest last are read from the end', async () => {
    const { seen } = await observed(ways['a Link header'] ?? assert.fail(), { newest: 'last' }, [
      { id: '3', of: 'm7', is: 'error' },
      { id: '4', of: 'm7', is: 'active' },
    ]);
    assert.equal(seen.kind, 'running');
  });
});
