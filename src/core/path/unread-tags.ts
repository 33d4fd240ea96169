import type { ReleaseList } from '../model/release.ts';
import type { Catalogue } from './graph/catalogue.ts';
import { compareNumbers } from './sources/versions/version.ts';
import { readVersion, type VersionScheme } from './sources/versions/version-scheme.ts';

/** Tags that contain a number above the present release and were not read as releases that a path may use. */
export interface UnreadTags {
  readonly count: number;
  readonly example: string;
  /** A clause about each of them. */
  readonly because: string;
}

/** What is commonly called a prerelease; another word after a version may well be a flavour of the product: `-ee`. */
const prereleaseWords =
  /^(a|alpha|b|beta|c|rc|cr|pre|preview|prerelease|dev|devel|development|m|ms|milestone|snapshot|nightly|canary|next|ea|test|testing|candidate|unstable|edge|insiders?|experimental|build|ci|pr|t|i|n)$/i;

/**
 * Possible newer releases that nobody has looked at: a plan that finds nothing newer must not call that good news.
 * @param line only those whose numbers begin with these
 */
export function unreadAbove(
  list: ReleaseList,
  catalogue: Catalogue,
  current: number,
  line: readonly number[],
): UnreadTags[] {
  const present = catalogue.entries[current]?.version.numbers ?? [];
  const isAbove = (numbers: readonly number[]) =>
    compareNumbers(numbers, present) > 0 && line.every((number, place) => (numbers[place] ?? 0) === number);
  const unread = unreadOf(list, catalogue).filter((tag) => {
    const numbers = numbersIn(tag);
    return numbers !== undefined && isAbove(numbers);
  });
  const flavours = catalogue.entries.filter(({ version }) => {
    const word = version.prerelease
      .map((part) => /^[a-z]+/i.exec(String(part))?.[0])
      .find((part) => part !== undefined);
    return word !== undefined && !prereleaseWords.test(word) && isAbove(version.numbers);
  });
  return [
    ...tagsOf(unread, 'it does not match the version pattern of the product'),
    ...tagsOf(
      flavours.map(({ release }) => release.tag),
      'what follows its numbers makes it a prerelease',
    ),
  ];
}

function tagsOf(tags: readonly string[], because: string): UnreadTags[] {
  const example = tags.at(-1);
  return example === undefined ? [] : [{ count: tags.length, example, because }];
}

/** Tags that are not ignored on purpose and that the scheme cannot read. */
function unreadOf({ ignored }: ReleaseList, { scheme, unreadable }: Catalogue): string[] {
  const wanted = scheme.ignore.map(({ pattern }) => new RegExp(pattern));
  return [...ignored, ...unreadable]
    .map(({ tag }) => tag)
    .filter((tag) => !wanted.some((one) => one.test(tag)) && readVersion(tag, scheme).kind === 'ignored');
}

function numbersIn(tag: string): number[] | undefined {
  const text = /\d+(\.\d+)+/.exec(tag)?.[0];
  const numbers = text?.split('.').map(Number);
  return numbers?.every(Number.isSafeInteger) ? numbers : undefined;
}

/** If hardly any tag is a release, the pattern is wrong. */
export function hardlyAnyMatch(list: ReleaseList, catalogue: Catalogue): readonly string[] | undefined {
  const unread = unreadOf(list, catalogue).filter((tag) => numbersIn(tag) !== undefined);
  const matched = catalogue.entries.length;
  return unread.length > 0 && (matched === 0 || (matched <= 2 && unread.length >= 20)) ? unread : undefined;
}

/** Settings with which most of the tags would be read; undefined if the tags have no common form. */
export function readingFor(
  tags: readonly string[],
  { scheme }: Pick<VersionScheme, 'scheme'>,
): Pick<VersionScheme, 'scheme' | 'pattern'> | undefined {
  const forms = Map.groupBy(tags, (tag) => {
    const match = /^(?<before>.*?)\d+(?:\.\d+)+(?<after>.*)$/.exec(tag)?.groups;
    return JSON.stringify([match?.before ?? '', match?.after ?? '']);
  });
  const most = [...forms].toSorted(([, a], [, b]) => b.length - a.length);
  for (const [form, members] of most) {
    const [before = '', after = '']: string[] = JSON.parse(form);
    const pattern = `^${escaped(before)}(?<version>\\d+(?:\\.\\d+)+)${escaped(after)}$`;
    const fitting = [scheme, 'numbers' as const].find((one) =>
      members.every((tag) => readVersion(tag, { scheme: one, pattern, ignore: [] }).kind === 'version'),
    );
    if (fitting !== undefined) return { scheme: fitting, pattern };
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
