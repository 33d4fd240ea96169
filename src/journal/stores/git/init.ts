import type { InitKind } from '../../../core/interface/init-kind.ts';

export const gitInit: InitKind = { name: 'git', title: 'a branch of the repository', settings: {} };
