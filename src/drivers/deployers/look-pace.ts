/** For how long what is looked at has not changed. */
export interface Quiet {
  readonly seen: string;
  /** Milliseconds since the epoch. */
  readonly since: number;
}

/** An end is noticed in proportion to its duration, and never later than in two seconds: a look takes time too. */
const pauses = { least: 250, share: 0.15, most: 1500 };

/** @param seen as far as a change in it matters */
export function quietAfter(before: Quiet | undefined, seen: string, at: number): Quiet {
  return before?.seen === seen ? before : { seen, since: at };
}

/** How long to wait before the next look, in milliseconds: looks become rarer the longer nothing changes. */
export function pauseAfter({ since }: Quiet, at: number): number {
  return Math.min(Math.max(pauses.least, Math.round(pauses.share * (at - since))), pauses.most);
}
