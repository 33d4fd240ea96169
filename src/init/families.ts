import type { InitKind } from '../core/interface/init-kind.ts';
import type { InputName } from '../core/interface/inputs.ts';
import { backupStoreInit } from '../drivers/backup-stores.ts';
import { dataStoreInit } from '../drivers/data-stores.ts';
import { deployerInit } from '../drivers/deployers.ts';
import { journalStoreInit } from '../journal/stores/registry.ts';

/** A part of the configuration of which there are several kinds; `init` writes one of them. */
export interface InitFamily {
  readonly kinds: readonly InitKind[];
  /** The kind that is proposed if the product proposes none. */
  readonly usual: string;
  readonly question: string;
  /** The input that names the kind. */
  readonly input: Extract<InputName, 'database' | 'deployer' | 'store' | 'journal'>;
}

export const initFamilies = {
  data: {
    kinds: dataStoreInit,
    usual: 'postgres',
    question: 'What keeps its data?',
    input: 'database',
  },
  deploy: {
    kinds: deployerInit,
    usual: 'command',
    question: 'How is a release put in place?',
    input: 'deployer',
  },
  store: {
    kinds: backupStoreInit,
    usual: 'folder',
    question: 'Where are backups kept?',
    input: 'store',
  },
  journal: {
    kinds: journalStoreInit,
    usual: 'git',
    question: 'Where is the journal kept, the record of what was done?',
    input: 'journal',
  },
} as const satisfies Readonly<Record<string, InitFamily>>;

export type FamilyName = keyof typeof initFamilies;
export const familyNames: readonly FamilyName[] = ['data', 'deploy', 'store', 'journal'];
