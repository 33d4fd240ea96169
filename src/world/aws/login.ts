import type { InitLogin } from '../../core/interface/init-kind.ts';

/** https://github.com/aws-actions/configure-aws-credentials/releases/tag/v6.2.3 */
export const awsLogin: InitLogin = {
  name: 'Log in to AWS',
  action: {
    repository: 'aws-actions/configure-aws-credentials',
    ref: 'e6de054238d6b7531b4efff3b6587d9aade6a06c',
    version: 'v6.2.3',
  },
  with: { 'role-to-assume': { variable: 'AWS_ROLE' }, 'aws-region': { variable: 'AWS_REGION' } },
};
