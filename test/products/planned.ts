import assert from 'node:assert/strict';
import type { FoundPath, PathPlan } from '../../src/core/model/path-plan.ts';
import type { Facts } from '../../src/core/path/graph/facts.ts';
import { planPath } from '../../src/core/path/planner.ts';
import { readReleases } from '../../src/drivers/releases/read-releases.ts';
import { hasVersions } from '../../src/products/definition.ts';
import { shippedProducts } from '../../src/products/registry.ts';

interface Asked {
  readonly facts?: Facts;
  readonly parts?: Readonly<Record<string, string>>;
}

/** The plan of a shipped product, for tags as its vendor publishes them. */
export function planFor(
  name: string,
  tags: readonly string[],
  [current, target]: readonly [string, string],
  asked: Asked = {},
): PathPlan {
  const product = shippedProducts.find(name);
  assert.ok(product !== undefined && hasVersions(product));
  const releases = readReleases({ source: 'the test', tags: tags.map((tag) => ({ tag })) }, product.versions);
  const { versions: scheme, path: rules } = product;
  return planPath({ current, target, releases, scheme, rules, now: new Date('2026-10-01'), ...asked });
}

/** The plan, where it must be a path. */
export function pathFor(...asked: Parameters<typeof planFor>): FoundPath {
  const plan = planFor(...asked);
  assert.ok(plan.kind === 'path', plan.kind === 'path' ? '' : JSON.stringify(plan.message));
  return plan;
}

export function stopsOf({ steps }: FoundPath): string[] {
  return steps.map(({ to }) => to);
}

/** What a product asks at every hop whose data cannot be backed up yet. */
const atEveryHop = 'backup-by-hand';

/** The ids of the manual steps, by the hop that they block. */
export function manualOf({ steps }: FoundPath): Record<string, string[]> {
  const all = steps.map(({ to, manual }) => [to, manual.map(({ id }) => id)] as const);
  const asking = all.filter(([, ids]) => ids.includes(atEveryHop));
  assert.ok([0, all.length].includes(asking.length), 'some hops could be done without a backup');
  return Object.fromEntries(all.map(([to, ids]) => [to, ids.filter((id) => id !== atEveryHop)]));
}
