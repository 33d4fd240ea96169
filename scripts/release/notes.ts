import { UserError } from '../../src/core/messages/errors.ts';
import { ownRepository } from '../../src/init/render/pins.ts';

/**
 * The notes of a release: what is below its heading in the changelog, up to the next heading of its rank. An entry's
 * lines are joined, since GitHub shows each line break of a release's notes, and links lead to the files as released.
 * @throws UserError when the changelog has no such section, more than one, or nothing in it
 */
export function releaseNotes(changelog: string, version: string): string {
  const lines = changelog.replaceAll('\r\n', '\n').split('\n');
  const fenced = fencedLines(lines);
  const headings = lines.flatMap((line, index) => (line.startsWith('## ') && !fenced.has(index) ? [index] : []));
  const own = headings.filter((index) => isHeadingOf(lines[index] ?? '', version));
  const [start] = own;
  if (start === undefined || own.length > 1) {
    throw new UserError({
      happened: `CHANGELOG.md has ${own.length === 0 ? 'no section' : `${own.length} sections`} for ${version}.`,
      means: 'The release would have no notes that are its own. Nothing is published.',
      next: `Write what it brings below one heading of this form: "## [${version}] - 2026-01-31".`,
    });
  }
  const end = headings.find((index) => index > start) ?? lines.length;
  const section = lines.slice(start + 1, end).map((line, index) => ({ line, isCode: fenced.has(start + 1 + index) }));
  const files = `https://github.com/${ownRepository}/blob/v${version}/`;
  const notes = joined(section.filter(({ line, isCode }) => isCode || !isAddressOfVersion(line)))
    .trim()
    .replaceAll(/\]\((?![a-z]+:|#)/g, `](${files}`);
  if (notes.replaceAll(/^#+ .*$/gm, '').trim() === '') {
    throw new UserError({
      happened: `The section of CHANGELOG.md for ${version} is empty.`,
      means: 'The release would have no notes. Nothing is published.',
      next: 'Write what the release brings for those who use it.',
    });
  }
  return `${notes}\n`;
}

/** `## [1.4.0] - 2026-01-31` */
function isHeadingOf(line: string, version: string): boolean {
  const [, named] = /^## \[([^\]]+)\] - \d{4}-\d{2}-\d{2}\s*$/.exec(line) ?? [];
  return named === version;
}

/** `[1.4.0]: https://…`: where the headings' links lead, at the end of the file. */
function isAddressOfVersion(line: string): boolean {
  return /^\[(?:\d+\.\d+\.\d+|Unreleased)\]: /i.test(line);
}

function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const isFence = /^\s*```/.test(line);
    if (isOpen || isFence) fenced.add(index);
    if (isFence) isOpen = !isOpen;
  }
  return fenced;
}

function joined(section: readonly { readonly line: string; readonly isCode: boolean }[]): string {
  let text = '';
  for (const { line, isCode } of section) {
    const isContinued = !isCode && /^ +(?![-*+>|#]|\d+\. )\S/.test(line) && /\S$/.test(text);
    text += isContinued ? ` ${line.trim()}` : `\n${line.trimEnd()}`;
  }
  return text;
}
