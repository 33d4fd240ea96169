import type { InitLogin } from '../../../core/interface/init-kind.ts';

/** https://github.com/google-github-actions/auth/releases/tag/v3.0.0 */
export const googleLogin: InitLogin = {
  name: 'Log in to Google Cloud',
  action: {
    repository: 'google-github-actions/auth',
    ref: '7c6bc770dae815cd3e89ee6cdf493a5fab2cc093',
    version: 'v3.0.0',
  },
  with: {
    workload_identity_provider: { variable: 'GCP_IDENTITY_PROVIDER' },
    service_account: { variable: 'GCP_SERVICE_ACCOUNT' },
  },
};
