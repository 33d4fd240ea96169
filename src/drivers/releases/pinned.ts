import { stringify } from 'yaml';
import { UserError } from '../../core/messages/errors.ts';
import type { PublishedTag, PublishedTags } from '../../core/model/release.ts';
import { writeOwnFile } from '../../world/own-file.ts';
import { readTextFile } from '../../world/text-file.ts';
import { listedFrom } from './listed.ts';
import { parseReleaseFile } from './release-file.ts';

const mark = 'The releases that a plan was made from';

/**
 * The pinned copy of what a source said, as text: a later plan can be made from it. Reading the same releases
 * gives the same text, whatever order the source has, and only the lines of what changed change.
 */
export function pinnedText({ source, tags, migrations }: PublishedTags): string {
  const sorted = tags.toSorted((a, b) => compareNatural(a.tag, b.tag));
  const releases = sorted.map((tag: PublishedTag) => listedFrom(tag));
  const head = `# ${mark}, as their source had them. Use it with: plan --releases FILE\n`;
  // Long lines are not wrapped: the breaks would move with every word.
  const lists = migrations === undefined || migrations.length === 0 ? {} : { migrations };
  return (
    head + stringify({ source, releases, ...lists }, { lineWidth: 0, singleQuote: false, aliasDuplicateObjects: false })
  );
}

export async function writePinned(path: string, published: PublishedTags): Promise<void> {
  await writeOwnFile(path, { title: 'The copy of the releases', text: pinnedText(published), mark });
}

/** Reads what `writePinned` wrote, or a list that a person wrote in the same form. */
export async function readPinned(path: string): Promise<PublishedTags> {
  let text: string;
  try {
    text = await readTextFile(path);
  } catch (cause) {
    throw new UserError(
      {
        happened: `The copy of the releases "${path}" cannot be read: ${reason(cause)}.`,
        means: 'No releases are known, so no path was planned.',
        next: 'Correct the path, or write the copy with: staged-upgrade plan --save-releases FILE',
      },
      { cause },
    );
  }
  return parseReleaseFile(text, path);
}

/** Compares numbers in a text by value, so that v1.10.0 comes after v1.9.0; the same on every machine. */
function compareNatural(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (const [place, part] of (one ?? []).entries()) {
    const counterpart = other?.[place];
    if (counterpart === undefined) return 1;
    const order = compareParts(part, counterpart);
    if (order !== 0) return order;
  }
  return (one?.length ?? 0) - (other?.length ?? 0) || compareTexts(a, b);
}

function compareParts(a: string, b: string): number {
  const areNumbers = /^\d/.test(a) && /^\d/.test(b);
  if (!areNumbers) return compareTexts(a, b);
  const [one, other] = [a, b].map((digits) => digits.replace(/^0+(?=\d)/, ''));
  return (one?.length ?? 0) - (other?.length ?? 0) || compareTexts(one ?? '', other ?? '');
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
