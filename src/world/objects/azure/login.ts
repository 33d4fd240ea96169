import type { InitLogin } from '../../../core/interface/init-kind.ts';

/** https://github.com/Azure/login/releases/tag/v2.3.0 */
export const azureLogin: InitLogin = {
  name: 'Log in to Azure',
  action: { repository: 'Azure/login', ref: 'a457da9ea143d694b1b9c7c869ebb04ebe844ef5', version: 'v2.3.0' },
  with: {
    'client-id': { variable: 'AZURE_CLIENT_ID' },
    'tenant-id': { variable: 'AZURE_TENANT_ID' },
    'subscription-id': { variable: 'AZURE_SUBSCRIPTION_ID' },
  },
};
