import assert from 'node:assert/strict';
import type { FoundPath } from '../../../src/core/model/path-plan.ts';
import type { Release, ReleaseList } from '../../../src/core/model/release.ts';
import type { Facts } from '../../../src/core/path/graph/facts.ts';
import type { PathRequest } from '../../../src/core/path/path-question.ts';
import { planPath } from '../../../src/core/path/planner.ts';
import { pathRules } from '../../../src/core/path/rules.ts';
import { versionScheme } from '../../../src/core/path/sources/versions/version-scheme.ts';

/** Releases by their tags alone, as a source without dates gives them. */
export function releasesOf(...tags: readonly (string | Partial<Release>)[]): ReleaseList {
  const releases = tags.map((given): Release => {
    const entry = typeof given === 'string' ? { tag: given } : given;
    const tag = entry.tag ?? entry.version ?? '';
    return { version: tag.replace(/^v/, ''), prerelease: false, ...entry, tag };
  });
  return { source: 'the test', releases, ignored: [] };
}

/** What one vendor publishes: its releases, how they are read, and its rules as they are in a product's `path:`. */
export interface Vendor {
  readonly versions?: unknown;
  readonly releases: readonly (string | Partial<Release>)[];
  readonly path: unknown;
}

interface Asked {
  readonly facts?: Facts;
  readonly parts?: Readonly<Record<string, string>>;
}

export function requestOf(vendor: Vendor, current: string, target: string, asked: Asked = {}): PathRequest {
  return {
    current,
    target,
    releases: releasesOf(...vendor.releases),
    scheme: versionScheme.parse(vendor.versions ?? {}),
    rules: pathRules.parse(vendor.path),
    now: new Date('2026-01-01T00:00:00Z'),
    ...asked,
  };
}

/** The path, where there must be one. */
export function pathOf(vendor: Vendor, current: string, target: string, asked: Asked = {}): FoundPath {
  const plan = planPath(requestOf(vendor, current, target, asked));
  assert.ok(plan.kind === 'path', JSON.stringify(plan.kind === 'path' ? '' : plan.message));
  return plan;
}

/** The releases that the path visits after the present one. */
export function stopsOf(vendor: Vendor, current: string, target: string, asked: Asked = {}): string[] {
  return pathOf(vendor, current, target, asked).steps.map(({ to }) => to);
}
