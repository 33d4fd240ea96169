import { createHash } from 'node:crypto';
import { formerNameTag } from './mark.ts';
import type { FoundMember, Tags } from './subject.ts';

/** Of a cluster or an instance. */
const longest = 63;
/** Behind the name of a cluster there is room for the number of an instance: `-16`. */
const numbered = 3;

/** What a copy is called until it is complete. */
export function copyName(id: string): string {
  return beside(id, '-restoring');
}

/** What was replaced is called so until it is deleted. */
export function replacedName(id: string): string {
  return beside(id, '-replaced');
}

/** CloudFormation makes names as long as they may be: such a one is shortened, and stays apart from others by a sum of it. */
function beside(id: string, suffix: string): string {
  if (id.length + suffix.length + numbered <= longest) return `${id}${suffix}`;
  const sum = createHash('sha256').update(id).digest('hex').slice(0, 8);
  const kept = id.slice(0, longest - numbered - suffix.length - sum.length - 1).replace(/-+$/, '');
  return `${kept}-${sum}${suffix}`;
}

/** As whom a restore that was ended finds the instances of what it replaces. */
export function formerNames(members: readonly FoundMember[]): Tags {
  return Object.fromEntries(members.map(({ id }) => [`${formerNameTag}${replacedName(id)}`, id]));
}

/** The name that an instance has in a cluster that nothing has replaced. */
export function currentName({ id }: FoundMember, tags: Tags): string {
  return tags[`${formerNameTag}${id}`] ?? id.replace(/-replaced$/, '');
}
