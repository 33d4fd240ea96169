import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry, JournalEvent } from '../../src/core/model/event.ts';
import { readChain } from '../../src/journal/chain.ts';
import { journalLog } from '../../src/report/journal-log.ts';
import { checked, completed, deployed, hop, storedChain } from '../journal/fixtures.ts';

test('the log is a table with one line per entry', () => {
  const said: JournalEvent[] = [
    { type: 'lease-taken', fence: 1, owner: 'github 1', expiresAt: '2026-01-01T02:15:00.000Z' },
    checked,
    { ...deployed, deferred: true, downtimeMilliseconds: 4_200 },
    { type: 'approved', hop, gate: 'environment production', by: 'dana', comment: 'go' },
    {
      type: 'ended',
      hop,
      environment: 'production',
      command: 'deploy',
      outcome: 'refused',
      message: 'The window is closed.',
    },
    completed,
  ];
  const entries = readChain(storedChain(said), 'records', 'here');
  const [first, ...others] = entries;
  assert(first);
  const terminal: Entry = { ...first, run: { kind: 'terminal', id: 'k3f9', attempt: 1, actor: 'sam' } };
  const later: Entry = {
    ...first,
    sequence: 7,
    run: { ...first.run, attempt: 2 },
    event: { type: 'not-understood', name: 'inspected', content: { depth: 3 } },
  };
  assert.equal(
    journalLog([terminal, ...others, later]),
    `#  time                  run            actor     what
1  2026-01-01 02:00:00Z  terminal k3f9  sam       lease taken by github 1, number 1, until 2026-01-01T02:15:00.000Z
2  2026-01-01 02:01:00Z  github 1       engineer  checked 1.0.2--1.1.4 on production: 1.0.2
3  2026-01-01 02:02:00Z  github 1       engineer  deployed 1.0.2--1.1.4 on staging in 2 min 5 s: 1.1.4, migrations deferred, down for 4.2 s
4  2026-01-01 02:03:00Z  github 1       engineer  approved 1.0.2--1.1.4: by dana (environment production), "go"
5  2026-01-01 02:04:00Z  github 1       engineer  deploy refused 1.0.2--1.1.4 on production: The window is closed.
6  2026-01-01 02:05:00Z  github 1       engineer  completed 1.0.2--1.1.4
7  2026-01-01 02:00:00Z  github 1/2     engineer  inspected (written by a newer version) {"depth":3}
`,
  );
  assert.equal(journalLog([]), 'The journal is empty: nothing has been recorded yet.\n');
});

test('no text of the journal can start a line, move the cursor or reverse the reading', () => {
  const text = 'fine\n99 forged\r\u{1b}[2J\u{202e}desrever\u{7}';
  const entries = readChain(storedChain([{ type: 'approved', hop, gate: 'none', by: text }]), 'records', 'here');
  const log = journalLog(entries);
  assert.equal(log.split('\n').length, 3);
  assert.doesNotMatch(log.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
  assert.match(log, /by fine 99 forged/);
});
