/*
 * A report is a draft: until the pen writes it, text from elsewhere is enclosed by two marks, since secrets must be
 * removed before anything is escaped. Unicode reserves these two characters for use inside a program.
 * https://www.unicode.org/faq/private_use.html#noncharacters
 */
const opening = '\ufdd0';
const closing = '\ufdd1';
const marks = /[\ufdd0\ufdd1]/g;
const marked = /\ufdd0([^\ufdd0\ufdd1]*)\ufdd1/;

/** A part of a draft that is shown as it is, whatever the medium: the pen redacts it, and escapes it for that medium. */
export function asItIs(text: string): string {
  return `${opening}${text.replace(marks, '')}${closing}`;
}

/**
 * @param shown makes text from elsewhere safe for the medium
 * @param own does the same for the draft's own text
 */
export function writtenDraft(draft: string, shown: (text: string) => string, own: (text: string) => string): string {
  return draft
    .split(marked)
    .map((part, index) => (index % 2 === 1 ? shown(part) : own(part)))
    .join('');
}
