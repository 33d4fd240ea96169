import assert from 'node:assert/strict';
import { test } from 'node:test';
import { githubTime } from '../../../src/world/github/github-time.ts';
import { clockAt } from '../../journal/fixtures.ts';

const here = '2026-03-01T02:00:00.000Z';
const date = 'Sun, 01 Mar 2026 01:00:00 GMT';

function timeFrom(headers: Record<string, string>, environment: Record<string, string> = {}) {
  return githubTime(async () => new Response('{}', { headers }), clockAt(here), environment);
}

test("the date of GitHub's answers is read from requests that are sent anyway, and the answer is passed on", async () => {
  const time = timeFrom({ date });
  assert.equal(time.reading(), undefined);
  const answer = await time.fetch('https://api.github.com/repos/acme/records');
  assert.equal(await answer.text(), '{}');
  assert.deepEqual(time.reading(), { served: new Date(date), asked: new Date(here), answered: new Date(here) });
});

test('other servers, cached answers and invalid dates are not trusted', async () => {
  for (const [url, headers] of [
    ['https://records.example.com/health', { date }],
    ['https://api.github.com.example.com/repos', { date }],
    ['http://api.github.com/repos', { date }],
    ['https://api.github.com/repos', { date, age: '3600' }],
    ['https://api.github.com/repos', { date: 'yesterday' }],
    ['https://api.github.com/repos', {}],
  ] as const) {
    const time = timeFrom(headers);
    await time.fetch(url);
    assert.equal(time.reading(), undefined, `${url} ${JSON.stringify(headers)}`);
  }
});

test('an enterprise server counts as GitHub if the job says so', async () => {
  const time = timeFrom({ date }, { GITHUB_API_URL: 'https://github.acme.example/api/v3' });
  await time.fetch('https://api.github.com/repos');
  assert.equal(time.reading(), undefined);
  await time.fetch(new URL('https://github.acme.example/api/v3/repos'));
  assert.deepEqual(time.reading()?.served, new Date(date));
});
