import { marksStaging } from './actors/marking.ts';
import { actor } from './actors.ts';
import { configurations } from './configuration.ts';
import type { Violation } from './invariant.ts';
import { finishOrLeave } from './recovery.ts';
import { terminal } from './run-identities.ts';
import { Launcher } from './runs.ts';
import type { Configurations } from './simulated-project.ts';
import type { Wish } from './wish.ts';
import { World } from './world.ts';

export interface Outcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly trace: readonly string[];
  readonly entries: number;
}

const hour = 3_600_000;

const endless = 'the path can be finished or safely left';

/** Most people do what the setup page says comes first; the others learn it from a refusal. */
async function prepared(launcher: Launcher, world: World): Promise<void> {
  if (world.random.chance(0.1) || world.staged) return;
  await marksStaging(launcher, { run: terminal('setup'), title: '[setup] mark-disposable' });
  // Long enough for clocks that differ to agree on what came first.
  if (world.random.chance(0.8)) await world.time.pause(600_000);
}

/** Everything that happens with one seed, from the first run to the path that is finished or safely left. */
export async function simulate(seed: number, read: Configurations = configurations(), wish?: Wish): Promise<Outcome> {
  const world = new World(seed, read, wish);
  const launcher = new Launcher(world, read);
  const started = prepared(launcher, world);
  const actors = Array.from({ length: wish?.actors.length ?? world.random.between(1, 5) }, (_, index) =>
    started.then(() => actor(launcher, world.random.fork(), index, wish?.actors[index])),
  );
  let acted = false;
  void Promise.all(actors).then(() => {
    acted = true;
  });
  const drawnOut = await world.time.run(() => acted || world.judge.violations.length > 0, world.time.now + 240 * hour);
  if (drawnOut === 'busy') world.judge.violated(endless, 'something is done again and again, and time hardly passes');
  if (world.judge.violations.length === 0) {
    for (const process of launcher.running) process.kill();
    let over = false;
    void finishOrLeave(launcher, world.random.fork()).then(() => {
      over = true;
    });
    const end = await world.time.run(() => over || world.judge.violations.length > 0, world.time.now + 480 * hour);
    if (end !== 'over') world.judge.violated(endless, `it never ends (${end})`);
  }
  for (const lost of world.journal.lost()) world.judge.violated('no acknowledged event is lost', lost);
  return { seed, violations: world.judge.violations, trace: world.trace, entries: world.journal.length };
}
