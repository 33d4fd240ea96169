import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { type ProcessResult, systemProcesses } from '../../src/world/processes/process.ts';
import type { Lookout } from './lookout.ts';
import type { Moment } from './moment.ts';

/**
 * `machine`: the runner is gone with everything that it ran; servers live elsewhere and continue. `program`: only the
 * program's own process group, as when memory runs out; the deploy command that it has started comes to its end.
 */
export type Reach = 'machine' | 'program';

export interface RunToKill {
  readonly argv: readonly [string, ...string[]];
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Undefined for a run that may come to its end. */
  readonly kill?: { readonly moment: Moment; readonly reach: Reach };
  readonly lookout: Lookout;
  /** Ends the run as a person would, with SIGTERM. */
  readonly signal: AbortSignal;
}

export interface RunEnd extends ProcessResult {
  /** It was killed before it had ended by itself. */
  readonly killed: boolean;
}

/** Processes inherit it, and the sample's servers do not: it identifies what belongs to the runner. */
const mark = 'KILLS_RUN';

/** Runs the program and kills it, with SIGKILL, at the moment. Resolves when nothing of the run is left. */
export async function runAndKill(request: RunToKill): Promise<RunEnd> {
  const { argv, directory, environment, kill, lookout, signal } = request;
  const run = randomUUID();
  const marked = `${mark}=${run}`;
  const over = new AbortController();
  const running = systemProcesses
    .run({ argv, directory, environment: { ...environment, [mark]: run }, signal })
    .finally(() => over.abort());
  const killing = kill === undefined ? undefined : killAt(kill.moment, kill.reach, marked, lookout, over.signal);
  const ended = await running;
  await killing;
  // A deploy that was left alone ends long before any lease does; here leases are short, so its end is waited for.
  while ((await processesMarked(marked)).length > 0) await delay(20);
  return { ...ended, killed: ended.endedBy === 'SIGKILL' };
}

async function killAt(
  moment: Moment,
  reach: Reach,
  marked: string,
  lookout: Lookout,
  over: AbortSignal,
): Promise<void> {
  const found = leaderOf(marked, over);
  await arrival(moment, lookout, over);
  const leader = await found;
  if (leader === undefined || over.aborted) return;
  killGroup(leader);
  if (reach === 'program') return;
  for (let left = await processesMarked(marked); left.length > 0; left = await processesMarked(marked))
    for (const each of left) killGroup(each);
}

/** The process that was started itself: the first that carries the mark. */
async function leaderOf(marked: string, over: AbortSignal): Promise<number | undefined> {
  while (!over.aborted) {
    const first = (await processesMarked(marked))[0];
    if (first !== undefined) return first;
    await delay(1);
  }
  return undefined;
}

/** Resolves at the moment, or when the run is over. */
async function arrival(moment: Moment, lookout: Lookout, over: AbortSignal): Promise<void> {
  const wait = (milliseconds: number): Promise<void> =>
    delay(milliseconds, undefined, { signal: over }).catch(() => undefined);
  if (moment.kind === 'after-start') return await wait(moment.milliseconds);
  const { promise, resolve } = Promise.withResolvers<void>();
  const stopLooking = lookout.onSight((sight) => {
    if (sight === moment.sight) void wait(moment.milliseconds).then(resolve);
  });
  await Promise.race([promise, wait(moment.atTheLatest)]);
  stopLooking();
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // It has ended, or leads no group: the leader is found by the mark as well.
  }
}

async function processesMarked(marked: string): Promise<number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const carrying = await Promise.all(
    ids.map(async (id) => {
      const variables = await readFile(`/proc/${id}/environ`, 'latin1').catch(() => '');
      return variables.split('\0').includes(marked) ? [id] : [];
    }),
  );
  return carrying.flat().sort((one, other) => one - other);
}
