import type { EnvironmentName } from '../../src/hop/hop.ts';
import { hopSequence } from '../../src/hop/sequence.ts';
import type { RunIdentity } from '../../src/journal/event.ts';
import { deployByHand, startByHand } from './people.ts';
import type { Random } from './random.ts';
import type { Launcher } from './runs.ts';
import { type Course, drawFate, invocationOf, WorkflowRun } from './workflow-run.ts';
import type { World } from './world.ts';

const hour = 3_600_000;
const none = { acknowledge: [], facts: [] } as const;

/** Somebody or something that begins to act at some time. */
export async function actor(launcher: Launcher, random: Random, index: number): Promise<void> {
  const { world } = launcher;
  await world.time.pause(index === 0 ? 0 : random.between(0, random.pick([300, 600_000, 3 * hour, 12 * hour])));
  const id = String(100 + index);
  const kind = index === 0 ? random.pick(['workflow', 'terminal']) : random.pick(kinds);
  switch (kind) {
    case 'workflow':
      return await runs(launcher, random, id);
    case 'terminal':
      return await climbs(launcher, random, id);
    case 'rollback':
      return await rollbacks(launcher, random, id);
    case 'stray steps':
      return await strays(launcher, random, id);
    case 'by hand':
      return random.chance(0.7) ? deployByHand(world, random) : startByHand(world);
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
      return await goesOnByItself(launcher, random, id);
    case 'protection':
      return await changesProtection(launcher, random);
    case 'edit':
      return await edits(launcher, random);
    case 'outage':
      return await fails(launcher, random);
  }
}

const kinds = [
  'workflow',
  'workflow',
  'terminal',
  'terminal',
  'rollback',
  'rollback',
  'rollback',
  'rollback',
  'stray steps',
  'stray steps',
  'by hand',
  'by hand',
  'edit',
  'edit',
  'outage',
  'outage',
  'outage',
  'adopt',
  'freeze',
  'protection',
  'rehearse',
  'rehearse',
  'schedule',
] as const;

/** How often somebody who wants to climb begins anew before giving up, whatever ended the run before. */
const drawPatience = (random: Random): number => random.pick([1, 4, 4, 12]);

/** Workflow runs, one after the other. */
async function runs(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  const course: Course = {
    legs: random.pick(['in order', 'in order', 'shuffled', 'twice', 'at once']),
    isEdited: random.chance(0.2),
    longestWait: random.pick([10_000, 600_000, 5 * hour]),
    danger: random.pick([0, 0.02, 0.08]),
  };
  const patience = drawPatience(random);
  let confirm: string | undefined;
  for (let count = 0; count < patience; count++) {
    const run = new WorkflowRun(launcher, random, `${id}${count}`, { ...course, confirm });
    if ((await run.climb()) === 'finished') return;
    // Somebody types what an earlier run asked for, or what was asked for at the other gate.
    const isMistaken = random.chance(0.2);
    confirm = isMistaken ? random.pick([confirm ?? '', run.asksFor?.replace('finalize-', '') ?? '', '']) : run.asksFor;
    await world.time.pause(random.between(30_000, random.pick([600_000, 2 * hour])));
  }
}

/** Somebody edits the configuration, and perhaps takes that back. */
async function edits({ world }: Launcher, random: Random): Promise<void> {
  if (random.chance(0.5)) await nextAct(world, random);
  world.edition = 2;
  world.say('somebody edits the configuration');
  if (random.chance(0.4)) return;
  await world.time.pause(random.between(60_000, random.pick([1_800_000, 6 * hour])));
  world.edition = 1;
  world.say('somebody takes the edit back');
}

/** A machine goes down, or somebody ends what runs, while something is being done. */
async function fails({ world, running }: Launcher, random: Random): Promise<void> {
  for (let count = 0; count < random.between(1, 5); count++) {
    await nextAct(world, random, random.pick(['production', 'staging']));
    await world.time.pause(random.between(0, random.pick([1000, 90_000])));
    const processes = [...running];
    if (processes.length === 0) continue;
    const process = random.pick(processes);
    if (random.chance(0.7)) process.kill();
    else process.cancel();
  }
}

/** Somebody changes who is asked before production is changed, and perhaps changes it back. */
async function changesProtection({ world }: Launcher, random: Random): Promise<void> {
  for (let count = 0; count < random.between(1, 3); count++) {
    const job = random.pick(['promote', 'finalize'] as const);
    const isExposed = random.chance(0.5);
    world.say(`somebody ${isExposed ? 'takes the reviewers from' : 'names reviewers for'} the gate before ${job}`);
    if (isExposed) world.github.expose(job, random);
    else world.github.protect(job);
    // Whoever asks then is told nothing of it for a while.
    if (isExposed && random.chance(0.5)) world.limitedUntil = world.time.now + random.between(0.3 * hour, 1.6 * hour);
    await world.time.pause(random.between(1000, 2 * hour));
  }
}

function terminal(id: string): RunIdentity {
  return { kind: 'terminal', id, attempt: 1, actor: 'engineer' };
}

/** Somebody at a terminal, who tries again, and soon when another run is acting. */
async function climbs(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  const skew = random.between(-110_000, 110_000);
  const patience = drawPatience(random);
  const danger = random.pick([0.2, 0.6]);
  for (let count = 1, tries = 1; tries <= patience && count < 60; count++) {
    const fate = random.chance(danger) ? drawFate(random, random.pick([60, 400, 1500])) : undefined;
    const title = `[terminal ${id}] climb ${count}`;
    const ending = await launcher.climb({ run: terminal(`${id}-${count}`), title, skew, fate }, random);
    if (ending.kind === 'result' && ['passed', 'skipped'].includes(ending.result.outcome)) return;
    const isHeld = ending.kind === 'result' && ending.result.headline.includes('is acting on');
    if (!isHeld) tries++;
    await world.time.pause(isHeld ? random.between(15_000, 60_000) : random.between(60_000, hour));
  }
}

/** Somebody wants to see the whole path on staging before production is touched. */
async function rehearses(launcher: Launcher, random: Random, id: string): Promise<void> {
  const skew = random.between(-110_000, 110_000);
  const patience = drawPatience(random);
  for (let count = 1; count <= patience; count++) {
    const fate = random.chance(0.4) ? drawFate(random, random.pick([60, 400, 1500])) : undefined;
    const title = `[terminal ${id}] rehearse ${count}`;
    const ending = await launcher.rehearse({ run: terminal(`${id}-${count}`), title, skew, fate }, random);
    if (ending.kind === 'result' && ['passed', 'skipped'].includes(ending.result.outcome)) return;
    await launcher.world.time.pause(random.between(15_000, hour));
  }
}

/** The workflow that a schedule starts, to go on with what waits. */
async function goesOnByItself(launcher: Launcher, random: Random, id: string): Promise<void> {
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

/** A rollback of the hop that the journal has last, at the worst of times. */
async function rollbacks(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  for (let round = 0; round < random.between(1, 3); round++) {
    if (random.chance(0.2)) await world.time.pause(random.between(1000, 2 * hour));
    else await nextAct(world, random, 'production');
    const last = world.journal.entries.findLast(
      ({ event }) => event.type === 'deploying' && event.environment === 'production',
    );
    if (last?.event.type !== 'deploying') continue;
    const confirmed = random.chance(0.3) ? { confirm: last.event.hop.id } : {};
    const { id: hop } = last.event.hop;
    const invocation = { command: 'rollback', environment: 'production', hop, ...none, ...confirmed } as const;
    // Two people who see the same trouble may both start one.
    const people = random.chance(0.3) ? ['first', 'second'] : ['only'];
    await Promise.all(
      people.map((person) => {
        const name = `${id}-${round}-${person}`;
        const fate = random.chance(0.2) ? drawFate(random, 40) : undefined;
        const skew = random.between(-110_000, 110_000);
        return launcher.command(
          { run: terminal(name), title: `[rollback ${name}]`, skew, fate, isAttended: false },
          invocation,
        );
      }),
    );
  }
}

/** Somebody believes that a hop is done, and says so. */
async function adopts(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  await nextAct(world, random);
  const last = world.journal.entries.findLast(({ event }) => event.type === 'planned');
  if (last?.event.type !== 'planned' || last.event.hops.length === 0) return;
  await launcher.command(
    { run: terminal(id), title: `[adopt ${id}]`, isAttended: false },
    {
      command: 'adopt',
      environment: 'production',
      hop: random.pick(last.event.hops).id,
      reason: 'done by hand',
      ...none,
    },
  );
}

/** Until shortly after something is begun, which is when a rollback is least welcome. */
async function nextAct(world: World, random: Random, on?: EnvironmentName): Promise<void> {
  const until = world.time.now + 12 * hour;
  for (let seen = world.journal.length; world.time.now < until; seen = world.journal.length) {
    await world.time.pause(3000);
    const news = world.journal.entries.slice(seen);
    const isBegun = news.some(
      ({ event }) =>
        ['deploying', 'restoring', 'migrating'].includes(event.type) &&
        (on === undefined || ('environment' in event && event.environment === on)),
    );
    if (isBegun && random.chance(0.5)) break;
  }
  await world.time.pause(random.between(100, 15_000));
}

/** A person at a terminal runs steps of planned hops, in whatever order or one after the other. */
async function strays(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  const steps = hopSequence(world.traits(world.edition));
  const isInOrder = random.chance(0.5);
  const longest = random.pick([20_000, 1_800_000]);
  const most = isInOrder ? steps.length : random.between(1, 12);
  for (let count = 0; count < most; count++) {
    await world.time.pause(random.between(1000, longest));
    const planned = world.journal.entries.findLast(({ event }) => event.type === 'planned');
    if (planned?.event.type !== 'planned' || planned.event.hops.length === 0) continue;
    const step = (isInOrder ? steps[count] : undefined) ?? random.pick(steps);
    const hop = (isInOrder ? planned.event.hops[0] : undefined) ?? random.pick(planned.event.hops);
    const { hop: _, ...invocation } = invocationOf({ ...hop, index: 1, count: 1, title: '', reasons: [] }, step);
    await launcher.command(
      {
        run: terminal(`${id}-${count}`),
        title: `[stray ${id}] ${hop.id} ${step.id}`,
        fate: random.chance(0.1) ? drawFate(random, 40) : undefined,
        isAttended: false,
      },
      { ...invocation, hop: hop.id },
    );
  }
}
