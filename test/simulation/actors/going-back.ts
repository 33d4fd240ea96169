import type { RunIdentity } from '../../../src/core/model/event.ts';
import type { Invocation } from '../../support/invocation.ts';
import type { Random } from '../random.ts';
import { terminal } from '../run-identities.ts';
import { type Launch, type Launcher, textOf } from '../runs.ts';
import { drawFate } from '../workflow-run.ts';
import type { World } from '../world.ts';
import { watchesProduction } from './meddling.ts';
import { begins, hour, nextAct } from './next-act.ts';

const none = { acknowledge: [], facts: [] } as const;

/** A rollback of the last hop in the journal, at the worst of times. */
export async function rollbacks(launcher: Launcher, random: Random, id: string): Promise<void> {
  const { world } = launcher;
  await productionIsChanged(world);
  for (let round = 0; round < random.between(1, 3); round++) {
    if (round === 0 && random.chance(0.7)) await world.time.pause(random.between(0, random.pick([60_000, 1_800_000])));
    else if (random.chance(0.2)) await world.time.pause(random.between(1000, 2 * hour));
    else if (random.chance(0.3)) await productionDown(world, random);
    else if (random.chance(0.25)) await changedByHand(world, random);
    else await nextAct(world, random, { on: 'production', types: random.pick([begins, ['migrating'], ['completed']]) });
    const last = world.journal.entries.findLast(
      ({ event }) => event.type === 'deploying' && event.environment === 'production',
    );
    if (last?.event.type !== 'deploying') continue;
    const { id: hop } = last.event.hop;
    const confirmed = random.chance(0.5) ? { confirm: hop } : random.chance(0.2) ? { confirm: `redeploy-${hop}` } : {};
    // Not everybody knows that production is taken down for it.
    if (random.chance(0.3)) void watchesProduction(world, random.fork());
    const invocation = { command: 'rollback', environment: 'production', hop, ...none, ...confirmed } as const;
    // Two people who see the same trouble may both start one.
    const people = random.chance(0.3) ? ['first', 'second'] : ['only'];
    await Promise.all(
      people.map((person) => {
        const name = `${id}-${round}-${person}`;
        const fate = random.chance(0.2) ? drawFate(random, 40) : undefined;
        const skew = random.between(-110_000, 110_000);
        const title = `[rollback ${name}]`;
        if (random.chance(0.3)) void killInTheMiddle(launcher, random, title);
        if (random.chance(0.8)) return byWorkflow(launcher, random, { skew, fate, isAttended: false }, invocation);
        return launcher.command({ run: terminal(name), title, skew, fate, isAttended: false }, invocation);
      }),
    );
  }
}

/** Through the workflow: its job waits for the reviewers of production, if it has any and the job names it. */
async function byWorkflow(
  launcher: Launcher,
  random: Random,
  launch: Pick<Launch, 'skew' | 'fate' | 'isAttended'>,
  invocation: Invocation & { readonly hop: string },
): Promise<void> {
  const { world } = launcher;
  // The worst of times: nobody is asked any more, and GitHub does not say so.
  if (random.chance(0.5)) {
    world.github.expose('promote', random);
    world.limitedUntil = world.time.now + random.between(0.3 * hour, 1.6 * hour);
  }
  const run: RunIdentity = { kind: 'github', id: world.nextWorkflow(), attempt: 1, actor: 'engineer' };
  if (world.gates === 'environment' && world.github.asks('promote')) {
    const mayBypass = world.github.mayBypass('promote');
    const names = random.chance(0.7);
    if (names) await world.time.pause(random.between(1000, random.chance(0.1) ? 3 * hour : 300_000));
    if (names && !(mayBypass && random.chance(0.1))) world.github.review(run.id, 'promote', 'approved');
    if (names || mayBypass) world.judge.mayGoBack(run);
  }
  const title = `[rollback workflow ${run.id}]`;
  const ending = await launcher.command({ run, title, ...launch }, invocation);
  // A person who reads that the protection could not be read types what is asked for.
  const word = /started with (redeploy-\S+) typed/.exec(textOf(ending))?.[1];
  if (word === undefined || invocation.confirm === word || random.chance(0.3)) return;
  await byWorkflow(launcher, random, launch, { ...invocation, confirm: word });
}

/** Until something was deployed there, within a day: before that nobody wants to roll back. */
async function productionIsChanged({ time, journal }: World): Promise<void> {
  const until = time.now + 24 * hour;
  const isChanged = (): boolean =>
    journal.entries.some(({ event }) => event.type === 'deploying' && event.environment === 'production');
  while (!isChanged() && time.now < until) await time.pause(20_000);
}

/** Until production has been down for a while, which is why most people want to roll back. */
async function productionDown({ time, production }: World, random: Random): Promise<void> {
  const until = time.now + 12 * hour;
  // A deploy takes it down as well, but not for long.
  for (let looks = 0; looks < 6 && time.now < until; looks = production.isUp ? 0 : looks + 1) await time.pause(10_000);
  await time.pause(random.between(0, random.pick([1000, 60_000, hour])));
}

/** Until somebody has changed production by hand, and what that has started may have come to its end. */
async function changedByHand(world: World, random: Random): Promise<void> {
  const { time, changedByHandAt } = world;
  const until = time.now + 12 * hour;
  while (world.changedByHandAt === changedByHandAt && time.now < until) await time.pause(10_000);
  await time.pause(random.between(0, random.pick([60_000, hour])));
}

/** The worst moments for a machine to go down. */
async function killInTheMiddle({ world, running }: Launcher, random: Random, title: string): Promise<void> {
  await nextAct(world, random, { on: 'production', types: random.pick([['restoring'], ['rolling-back']]) });
  await world.time.pause(random.between(0, random.pick([100, 60_000])));
  for (const process of running) if (process.title === title) process.kill();
}
