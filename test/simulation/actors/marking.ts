import type { Random } from '../random.ts';
import { terminal } from '../run-identities.ts';
import type { Ending, Launch, Launcher } from '../runs.ts';
import { hour, nextAct } from './next-act.ts';

/** A person types the name of the database that the configuration says is staging's. */
export function marksStaging(launcher: Launcher, launch: Launch): Promise<Ending> {
  const { name } = launcher.world.placeOfStaging.data;
  return launcher.command(launch, {
    command: 'mark-disposable',
    environment: 'staging',
    confirm: name,
    acknowledge: [],
    facts: [],
  });
}

/** Somebody leads staging to production, most often after it was made anew, and does what the messages advise. */
export async function misleadsStaging(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  if (random.chance(0.8))
    await nextAct(world, random, { types: random.pick([['backed-up'], ['checked'], ['rehearsed']]) });
  const before = world.stagingPlace;
  const { mark } = world.placeOfStaging.data;
  if (random.chance(0.7)) world.recreateProduction(random.chance(0.4) ? mark : undefined);
  world.leadStagingTo(random.pick(['production', 'production by another address']));
  for (let count = random.between(0, 2); count > 0; count--) {
    await world.time.pause(random.between(1000, hour / 2));
    await marksStaging(launcher, { run: terminal(`${id}-${count}`), title: `[misled ${id}] mark-disposable` });
  }
  await world.time.pause(random.between(60_000, 4 * hour));
  world.leadStagingTo(before);
}
