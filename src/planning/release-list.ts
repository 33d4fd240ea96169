import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SystemFailure } from '../core/messages/errors.ts';
import type { PublishedTags, ReleaseList } from '../core/model/release.ts';
import { compareReleases } from '../drivers/releases/compare-releases.ts';
import { readPinned, writePinned } from '../drivers/releases/pinned.ts';
import { readReleases } from '../drivers/releases/read-releases.ts';
import type { SincePinned } from '../drivers/releases/since-pinned.ts';
import type { VersionsProduct } from '../products/definition.ts';
import type { Effects } from '../world/effects/effects.ts';
import type { PlanInput } from './plan-input.ts';

export interface ReleasesRead {
  readonly list: ReleaseList;
  /** What the list was read from. */
  readonly published: PublishedTags;
  /** Undefined if there is no pinned copy. */
  readonly since?: SincePinned;
}

/**
 * The product's releases: from the pinned copy that was named, or else from the source in its definition. A copy is
 * compared with the source if that can be reached, and so is a new copy with the one that it replaces.
 */
export async function readReleaseList(
  product: VersionsProduct,
  effects: Effects,
  { releases: copy, saveReleases, offline }: PlanInput,
): Promise<ReleasesRead> {
  const scheme = product.versions;
  const fileOf = (name: string): string => pinnedFile(effects, name);
  const fromSource = (): Promise<PublishedTags> =>
    product.releases.open({ effects, where: 'product.releases', placeholders: {} }).read(effects.signal);
  const compare = (name: string, pinned: ReleaseList, now: PublishedTags): SincePinned => ({
    kind: 'compared',
    copy: name,
    changes: compareReleases(pinned, readReleases(now, scheme), scheme),
  });

  if (copy !== undefined) {
    const pinned = await readPinned(fileOf(copy));
    const list = readReleases(pinned, scheme);
    const since = await orCannotTell(copy, offline === true, async () => compare(copy, list, await fromSource()));
    if (saveReleases !== undefined) await writePinned(fileOf(saveReleases), pinned);
    return { list, published: pinned, since };
  }
  const published = await fromSource();
  const list = readReleases(published, scheme);
  if (saveReleases === undefined) return { list, published };
  const before = (await exists(fileOf(saveReleases))) ? await readPinned(fileOf(saveReleases)) : undefined;
  await writePinned(fileOf(saveReleases), published);
  return before === undefined
    ? { list, published }
    : { list, published, since: compare(saveReleases, readReleases(before, scheme), published) };
}

/** Where the copy is that was named in a command. */
export function pinnedFile({ startedIn, directory }: Effects, name: string): string {
  return resolve(startedIn ?? directory, name);
}

/** A plan from a copy needs no source; that is what copies are for. */
async function orCannotTell(
  copy: string,
  offline: boolean,
  compared: () => Promise<SincePinned>,
): Promise<SincePinned> {
  if (offline) return { kind: 'cannot-tell', copy, reason: 'With --offline, no source is asked.' };
  try {
    return await compared();
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return { kind: 'cannot-tell', copy, reason: error.detail.happened };
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
