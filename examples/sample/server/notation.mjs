// @ts-check
/** The notations that records have had over the years, and the way from one to the next and back. */

/**
 * `Infusion pump, Ward 3` is an item and its place.
 *
 * @param {string} label
 */
export function splitLabel(label) {
  const comma = label.lastIndexOf(', ');
  if (comma < 1 || comma + 2 === label.length) throw new Error('the label is not of the form "item, place"');
  return { item: label.slice(0, comma), place: label.slice(comma + 2) };
}

/**
 * @param {string} item
 * @param {string} place
 */
export function joinLabel(item, place) {
  return `${item}, ${place}`;
}

/**
 * `17/03/2023` becomes `2023-03-17`. The message of the error holds no value: it is shown to people who run upgrades.
 *
 * @param {string} text
 */
export function isoDate(text) {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  if (year === undefined || Number.isNaN(Date.parse(iso)))
    throw new Error('the date is not a day of the form DD/MM/YYYY');
  return iso;
}

/** @param {string} iso */
export function writtenDate(iso) {
  return iso.split('-').reverse().join('/');
}

/**
 * `26 weeks` and `10 days`, in days.
 *
 * @param {string} text
 */
export function daysOf(text) {
  const [, amount, unit] = /^(\d+) (weeks?|days?)$/.exec(text) ?? [];
  if (amount === undefined || unit === undefined)
    throw new Error('the interval is not of the form "26 weeks" or "10 days"');
  return Number(amount) * (unit.startsWith('week') ? 7 : 1);
}

/** @param {number} days */
export function writtenInterval(days) {
  return days % 7 === 0 ? `${days / 7} weeks` : `${days} days`;
}

/**
 * `Battery changed #battery #tested` is a note and two tags.
 *
 * @param {string} text
 */
export function splitNote(text) {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const isTag = (/** @type {string} */ word) => /^#[a-z0-9-]+$/.test(word);
  return {
    note: words.filter((word) => !isTag(word)).join(' '),
    tags: words.filter(isTag).map((word) => word.slice(1)),
  };
}

/**
 * @param {string} note
 * @param {readonly string[]} tags
 */
export function joinNote(note, tags) {
  return [note, ...tags.map((tag) => `#${tag}`)].filter((part) => part !== '').join(' ');
}
