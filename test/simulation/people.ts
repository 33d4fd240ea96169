import type { Random } from './random.ts';
import { isAtLeast, isStation, newestKnownTo, pendingOn, releases, stageOf, stations } from './releases.ts';
import type { World } from './world.ts';

/** Somebody deploys on production without telling anyone; never what would damage its data. */
export function deployByHand(world: World, random: Random): void {
  const { production } = world;
  const all = world.staged ? stations.map(stageOf) : releases;
  const at = all.findIndex((release) => isAtLeast(release, production.installed));
  const near = all.slice(Math.max(0, at - 1), at + 3);
  // A patch release that no path names is what people try when one does not work as it should.
  const passedBy = near.filter((release) => !isStation(release));
  const version = random.pick(passedBy.length > 0 && random.chance(0.5) ? passedBy : near);
  const { applied, job } = production.data.content;
  const known = newestKnownTo(version);
  if (applied > known || (job !== undefined && job.number > known)) return;
  const isOther = version !== production.installed;
  byHand(world, `deploys ${version}`, isOther, () => production.start({ version, deferred: random.chance(0.5) }));
}

/** Somebody finds production down, and starts what was installed last, with the settings of an earlier day. */
export function startAgain(world: World, random: Random): void {
  const { production } = world;
  const { installed: version } = production;
  byHand(world, `starts ${version}`, false, () => production.start({ version, deferred: random.chance(0.5) }));
}

/** Somebody starts what is pending. */
export function startByHand(world: World): void {
  byHand(world, 'starts the migrations', hasPending(world), () => world.production.startOne());
}

/** Somebody restarts the server, with the newest release that its data allows, and does not change the settings. */
export function restartStaging(world: World): void {
  world.say('BY HAND: somebody starts the server on staging');
  world.staging.start({ version: world.staging.installed, deferred: world.deferrable });
}

export function restartByHand(world: World): void {
  const { production, deferrable } = world;
  const { applied } = production.data.content;
  const starts = (version: string): boolean =>
    pendingOn(version, applied).every(({ requiredBefore }) => !isAtLeast(version, requiredBefore));
  const { installed } = production;
  const version = starts(installed)
    ? installed
    : releases.findLast((release) => !isAtLeast(release, installed) && starts(release));
  byHand(world, `starts ${version}`, version !== installed, () =>
    production.start({ version: version ?? installed, deferred: deferrable }),
  );
}

export function bringForward(world: World, version: string): void {
  byHand(world, `deploys ${version}, as advised`, true, () =>
    world.production.start({ version, deferred: world.deferrable }),
  );
}

/** Production was rebuilt: somebody restores the restore point of a hop there, and starts the release that it came from. */
export function restoreByHand(world: World, hop: string): void {
  const { production, shelf } = world;
  const [version = ''] = hop.split('--');
  const point = [...shelf.kept.values()].findLast(
    ({ manifest }) => manifest.purpose === 'restore-point' && manifest.hop.id === hop,
  );
  if (point === undefined) return;
  byHand(world, `restores ${point.manifest.id}, and starts ${version},`, true, () => {
    production.stop();
    production.data.content = point.content;
    production.start({ version, deferred: world.deferrable });
  });
}

export function hasPending(world: World): boolean {
  const { production } = world;
  return pendingOn(production.installed, production.data.content.applied).length > 0;
}

/** @param isOther another release or other data is there afterwards: a mere restart cannot be seen later */
function byHand(world: World, what: string, isOther: boolean, act: () => void): void {
  world.say(`BY HAND: somebody ${what} on production`);
  world.changedByHandAt = world.time.now;
  if (isOther) world.replacedByHandAt = world.time.now;
  world.judge.byHand();
  act();
}
