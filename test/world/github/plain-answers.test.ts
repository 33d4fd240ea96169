import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '../../../src/world/clock.ts';
import { githubApi } from '../../../src/world/github/api.ts';
import { readGate } from '../../../src/world/github/gates.ts';

const clock: Clock = { now: () => new Date('2026-11-04T21:15:00Z'), sleep: async () => undefined };

async function reasonFor(status: number, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const api = await githubApi('token', {}, async () => new Response(body, { status, headers }));
  const reading = await readGate(api, { owner: 'acme', repo: 'records', environment: 'production' }, { clock });
  return reading.kind === 'cannot-tell' ? reading.reason : reading.kind;
}

test('a deeply nested answer counts as no answer, even if its status is good', async () => {
  const nested = `{"name":"production","policy":${'['.repeat(9_900)}${']'.repeat(9_900)}}`;
  assert.match(await reasonFor(200, nested), /502: an answer that is nested too deeply/);
  assert.equal(await reasonFor(200, '{"name":"production"}'), 'unprotected');
});

test('a limit with an impossible reset time asks to come back in an hour', async () => {
  for (const [reset, when] of [
    ['40340340340340', /in an hour/],
    ['soon', /in an hour/],
    ['1798761600', /after 1 Jan 2027 00:00 UTC/],
  ] as const) {
    const headers = { 'content-type': 'application/json', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const api = await githubApi('token', {}, async () => new Response('{"message":"limit"}', { status: 403, headers }));
    const gate = await readGate(api, { owner: 'acme', repo: 'records', environment: 'production' }, { clock });
    assert.match((gate.kind === 'cannot-tell' && gate.next) || '', when);
  }
});

test('an error that GitHub does not document is one sentence, and takes no time', async () => {
  const before = process.cpuUsage();
  assert.match(
    await reasonFor(403, `{"message":${'['.repeat(9_900)}${']'.repeat(9_900)}}`),
    /502: an answer that is nested too deeply/,
  );
  assert.match(await reasonFor(403, '[1]'), /403: an answer that GitHub does not document/);
  assert.match(await reasonFor(403, '<html><h1>Blocked</h1> by the proxy</html>'), /403: Blocked by the proxy$/);
  assert.match(
    await reasonFor(403, '{"message":"Resource not accessible by integration"}'),
    /403: Resource not accessible/,
  );
  assert(process.cpuUsage(before).user < 2_000_000);
});
