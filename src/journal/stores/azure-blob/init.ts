import type { InitKind } from '../../../core/interface/init-kind.ts';
import { azureLogin } from '../../../world/objects/azure/login.ts';

export const azureBlobInit: InitKind = {
  name: 'azure-blob',
  title: 'a container of Azure Blob Storage, where rules of the repository forbid the branch',
  settings: {
    account: { usual: '${JOURNAL_ACCOUNT}', question: 'In which storage account is the journal kept?' },
    container: { usual: '${JOURNAL_CONTAINER}', question: 'In which container of it?' },
  },
  login: azureLogin,
};
