import { BucketError } from '../bucket.ts';

/** The parts of an answer that show why a request failed. */
export interface S3Answer {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
  /** Where the server says that the bucket is. */
  readonly region: string | undefined;
}

export interface S3Named {
  readonly bucket: string;
  readonly region: string;
  /** The place of its settings in the configuration: `backup.store.s3`. */
  readonly where: string;
}

const busy = new Set([
  'SlowDown',
  'ServiceUnavailable',
  'InternalError',
  'RequestTimeout',
  'ThrottlingException',
  'TooManyRequestsException',
  'ConditionalRequestConflict',
  'OperationAborted',
  'BadDigest',
  'InvalidDigest',
  'XAmzContentChecksumMismatch',
  'IncompleteBody',
]);
const expired = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired']);
const unknownKey = new Set([
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'InvalidToken',
  'UnrecognizedClientException',
]);
const elsewhere = new Set(['PermanentRedirect', 'AuthorizationHeaderMalformed', 'IllegalLocationConstraintException']);

const rights =
  's3:ListBucket on the bucket; s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload on its objects; and the use of the KMS key, if there is one';

/** Translates an answer of the server into what a person can do about it. */
export function s3Failure(answer: S3Answer, { bucket, region, where }: S3Named, cause: unknown): BucketError {
  const { name, status } = answer;
  const failed = (message: string, next: string, passes = false): BucketError =>
    new BucketError(message, { passes, next, cause });
  if (busy.has(name) || status === 429 || (status !== undefined && status >= 500 && status !== 501)) {
    return failed(
      `the server is busy or failed (${said(answer)})`,
      'Run the step again later. If it persists, check the status of the service.',
      true,
    );
  }
  if (name === 'NoSuchBucket')
    return failed(`there is no bucket "${bucket}"`, `Create it, or correct "bucket" in ${where}.`);
  if (elsewhere.has(name) || status === 301) {
    const found = answer.region;
    return failed(
      `the bucket "${bucket}" is not in the region "${region}"${found === undefined ? '' : ` but in "${found}"`}`,
      `Set "region: ${found ?? 'REGION'}" in ${where}.`,
    );
  }
  if (name === 'RequestTimeTooSkewed')
    return failed(
      'the clock of this machine differs by more than 15 minutes from that of the server (RequestTimeTooSkewed)',
      'Set the clock of this machine (NTP), then run the step again.',
    );
  if (expired.has(name))
    return failed(
      `the credentials have expired (${name})`,
      'Start the job again, which logs in again. If a backup takes longer than the session, let the login step ask for a longer one (role-duration-seconds), and allow it for the role.',
    );
  if (unknownKey.has(name))
    return failed(
      `the server does not accept the credentials (${name})`,
      `Check the login step of the job, or the secrets that ${where}.credentials names; with your own server, its endpoint as well.`,
    );
  if (name.startsWith('KMS.') || /\bkms\b/i.test(answer.message))
    return failed(
      `the KMS key cannot be used (${said(answer)})`,
      'Let the role use the key: kms:GenerateDataKey and kms:Decrypt.',
    );
  if (name === 'NotImplemented' || status === 501)
    return failed(
      `the server does not support the request (${said(answer)})`,
      `Conditional writes are needed, which newer versions have. If it does not support SHA-256 checksums, set "checksum: md5" in ${where}.`,
    );
  if (status === 401 || status === 403)
    return failed(`a permission is missing (${said(answer)})`, `What is needed: ${rights}.`);
  return failed(said(answer), `Check ${where}, and what the server says about this error.`);
}

function said({ name, message, status }: S3Answer): string {
  const code = name === '' || name === 'Unknown' || name === 'UnknownError' ? undefined : name;
  const shown = [code, status === undefined ? undefined : String(status)]
    .filter((each) => each !== undefined)
    .join(', ');
  return message === '' || message === code || message === 'UnknownError'
    ? shown
    : `${shown}: ${message.replace(/\.$/, '')}`;
}
