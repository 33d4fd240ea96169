import { SystemFailure } from '../../../core/messages/errors.ts';
import { AwsError, awsFailure, nextAfter } from '../../../world/aws/ask.ts';
import type { RdsCall, RdsService } from '../../../world/aws/rds.ts';

/** What a call is about and what it means if it fails. */
export interface Purpose {
  /** As a phrase: `The cluster "records" could not be described`. */
  readonly what: string;
  readonly means: string;
}

/** Makes the call, and reports a failure with what to do. Rejects with a SystemFailure. */
export async function asking<Answer>(
  service: RdsService,
  { what, means }: Purpose,
  call: RdsCall<Answer>,
  signal?: AbortSignal,
): Promise<Answer> {
  try {
    return await service.ask(call, signal);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw failure(what, means, error);
  }
}

/** For something with a unique name: if it exists, an earlier call whose answer was lost has created it. */
export async function makingOnce(
  service: Pick<RdsService, 'ask'>,
  { what, means }: Purpose,
  call: RdsCall<void>,
): Promise<void> {
  try {
    await service.ask(call);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (!/AlreadyExists/.test(error.code)) throw failure(what, means, error);
  }
}

/** Undefined for what does not exist. */
export async function askingFor<Answer>(
  service: RdsService,
  purpose: Purpose,
  call: RdsCall<Answer>,
  signal?: AbortSignal,
): Promise<Answer | undefined> {
  try {
    return await service.ask(call, signal);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (/NotFound/.test(error.code)) return undefined;
    throw failure(purpose.what, purpose.means, error);
  }
}

const advice: readonly (readonly [RegExp, string])[] = [
  [
    /^KMSKeyNotAccessible/,
    'Let the role of this job use the KMS key (kms:CreateGrant, kms:DescribeKey, kms:Decrypt), and see that the key is enabled. A snapshot with the key of AWS cannot be used by another account: set "copy" with a key of your own.',
  ],
  [
    /^SnapshotQuotaExceeded/,
    'Delete manual snapshots that nobody needs, or ask AWS for a higher quota ("Manual DB cluster snapshots"). "backup.keep" removes old ones.',
  ],
  [
    /^(?:InstanceQuotaExceeded|DBClusterQuotaExceeded|StorageQuotaExceeded)/,
    'While the copy is made, staging is there twice. Delete what nobody uses, or ask AWS for a higher quota (Service Quotas).',
  ],
  [
    /^(?:InsufficientDBInstanceCapacity|InsufficientDBClusterCapacity|InsufficientStorageClusterCapacity)/,
    'AWS has none of that class free in these zones now. Run the step again later, or give staging another class.',
  ],
  [/^InvalidDB(?:Cluster|Instance)State/, 'Wait until it is available, then run the step again.'],
];

function failure(what: string, means: string, error: AwsError): SystemFailure {
  const known = advice.find(([code]) => code.test(error.code))?.[1];
  if (known === undefined) return awsFailure(what, error, means);
  const happened = `${what}: ${error.message} (${error.code}).`;
  return new SystemFailure({ happened, means, next: known || nextAfter(error) }, { cause: error });
}
