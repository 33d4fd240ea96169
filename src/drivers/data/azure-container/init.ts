import type { InitKind } from '../../../core/interface/init-kind.ts';
import { azureLogin } from '../../../world/objects/azure/login.ts';

export const azureContainerInit: InitKind = {
  name: 'azure-container',
  title: 'a container of Azure Blob Storage, with files of the application',
  settings: {
    account: { usual: '${{PREFIX}{SIDE}_ACCOUNT}', scriptVariable: 'ACCOUNT' },
    container: { usual: '${{PREFIX}{SIDE}_CONTAINER}', scriptVariable: 'CONTAINER' },
  },
  scrubExamples: [
    `az storage blob delete-batch --auth-mode login --account-name "$ACCOUNT" --source "$CONTAINER" --pattern 'exports/*'`,
  ],
  login: azureLogin,
};
