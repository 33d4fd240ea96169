import { writtenTime } from '../core/messages/moments.ts';

/**
 * A time, and a word with two hyphens, such as an option of a command or the id of a hop: a browser breaks the line behind
 * each of them, and what is to be typed can no longer be read.
 */
const unbroken = new RegExp(
  String.raw`(?<!\S)(?:(?:[✔✘] )?${writtenTime}|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?Z|\S*--\S*)`,
  'g',
);

/** What is longer would be wider than a phone. */
const longest = 32;

/**
 * Keeps these on one line each.
 * @param page whole and escaped: only then is it known what is shown, since a secret may consist of several words
 */
export function withUnbrokenWords(page: string): string {
  const body = page.indexOf('<body>');
  return page.slice(0, body) + page.slice(body).replace(/(?<=>)[^<>]+(?=<)/g, (text) => text.replace(unbroken, whole));
}

function whole(word: string): string {
  return word.length > longest ? word : `<span class="short">${word}</span>`;
}
