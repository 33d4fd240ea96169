/** What is used of the official client; loaded only where parameters of AWS Systems Manager are read or written. */
export { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
