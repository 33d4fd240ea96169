import { createHash } from 'node:crypto';

/** What a person approves. Values keep their `${NAME}` unresolved: a digest is public, and a secret may change. */
export interface Approved {
  readonly system: string;
  readonly from: string;
  readonly to: string;
  /** The product's definition without its releases: another release being published changes nothing about this hop. */
  readonly product: unknown;
  /** `environments.*.deploy` and `.hooks`, `smoke`: what is run. */
  readonly configuration: unknown;
  /** Ids of this hop's manual steps that were acknowledged. */
  readonly acknowledged: readonly string[];
}

/** SHA-256 in hex over canonical JSON: keys sorted, no white space. */
export function digestOf(approved: Approved): string {
  const { acknowledged, ...rest } = approved;
  return createHash('sha256')
    .update(canonicalJson({ format: 1, ...rest, acknowledged: acknowledged.toSorted() }))
    .digest('hex');
}

/** JSON with sorted keys, so that two texts are equal exactly when the values are. Keys with undefined are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
