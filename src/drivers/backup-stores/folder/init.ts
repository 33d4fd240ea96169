import type { InitKind } from '../../../core/interface/init-kind.ts';

export const folderInit: InitKind = {
  name: 'folder',
  title: 'a folder that the runners of production and staging can both reach',
  onOwnRunners: true,
  settings: {
    path: {
      usual: '${BACKUP_FOLDER}',
      input: 'backupFolder',
      question: 'Which folder can the runners of production and staging both reach, for backups?',
    },
  },
};
