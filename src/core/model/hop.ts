import type { HopReference } from './event.ts';
import type { HopParts } from './parts.ts';
import type { FilesShow } from './user-file.ts';

/** Why a hop is on the path, or why something on it needs a person, with the source of that knowledge. */
export interface Reason {
  /** The name of the rule that says so, e.g. `no-minor-skipped`. */
  readonly rule: string;
  readonly text: string;
  readonly url?: string;
}

/** Something only a person can do. It blocks the hop until it is acknowledged by its id. */
export interface ManualStep {
  readonly id: string;
  readonly text: string;
  readonly url?: string;
  /** A person has said that it is done. */
  readonly acknowledged: boolean;
  /** What the user's files say about it now, if it is about them; the journal does not keep it. */
  readonly files?: FilesShow;
}

/** Done, because a person says so or because it was seen. */
export function isDoneByHand({ acknowledged, files }: ManualStep): boolean {
  return acknowledged || files?.kind === 'in-place';
}

/**
 * One step of the upgrade path. `from` and `to` are labels of states; a version is one kind of state, so nothing may
 * compare labels other than for equality except the planner.
 */
export interface Hop {
  /** `<from>--<to>`, without an index: a resumed path has other indexes. */
  readonly id: string;
  /** Place on the path as it was planned, counted from 1. */
  readonly index: number;
  /** Number of hops on the path as it was planned. */
  readonly count: number;
  readonly from: string;
  readonly to: string;
  readonly title: string;
  /** SHA-256 in hex of what is approved; see digest.ts. */
  readonly digest: string;
  readonly reasons: readonly Reason[];
  readonly manual: readonly ManualStep[];
  /** Undefined for a system that consists only of its release. */
  readonly parts?: HopParts;
  /** Undefined if the labels are the releases. */
  readonly releases?: HopReleases;
}

/** The releases on both sides of a hop whose labels say more than them, for example if a part moves and the release stays. */
export interface HopReleases {
  readonly from: string;
  readonly to: string;
}

/** What is deployed on a side of a hop, `{version}`: a label is only a name. */
export function releaseOn(hop: Pick<Hop, 'from' | 'to' | 'releases'>, side: ReleaseSide): string {
  return hop.releases?.[side] ?? hop[side];
}

/** The hop as events of the journal name it. */
export function referenceTo({ id, from, to, digest }: HopReference): HopReference {
  return { id, from, to, digest };
}

export function hopId(from: string, to: string): string {
  return `${from}--${to}`;
}

/** The release that the label of one of its sides stands for; any other label is returned unchanged. */
export function releaseNamed(hop: Pick<Hop, 'from' | 'to' | 'releases'>, label: string): string {
  const side = releaseSides.find((each) => hop[each] === label);
  return side === undefined ? label : releaseOn(hop, side);
}

/** Labels name files, branches and arguments: letters, digits and `. _ + ~ -`, never a path separator. */
export function isLabel(text: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z._+~-]{0,99}$/.test(text) && !text.includes('--');
}

export function isHopId(text: string): boolean {
  const [from, to, ...others] = text.split('--');
  return from !== undefined && to !== undefined && others.length === 0 && isLabel(from) && isLabel(to);
}

export const environmentNames = ['production', 'staging'] as const;
export type EnvironmentName = (typeof environmentNames)[number];

/** The side of a hop that a step deploys or tests. */
export const releaseSides = ['from', 'to'] as const;
export type ReleaseSide = (typeof releaseSides)[number];
