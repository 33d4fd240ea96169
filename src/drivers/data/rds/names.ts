import { createHash } from 'node:crypto';
import { formerNameTag } from './mark.ts';
import type { FoundMember, Tags } from './subject.ts';

/** Of a cluster or an instance. */
const longest = 63;
/** The name of a cluster leaves room for the number of an instance: `-16`. */
const numbered = 3;

/** The name of a copy until it is complete. */
export function copyName(id: string): string {
  return beside(id, '-restoring');
}

/** The name of what was replaced until it is deleted. */
export function replacedName(id: string): string {
  return beside(id, '-replaced');
}

/** CloudFormation makes names of maximum length: such a name is shortened, and a hash of it keeps it unique. */
function beside(id: string, suffix: string): string {
  if (id.length + suffix.length + numbered <= longest) return `${id}${suffix}`;
  const sum = createHash('sha256').update(id).digest('hex').slice(0, 8);
  const kept = id.slice(0, longest - numbered - suffix.length - sum.length - 1).replace(/-+$/, '');
  return `${kept}-${sum}${suffix}`;
}

/** By which an interrupted restore finds the instances of what it replaces. */
export function formerNames(members: readonly FoundMember[]): Tags {
  return Object.fromEntries(members.map(({ id }) => [`${formerNameTag}${replacedName(id)}`, id]));
}

/** The name of an instance in a cluster that nothing has replaced. */
export function currentName({ id }: FoundMember, tags: Tags): string {
  return tags[`${formerNameTag}${id}`] ?? id.replace(/-replaced$/, '');
}
