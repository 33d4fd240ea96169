import { SystemFailure } from '../../core/messages/errors.ts';
import type { AwsAccess } from './access.ts';

/** A call that AWS refused, or that did not reach it. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  /** The service's name for it: `ClusterNotFoundException`. */
  readonly code: string;
  /** Whether it may pass by itself. */
  readonly passes: boolean;

  constructor(code: string, message: string, { passes, cause }: { readonly passes: boolean; readonly cause: unknown }) {
    super(message, { cause });
    this.code = code;
    this.passes = passes;
  }
}

/** About a minute and a half in all. */
const attempts = 8;
const firstPause = 500;
const longestPause = 30_000;

export interface CallOptions {
  readonly abortSignal: AbortSignal;
}

/** Makes a call, and repeats it if AWS asks to wait; rejects with an AwsError. */
export async function askAws<Answer>(
  { clock, signal, credentials }: Pick<AwsAccess, 'clock' | 'signal' | 'credentials'>,
  call: (options: CallOptions) => Promise<Answer>,
): Promise<Answer> {
  let mayRenew = credentials !== undefined;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await call({ abortSignal: signal });
    } catch (cause) {
      signal.throwIfAborted();
      const error = awsError(cause);
      if (error === undefined) throw cause;
      if (mayRenew && expired.test(error.code)) {
        mayRenew = false;
        // If that does not work, the expired session is the cause.
        if (await credentials?.renew(signal).catch(() => false)) continue;
      }
      if (!error.passes || attempt === attempts) throw error;
      await clock.sleep(pause(attempt), signal);
    }
  }
}

/** Half of it is random: callers that a busy service turned away do not all come back at once. */
function pause(attempt: number): number {
  const whole = Math.min(longestPause, firstPause * 2 ** (attempt - 1));
  return whole / 2 + (Math.random() * whole) / 2;
}

const busy =
  /throttl|TooManyRequests|RequestLimitExceeded|ServiceUnavailable|InternalFailure|InternalError|ServerException|RequestTimeout|PriorRequestNotComplete/i;

function awsError(cause: unknown): AwsError | undefined {
  if (!(cause instanceof Error)) return undefined;
  if (cause instanceof TypeError && /fetch failed|terminated|other side closed/.test(cause.message)) {
    const code = networkCode(cause.cause);
    return new AwsError('NoAnswer', `it did not answer${code === '' ? '' : ` (${code})`}`, { passes: true, cause });
  }
  if (cause.name === 'CredentialsProviderError') {
    return new AwsError(cause.name, 'there are no credentials', { passes: false, cause });
  }
  const status = statusOf(cause);
  if (status === undefined) return undefined;
  const passes = busy.test(cause.name) || status === 429 || status >= 500;
  return new AwsError(cause.name, cause.message.replace(/\.$/, ''), { passes, cause });
}

function networkCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** The clients put what they know about the response into the error. */
function statusOf(error: Error): number | undefined {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || error.$metadata === null) return undefined;
  const { $metadata: about } = error;
  return 'httpStatusCode' in about && typeof about.httpStatusCode === 'number' ? about.httpStatusCode : undefined;
}

const expired = /^(?:ExpiredToken|ExpiredTokenException|RequestExpired|TokenRefreshRequired)$/;
const unknownKey = /^(?:InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidAccessKeyId)$/;
const noRight = /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedException)$/;

/** No retry fixes it: a credential, or a permission. */
export function isRefused({ code }: AwsError): boolean {
  return [expired, unknownKey, noRight].some((each) => each.test(code)) || code === 'CredentialsProviderError';
}

/** What a person can do about a refused call. */
export function nextAfter({ code, passes }: AwsError): string {
  if (expired.test(code))
    return 'Run the job again, which logs in again. If this happens again, let the login step ask for a longer session (role-duration-seconds), and allow it for the role.';
  if (unknownKey.test(code) || code === 'CredentialsProviderError')
    return 'Check the login step of the job: it must set the credentials of this account. Then run the step again.';
  if (noRight.test(code)) return 'Give the role of this job that permission, then run the step again.';
  if (passes) return 'Run the step again later. If it persists, check the status of the service.';
  return 'Correct the cause, and run the step again.';
}

/** @param what as a phrase: `The stack "records" could not be read` */
export function awsFailure(what: string, error: AwsError, means: string): SystemFailure {
  const detail = {
    happened: `${what}: ${error.message} (${error.code}).`,
    means,
    next: nextAfter(error),
  };
  return new SystemFailure(detail, { cause: error });
}
