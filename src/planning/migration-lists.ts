import type { PinnedMigrations } from '../core/model/listed-migrations.ts';
import type { PublishedTags, Release } from '../core/model/release.ts';
import type { MigrationLists } from '../core/path/graph/rule.ts';
import { migrationListsAskedBy } from '../core/path/rules.ts';
import { compareVersions, versionReader } from '../core/path/sources/versions/version-scheme.ts';
import { migrationListUrl, readMigrationList } from '../drivers/releases/migration-list.ts';
import { writePinned } from '../drivers/releases/pinned.ts';
import type { VersionsProduct } from '../products/definition.ts';
import type { Effects } from '../world/effects/effects.ts';
import { pinnedFile } from './release-list.ts';

/**
 * The lists of migrations that are published with a target: from the pinned copy if it has them, since what is
 * published under a tag does not change, or else from the address in the rule. They are included in the copy that is written.
 */
export async function migrationListsFor(
  { path, versions }: VersionsProduct,
  target: Release,
  {
    effects,
    published,
    save,
  }: { readonly effects: Effects; readonly published: PublishedTags; readonly save?: string },
): Promise<MigrationLists> {
  const read = versionReader(versions);
  const isBelow = (since: string): boolean => {
    const [one, other] = [read(target.tag), read(since)];
    return one.kind === 'version' && other.kind === 'version' && compareVersions(one.version, other.version) < 0;
  };
  const lists = new Map<string, PinnedMigrations>();
  for (const source of migrationListsAskedBy(path)) {
    if (source.since !== undefined && isBelow(source.since)) continue;
    const address = migrationListUrl(source, target);
    const pinned = published.migrations?.find(({ url }) => url === address);
    lists.set(source.url, pinned ?? (await readMigrationList(source, address, effects)));
  }
  if (save !== undefined && lists.size > 0) {
    const kept = (published.migrations ?? []).filter(({ url }) => ![...lists.values()].some((one) => one.url === url));
    await writePinned(pinnedFile(effects, save), { ...published, migrations: [...kept, ...lists.values()] });
  }
  return lists;
}
