import type { InitKind } from '../../../core/interface/init-kind.ts';

export const folderInit: InitKind = {
  name: 'folder',
  title: 'a folder that the runners of production and of staging both reach',
  onOwnRunners: true,
  settings: {
    path: {
      usual: '${BACKUP_FOLDER}',
      input: 'backupFolder',
      question: 'Which folder do the runners of production and of staging both reach, for backups?',
    },
  },
};
