import { BucketError } from './bucket.ts';

/** A request that got no answer at all; undefined for any other error. */
export function networkFailure(cause: unknown, server: string): BucketError | undefined {
  if (!(cause instanceof TypeError) || !/fetch failed|terminated|other side closed/.test(cause.message))
    return undefined;
  const code = codeOf(cause.cause);
  return new BucketError(`${server} did not answer${code === undefined ? '' : ` (${code})`}`, {
    passes: true,
    next: 'Check the address, the network and the proxy of this machine, then run the step again.',
    cause,
  });
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
