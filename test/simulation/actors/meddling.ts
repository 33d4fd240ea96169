import { deployByHand, startAgain, startByHand } from '../people.ts';
import type { Random } from '../random.ts';
import type { Launcher } from '../runs.ts';
import type { World } from '../world.ts';
import { hour, nextAct } from './next-act.ts';

/** Somebody edits the configuration, and perhaps reverts it. */
export async function edits({ world }: Launcher, random: Random): Promise<void> {
  if (random.chance(0.5)) await nextAct(world, random);
  world.edition = 2;
  world.say('somebody edits the configuration');
  if (random.chance(0.4)) return;
  await world.time.pause(random.between(60_000, random.pick([1_800_000, 6 * hour])));
  world.edition = 1;
  world.say('somebody takes the edit back');
}

/** Somebody changes production without telling anyone, most often while an approval is waited for. */
export async function meddles({ world }: Launcher, random: Random): Promise<void> {
  if (random.chance(0.4)) await nextAct(world, random, { types: ['rehearsed'] });
  else if (random.chance(0.5)) await nextAct(world, random, { on: 'production', types: ['deployed'] });
  if (random.chance(0.7)) deployByHand(world, random);
  else startByHand(world);
}

/** A machine goes down, or somebody ends what runs, while something is being done. */
export async function fails({ world, running }: Launcher, random: Random): Promise<void> {
  for (let count = 0; count < random.between(1, 5); count++) {
    const on = random.pick(['production', 'staging'] as const);
    // After a deploy whose command has succeeded a release is only watched: a run that ends then leaves it unwatched.
    const isWatched = random.chance(0.4);
    await nextAct(world, random, isWatched ? { on, types: ['put-in-place'] } : { on });
    await world.time.pause(random.between(0, random.pick([1000, isWatched ? 10_000 : 90_000])));
    const processes = [...running];
    if (processes.length === 0) continue;
    const process = random.pick(processes);
    if (random.chance(0.7)) process.kill();
    else process.cancel();
  }
}

/** Somebody changes who is asked before production is changed, and perhaps changes it back. */
export async function changesProtection({ world }: Launcher, random: Random): Promise<void> {
  for (let count = 0; count < random.between(1, 3); count++) {
    const job = random.pick(['promote', 'finalize'] as const);
    const isExposed = random.chance(0.5);
    world.say(`somebody ${isExposed ? 'takes the reviewers from' : 'names reviewers for'} the gate before ${job}`);
    if (isExposed) world.github.expose(job, random);
    else world.github.protect(job);
    // Whoever asks then gets no answer about it for a while.
    if (isExposed && random.chance(0.5)) world.limitedUntil = world.time.now + random.between(0.3 * hour, 1.6 * hour);
    await world.time.pause(random.between(1000, 2 * hour));
  }
}

/** Somebody who is called when production is down, and starts it again. */
export async function watchesProduction(world: World, random: Random): Promise<void> {
  const longestPause = random.pick([5000, 30_000, 300_000]);
  const until = world.time.now + 12 * hour;
  for (let count = random.between(1, 3); count > 0 && world.time.now < until; ) {
    await world.time.pause(random.between(1000, 10_000));
    if (world.production.isUp) continue;
    await world.time.pause(random.between(0, longestPause));
    if (world.production.isUp) continue;
    startAgain(world, random);
    count--;
    await world.time.pause(60_000);
  }
}
