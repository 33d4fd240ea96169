// @ts-check
import { createHash } from 'node:crypto';
import {
  daysOf,
  isoDate,
  joinLabel,
  joinNote,
  splitLabel,
  splitNote,
  writtenDate,
  writtenInterval,
} from './notation.mjs';

/**
 * A record of a piece of equipment, whatever the release.
 *
 * @typedef {{ item: string, place: string, servicedOn: string, everyDays: number, note: string, tags: readonly string[] }} Content
 */

/** @param {Content} content */
export function checksumOf({ item, place, servicedOn, everyDays, note, tags }) {
  return createHash('sha256')
    .update(JSON.stringify([item, place, servicedOn, everyDays, note, tags]))
    .digest('hex');
}

/**
 * A record as the API of a release shows it.
 *
 * @param {number} id
 * @param {Content} content
 * @param {(migration: number) => boolean} knows
 */
export function present(id, content, knows) {
  const { item, place, servicedOn, everyDays, note, tags } = content;
  return {
    id,
    ...(knows(1) ? { item, place } : { label: joinLabel(item, place) }),
    ...(knows(2) ? { servicedOn } : { serviced: writtenDate(servicedOn) }),
    ...(knows(3) ? { everyDays } : { every: writtenInterval(everyDays) }),
    ...(knows(5) ? { note, tags } : { note: joinNote(note, tags) }),
    ...(knows(6) ? { checksum: checksumOf(content) } : {}),
  };
}

/**
 * Reads a record that was sent, in the notation of any release.
 *
 * @param {unknown} sent
 * @returns {Content}
 * @throws {Error} whose message says what is wrong with it
 */
export function readSent(sent) {
  if (typeof sent !== 'object' || sent === null) throw new Error('a record is a JSON object');
  const fields = new Map(Object.entries(sent));
  /** @param {string} name */
  const text = (name) => {
    const value = fields.get(name) ?? '';
    if (typeof value !== 'string') throw new Error(`"${name}" is not a text`);
    return value;
  };
  const { item, place } = fields.has('label')
    ? splitLabel(text('label'))
    : { item: text('item'), place: text('place') };
  if (item === '') throw new Error('"item" is missing');
  if (place === '' || place.includes(', ')) throw new Error('"place" is missing, or has a comma in it');
  const { note, tags } = splitNote(text('note'));
  return {
    item,
    place,
    servicedOn: fields.has('serviced') ? isoDate(text('serviced')) : isoDate(writtenDate(text('servicedOn'))),
    everyDays: fields.has('every') ? daysOf(text('every')) : wholeDays(fields.get('everyDays')),
    note,
    tags: [...tags, ...sentTags(fields.get('tags'))],
  };
}

/** @param {unknown} value */
function wholeDays(value) {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
    throw new Error('"everyDays" is not a number of days');
  return value;
}

/**
 * @param {unknown} value
 * @returns {string[]}
 */
function sentTags(value) {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new Error('"tags" is not a list');
  return value.map((tag) => {
    if (typeof tag !== 'string' || !/^[a-z0-9-]+$/.test(tag))
      throw new Error('a tag has other than small letters, digits and hyphens');
    return tag;
  });
}
