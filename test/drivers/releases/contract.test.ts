import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext as Running, test } from 'node:test';
import { SystemFailure, UserError } from '../../../src/core/messages/errors.ts';
import { releaseSource } from '../../../src/drivers/releases.ts';
import { fixturesIn } from '../../support/contract-fixtures.ts';
import { serve, type TestServer } from '../../support/http-server.ts';
import { contextFor, type TestContext } from './effects.ts';
import type { MakeSourceFixture, SourceFixture } from './fixture.ts';

/** What every source of releases must do: the complete list, or none and the reason. */

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

interface Reading {
  readonly context: TestContext;
  readonly server: TestServer;
  read(signal?: AbortSignal): Promise<readonly string[]>;
}

/** The source against a server that answers like this. */
async function against(fixture: SourceFixture, answer: Answer, t: Running): Promise<Reading> {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-source-'));
  t.after(() => rm(directory, { recursive: true }));
  for (const [path, text] of Object.entries(fixture.files ?? {})) await writeFile(join(directory, path), text);
  const server = await serve(answer);
  t.after(() => server[Symbol.asyncDispose]());
  const context = contextFor({ directory, environment: { ...fixture.environment } });
  const part = releaseSource.parse(fixture.settings(server));
  return {
    context,
    server,
    read: async (signal) => (await part.open(context).read(signal)).tags.map(({ tag }) => tag),
  };
}

/** Answers once with `status`, and from then on as the server should. */
function first(status: number, headers: Record<string, string>, then: Answer): Answer {
  let left = 1;
  return (request, response) => {
    if (left-- > 0) response.writeHead(status, headers).end();
    else then(request, response);
  };
}

const withAdvice = (error: unknown): boolean =>
  (error instanceof SystemFailure || error instanceof UserError) &&
  error.detail.means !== '' &&
  error.detail.next !== '';

const saying =
  (text: string) =>
  (error: unknown): boolean =>
    withAdvice(error) && error instanceof Error && error.message.includes(text);

const total = (waits: readonly number[]): number => waits.reduce((sum, wait) => sum + wait, 0);

const most = 15 * 60_000;

const fixtures = (await fixturesIn<MakeSourceFixture>(import.meta.dirname)).flatMap(({ make }) => make());

for (const fixture of fixtures) {
  const { name, tags, answer, files = {} } = fixture;
  const whole = (found: readonly string[]) => assert.deepEqual(found.toSorted(), tags.toSorted());

  test(`${name}: gives every release, from all pages, each time it is asked`, async (t) => {
    const { read } = await against(fixture, answer ?? (() => assert.fail('nothing is to be asked for')), t);
    whole(await read());
    whole(await read());
  });

  for (const file of Object.keys(files)) {
    for (const text of ['<html>Please log in</html>', '{', '- [1.0.0', '7']) {
      test(`${name}: "${text}" in its file is not a list`, async (t) => {
        const { read } = await against({ ...fixture, files: { ...files, [file]: text } }, () => undefined, t);
        await assert.rejects(read, withAdvice);
      });
    }
    test(`${name}: a missing file is not an empty list`, async (t) => {
      const { read } = await against({ ...fixture, files: {} }, () => undefined, t);
      await assert.rejects(read, saying(file));
    });
  }

  if (answer === undefined) continue;

  test(`${name}: a missing source is reported, and is not an empty list`, async (t) => {
    const { read, context } = await against(fixture, (_, response) => response.writeHead(404).end('{}'), t);
    await assert.rejects(read, saying('404'));
    assert.deepEqual(context.clock.sleeps, [], 'it is not asked again');
  });

  test(`${name}: asks again when the server says that it may, and later when it is down`, async (t) => {
    const limited = await against(fixture, first(429, { 'retry-after': '7' }, answer), t);
    whole(await limited.read());
    assert.equal(limited.context.clock.sleeps[0], 7000);
    const down = await against(fixture, first(503, {}, answer), t);
    whole(await down.read());
  });

  test(`${name}: gives up on a server that stays down or says to wait for a day`, async (t) => {
    for (const [status, headers] of [
      [500, {}],
      [503, {}],
      [429, { 'retry-after': '86400' }],
    ] as const) {
      const { read, context, server } = await against(
        fixture,
        (_, response) => response.writeHead(status, headers).end(),
        t,
      );
      await assert.rejects(read, saying(String(status)));
      assert.ok(total(context.clock.sleeps) <= most, `${total(context.clock.sleeps)} ms were waited for`);
      assert.ok(server.requests.length <= 4, `it was asked ${server.requests.length} times`);
    }
  });

  test(`${name}: a truncated answer is requested again, and never taken for complete`, async (t) => {
    const { read, server } = await against(
      fixture,
      (_, response) => {
        response.writeHead(200, { 'content-length': 9999 }).write('[');
        setTimeout(() => response.destroy(), 20);
      },
      t,
    );
    await assert.rejects(read, withAdvice);
    assert.equal(server.requests.length, 4);
  });

  for (const body of ['<html>Please log in</html>', '{', '', '"text"', '7', '[7]']) {
    test(`${name}: ${JSON.stringify(body)} is not a list`, async (t) => {
      const { read } = await against(fixture, (_, response) => void response.end(body), t);
      await assert.rejects(read, withAdvice);
    });
  }

  test(`${name}: follows where the server has moved to, and not in circles`, async (t) => {
    const moved = await against(
      fixture,
      (request, response) => {
        if (request.url?.startsWith('/moved')) {
          request.url = request.url.slice('/moved'.length);
          return answer(request, response);
        }
        response.writeHead(302, { location: `/moved${request.url}` }).end();
      },
      t,
    );
    whole(await moved.read());
    const circle = await against(
      fixture,
      (request, response) => response.writeHead(302, { location: request.url ?? '/' }).end(),
      t,
    );
    await assert.rejects(circle.read, withAdvice);
  });

  test(`${name}: an endless answer is ended`, async (t) => {
    const { context, server } = await against(fixture, answer, t);
    const piece = new Uint8Array(1 << 20).fill(0x20);
    let sent = 0;
    const endless: typeof fetch = async () =>
      new Response(
        new ReadableStream({
          pull: (controller) => {
            sent += piece.length;
            controller.enqueue(piece);
          },
        }),
      );
    const source = releaseSource.parse(fixture.settings(server));
    const opened = source.open({ ...context, effects: { ...context.effects, fetch: endless } });
    await assert.rejects(opened.read(), saying('MiB'));
    assert.ok(sent < 300 * piece.length, `${sent} bytes were read`);
  });

  test(`${name}: cancelling ends the waiting for an answer`, async (t) => {
    const controller = new AbortController();
    const { read } = await against(fixture, () => controller.abort(new Error('the run was cancelled')), t);
    await assert.rejects(read(controller.signal), /the run was cancelled/);
  });
}
