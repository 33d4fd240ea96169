import type { Reading } from '../../../model/observation.ts';
import { className, readInstanceClass } from './instance-class.ts';

/** What the provider offers, asked before a path is planned. */
export interface Offer {
  /** For messages: `aurora-postgresql 16.6 in eu-central-1`. */
  readonly engine: string;
  /** The instance classes that it offers for the cluster's own engine version, without the prefix `db.`. */
  readonly classes: Reading<readonly string[]>;
  /** How many instances the account may have, and has. */
  readonly quota: Reading<{ readonly used: number; readonly most: number }>;
}

export function isOffered({ classes }: Offer, instanceClass: string): boolean | undefined {
  return classes.kind === 'known' ? classes.value.some((each) => className(each) === instanceClass) : undefined;
}

/** The closest available alternatives: of its own family, or of its size. */
export function nearOffers({ classes }: Offer, instanceClass: string): readonly string[] {
  const wanted = readInstanceClass(instanceClass);
  if (classes.kind === 'unknown' || wanted === undefined) return [];
  const near = classes.value.filter((each) => {
    const other = readInstanceClass(each);
    return other !== undefined && (other.family === wanted.family || other.size === wanted.size);
  });
  return [...new Set(near.map(className))].toSorted();
}
