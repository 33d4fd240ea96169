import type { InitKind } from '../../../core/interface/init-kind.ts';
import { azureLogin } from '../../../world/objects/azure/login.ts';

export const azureBlobInit: InitKind = {
  name: 'azure-blob',
  title: 'a container of Azure Blob Storage: also for hosted runners',
  settings: {
    account: { usual: '${BACKUP_ACCOUNT}', question: 'In which storage account are backups kept?' },
    container: { usual: '${BACKUP_CONTAINER}', question: 'In which container of it?' },
  },
  login: azureLogin,
};
