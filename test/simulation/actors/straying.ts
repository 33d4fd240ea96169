import { hopSequence } from '../../../src/core/model/sequence.ts';
import type { Random } from '../random.ts';
import { terminal } from '../run-identities.ts';
import type { Launcher } from '../runs.ts';
import { drawFate, invocationOf } from '../workflow-run.ts';
import { hour, nextAct } from './next-act.ts';

const none = { acknowledge: [], facts: [] } as const;

/** Somebody believes that a hop is done, and says so. */
export async function adopts(launcher: Launcher, random: Random, id: string): Promise<void> {
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

/** A person at a terminal runs steps of planned hops, in whatever order or one after the other. */
export async function actsByHand(launcher: Launcher, random: Random, id: string): Promise<void> {
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

/** Somebody ignores a failure on production, be it of a test or a migration, and starts the migrations anyway. */
export async function pressesOn(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  const step = hopSequence(world.traits(world.edition)).findLast(({ command }) => command === 'migrate');
  if (step === undefined) return;
  const until = world.time.now + 12 * hour;
  for (let seen = world.journal.length; world.time.now < until; seen = world.journal.length) {
    await world.time.pause(10_000);
    const failed = world.journal.entries
      .slice(seen)
      .findLast(
        ({ event }) =>
          event.type === 'ended' && ['smoke', 'migrate'].includes(event.command) && event.environment === 'production',
      );
    if (failed?.event.type !== 'ended') continue;
    await world.time.pause(random.between(5000, random.pick([60_000, hour])));
    const { id: hop } = failed.event.hop;
    await launcher.command(
      { run: terminal(`${id}-on`), title: `[presses on ${id}] ${hop}`, isAttended: false },
      { command: step.command, environment: step.environment, hop, ...none },
    );
    return;
  }
}

/** Whoever reads that a migration has failed may type what the message names, and may leave out that it is a retry. */
export async function migratesOnRequest(launcher: Launcher, random: Random, id: string, hop?: string): Promise<void> {
  if (hop === undefined || random.chance(0.3)) return;
  await launcher.world.time.pause(random.between(1000, random.pick([60_000, hour])));
  await launcher.command(
    { run: terminal(`${id}-again`), title: `[told ${id}] migrate`, isAttended: false },
    { command: 'migrate', environment: 'production', hop, retry: random.chance(0.4), ...none },
  );
}
