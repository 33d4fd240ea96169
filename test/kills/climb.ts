import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { systemProcesses } from '../../src/world/processes/process.ts';
import type { Random } from '../simulation/random.ts';
import { type Installation, install, leaseTolerance, shortLease } from './installation.ts';
import { isLease, type JournalFile, leaseEnd, nameOf } from './journal-files.ts';
import { type Judge, judgeOf, path, stagingMark } from './judge.ts';
import { type Reach, type RunEnd, runAndKill } from './killed-run.ts';
import { type Lookout, lookout } from './lookout.ts';
import { type Moment, Moments, momentText } from './moment.ts';
import { Person, type Start } from './person.ts';
import type { Kill } from './tally.ts';
import { type Users, usersOf } from './users.ts';

export interface ClimbRequest {
  /** The path of the program. */
  readonly program: string;
  /** The release that production runs at first. */
  readonly from: string;
  readonly random: Random;
  /** Called before each run that is to be killed; false if there were enough of them. */
  readonly mayKill: () => boolean;
  readonly killed: (kill: Kill) => void;
  /** If aborted, the current run is ended, nothing is left behind, and the climb rejects. */
  readonly signal: AbortSignal;
}

export interface ClimbEnd {
  /** Each is a sentence; empty if everything that must hold did. */
  readonly faults: readonly string[];
  /** What happened, one line a run. */
  readonly trace: readonly string[];
  /** Where everything is kept if something was found. */
  readonly folder: string;
}

/** After this many kills a path is finished, however many are left: each starts with a fresh sample. */
const maxKills = 25;
/** A path that this many runs in a row, which nobody kills, do not finish cannot be finished. */
const maxFinishing = 8;

/** Climbs a fresh sample with runs that are killed, then with runs that are not, until the path is complete. */
export async function climbWithKills(request: ClimbRequest): Promise<ClimbEnd> {
  const installation = await install(request.from, shortLease);
  const { journal, backups, production, staging } = installation;
  const sides = { production: production.server.folder, staging: staging.server.folder };
  const watching = lookout({ journal, backups, sides });
  const trace: string[] = [];
  let faults: readonly string[] = [];
  try {
    const users = await usersOf(production);
    const scene = new Scene(request, installation, watching, users, trace);
    faults = await scene.play().finally(() => users.end());
  } catch (error) {
    // A server that answers with an error, or something that this script did not expect: a finding either way.
    if (request.signal.aborted) throw error;
    faults = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  } finally {
    watching.end();
    if (faults.length === 0) await installation.remove();
    else await installation.stop();
  }
  return { faults, trace, folder: installation.folder };
}

class Scene {
  readonly #request: ClimbRequest;
  readonly #installation: Installation;
  readonly #lookout: Lookout;
  readonly #users: Users;
  readonly #judge: Judge;
  readonly #trace: string[];
  readonly #random: Random;
  readonly #moments: Moments;
  readonly #person: Person;
  #entries: readonly JournalFile[] = [];
  #staged = 0;

  constructor(request: ClimbRequest, installation: Installation, watching: Lookout, users: Users, trace: string[]) {
    this.#request = request;
    this.#installation = installation;
    this.#lookout = watching;
    this.#users = users;
    this.#judge = judgeOf(installation, users, watching);
    this.#trace = trace;
    this.#random = request.random;
    this.#moments = new Moments(request.random.fork());
    this.#person = new Person(request.random.fork());
  }

  /** @returns what must hold and did not */
  async play(): Promise<readonly string[]> {
    await this.#markStaging();
    let before: Kill | undefined;
    for (let kills = 0; kills < maxKills && this.#request.mayKill(); ) {
      const start = this.#person.next(this.#entries);
      const again = before?.command === start.command && before.last !== undefined && this.#random.chance(0.25);
      const moment = again && before?.last ? this.#moments.again(before.last) : this.#moments.next(start.command);
      const reach: Reach = this.#random.chance(0.7) ? 'machine' : 'program';
      if (start.command !== 'rollback' && this.#random.chance(0.3)) await this.#leaseOver();
      const { end, own, faults } = await this.#run(start, { moment, reach });
      if (faults.length > 0) return faults;
      if (end.killed) {
        kills += 1;
        const last = own.findLast((entry) => !isLease(entry));
        const kill = { command: start.command, last: last && nameOf(last) };
        before = { ...kill, again: before?.command === kill.command && before.last === kill.last };
        this.#request.killed(before);
        this.#person.wasKilled(start);
      } else if (start.command === 'climb' && end.exitCode === 0) return await this.#atTheEnd();
    }
    return await this.#finish();
  }

  /** As everybody does once, before the first run. */
  async #markStaging(): Promise<void> {
    const { repository, environment, staging } = this.#installation;
    const name = join(await realpath(staging.server.folder), 'records.sqlite');
    const asked = ['mark-disposable', '--confirm', name, '--config', 'staged-upgrade.yml'];
    const argv = [process.execPath, this.#request.program, ...asked] as const;
    const { exitCode, stderr } = await systemProcesses.run({ argv, directory: repository, environment });
    if (exitCode !== 0) throw new Error(`staging could not be marked: ${stderr}`);
  }

  async #finish(): Promise<readonly string[]> {
    let last = '';
    for (let run = 1; run <= maxFinishing; run++) {
      await this.#leaseOver();
      const start = this.#person.finish();
      const { end, faults } = await this.#run(start);
      if (faults.length > 0) return faults;
      last = end.stderr.trim() || end.stdout.trim().slice(-400);
      if (start.command === 'climb' && end.exitCode === 0) return await this.#atTheEnd();
    }
    return [`${maxFinishing} runs that nobody killed did not finish the path; the last one said: ${last}`];
  }

  async #atTheEnd(): Promise<readonly string[]> {
    const { production, staging } = this.#installation;
    const release = await production.version();
    const left = (await Promise.all([production, staging].map((side) => side.leftCopies()))).flat();
    return [
      ...(release === path.at(-1) ? [] : [`the climb says that it is complete, and production runs ${release}`]),
      ...left.map((name) => `${name}, a copy of the database, was left behind`),
    ];
  }

  async #run(start: Start, kill?: { readonly moment: Moment; readonly reach: Reach }) {
    const { repository, environment } = this.#installation;
    const argv = [
      process.execPath,
      this.#request.program,
      ...start.arguments,
      '--config',
      'staged-upgrade.yml',
    ] as const;
    const earlier = this.#entries.length;
    const { signal } = this.#request;
    const common = { argv, directory: repository, environment, lookout: this.#lookout, signal };
    const end: RunEnd = await runAndKill(kill === undefined ? common : { ...common, kill });
    const looked = await this.#judge.look();
    this.#entries = looked.entries;
    const own = looked.entries.slice(earlier);
    this.#trace.push(lineOf(start, end, own, kill));
    const isTold = this.#person.knowsWhy(end.stderr);
    const faults = [...looked.faults, ...(isTold ? [] : defectsOf(end))];
    if (!end.killed) {
      const loss = this.#person.read(start, end.stderr);
      if (loss !== undefined) this.#judge.lossWasSaid(loss);
    }
    await this.#users.write(5);
    await this.#installation.staging.write([`${stagingMark} ${++this.#staged}`]).catch(() => undefined);
    return { end, own, faults };
  }

  /** On another machine the lease of a killed run expires by itself; on this one it is taken over once nothing of it works. */
  async #leaseOver(): Promise<void> {
    const end = leaseEnd(this.#entries);
    if (end === undefined) return;
    const left = end.getTime() + leaseTolerance + 50 - Date.now();
    await delay(Math.max(0, left), undefined, { signal: this.#request.signal });
  }
}

/** A run ends with something that people can act upon, and never with a mistake that nobody made or a defect of ours. */
function defectsOf({ killed, exitCode, endedBy, stderr }: RunEnd): string[] {
  if (killed || (exitCode !== undefined && [0, 1, 3, 4, 5].includes(exitCode))) return [];
  return [`a run that nobody killed ended as ${exitCode ?? endedBy}: ${stderr.trim().slice(-600)}`];
}

function lineOf(
  start: Start,
  { killed, exitCode, milliseconds, stderr }: RunEnd,
  own: readonly JournalFile[],
  kill: { readonly moment: Moment; readonly reach: Reach } | undefined,
): string {
  const last = own.findLast((entry) => !isLease(entry));
  const done = last === undefined ? 'nothing recorded' : `last ${nameOf(last)} of ${last.event.hop?.id ?? 'the path'}`;
  const planned = kill === undefined ? '' : `, to be killed ${momentText(kill.moment)}, ${kill.reach}`;
  const ended = killed ? 'killed' : `ended as ${exitCode}: ${stderr.trim().split('\n')[0] ?? ''}`;
  return `${start.arguments.join(' ')}${planned}: ${ended} after ${milliseconds} ms, ${done}`;
}
