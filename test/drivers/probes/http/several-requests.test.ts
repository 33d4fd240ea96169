import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { httpHealth } from '../../../../src/drivers/probes/http/health.ts';
import { httpMigrations } from '../../../../src/drivers/probes/http/migrations.ts';
import { httpSmokeTest } from '../../../../src/drivers/probes/http/smoke.ts';
import { httpVersion } from '../../../../src/drivers/probes/http/version.ts';
import type { PartContext } from '../../../../src/world/effects/kind.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { answerJson, serve } from '../../../support/http-server.ts';

const now = Date.parse('2026-03-01T12:00:00Z');

function context(url: string, more: Readonly<Record<string, string>> = {}): PartContext {
  const clock = { now: () => new Date(now), sleep: () => Promise.resolve(), hurried: () => false };
  return { effects: databaseEffects({}, { clock }), where: 'probes', placeholders: { url, ...more } };
}

/** A server where one request returns the pending number, and another one lists jobs as FHIR does. */
const fhir = {
  http: {
    path: '/status',
    jsonata: `(
      $pending := pending;
      { 'pending': $pending,
        'applied': $pending = 0 ? $max(all) : $pending - 1,
        'position': $count(all[$ < $pending]),
        'all': $count(all) }
    )`,
    state: { at: 'pending', done: [0], pending: [{ above: 0 }] },
    current: 'pending',
    applied: 'applied',
    progress: { done: 'position', total: 'all' },
    jobs: {
      request: {
        path: '/jobs?type=data',
        jsonata:
          "entry.resource.{ 'id': id, 'of': dataVersion, 'is': status, 'asked': requestTime, 'error': output.parameter[name = 'error'].valueString }",
      },
      list: 'list',
      id: 'id',
      migration: 'of',
      state: {
        at: 'is',
        queued: ['accepted'],
        running: ['active'],
        failed: ['error'],
        done: ['completed', 'cancelled'],
      },
      error: 'error',
      missing: 'none',
      next: 'link',
      requested: 'asked',
      delays: [
        { after: '15s', says: 'The server that was replaced is still known to the queue.' },
        { after: '2m', says: 'Nobody takes the job.' },
      ],
    },
  },
};
fhir.http.jobs.request.jsonata = `{ 'list': [${fhir.http.jobs.request.jsonata}] }`;

interface Job {
  readonly of: number;
  readonly is: string;
  readonly error?: string;
  /** Seconds ago. */
  readonly asked?: number;
}

/** What the probe reports. The newest job comes first, and each page has one. */
async function migrations(pending: number, ...jobs: readonly Job[]) {
  await using server = await serve((request, response) => {
    const at = new URL(request.url ?? '', `http://${request.headers.host}`);
    if (at.pathname === '/status') return answerJson(response, { all: [1, 2, 11, 12, 13, 14], pending });
    const page = Number(at.searchParams.get('page') ?? '0');
    const job = jobs[page];
    const next = page + 1 < jobs.length ? [{ relation: 'next', url: `${at.origin}/jobs?page=${page + 1}` }] : [];
    const output = {
      parameter: [
        { name: 'stack', valueString: 'at …' },
        { name: 'error', valueString: job?.error },
      ],
    };
    const resource = job && {
      id: `job-${page}`,
      dataVersion: job.of,
      status: job.is,
      requestTime: new Date(now - (job.asked ?? 0) * 1000).toISOString(),
      ...(job.error === undefined ? {} : { output }),
    };
    return answerJson(response, { link: next, ...(resource === undefined ? {} : { entry: [{ resource }] }) });
  });
  const seen = await httpMigrations.parse(fhir).open(context(server.url))();
  const { jobs: _, ...rest } = { jobs: undefined, ...seen };
  return rest;
}

const completed = (of: number): Job => ({ of, is: 'completed' });
const pending = { kind: 'pending', next: '13', applied: '12' };
const running = { kind: 'running', current: '13', applied: '12', progress: { done: 4, total: 6 } };

describe('migrations whose number is in one answer and whose jobs are in another', () => {
  it('are pending while the next number has no job, whatever happened to earlier ones', async () => {
    assert.deepEqual(await migrations(13), pending);
    assert.deepEqual(await migrations(13, completed(12)), pending);
    assert.deepEqual(await migrations(13, completed(12), { of: 12, is: 'error', error: 'of long ago' }), pending);
  });

  it('are done only at 0', async () => {
    assert.deepEqual(await migrations(0, completed(14)), { kind: 'done', applied: '14' });
    assert.equal((await migrations(-1)).kind, 'unknown');
  });

  it('run when their newest job does, even if it is on another page and shown as queued', async () => {
    assert.deepEqual(await migrations(13, completed(12), { of: 13, is: 'active' }), running);
    assert.deepEqual(await migrations(13, { of: 13, is: 'accepted' }, { of: 13, is: 'error', error: 'old' }), running);
  });

  it('have failed with the error of their newest job, found by its name', async () => {
    const failed = { kind: 'failed', current: '13', error: 'column "x" is missing', applied: '12' };
    const job = { of: 13, is: 'error', error: 'column "x" is missing' };
    assert.deepEqual(await migrations(13, job, { of: 13, is: 'active' }), failed);
  });

  it('say why a job has been queued for a long time', async () => {
    const note = (text: string) => ({ ...running, note: text });
    const job = (asked: number): Job => ({ of: 13, is: 'accepted', asked });
    assert.deepEqual(await migrations(13, job(10)), running);
    assert.deepEqual(await migrations(13, job(61)), note('The server that was replaced is still known to the queue.'));
    assert.deepEqual(await migrations(13, job(121)), note('Nobody takes the job.'));
    assert.deepEqual(await migrations(13, { of: 13, is: 'active', asked: 500 }), running);
  });
});

test('an earlier answer is filled into path, header and body, as a value and with its type', async () => {
  const seen: unknown[] = [];
  await using server = await serve(async (request, response) => {
    if (request.url === '/session') return answerJson(response, { token: 'a/b?c', number: 13 });
    let body = '';
    for await (const part of request) body += part;
    seen.push(request.url, request.headers.authorization, JSON.parse(body));
    return answerJson(response, { version: '1.2.3' });
  });
  const probe = httpVersion
    .parse({
      http: {
        before: [{ name: 'session', path: '/session' }],
        method: 'POST',
        path: '/version/{answers.session.token}',
        headers: { authorization: 'Bearer {answers.session.token}' },
        body: { query: '{ info { version } }', number: '{answers.session.number}', as: ['n{answers.session.number}'] },
        value: 'version',
      },
    })
    .open(context(server.url));
  assert.deepEqual(await probe(), { kind: 'known', value: '1.2.3' });
  assert.deepEqual(seen, [
    '/version/a%2Fb%3Fc',
    'Bearer a/b?c',
    { query: '{ info { version } }', number: 13, as: ['n13'] },
  ]);
});

test('if an earlier answer lacks a value, the request that needs it is not made, and the result is unknown', async () => {
  await using server = await serve((_, response) => answerJson(response, { other: 1 }));
  const probe = httpHealth
    .parse({ http: { before: [{ name: 'a', path: '/a' }], path: '/b/{answers.a.id}' } })
    .open(context(server.url));
  const seen = await probe();
  assert.equal(seen.kind, 'unknown');
  assert.match(seen.kind === 'unknown' ? seen.reason : '', /the earlier request "a" has no "id"/);
  assert.deepEqual(server.requests, ['GET /a']);
});

test('a refused earlier request is not a failure of the server, and its credential is named', async () => {
  await using server = await serve((_, response) => answerJson(response, {}, { status: 403 }));
  const before = [{ name: 'a', path: '/a', headers: { authorization: 'Bearer {access.admin}' } }];
  const probe = httpHealth
    .parse({ http: { before, path: '/b' } })
    .open(context(server.url, { 'access.admin': 'secret' }));
  const seen = await probe();
  assert.ok(seen.kind === 'unknown' && seen.refused === true);
  assert.match(seen.reason, /"access\.admin" was not accepted/);
});

describe('what a smoke test expects from a JSON answer', () => {
  const answer = {
    count: 12,
    text: '7',
    name: 'Ada',
    list: [
      { n: 'a', up: true },
      { n: 'b', up: false },
    ],
    none: null,
  };

  async function tested(http: object, body: unknown = answer, pageTwo?: unknown) {
    await using server = await serve((request, response) => {
      const isSecond = request.url?.includes('page=2') ?? false;
      const link = isSecond || pageTwo === undefined ? {} : { link: '</x?page=2>; rel="next"' };
      return answerJson(response, isSecond ? pageTwo : body, { headers: { 'x-kind': 'good', ...link } });
    });
    const test = httpSmokeTest.parse({ name: 'test', http: { path: '/x', ...http } }).open(context(server.url));
    return await test.run();
  }
  const json = (expected: object) => tested({ expect: { json: expected } });

  for (const [path, good, bad] of [
    ['count', { 'at-least': 12 }, { 'at-least': 13 }],
    ['count', { above: 11, below: 13 }, { above: 12 }],
    ['count', { 'at-most': 12 }, { below: 12 }],
    ['text', { above: 6 }, { above: 7 }],
    ['name', { matches: '^A' }, { matches: '^B' }],
    ['name', { not: 'Bob' }, { not: 'Ada' }],
    ['absent', { exists: false }, { exists: true }],
    ['none', { exists: true }, { exists: false }],
    ['absent', { 'at-least': 0, default: 0 }, { 'at-least': 0 }],
    ['list.0', { equals: { n: 'a', up: true } }, { equals: { n: 'a' } }],
    ['list.1.n', { not: 'a' }, { 'same-as': 'list.0.n' }],
    ['count', { 'same-as': 'count' }, { 'same-as': 'text' }],
  ] as const) {
    it(`${path} ${JSON.stringify(good)}, and not ${JSON.stringify(bad)}`, async () => {
      assert.deepEqual(await json({ [path]: good }), { kind: 'passed' });
      const seen = await json({ [path]: bad });
      assert.equal(seen.kind, 'failed');
      assert.doesNotMatch(JSON.stringify(seen), /Ada.*Ada|12.*12.*12/, 'no value of the answer is in the reason');
    });
  }

  it('selects by a field, takes the newest, and compares two fields by an expression', async () => {
    const jsonata = "{ 'b': list[n = 'b'].up, 'last': list^(>n)[0].n, 'fits': count > $number(text) }";
    const expect = { json: { b: false, last: 'b', fits: true } };
    assert.deepEqual(await tested({ jsonata, expect }), { kind: 'passed' });
  });

  it('reads a list to its last page', async () => {
    const http = { pages: { list: 'items' }, jsonata: "{ 'n': $count(items), 'sum': $sum(items.v) }" };
    const seen = await tested(
      { ...http, expect: { json: { n: 3, sum: 6 } } },
      { items: [{ v: 1 }, { v: 2 }] },
      { items: [{ v: 3 }] },
    );
    assert.deepEqual(seen, { kind: 'passed' });
    const broken = await tested({ ...http, expect: { json: { n: 2 } } }, { items: [1, 2] }, 'no list');
    assert.equal(broken.kind, 'unknown', 'a list of which a page is missing proves nothing');
  });

  it('compares headers and the time that the answer takes', async () => {
    assert.deepEqual(await tested({ expect: { header: { 'X-Kind': { matches: 'goo' } }, within: '1ms' } }), {
      kind: 'passed',
    });
    const seen = await tested({ expect: { header: { 'X-Kind': 'other' } } });
    assert.match(seen.kind === 'failed' ? seen.reason : '', /the header "X-Kind" is not "other"/);
  });

  it('says where an expression fails, and never at which value', async () => {
    const seen = await tested({ jsonata: "{ 'n': $number(name) }", expect: { json: { n: 1 } } });
    assert.ok(seen.kind === 'failed');
    assert.match(seen.reason, /JSONata expression cannot be evaluated/);
    assert.doesNotMatch(seen.reason, /Ada/);
  });
});
