import { bringForward, hasPending, restartByHand, restartStaging, startByHand } from './people.ts';
import type { Random } from './random.ts';
import { RunIdentitySource } from './run-identities.ts';
import { type Launcher, textOf } from './runs.ts';
import type { World } from './world.ts';

const rounds = 25;
const minute = 60_000;

/**
 * Faults are over and their causes corrected; now an engineer, who knows nothing but what the messages say, climbs.
 * Each refusal must name a way out, and following it must lead on.
 */
export async function finishOrLeave(launcher: Launcher, random: Random): Promise<void> {
  const { world } = launcher;
  world.say('--- the faults are over');
  world.faults.end();
  world.frozen = false;
  if (world.stagingPlace !== 'copy') world.stagingPlace = 'its own';
  // A restart mends what hung or crashed; the engineer is told so, and need not be told twice.
  await world.time.pause(minute);
  const runs = new RunIdentitySource('night');
  const told: string[] = [];
  for (let round = 0; round < rounds; round++) {
    await world.time.pause(5 * minute);
    const ending = await launcher.climb({ run: runs.next(), title: `[night ${round}] climb` }, random);
    if (ending.kind === 'result' && (ending.result.outcome === 'passed' || ending.result.outcome === 'skipped')) {
      return world.judge.finished();
    }
    const text = textOf(ending);
    const isTheSame = text === told.at(-1);
    told.push(text);
    await follow(launcher, runs, text, isTheSame);
  }
  world.judge.violated(
    'the path can be finished or safely left',
    `after ${rounds} climbs: ${told.slice(-3).join(' || ')}`,
  );
}

/** Does what the message says is next. */
async function follow(launcher: Launcher, runs: RunIdentitySource, text: string, isTheSame: boolean): Promise<void> {
  const { world } = launcher;
  const back = /rollback --hop (\S+) --confirm/.exec(text)?.[1];
  if (back !== undefined) {
    await launcher.command(
      { run: runs.next(), title: '[night] rollback', isAttended: false },
      { command: 'rollback', environment: 'production', hop: back, confirm: back, acknowledge: [], facts: [] },
    );
  } else if (/mark-disposable/.test(text)) {
    await launcher.command(
      { run: runs.next(), title: '[night] mark-disposable' },
      { command: 'mark-disposable', environment: 'staging', acknowledge: [], facts: [] },
    );
  } else if (/needs a person first/.test(text)) {
    world.say('BY HAND: somebody does what only a person can');
    world.manualDone = true;
  } else if (/never leads down/.test(text)) {
    world.target = 'newest';
  } else if (/staging.*(See that the server runs|Look at the (log of the server|server's log))/.test(text)) {
    restartStaging(world);
    await world.time.pause(minute);
  } else if (/See that the server runs|Look at the (log of the server|server's log)|Make it healthy/.test(text)) {
    restartByHand(world);
    await world.time.pause(minute);
  } else if (/adopt --hop/.test(text) && isTheSame) {
    await runPending(world);
    const hop = /adopt --hop (\S+)/.exec(text)?.[1] ?? '';
    await launcher.command(
      { run: runs.next(), title: '[night] adopt' },
      { command: 'adopt', environment: 'production', hop, reason: 'begun before the edit', acknowledge: [], facts: [] },
    );
  } else if (/Let its migrations run to the end|let it complete/.test(text)) {
    await runPending(world);
  } else if (/deploy the newer release again/.test(text)) {
    const to = /the migrations of (\S+) were started/.exec(text)?.[1];
    if (to !== undefined) bringForward(world, to);
    await world.time.pause(minute);
  } else if (/Wait until that run has ended/.test(text)) {
    await world.time.pause(20 * minute);
  }
}

async function runPending(world: World): Promise<void> {
  for (let step = 0; step < 10 && hasPending(world); step++) {
    startByHand(world);
    await world.time.pause(10 * minute);
  }
}
