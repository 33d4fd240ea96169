import type { DataBackup } from '../../src/core/model/manifest.ts';

/** What a manifest holds of a data store that is nowhere. */
export function dataBackup(dataAt: string, more: Partial<DataBackup> = {}): DataBackup {
  return {
    name: 'sqlite',
    dataAt,
    identity: { kind: 'sqlite', lineage: {}, location: {}, mark: { kind: 'none' } },
    fingerprint: { kind: 'none', reason: 'a model' },
    tools: {},
    files: [],
    references: [],
    ...more,
  };
}

/** A data store that stands alone. */
export const onlyData = { name: 'sqlite', noun: 'database', isOnly: true } as const;
