import type { AwsAccess } from './access.ts';
import { AwsError, askAws, awsFailure } from './ask.ts';

export interface AwsIdentity {
  readonly account: string;
  /** `arn:aws:sts::123456789012:assumed-role/deploy/run`: nothing secret. */
  readonly arn: string;
}

/** Whose credentials these are. Rejects with a SystemFailure. */
export async function awsIdentity(access: AwsAccess): Promise<AwsIdentity> {
  const sdk = await import('../clients/sts.ts');
  const client = new sdk.STSClient(access.clientSettings);
  try {
    const { Account, Arn } = await askAws(access, (options) =>
      client.send(new sdk.GetCallerIdentityCommand({}), options),
    );
    return { account: Account ?? '', arn: Arn ?? '' };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw awsFailure('AWS did not say whose credentials this job has', error, 'Nothing was changed.');
  }
}
