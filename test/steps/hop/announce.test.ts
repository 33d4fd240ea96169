import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { sampleSystem } from '../../commands/sample-system.ts';
import { serve } from '../../support/http-server.ts';

const github = {
  kind: 'github',
  id: '7',
  attempt: 1,
  actor: 'engineer',
  url: 'https://github.com/acme/records/actions/runs/7',
} as const;
const hop = '1.0.2--1.1.4';
const notice = z.object({ kind: z.string(), system: z.string(), hop: z.string(), title: z.string(), url: z.string() });

test('people are notified if the configuration says so, only by a workflow, and nothing stops if nobody receives it', async (t) => {
  const received: unknown[] = [];
  await using receiver = await serve(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push(JSON.parse(Buffer.concat(chunks).toString()));
    response.statusCode = request.url === '/deaf' ? 410 : 200;
    response.end('ok');
  });
  const system = await sampleSystem(t);
  await system.ask({ command: 'plan', target: '1.1.4' });
  const notify = [
    { to: { webhook: { url: '${EARS}' } }, on: ['failed'] },
    { to: { webhook: { url: '${EARS}' } }, on: ['complete'] },
    { to: { webhook: { url: '${DEAF}' } } },
  ];
  const changes = {
    configuration: { notify },
    variables: { EARS: `${receiver.url}/services/secret`, DEAF: `${receiver.url}/deaf` },
  };
  const promote = { command: 'deploy', environment: 'production', release: 'to', hop } as const;

  const typed = await system.ask(promote, changes);
  assert.equal(typed.outcome, 'refused');
  assert.deepEqual(received, [], 'at a terminal somebody is there');

  const { outcome } = await system.ask(promote, { ...changes, run: github });
  assert.equal(outcome, 'refused', 'it ended as it would have otherwise');
  assert.equal(received.length, 2, 'who asked for other things is not told');
  assert.deepEqual(notice.parse(received[0]), {
    kind: 'failed',
    system: 'records',
    hop,
    title: 'records: 1.0.2 → 1.1.4: "deploy" did not succeed on production',
    url: github.url,
  });
  const warning = system.warnings.find((line) => line.startsWith('Nobody was notified'));
  assert.equal(
    warning,
    'Nobody was notified by webhook (notify[2].to) of "records: 1.0.2 → 1.1.4: "deploy" did not succeed on production": it answered 410.',
  );
});
