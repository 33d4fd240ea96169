import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { answersOfProbes, versionProbe } from '../../../src/drivers/probes.ts';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { databaseEffects } from '../../support/database-effects.ts';
import { serve } from '../../support/http-server.ts';

interface Page {
  readonly body: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a probe reports for a server with these pages, by path. */
async function observed(settings: unknown, pages: Readonly<Record<string, Page>> = {}): Promise<string> {
  await using server = await serve((request: IncomingMessage, response) => {
    const page = pages[request.url ?? ''] ?? { body: 'nothing here', status: 404 };
    response.writeHead(page.status ?? 200, page.headers ?? {}).end(page.body);
  });
  const effects = { ...databaseEffects(), processes: systemProcesses };
  const placeholders = { url: server.url };
  const reading = await versionProbe.parse(settings).open({ effects, where: 'probes', placeholders })();
  return reading.kind === 'known' ? reading.value : `unknown: ${reading.reason.replaceAll(server.url, '')}`;
}

test('the version of a product that has moved it is read at each place, and the first one found counts', async () => {
  const probe = { http: { path: '/info', value: ['data.version', 'data.directus.version'] } };
  const at = (data: unknown) => ({ '/info': { body: JSON.stringify({ data }) } });
  assert.equal(await observed(probe, at({ version: '10.13.0' })), '10.13.0');
  assert.equal(await observed(probe, at({ directus: { version: '10.12.1' } })), '10.12.1');
  assert.equal(
    await observed(probe, at({ project: 'x' })),
    'unknown: the answer of /info has no "data.version" and no "data.directus.version"',
  );
  assert.equal(await observed(probe, { '/info': { body: '<html>' } }), 'unknown: the answer of /info is not JSON');
});

test('a version is read from a header, from text by a pattern, and from a part of a JSON value', async () => {
  const pages = {
    '/': {
      body: '<html>\n<title>Records</title>\n<!-- Records server 4.1.12 (build 7) -->',
      headers: { 'X-Server': 'Records/4.1.12' },
    },
    '/json': { body: '{"version":"Records 4.1.12"}' },
  };
  const cases: readonly [object, string][] = [
    [{ path: '/', header: 'x-server', pattern: '/(?<version>[0-9.]+)$' }, '4.1.12'],
    [{ path: '/', header: 'X-Server' }, 'Records/4.1.12'],
    [{ path: '/', pattern: '^<!-- Records server (?<version>[0-9.]+)' }, '4.1.12'],
    [{ path: '/json', value: 'version', pattern: ' (?<version>\\S+)$' }, '4.1.12'],
    [{ path: '/', header: 'X-Version' }, 'unknown: the answer of / has no header "X-Version"'],
    [{ path: '/', pattern: 'v(?<version>\\d+)$' }, 'unknown: in the answer of /, no line matches v(?<version>\\d+)$'],
  ];
  for (const [http, said] of cases) assert.equal(await observed({ http }, pages), said);
});

test('a version is read from the output of a command that succeeded', async () => {
  const run = (script: string, more: object = {}) =>
    observed({ command: { run: [process.execPath, '-e', script], ...more } });
  assert.equal(await run('console.log("\\n  4.1.12\\nmore")'), '4.1.12');
  assert.equal(await run('console.log("a\\nserver=4.1.12")', { pattern: '^server=(?<version>.+)$' }), '4.1.12');
  assert.match(await run('console.log("4.1.12"); process.exit(3)'), /^unknown: the command .* exited with code 3/);
  assert.equal(await run(' '), 'unknown: the output of the command of its version probe is empty');
});

test('of several probes the first that finds a version counts; if none does, each says why not', async () => {
  const probe = { 'first-of': [{ http: { path: '/new', value: 'version' } }, { http: { path: '/old', value: 'v' } }] };
  const newer = { '/new': { body: '{"version":"2.0.0"}' } };
  const older = { '/old': { body: '{"v":"1.9.0"}' } };
  assert.equal(await observed(probe, { ...newer, ...older }), '2.0.0');
  assert.equal(await observed(probe, older), '1.9.0');
  assert.equal(await observed(probe), 'unknown: /new answered 404; /old answered 404');
  assert.deepEqual(
    answersOfProbes({ version: probe }).map(({ name, http }) => [name, http.path]),
    [
      ['Answer of the version probe', '/new'],
      ['Answer of the version probe', '/old'],
    ],
    'a vendor gets the whole answers of both',
  );
});

test('a probe that cannot find a version, or might never answer, is refused with what to write', () => {
  const mistake = (http: object) => JSON.stringify(versionProbe.safeParse({ http: { path: '/', ...http } }).error);
  assert.match(mistake({}), /where in its answer .*value.*header.*pattern/);
  assert.match(mistake({ value: 'a', header: 'b' }), /either .*value.* or .*header/);
  assert.match(mistake({ pattern: '\\d+' }), /a group \(\?<version>…\)/);
  assert.match(mistake({ pattern: '(?<version>(\\d+)*)x' }), /finishes quickly/);
  assert.match(mistake({ pattern: '(?<version>' }), /a regular expression as JavaScript reads it/);
});
