import { z } from 'zod';
import { UserError } from '../../core/messages/errors.ts';
import type { PublishedTags } from '../../core/model/release.ts';
import { listedMigration } from '../../core/path/rules/migration-list.ts';
import { readYaml } from '../../world/yaml/read-yaml.ts';
import { listedRelease, publishedTagFrom } from './listed.ts';

const pinnedMigrations = z.lazy(() =>
  z.strictObject({
    url: z.url(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    list: z.array(listedMigration),
  }),
);

const fileShape = z.lazy(() =>
  z.union([
    z.array(listedRelease).min(1),
    z.strictObject({
      source: z.string().min(1).optional(),
      releases: z.array(listedRelease).min(1),
      migrations: z.array(pinnedMigrations).optional(),
    }),
  ]),
);

/** @throws UserError that names the file and the first places that are wrong */
export function parseReleaseFile(text: string, path: string): PublishedTags {
  const read = readYaml(text);
  if (read.kind === 'unreadable') throw unreadable(path, [read.reason]);
  const parsed = fileShape.safeParse(read.value);
  if (!parsed.success) throw unreadable(path, faults(read.value));
  const { data } = parsed;
  if (Array.isArray(data)) return { source: `the file ${path}`, tags: data.map(publishedTagFrom) };
  const { source = `the file ${path}`, releases, migrations } = data;
  return { source, tags: releases.map(publishedTagFrom), ...(migrations === undefined ? {} : { migrations }) };
}

const shownFaults = 5;

/** A union only says that no variant fits; checking each entry by itself says what is wrong with it. */
function faults(value: unknown): string[] {
  const entries = z.union([z.array(z.unknown()), z.object({ releases: z.array(z.unknown()) })]).safeParse(value);
  if (!entries.success) return ['it holds neither a list of releases nor a key "releases" with one'];
  const list = Array.isArray(entries.data) ? entries.data : entries.data.releases;
  if (list.length === 0) return ['the list is empty'];
  const wrong = list.flatMap((entry, index) => {
    const read = listedRelease.safeParse(entry);
    return read.success ? [] : [`release ${index + 1}: ${explain(read.error.issues)}`];
  });
  if (wrong.length === 0)
    return ['beside "releases" only the keys "source" and "migrations" are known, the latter as a plan has written it'];
  const more = wrong.length - shownFaults;
  return more > 0 ? [...wrong.slice(0, shownFaults), `and ${more} more`] : wrong;
}

function explain(issues: readonly z.core.$ZodIssue[]): string {
  const [issue] = issues;
  if (issue?.code !== 'invalid_union') return describe(issues);
  // The variant that failed deepest is the one that was meant.
  const [meant] = issue.errors.toSorted((a, b) => depth(b) - depth(a));
  return describe(meant ?? issues);
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => (issue.code === 'unrecognized_keys' ? 1 : issue.path.length)));
}

function describe(issues: readonly z.core.$ZodIssue[]): string {
  return issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');
}

function unreadable(path: string, reasons: readonly string[]): UserError {
  return new UserError({
    happened: `The file of releases "${path}" is not right: ${reasons.join('; ')}.`,
    means: 'No releases are known, so no path was planned.',
    next: 'Each release is a version in quotes, or has the keys version, date, prerelease, withdrawn, notes, url, parts, upgrades-to.',
  });
}
