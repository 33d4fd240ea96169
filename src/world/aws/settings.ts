import { template } from '../../core/settings/scalars.ts';

/** How an AWS account is reached, in every part that uses one. The credentials are those that a login step has set. */
export const awsKeys = {
  region: template.optional().describe('The region. Default: the one that the login step has set (AWS_REGION).'),
  endpoint: template
    .optional()
    .describe('The address of a server that is compatible with AWS. Default: AWS_ENDPOINT_URL, or AWS itself.'),
};

export interface AwsSettings {
  readonly region?: string | undefined;
  readonly endpoint?: string | undefined;
}
