import { leaseState } from '../../../src/core/history/lease.ts';
import type { JournalEvent } from '../../../src/core/model/event.ts';
import { eventSentence } from '../../../src/core/model/event-sentence.ts';
import { readManifest } from '../../../src/drivers/backup-stores/read-manifest.ts';
import { encodeEntry, readChain, sha256 } from '../../../src/journal/chain.ts';
import { checked, completed, deployed, hop, storedChain } from '../../journal/fixtures.ts';
import type { Target } from '../target.ts';

const events: readonly [JournalEvent, ...JournalEvent[]] = [
  checked,
  deployed,
  completed,
  { type: 'lease-taken', fence: 1, owner: 'run 1', expiresAt: '2026-01-01T03:00:00.000Z', marginMilliseconds: 120_000 },
  { type: 'approved', hop, gate: 'production', by: 'engineer', comment: 'fine' },
  { type: 'ended', hop, environment: 'staging', command: 'deploy', outcome: 'failed', message: 'It did not answer.' },
];
const chain = storedChain(events);
const textOf = (index: number): string => Buffer.from(chain[index]?.content ?? []).toString('utf8');
const texts = [textOf(0), textOf(1), textOf(2), textOf(3), textOf(4), textOf(5)] as const;

function decode(files: readonly { readonly name: string; readonly content: Uint8Array }[]): void {
  const entries = readChain(files, 'records', 'folder here');
  leaseState(entries);
  for (const { event } of entries) eventSentence(event);
}

/** An entry with a checksum that fits, so that what is in it is looked at. */
function sealed(text: string): string {
  const bare = text.replace(/,\n {2}"checksum": "[^"]*"\n\}\n$/, '\n}\n');
  return bare.replace(/\n\}\n$/, `,\n  "checksum": "${sha256(bare)}"\n}\n`);
}

const manifest = {
  format: 2,
  id: '20260101T020304Z-1.0.2--1.1.4-rehearsal',
  system: 'records',
  product: 'sample',
  purpose: 'rehearsal',
  hop: { id: hop.id, digest: hop.digest },
  version: '1.0.2',
  startedAt: '2026-01-01T02:03:04Z',
  finishedAt: '2026-01-01T02:04:04Z',
  dataAt: '2026-01-01T02:03:05Z',
  journalEntries: 4,
  data: [
    {
      name: 'sqlite',
      dataAt: '2026-01-01T02:03:05Z',
      identity: {
        kind: 'sqlite',
        lineage: { id: 'a' },
        location: { file: '/srv/a.db' },
        mark: { kind: 'none' },
      },
      fingerprint: {
        kind: 'same-snapshot',
        value: {
          at: '2026-01-01T02:03:05Z',
          tables: [{ name: 'patients', rows: 3, checksum: '12' }],
          sequences: [{ name: 'patients_id', value: '4', called: true }],
        },
      },
      tools: { sqlite: '3.50' },
      files: [{ path: 'data.db', bytes: 4096, sha256: 'a'.repeat(64) }],
      references: [],
    },
  ],
};

export const recordTargets: readonly Target[] = [
  {
    name: 'journal-entry',
    seeds: texts,
    read: (text) => {
      const content = Buffer.from(sealed(text));
      decode([{ name: '000001.json', content }]);
    },
  },
  {
    name: 'journal-chain',
    seeds: [chain.map(({ name }, index) => `${name}\u0000${textOf(index)}`).join('\u0001')],
    read: (text) => {
      const files = text.split('\u0001').map((file) => {
        const [name = '', ...content] = file.split('\u0000');
        return { name, content: Buffer.from(content.join('\u0000')) };
      });
      decode(files);
    },
  },
  {
    name: 'journal-written',
    seeds: texts,
    read: (text) => {
      // A server's message gets into the journal: whatever it is, what is written can be read again.
      const event: JournalEvent = { type: 'approved', hop, gate: 'production', by: text };
      const entry = {
        format: 1,
        sequence: 1,
        previous: '',
        at: '2026-01-01T02:00:00.000Z',
        system: 'records',
      } as const;
      decode([encodeEntry({ ...entry, run: { kind: 'github', id: '1', attempt: 1, actor: 'engineer' }, event })]);
    },
  },
  { name: 'manifest', seeds: [JSON.stringify(manifest), JSON.stringify(manifest, null, 2)], read: readManifest },
];
