import { z } from 'zod';
import { isInRange, parseRange, versionRange } from '../../core/path/sources/versions/version-range.ts';
import { readVersion } from '../../core/path/sources/versions/version-scheme.ts';
import { template } from '../../core/settings/scalars.ts';
import type { OutputRules } from './judged-output.ts';
import type { PartContext } from './kind.ts';

const ofReleases = z
  .strictObject({
    text: template.describe('The text.'),
    versions: versionRange.describe('Only if the release that is deployed is among these.'),
  })
  .describe('A text that only some releases print.');

/** What the output of a command must say, and what it must not. */
export const judgeKeys = {
  expect: z
    .array(z.union([template, ofReleases]))
    .default([])
    .describe('Texts that must all be in its output. Colours and line breaks in between do not matter.'),
  forbid: z.array(template).default([]).describe('Texts that must not be in its output.'),
};
type JudgeKeys = z.output<z.ZodObject<typeof judgeKeys>>;

export const judge = z
  .strictObject(judgeKeys)
  .refine(({ expect, forbid }) => expect.length + forbid.length > 0, 'at least one text in "expect" or "forbid"')
  .describe(
    'For a command whose exit code does not show whether it succeeded: what its output must say, and must not.',
  );

/**
 * The rules that apply to the deployed release, filled in. If it cannot be compared, all of them apply.
 * @param where their place in the configuration
 */
export function outputRules(
  { expect, forbid }: JudgeKeys,
  { effects, placeholders, releases }: Pick<PartContext, 'effects' | 'placeholders' | 'releases'>,
  where: string,
): OutputRules {
  const fill = (text: string, key: keyof JudgeKeys): string =>
    effects.variables.fill(text, `${where}.${key}`, placeholders);
  const read = releases === undefined ? undefined : readVersion(placeholders.version ?? '', releases);
  const counts = (range: string): boolean =>
    releases === undefined || read?.kind !== 'version' || isInRange(read.version, parseRange(range, releases.scheme));
  return {
    expect: expect.flatMap((each) => {
      if (typeof each === 'string') return [fill(each, 'expect')];
      return counts(each.versions) ? [fill(each.text, 'expect')] : [];
    }),
    forbid: forbid.map((text) => fill(text, 'forbid')),
  };
}
