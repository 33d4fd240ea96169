import { type ActorKind, kinds } from './actor-kinds.ts';
import { climbs, continuesByItself, rehearses, runs } from './actors/climbing.ts';
import { rollbacks } from './actors/going-back.ts';
import { misleadsStaging, movesStaging } from './actors/marking.ts';
import { changesProtection, edits, fails, meddles, watchesProduction } from './actors/meddling.ts';
import { actsByHand, adopts, pressesOn } from './actors/straying.ts';
import type { Random } from './random.ts';
import type { Launcher } from './runs.ts';

const hour = 3_600_000;

/** Somebody or something that begins to act at some time. */
export async function actor(launcher: Launcher, random: Random, index: number, wished?: ActorKind): Promise<void> {
  const { world } = launcher;
  await world.time.pause(index === 0 ? 0 : random.between(0, random.pick([300, 600_000, 3 * hour, 12 * hour])));
  const id = String(100 + index);
  const drawn = index === 0 ? random.pick(['workflow', 'terminal']) : random.pick(kinds);
  const kind = wished ?? drawn;
  switch (kind) {
    case 'workflow':
      return await runs(launcher, random, id);
    case 'terminal':
      return await climbs(launcher, random, id);
    case 'rollback':
      return await rollbacks(launcher, random, id);
    case 'stray steps':
      return await actsByHand(launcher, random, id);
    case 'pressing on':
      return await pressesOn(launcher, random, id);
    case 'by hand':
      return await meddles(launcher, random);
    case 'on call':
      return await watchesProduction(world, random);
    case 'adopt':
      return await adopts(launcher, random, id);
    case 'freeze':
      world.say('promotion is frozen');
      world.frozen = true;
      await world.time.pause(random.between(60_000, 20 * hour));
      world.frozen = false;
      world.say('promotion is no longer frozen');
      return;
    case 'rehearse':
      return await rehearses(launcher, random, id);
    case 'schedule':
      return await continuesByItself(launcher, random, id);
    case 'protection':
      return await changesProtection(launcher, random);
    case 'edit':
      return await edits(launcher, random);
    case 'misled staging':
      return await misleadsStaging(launcher, random, id);
    case 'moved staging':
      return await movesStaging(launcher, random, id);
    case 'outage':
      return await fails(launcher, random);
  }
}
