import type { InitKind } from '../../../core/interface/init-kind.ts';

export const folderInit: InitKind = {
  name: 'folder',
  title: 'a folder that every run can reach',
  onOwnRunners: true,
  settings: {
    path: {
      usual: '${JOURNAL_FOLDER}',
      input: 'journal',
      question: 'Which folder, for the journal, can every run reach?',
    },
  },
};
