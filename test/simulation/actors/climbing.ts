import type { Random } from '../random.ts';
import { terminal } from '../run-identities.ts';
import { type Launcher, textOf } from '../runs.ts';
import { type Course, drawFate, hopToRetry, WorkflowRun } from '../workflow-run.ts';
import { marksOnRequest } from './marking.ts';
import { migratesOnRequest } from './straying.ts';

const hour = 3_600_000;

/** How often somebody who wants to climb starts again before giving up, however the previous run ended. */
const drawAttempts = (random: Random): number => random.pick([2, 4, 4, 12]);

/** Workflow runs, one after the other. */
export async function runs(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  const course: Course = {
    legs: random.pick(['in order', 'in order', 'shuffled', 'twice', 'at once']),
    isEdited: random.chance(world.scope === 'path' ? 0.4 : 0.2),
    longestWait: random.pick([10_000, 600_000, 5 * hour]),
    danger: random.pick([0, 0.02, 0.08]),
    typesEarly: random.chance(0.1) ? random.pick(['its digest', 'its confirmation']) : undefined,
  };
  const attempts = drawAttempts(random);
  let confirm: string | undefined;
  for (let count = 0; count < attempts; count++) {
    const retry = random.chance(0.2);
    const run = new WorkflowRun(launcher, random, `${id}${count}`, { ...course, confirm, retry });
    if ((await run.climb()) === 'finished') return;
    await marksOnRequest(launcher, random, `${id}${count}`, run.lastMessage ?? '');
    await migratesOnRequest(launcher, random, `${id}${count}`, run.toRetry);
    // Somebody types what an earlier run asked for, or what was asked for at the other gate.
    const isMistaken = random.chance(0.2);
    confirm = isMistaken ? random.pick([confirm ?? '', run.asksFor?.replace('finalize-', '') ?? '', '']) : run.asksFor;
    await world.time.pause(random.between(30_000, random.pick([600_000, 2 * hour])));
  }
}

/** Somebody at a terminal, who tries again, and soon when another run is acting. */
export async function climbs(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  const skew = random.between(-110_000, 110_000);
  const edition = drawCheckout(random);
  const attempts = drawAttempts(random);
  const danger = random.pick([0.2, 0.6]);
  for (let count = 1, tries = 1; tries <= attempts && count < 60; count++) {
    const fate = random.chance(danger) ? drawFate(random, random.pick([60, 400, 1500])) : undefined;
    const title = `[terminal ${id}] climb ${count}`;
    const launch = { run: terminal(`${id}-${count}`), title, skew, fate, ...edition };
    const ending = await launcher.climb(launch, random, random.chance(0.2));
    if (ending.kind === 'result' && ['passed', 'skipped'].includes(ending.result.outcome)) return;
    const isHeld = ending.kind === 'result' && ending.result.headline.includes('is acting on');
    if (!isHeld) tries++;
    await marksOnRequest(launcher, random, `${id}-${count}`, textOf(ending));
    await migratesOnRequest(launcher, random, `${id}-${count}`, hopToRetry(textOf(ending)));
    await world.time.pause(isHeld ? random.between(15_000, 60_000) : random.between(60_000, hour));
  }
}

/** Somebody wants to see the whole path on staging before production is touched. */
export async function rehearses(launcher: Launcher, random: Random, id: string): Promise<void> {
  const skew = random.between(-110_000, 110_000);
  const edition = drawCheckout(random);
  const attempts = drawAttempts(random);
  for (let count = 1; count <= attempts; count++) {
    const fate = random.chance(0.4) ? drawFate(random, random.pick([60, 400, 1500])) : undefined;
    const title = `[terminal ${id}] rehearse ${count}`;
    const launch = { run: terminal(`${id}-${count}`), title, skew, fate, ...edition };
    const ending = await launcher.rehearse(launch, random);
    if (ending.kind === 'result' && ['passed', 'skipped'].includes(ending.result.outcome)) return;
    await launcher.world.time.pause(random.between(15_000, hour));
  }
}

/** The scheduled workflow, which continues what waits. */
export async function continuesByItself(launcher: Launcher, random: Random, id: string): Promise<void> {
  const course: Course = {
    legs: 'in order',
    isEdited: false,
    longestWait: 600_000,
    danger: random.pick([0, 0.05]),
    target: 'unfinished',
  };
  for (let count = 0; count < 10; count++) {
    await launcher.world.time.pause(random.pick([1_200_000, 2 * hour]));
    await new WorkflowRun(launcher, random, `${id}${count}`, course).climb();
  }
}

/** Most have the newest configuration; some keep a checkout of their own. */
function drawCheckout(random: Random): { readonly edition?: number } {
  return random.chance(0.25) ? { edition: random.pick([1, 2]) } : {};
}
