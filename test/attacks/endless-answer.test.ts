import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestSettings, send } from '../../src/drivers/probes/http/request.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { serve } from '../support/http-server.ts';

test('a server whose answer never ends does not fill the memory of the runner', async () => {
  let sent = 0;
  const piece = Buffer.alloc(1 << 20, 'a');
  await using server = await serve((_, response) => {
    const go = (): void => {
      while (!response.destroyed && response.write(piece)) sent += piece.length;
      if (!response.destroyed) response.once('drain', go);
    };
    go();
  });
  const context = { effects: databaseEffects(), where: 'the health probe', placeholders: { url: server.url } };
  const answer = await send(requestSettings.parse({ path: '/health', timeout: '60s' }), context);
  assert.deepEqual(answer, {
    kind: 'no-answer',
    reason: 'its answer has more than 16 MiB',
    url: `${server.url}/health`,
  });
  assert.ok(sent < 200 * piece.length, `${sent} bytes were sent`);
});
