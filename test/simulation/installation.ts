import type { EnvironmentName } from '../../src/core/model/hop.ts';
import type { NewMark } from '../../src/core/model/mark.ts';
import { isAtLeast, newestKnownTo, pendingOn } from './releases.ts';
import type { World } from './world.ts';

/** A database: what is in it and where it is. */
export interface Data {
  readonly lineage: string;
  readonly location: string;
  readonly startedAt: string;
  /** What a person types to confirm that this one is meant. */
  readonly name: string;
  mark: NewMark | undefined;
  content: Content;
}

export interface Content {
  readonly rows: number;
  /** The newest data migration that is complete. */
  readonly applied: number;
  /** A data migration that was started and has not completed. It continues with the next server that starts on it. */
  readonly job: Job | undefined;
  /** When the newest of these was first started; 0 while none was. */
  readonly newestStartedAt: number;
  /** Why the data is not what it was; nobody can observe it except by reading records. */
  readonly damage: string | undefined;
}

/** The damage of a database while it is replaced, and until somebody has finished that. */
export const halfRestored = 'half restored';

export interface Job {
  readonly number: number;
  readonly name: string;
  /** From 0 to 100. */
  readonly done: number;
  readonly state: 'queued' | 'running' | 'failed';
  /** 0 while it has not. */
  readonly failedAt: number;
}

export interface StartSettings {
  readonly version: string;
  /** Data migrations are to be deferred. */
  readonly deferred: boolean;
}

/** A server with its database. It behaves as real ones were seen to. */
export class Installation {
  readonly name: EnvironmentName;
  /** Its original database; another one may replace it. */
  data: Data;
  readonly #world: World;
  readonly #deferrable: boolean;
  /** The release that was deployed last, whether or not it runs. */
  installed: string;
  /** The release that answers; undefined while none does. */
  running: string | undefined;
  /** The previous release, which still answers now and then while servers are replaced. */
  fading: { readonly version: string; readonly until: number } | undefined;
  /** The release whose start hangs, if one does. */
  isUp = false;
  upSince = 0;
  #life = 0;

  constructor(world: World, name: EnvironmentName, data: Data, version: string, deferrable: boolean) {
    this.#world = world;
    this.name = name;
    this.data = data;
    this.#deferrable = deferrable;
    this.installed = version;
    this.running = version;
    this.isUp = true;
  }

  stop(): void {
    this.#life++;
    this.running = undefined;
    this.isUp = false;
  }

  /** Puts a release in place and starts it; it answers some time later, if it does. */
  start({ version, deferred }: StartSettings): void {
    const { faults, latency, time } = this.#world;
    const before = this.running;
    this.stop();
    this.installed = version;
    const life = this.#life;
    const ignores = faults.happens('deferralIgnored');
    if (faults.happens('serverHangs')) {
      this.#world.say(`${this.name}: ${version} hangs at its start`);
      return;
    }
    time.after(latency.between(500, 12_000), () => {
      if (life !== this.#life) return;
      const late = pendingOn(version, this.data.content.applied).find(({ requiredBefore }) =>
        isAtLeast(version, requiredBefore),
      );
      if (late !== undefined) {
        this.#world.say(`${this.name}: ${version} refuses to start, since ${late.name} is pending`);
        return;
      }
      if (before !== undefined && before !== version && latency.chance(0.3)) {
        this.fading = { version: before, until: time.now + latency.between(1000, 15_000) };
      }
      this.#come(version, life, !deferred || ignores);
    });
  }

  #come(version: string, life: number, runsMigrations: boolean): void {
    const { content } = this.data;
    const foreign = content.job !== undefined && content.job.number > newestKnownTo(version);
    if (content.applied > newestKnownTo(version) || foreign) {
      this.#set({ damage: `${version} wrote to data that a later release had started to migrate` });
    }
    this.running = version;
    this.#world.say(`${this.name}: ${version} runs`);
    const own = content.job !== undefined && !foreign;
    if (!this.#deferrable) this.#migrate(life, () => this.#openUp(version));
    else {
      this.#openUp(version);
      if (runsMigrations) this.#migrate(life, () => undefined);
      // What was queued once runs on its own, whatever the setting says.
      else if (own && content.job?.state !== 'failed') this.#runOne(life, () => undefined);
      // Some put their first migration into a queue whatever the setting says, and none of it runs for a while.
      else if (this.#world.faults.happens('deferralQueues')) this.#queueOne(life);
    }
  }

  #openUp(version: string): void {
    this.isUp = true;
    this.upSince = this.#world.time.now;
    if (!this.#world.faults.happens('serverCrashes')) return;
    const life = this.#life;
    this.#world.time.after(this.#world.latency.between(1000, 600_000), () => {
      if (life !== this.#life) return;
      this.#world.say(`${this.name}: ${version} crashes`);
      this.stop();
    });
  }

  /** Runs everything that is pending, one after the other. */
  #migrate(life: number, then: () => void): void {
    if (this.running === undefined) return;
    if (pendingOn(this.running, this.data.content.applied).length === 0) then();
    else this.#runOne(life, () => this.#migrate(life, then));
  }

  /** Requested from outside: runs exactly one. */
  startOne(): 'started' | 'nothing-pending' {
    if (this.running === undefined || pendingOn(this.running, this.data.content.applied).length === 0) {
      return 'nothing-pending';
    }
    if (this.#world.faults.happens('startIsLost')) return 'started';
    const { job } = this.data.content;
    if (job === undefined || job.state === 'failed') this.#runOne(this.#life, () => undefined);
    return 'started';
  }

  #queueOne(life: number): void {
    this.#runOne(life, () => undefined, this.#world.latency.between(20_000, 120_000));
  }

  /** @param queued milliseconds for which it waits in a queue; left out, as the faults have it */
  #runOne(life: number, then: () => void, queued?: number): void {
    const { faults, latency, time } = this.#world;
    const next = this.running === undefined ? undefined : pendingOn(this.running, this.data.content.applied)[0];
    if (next === undefined) return;
    const { number, name } = next;
    const done = this.data.content.job?.number === number ? this.data.content.job.done : 0;
    const { job: before, newestStartedAt } = this.data.content;
    const waits = queued ?? (faults.happens('jobWaits') ? latency.between(1000, 60_000) : 0);
    this.#set({
      job: { number, name, done, state: waits > 0 ? 'queued' : 'running', failedAt: 0 },
      newestStartedAt: before?.number === number ? newestStartedAt : time.now,
    });
    this.#world.say(`${this.name}: ${name} runs, from ${done} of 100`);
    const failsAt = faults.happens('migrationFails') ? latency.between(0, 100) : undefined;
    const crashesAt = faults.happens('migrationCrashes') ? latency.between(0, 100) : undefined;
    const pace = faults.happens('migrationIsQuick') ? 1 : latency.between(20, 4000);
    const step = (): void => {
      const { job } = this.data.content;
      if (life !== this.#life || job?.number !== number) return;
      if (crashesAt !== undefined && job.done >= crashesAt) {
        this.#world.say(`${this.name}: ${name} takes all memory, and the server is gone`);
        this.stop();
      } else if (failsAt !== undefined && job.done >= failsAt) {
        this.#set({ job: { ...job, state: 'failed', failedAt: time.now } });
        this.#world.say(`${this.name}: ${name} fails`);
        if (!this.#deferrable) this.stop();
      } else if (job.done >= 100) {
        this.#set({ job: undefined, applied: number });
        this.#world.say(`${this.name}: ${name} is complete`);
        then();
      } else {
        this.#set({ job: { ...job, done: Math.min(100, job.done + 10) } });
        time.after(pace * 10, step);
      }
    };
    time.after(waits + pace, () => {
      const { job } = this.data.content;
      if (life !== this.#life || job?.number !== number) return;
      this.#set({ job: { ...job, state: 'running' } });
      step();
    });
  }

  #set(change: Partial<Content>): void {
    this.data.content = { ...this.data.content, ...change };
  }
}
