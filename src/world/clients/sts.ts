/** What is used of the official client; loaded only where it is asked whose account this is. */
export { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
