import type { Clock } from '../clock.ts';

/** A credential that a server gives out for a while: it is asked for when it is first used, and kept in memory only. */
export interface AccessToken {
  /** How it is sent in the header `Authorization`. */
  readonly scheme: 'Bearer' | 'Basic';
  current(): Promise<TokenReading>;
  /** Another one instead of a token that was not accepted; undefined where another was tried already, in vain. */
  insteadOf(refused: string): Promise<TokenReading | undefined>;
  /** The token that was sent last was accepted: should one be refused again, it is renewed again. */
  accepted(): void;
}

export type TokenReading =
  | { readonly kind: 'token'; readonly value: string }
  /** `reason` names the credential. `refused`: the server will not give one however often it is asked. */
  | { readonly kind: 'none'; readonly reason: string; readonly refused: boolean };

export type TokenAnswer =
  | { readonly kind: 'token'; readonly value: string; readonly milliseconds: number | undefined }
  | Extract<TokenReading, { readonly kind: 'none' }>;

interface Held {
  readonly value: string;
  /** Milliseconds since the epoch; undefined where the server does not say. */
  readonly renewAt: number | undefined;
  readonly endsAt: number | undefined;
}

const longestMargin = 60_000;
/** A failure that lasts is not asked for at each look: some servers lock a client out. */
const freeFailures = 3;
const longestPause = 30_000;

/** @param ask one request to the server; it rejects only where the run is being stopped */
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
    // It counts until its end, which is not there yet.
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
    // Probes look at the same time: they share one request.
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

/** Counted from before it was asked for: a slow answer makes it no younger. */
function heldFrom(value: string, asked: number, milliseconds: number | undefined): Held {
  if (milliseconds === undefined) return { value, renewAt: undefined, endsAt: undefined };
  const endsAt = asked + milliseconds;
  return { value, endsAt, renewAt: endsAt - Math.min(longestMargin, milliseconds / 5) };
}
