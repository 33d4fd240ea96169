/** What is used of the official client; loaded only to read or write parameters of AWS Systems Manager. */
export { DeleteParameterCommand, GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
