import { marksStaging } from './actors/marking.ts';
import { isWindowOpen } from './maintenance-window.ts';
import { bringForward, hasPending, restartByHand, restartStaging, restoreByHand, startByHand } from './people.ts';
import type { Random } from './random.ts';
import { RunIdentitySource } from './run-identities.ts';
import { type Ending, type Launcher, textOf } from './runs.ts';
import { type Course, WorkflowRun } from './workflow-run.ts';
import type { World } from './world.ts';

const rounds = 30;
const minute = 60_000;

/**
 * Faults are over and their causes corrected; now an engineer, who knows nothing but what the messages say, climbs.
 * Each refusal must name a remedy, and following it must make progress.
 */
export async function finishOrLeave(launcher: Launcher, random: Random): Promise<void> {
  const { world } = launcher;
  world.say('--- the faults are over');
  world.faults.end();
  world.frozen = false;
  if (world.stagingPlace !== 'copy') world.stagingPlace = 'its own';
  // A restart fixes what hung or crashed; the engineer reads that, and need not read it twice.
  await world.time.pause(minute);
  const runs = new RunIdentitySource('night');
  const messages: string[] = [];
  const tryOnce = random.chance(0.4) ? workflowRuns(launcher, random) : terminalRuns(launcher, random, runs);
  for (let round = 0; round < rounds; round++) {
    await world.time.pause(5 * minute);
    const text = await tryOnce(round, messages.at(-1));
    if (text === 'finished') return world.judge.finished();
    const isTheSame = text === messages.at(-1);
    messages.push(text);
    await follow(launcher, runs, text, isTheSame);
  }
  world.judge.violated(
    'the path can be finished or safely left',
    `after ${rounds} climbs: ${messages.slice(-3).join(' || ')}`,
  );
}

/** @param said how the previous attempt ended: whoever reads that asks for one more start */
type Try = (round: number, said: string | undefined) => Promise<string>;

const asksForRetry = (said: string | undefined): boolean => said?.includes('climb --retry') === true;

function terminalRuns(launcher: Launcher, random: Random, runs: RunIdentitySource): Try {
  return async (round, said) => {
    const launch = { run: runs.next(), title: `[night ${round}] climb` };
    const ending = await launcher.climb(launch, random, asksForRetry(said));
    const isOver = ending.kind === 'result' && ['passed', 'skipped'].includes(ending.result.outcome);
    return isOver ? 'finished' : textOf(ending);
  };
}

/** Through the workflows, each started with what the previous one asked to be confirmed. */
function workflowRuns(launcher: Launcher, random: Random): Try {
  const calm: Course = { legs: 'in order', isEdited: false, longestWait: 10_000, danger: 0 };
  let confirm: string | undefined;
  return async (round, said) => {
    const retry = asksForRetry(said);
    const run = new WorkflowRun(launcher, random, `9${round}`, { ...calm, confirm, retry });
    const end = await run.climb();
    confirm = run.asksFor;
    return end === 'finished' ? 'finished' : (run.lastMessage ?? 'it came to its end');
  };
}

/** Does what the message says is next. */
async function follow(launcher: Launcher, runs: RunIdentitySource, text: string, isTheSame: boolean): Promise<void> {
  const { world } = launcher;
  if (/a different configuration: restore that one first/.test(text)) world.edition = world.edition === 1 ? 2 : 1;
  const back = /rollback --hop (\S+) --confirm/.exec(text)?.[1];
  const looked = /--confirm (not-migrated-(\S+))\./.exec(text);
  if (asksForRetry(text) && !isTheSame) return;
  if (isTheSame && /name a target from \S+ on/.test(text)) {
    world.target = 'newest';
  } else if (looked !== null) {
    await goBack(launcher, runs, looked[2] ?? '', looked[1]);
  } else if (back !== undefined) {
    const said = textOf(await goBack(launcher, runs, back, back));
    const other = /--confirm (\S+) restores it instead/.exec(said)?.[1];
    if (other !== undefined) await goBack(launcher, runs, back, other);
    if (/restore the backup by hand/.test(said)) restoreByHand(world, back);
  } else if (/staged-upgrade rollback --hop [^\s;]+; it says whether/.test(text)) {
    const hop = /staged-upgrade rollback --hop ([^\s;]+);/.exec(text)?.[1] ?? '';
    await follow(launcher, runs, textOf(await goBack(launcher, runs, hop)), isTheSame);
  } else if (isTheSame && /to go back, run the workflow "Rollback" with the hop (\S+),/.test(text)) {
    const hop = /to go back, run the workflow "Rollback" with the hop (\S+),/.exec(text)?.[1] ?? '';
    await follow(launcher, runs, textOf(await goBack(launcher, runs, hop)), isTheSame);
  } else if (/Then remove the mark/.test(text)) {
    world.say('BY HAND: somebody removes the mark from production');
    world.production.data.mark = undefined;
  } else if (/mark-disposable/.test(text)) {
    if (/(an|its own) empty database/.test(text)) world.giveStagingItsOwn();
    const launch = { run: runs.next(), title: '[night] mark-disposable' };
    if (/(an|its own) empty database/.test(textOf(await marksStaging(launcher, launch)))) {
      world.giveStagingItsOwn();
      await marksStaging(launcher, { ...launch, run: runs.next() });
    }
  } else if (/Staging is deployed where production is/.test(text)) {
    world.deployStagingApart();
  } else if (/needs a person first/.test(text)) {
    world.say('BY HAND: somebody does what only a person can');
    world.manualDone = true;
  } else if (/Describe a staging under environments\.staging/.test(text)) {
    world.edition = 1;
  } else if (/never goes down/.test(text)) {
    world.target = 'newest';
  } else if (
    /staging.*(Make sure that the server runs|Check that the server is running|Look at the (log of the server|server's log))/.test(
      text,
    )
  ) {
    restartStaging(world);
    await world.time.pause(minute);
  } else if (
    /Make sure that the server runs|Check that the server is running|Look at the (log of the server|server's log)|Make it healthy/.test(
      text,
    )
  ) {
    restartByHand(world);
    await world.time.pause(minute);
  } else if (/adopt --hop/.test(text) && isTheSame) {
    await runPending(world);
    const hop = /adopt --hop (\S+)/.exec(text)?.[1] ?? '';
    await launcher.command(
      { run: runs.next(), title: '[night] adopt' },
      { command: 'adopt', environment: 'production', hop, reason: 'started before the edit' },
    );
  } else if (/Let its migrations run to the end|let it complete/.test(text)) {
    await runPending(world);
  } else if (/deploy the newer release again/.test(text)) {
    const to = /the migrations of (\S+) were started/.exec(text)?.[1];
    if (to !== undefined) bringForward(world, to);
    await world.time.pause(minute);
  } else if (/tick "Required reviewers"/.test(text)) {
    world.github.protect(text.includes('environment "production-finalize"') ? 'finalize' : 'promote');
  } else if (/allow only the default branch under/.test(text)) {
    world.github.restrict();
  } else if (/Give the job "permissions: \{ actions: read \}"/.test(text)) {
    world.github.permit();
  } else if (/when the next window opens/.test(text)) {
    while (isWindowOpen(world.time.now)) await world.time.pause(10 * minute);
    while (!isWindowOpen(world.time.now)) await world.time.pause(10 * minute);
  } else if (/Wait until that run has ended/.test(text)) {
    await world.time.pause(20 * minute);
  }
}

function goBack(launcher: Launcher, runs: RunIdentitySource, hop: string, confirm?: string): Promise<Ending> {
  const confirmed = confirm === undefined ? {} : { confirm };
  return launcher.command(
    { run: runs.next(), title: '[night] rollback', isAttended: false },
    { command: 'rollback', environment: 'production', hop, ...confirmed },
  );
}

async function runPending(world: World): Promise<void> {
  for (let step = 0; step < 10 && hasPending(world); step++) {
    startByHand(world);
    await world.time.pause(10 * minute);
  }
}
