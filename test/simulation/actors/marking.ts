import type { Random } from '../random.ts';
import { terminal } from '../run-identities.ts';
import { type Ending, type Launch, type Launcher, textOf } from '../runs.ts';
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

/** Most people who read that staging is not marked yet, or cannot be, follow the message. */
export async function marksOnRequest(launcher: Launcher, random: Random, id: string, text: string): Promise<void> {
  if (!/mark-disposable/.test(text) || random.chance(0.3)) return;
  const { world } = launcher;
  await world.time.pause(random.between(1000, 600_000));
  const launch = { run: terminal(`${id}-marks`), title: `[told ${id}] mark-disposable` };
  const ending = await marksStaging(launcher, launch);
  if (/an empty database/.test(textOf(ending)) && random.chance(0.5)) world.giveStagingItsOwn();
}

/** Somebody points staging at production, most often after production was rebuilt, and follows the messages. */
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

/** Somebody moves staging to another database, most often while a backup waits for it, and may remember the mark. */
export async function movesStaging(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  if (random.chance(0.8)) await nextAct(world, random, { types: random.pick([['backed-up'], ['checked']]) });
  if (world.stagingPlace !== 'its own') return;
  world.moveStaging();
  if (random.chance(0.2)) return;
  await world.time.pause(random.between(1000, random.pick([20_000, hour])));
  await marksStaging(launcher, { run: terminal(id), title: `[moved ${id}] mark-disposable` });
}
