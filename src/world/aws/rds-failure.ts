/** Why a request to the provider did not work. */
export interface RdsFailure {
  /** A phrase: `the credentials have expired (ExpiredToken)`. */
  readonly reason: string;
  /** What a person can do about it. */
  readonly next: string;
  /** No patience fixes it: a credential or a right. */
  readonly isRefused: boolean;
}

const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'RequestExpired']);
const unknownKey = new Set([
  'InvalidClientTokenId',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
]);
const denied = new Set(['AccessDenied', 'AccessDeniedException', 'UnauthorizedOperation']);
const busy = new Set([
  'Throttling',
  'ThrottlingException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'InternalFailure',
]);

/**
 * Translates an answer of the provider into what a person can do about it.
 * @param asked for messages: `rds:DescribeDBClusters`
 */
export function rdsFailure(cause: unknown, asked: string): RdsFailure {
  const name = cause instanceof Error ? cause.name : '';
  const message = cause instanceof Error ? cause.message.replace(/\.$/, '') : '';
  if (expired.has(name))
    return {
      reason: `the credentials have expired (${name})`,
      next: 'Start the job again, which logs in again. If a resize takes longer than the session, let the login step ask for a longer one (role-duration-seconds), and allow it for the role.',
      isRefused: true,
    };
  if (unknownKey.has(name) || name === 'CredentialsProviderError')
    return {
      reason: `AWS does not accept the credentials of this job, or there are none (${name})`,
      next: 'Check the login step of the job: it must come before this one, and assume a role of the right account.',
      isRefused: true,
    };
  if (denied.has(name))
    return {
      reason: `the role of this job may not do ${asked} (${name})`,
      next: `Add ${asked} to its policy: docs/aws-rds.md has the whole of it.`,
      isRefused: true,
    };
  if (busy.has(name)) return { reason: `AWS is busy (${name})`, next: 'Run the step again later.', isRefused: false };
  const said = message === '' || message === name ? name : `${name}: ${message}`;
  return {
    reason: `${asked} was answered with ${said}`,
    next: 'See what AWS says about this error.',
    isRefused: false,
  };
}
