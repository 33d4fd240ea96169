import { SystemFailure } from '../../core/messages/errors.ts';
import type { AwsAccess } from './access.ts';
import { type AwsIdentity, awsIdentity } from './identity.ts';

/** @throws SystemFailure if the job is logged in to another account than the configuration names */
export async function requireAccount(
  { account }: { readonly account?: string | undefined },
  access: AwsAccess,
  where: string,
): Promise<AwsIdentity> {
  const identity = await awsIdentity(access);
  if (account === undefined || account === identity.account) return identity;
  throw new SystemFailure({
    happened: `This job is logged in to the account ${identity.account} (${identity.arn}), but ${where}.account is ${account}.`,
    means: 'It would deploy into another account. Nothing was changed.',
    next: 'Correct the role of the login step of this job, or the account in the configuration.',
  });
}
