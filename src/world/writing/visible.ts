/**
 * Colours, the erasing that comes with them, resets and links, as grep, tput and ls write them: nothing is lost without
 * them, and they could be in the middle of a secret.
 */
const colours = new RegExp(
  [
    String.raw`(?:\u001b\[|\u009b)[\d;:]*[mK]`,
    String.raw`\u001b\([AB0]`,
    String.raw`(?:\u001b\]|\u009d)8;[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)`,
  ].join('|'),
  'g',
);

export function withoutColours(text: string): string {
  return text.replace(colours, '');
}

/** Characters that a screen does not show, except a tab and a line break. */
const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufdd0-\ufdef]/gu;

const short: Readonly<Record<string, string>> = { '\r': '\\r', '\b': '\\b', '\f': '\\f', '\v': '\\v' };

/**
 * Whoever names a tag, a file or a migration chooses its characters: none of them may move the cursor, begin a line or
 * turn the reading order without being seen.
 */
export function visible(text: string): string {
  return text.replace(
    unseen,
    (character) => short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
