import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { UserError } from '../../src/core/messages/errors.ts';
import { attackedSystem } from './attacked-system.ts';

test('a report that cannot be written to its file is the mistake of whoever named it', async (t) => {
  const system = await attackedSystem(
    { dataOf: (file) => ({ sqlite: { file } }), production: 'live.sqlite', staging: 'copy.sqlite' },
    (end) => t.after(end),
  );
  await system.ask('plan', 'copy.sqlite', { target: '1.1.0' });
  const output = join(system.folder, 'no folder/report.md');
  await assert.rejects(
    system.ask('report', 'copy.sqlite', { output }),
    (error) =>
      error instanceof UserError && /could not be written to ".*no folder\/report\.md": ENOENT/.test(error.message),
  );
});
