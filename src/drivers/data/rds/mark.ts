import { type Mark, markIn, markText, type NewMark } from '../../../core/model/mark.ts';
import type { Tags } from './subject.ts';

/** Characters of a mark that are not allowed in the value of a tag. */
export const markTag = 'staged-upgrade:disposable';

/** What this tool has restored, from which snapshot: it may remove what it did not finish. */
export const copyTag = 'staged-upgrade:restored-from';

/** What is replaced by a copy, under its former name. */
export const replacedTag = 'staged-upgrade:replaced';

/** Prefix for the other name of a replaced instance: its own name follows. */
export const formerNameTag = 'staged-upgrade:was:';

/**
 * The mark is a tag. A snapshot is taken with tags of its own, so none of the cluster's is included; if somebody else
 * copies it with the tags, the copy has another ARN.
 */
export function markOf(tags: Tags, arn: string): Mark {
  const value = tags[markTag];
  if (value === undefined) return { kind: 'none' };
  const place = `the tag "${markTag}" of ${arn}`;
  const mark = markIn(`[staged-upgrade disposable ${value}]`, { tiedTo: arn, place });
  return mark.kind === 'none' ? { kind: 'unclear', reason: 'its mark cannot be read', place } : mark;
}

export function markTags(mark: NewMark): Tags {
  const [, , id = '', system = ''] = markText(mark).replace(/[[\]]/g, '').split(' ');
  return { [markTag]: `${id} ${system}` };
}

/** Tags that a copy in its place gets too. Those that the provider has set itself cannot be set. */
export function tagsToKeep(tags: Tags): Tags {
  const own = [copyTag, replacedTag];
  const isOwn = (key: string): boolean => own.includes(key) || key.startsWith(formerNameTag);
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !key.startsWith('aws:') && !isOwn(key)));
}
