// @ts-check
import { checksumOf, readSent } from './content.mjs';
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
 * @typedef {import('./content.mjs').Content} Content
 * @typedef {Readonly<Record<string, unknown>>} Row
 * @typedef {Record<string, string | number | null>} Columns
 * @typedef {object} Places
 * @property {(id: number) => string} nameOf
 * @property {(name: string) => number} idOf makes the place if there is none
 */

/**
 * Reads a row with the eyes of one release: columns that it does not know, and notations that it has given up, are
 * nothing to it.
 *
 * @param {Row} row
 * @param {{ knows: (id: number) => boolean, requires: (id: number) => boolean }} release
 * @param {Places} places
 * @returns {Content}
 * @throws {Error} when the record is damaged, as far as this release can see
 */
export function decode(row, { knows, requires }, places) {
  if (knows(6) && isText(row.content)) return unseal(row.content, row.checksum);
  const { note, tags } = noteOf(row, knows(5));
  return {
    ...itemAndPlace(row, knows, requires, places),
    servicedOn: newOrOld(row, 'serviced_on', 'serviced', knows(2), requires(2), text, (old) => isoDate(text(old))),
    everyDays: newOrOld(row, 'every_days', 'every', knows(3), requires(3), Number, (old) => daysOf(text(old))),
    note,
    tags,
  };
}

/**
 * Writes a record so that the release before can read it, until the migration that changes the notation has started.
 *
 * @param {Content} content
 * @param {(migration: number) => boolean} started
 * @param {Places} places
 * @returns {Columns}
 */
export function encode(content, started, places) {
  if (started(6)) return seal(content);
  const { item, place, servicedOn, everyDays, note, tags } = content;
  return {
    ...(started(1)
      ? { item, ...(started(4) ? { place_id: places.idOf(place) } : { place }) }
      : { label: joinLabel(item, place) }),
    ...(started(2) ? { serviced_on: servicedOn } : { serviced: writtenDate(servicedOn) }),
    ...(started(3) ? { every_days: everyDays } : { every: writtenInterval(everyDays) }),
    ...(started(5) ? { note, tags: JSON.stringify(tags) } : { note: joinNote(note, tags) }),
  };
}

/**
 * The data migrations: which rows each has still to change, and what becomes of one.
 *
 * @type {Readonly<Record<number, { remaining: string, change: (row: Row, places: Places) => Columns }>>}
 */
export const changes = {
  1: { remaining: 'label IS NOT NULL', change: (row) => ({ ...splitLabel(text(row.label)), label: null }) },
  2: {
    remaining: 'serviced IS NOT NULL',
    change: (row) => ({ serviced_on: isoDate(text(row.serviced)), serviced: null }),
  },
  3: { remaining: 'every IS NOT NULL', change: (row) => ({ every_days: daysOf(text(row.every)), every: null }) },
  4: {
    remaining: 'place IS NOT NULL',
    change: (row, places) => ({ place_id: places.idOf(text(row.place)), place: null }),
  },
  5: {
    remaining: 'tags IS NULL',
    change: (row) => {
      const { note, tags } = splitNote(text(row.note));
      return { note, tags: JSON.stringify(tags) };
    },
  },
  6: {
    remaining: 'content IS NULL',
    change: (row, places) => {
      const release = { knows: () => true, requires: (/** @type {number} */ id) => id < 6 };
      const emptied = { item: null, place_id: null, serviced_on: null, every_days: null, note: null, tags: null };
      return { ...emptied, ...seal(decode(row, release, places)) };
    },
  },
};

/** @param {Content} content */
function seal(content) {
  return { content: JSON.stringify(content), checksum: checksumOf(content) };
}

/**
 * @param {string} sealed
 * @param {unknown} checksum
 */
function unseal(sealed, checksum) {
  const content = readSent(JSON.parse(sealed));
  if (checksumOf(content) !== checksum) throw new Error('the checksum does not fit');
  return content;
}

/**
 * @param {Row} row
 * @param {(id: number) => boolean} knows
 * @param {(id: number) => boolean} requires
 * @param {Places} places
 */
function itemAndPlace(row, knows, requires, places) {
  if (knows(1) && isText(row.item)) {
    const placeId = row.place_id;
    if (knows(4) && typeof placeId === 'number') return { item: row.item, place: places.nameOf(placeId) };
    if (!requires(4) && isText(row.place)) return { item: row.item, place: row.place };
    throw new Error('it has no place');
  }
  if (!requires(1) && isText(row.label)) return splitLabel(row.label);
  throw new Error(knows(1) ? 'it has no item' : 'it has no label');
}

/**
 * @template T
 * @param {Row} row
 * @param {string} column
 * @param {string} oldColumn
 * @param {boolean} knows
 * @param {boolean} requires
 * @param {(value: unknown) => T} read
 * @param {(value: unknown) => T} readOld
 */
function newOrOld(row, column, oldColumn, knows, requires, read, readOld) {
  const value = row[column] ?? null;
  if (knows && value !== null) return read(value);
  const old = row[oldColumn] ?? null;
  if (!requires && old !== null) return readOld(old);
  throw new Error(`it has no "${knows ? column : oldColumn}"`);
}

/**
 * @param {Row} row
 * @param {boolean} knowsTags
 */
function noteOf(row, knowsTags) {
  const note = text(row.note);
  const tags = row.tags;
  if (!knowsTags || !isText(tags)) return splitNote(note);
  /** @type {unknown} */
  const list = JSON.parse(tags);
  return { note, tags: Array.isArray(list) ? list.map(String) : [] };
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isText(value) {
  return typeof value === 'string';
}

/** @param {unknown} value */
function text(value) {
  if (!isText(value)) throw new Error('a text is missing');
  return value;
}
