import type { BackupFacts } from '../../../src/drivers/backup-stores/store.ts';

/** Of a backup of two databases, `records` and `tasks`. */
export function backupFacts(id: string, startedAt = '2026-01-02T02:14:09.000Z'): BackupFacts {
  return {
    id,
    system: 'records',
    product: 'sample',
    purpose: 'rehearsal',
    hop: { id: '1.0.2--1.1.0', digest: 'a'.repeat(64) },
    version: '1.0.2',
    startedAt,
    finishedAt: startedAt,
    dataAt: startedAt,
    journalEntries: 1,
    data: ['records', 'tasks'].map((name) => ({
      name,
      dataAt: startedAt,
      identity: {
        kind: 'sqlite',
        lineage: { 'file-number': '7' },
        location: { file: `/srv/${name}.db` },
        mark: { kind: 'none' },
      },
      fingerprint: {
        kind: 'same-snapshot',
        value: { at: startedAt, tables: [{ name: 'visits', rows: 2 }], sequences: [] },
      },
      tools: { sqlite: '3.53' },
      references: [],
    })),
  };
}
