/** Prevents a reference from being recognized, and is invisible: https://www.unicode.org/charts/nameslist/n_2000.html (WORD JOINER) */
const joiner = '\u2060';

/** Far more than is ever shown, and little enough that no text, however nested, takes long. */
const longestInput = 4000;

/**
 * Reduces Markdown that others wrote to one line of plain text that has no effect wherever it is shown:
 * - HTML, comments, images and the targets of links are removed; of an address only the part after `https://` is left, so
 *   that it does not become a link;
 * - `@name`, `#12`, `GH-12`, `&lt;` get an invisible character in the middle: nobody is notified, nothing is linked;
 * - control characters, terminal colours and characters that change the direction of writing are removed;
 * - `::` and `##[`, which start commands to GitHub's runner on a line of a log, are broken in the same way.
 *
 * It is text, not Markdown: in a report it still goes through `escapeMarkdown`.
 */
export function plainText(markdown: string): string {
  return neutral(
    stripMarkup(markdown.slice(0, longestInput))
      .replace(/\p{Cf}|\p{Co}|\p{Cs}/gu, '')
      .replace(/\p{Cc}+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

function stripMarkup(markdown: string): string {
  let text = markdown.replace(/<!--[\s\S]*?(-->|$)/g, '');
  // Repeated until nothing changes: removing one tag may create another from what was around it.
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/<((?:https?:\/\/|mailto:)[^<>\s]*)>/gi, '$1')
      .replace(/<\/?[a-z!?][^<>]*>/gi, ' ')
      .replace(/!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g, '$1');
  }
  return text
    .replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, ' • ')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/\*{1,3}|`+|~~|__/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function neutral(text: string): string {
  return text
    .replace(/\b[a-z][a-z0-9+.-]*:\/+/gi, '')
    .replace(/:(?=:|\/\/)/g, `:${joiner}`)
    .replace(/www\./gi, `www${joiner}.`)
    .replace(/[@#]/g, `$&${joiner}`)
    .replace(/&(?=[a-z])/gi, `&${joiner}`)
    .replace(/(GH)-(?=\d)/gi, `$1${joiner}-`);
}

/** At most this many characters, cut between words and marked as cut. */
export function bounded(text: string, characters: number): string {
  const all = [...text];
  if (all.length <= characters) return text;
  const cut = all.slice(0, characters - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > characters / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
