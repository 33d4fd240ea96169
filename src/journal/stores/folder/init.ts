import type { InitKind } from '../../../core/interface/init-kind.ts';

export const folderInit: InitKind = {
  name: 'folder',
  title: 'a folder that every run reaches',
  onOwnRunners: true,
  settings: {
    path: {
      usual: '${JOURNAL_FOLDER}',
      input: 'journal',
      question: 'Which folder does every run reach, for the journal?',
    },
  },
};
