/** Stops a reference from being one, and shows nothing: https://www.unicode.org/charts/nameslist/n_2000.html (WORD JOINER) */
const joiner = '\u2060';

/** Far more than is ever shown, and little enough that no text, however it is nested, takes long. */
const longestInput = 4000;

/**
 * Reduces Markdown that others wrote to one line of plain text that does nothing wherever it is shown:
 * - HTML, comments, images and the targets of links are gone; of an address only the part after `https://` is left, so
 *   that nobody makes a link of it;
 * - `@name`, `#12`, `GH-12`, `&lt;` get an invisible character in their middle: nobody is notified, nothing is linked;
 * - control characters, colours of terminals and characters that turn the direction of writing are gone;
 * - `::` and `##[`, which start commands to GitHub's runner on a line of a log, are broken the same way.
 *
 * It is text, not Markdown: into a report it still goes through `escapeMarkdown`.
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
  // Again until nothing changes: taking one tag away may make another of what was around it.
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

/** At most so many characters, cut between words and marked as cut. */
export function bounded(text: string, characters: number): string {
  const all = [...text];
  if (all.length <= characters) return text;
  const cut = all.slice(0, characters - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > characters / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
