import type { Clock } from '../clock.ts';

/** A credential that a server issues for a limited time: requested when it is first used, and kept only in memory. */
export interface AccessToken {
  /** How it is sent in the header `Authorization`. */
  readonly scheme: 'Bearer' | 'Basic';
  current(): Promise<TokenReading>;
  /** A replacement for a token that was not accepted; undefined if another one was already tried in vain. */
  insteadOf(refused: string): Promise<TokenReading | undefined>;
  /** The token that was sent last was accepted: if one is refused later, it is renewed again. */
  accepted(): void;
}

export type TokenReading =
  | { readonly kind: 'token'; readonly value: string }
  /** `reason` names the credential. `refused`: the server will not issue one, however often it is asked. */
  | { readonly kind: 'none'; readonly reason: string; readonly refused: boolean };

export type TokenAnswer =
  | { readonly kind: 'token'; readonly value: string; readonly milliseconds: number | undefined }
  | Extract<TokenReading, { readonly kind: 'none' }>;

interface Held {
  readonly value: string;
  /** Milliseconds since the epoch; undefined if the server does not say. */
  readonly renewAt: number | undefined;
  readonly endsAt: number | undefined;
}

const longestMargin = 60_000;
/** A lasting failure is not retried at each look: some servers lock a client out. */
const freeFailures = 3;
const longestPause = 30_000;

/** @param ask one request to the server; it rejects only if the run is being stopped */
export function accessToken(ask: () => Promise<TokenAnswer>, clock: Clock): AccessToken {
  let held: Held | undefined;
  let failures = 0;
  let failed: { readonly reading: TokenReading; readonly until: number } | undefined;
  let asking: Promise<TokenReading> | undefined;
  let isRenewed = false;
  const now = (): number => clock.now().getTime();

  const fetchOne = async (): Promise<TokenReading> => {
    const asked = now();
    const answer = await ask();
    if (answer.kind === 'token') {
      const { value, milliseconds } = answer;
      held = heldFrom(value, asked, milliseconds);
      failures = 0;
      failed = undefined;
      return { kind: 'token', value };
    }
    failures += 1;
    const pause = failures < freeFailures ? 0 : Math.min(longestPause, 1000 * 2 ** (failures - freeFailures));
    failed = { reading: answer, until: now() + pause };
    // It counts until it expires, which is still ahead.
    return held !== undefined && held.endsAt !== undefined && now() < held.endsAt
      ? { kind: 'token', value: held.value }
      : answer;
  };

  const current = async (): Promise<TokenReading> => {
    if (held !== undefined && (held.renewAt === undefined || now() < held.renewAt))
      return { kind: 'token', value: held.value };
    if (failed !== undefined && now() < failed.until) {
      const isGood = held?.endsAt !== undefined && now() < held.endsAt;
      return isGood && held !== undefined ? { kind: 'token', value: held.value } : failed.reading;
    }
    // Probes run at the same time: they share one request.
    asking ??= fetchOne().finally(() => {
      asking = undefined;
    });
    return await asking;
  };

  return {
    scheme: 'Bearer',
    current,
    insteadOf: async (refused) => {
      if (held === undefined || held.value === refused) {
        if (isRenewed && asking === undefined) return undefined;
        isRenewed = true;
        held = undefined;
      }
      return await current();
    },
    accepted: () => {
      isRenewed = false;
    },
  };
}

/** Counted from before the request: a slow answer does not extend it. */
function heldFrom(value: string, asked: number, milliseconds: number | undefined): Held {
  if (milliseconds === undefined) return { value, renewAt: undefined, endsAt: undefined };
  const endsAt = asked + milliseconds;
  return { value, endsAt, renewAt: endsAt - Math.min(longestMargin, milliseconds / 5) };
}
