import type { JournalEvent, RunIdentity } from '../../src/core/model/event.ts';
import { type Act, described, type GatedJob, type LongAct } from './act.ts';
import { DeployAccount } from './deploy-account.ts';
import { FailedRehearsals } from './failed-rehearsals.ts';
import { type Data, halfRestored, type Installation } from './installation.ts';
import type { Invariant, Violation } from './invariant.ts';
import { judgePromotion, type ProductionDeploy } from './judge-promotion.ts';
import { RollbackJudge } from './judge-rollback.ts';
import { LeftToPeople } from './left-to-people.ts';
import { MarkJudge } from './mark-judge.ts';
import { RehearsalAccount } from './rehearsal-account.ts';
import { isAllowed, isReversible, newestKnownTo } from './releases.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import { StartAccount } from './start-account.ts';
import { StartedHops } from './started-hops.ts';
import { StartedRollbacks } from './started-rollbacks.ts';
import { TimingJudge } from './timing-judge.ts';
import type { World } from './world.ts';

/** A living run learns after a quarter of its lease that it lost it, or when the journal answers, and stops its work. */
const slowestEndMilliseconds = 900_000 / 4 + 180_000;

/** From the last look at a server to the act that follows on it. */
const slowestLookMilliseconds = 10_000;

/** For less than a rollback waits for the run that it preempts. */
const retryMilliseconds = 900_000 / 4;

/** Sees everything that is really done, and reports at once what must not be. */
export class Judge {
  readonly violations: Violation[] = [];
  readonly rehearsals: RehearsalAccount;
  readonly #timing: TimingJudge;
  readonly #leftToPeople: LeftToPeople;
  readonly #starts: StartAccount;
  readonly #deploys: DeployAccount;
  readonly #failedRehearsals: FailedRehearsals;
  readonly #startedHops: StartedHops;
  readonly #startedRollbacks: StartedRollbacks;
  readonly #rollbacks: RollbackJudge;
  readonly #marks: MarkJudge;
  readonly #world: World;
  readonly #proved = new Set<string>();
  readonly #approvals = new Map<string, number>();
  readonly #goingOn = new Map<LongAct, SimulatedProcess>();
  /** Releases whose smoke tests passed on production since our last deploy there. */
  #smokedOnProduction: string | undefined;
  #deployedByUs: string | undefined;
  #migrationsAskedFor: string | undefined;
  /** The release whose migrations a permitted run has started; a later run may continue with them. */
  #startedWithApproval: string | undefined;

  constructor(world: World) {
    this.#world = world;
    this.rehearsals = new RehearsalAccount(world);
    this.#timing = new TimingJudge(world);
    this.#leftToPeople = new LeftToPeople(world);
    this.#starts = new StartAccount(world);
    this.#deploys = new DeployAccount(world);
    this.#failedRehearsals = new FailedRehearsals(world);
    this.#startedHops = new StartedHops(world);
    this.#startedRollbacks = new StartedRollbacks(world);
    this.#rollbacks = new RollbackJudge(world);
    this.#marks = new MarkJudge(world);
  }

  violated(invariant: Invariant, text: string): void {
    this.#world.say(`VIOLATION: ${invariant}: ${text}`);
    this.violations.push({ invariant, text });
  }

  approved(owner: string, hop: string, job: GatedJob): void {
    const key = `${owner} ${hop} ${job}`;
    if (!this.#approvals.has(key)) this.#approvals.set(key, this.#world.time.now);
  }

  approvedAt(owner: string, hop: string, job: GatedJob): number | undefined {
    return this.#approvals.get(`${owner} ${hop} ${job}`);
  }

  /** A person said that a store may be emptied. */
  marked(data: Data): void {
    this.#marks.marked(data);
  }

  /** The job of a rollback passed whoever guards production. */
  mayGoBack(run: RunIdentity): void {
    this.#rollbacks.approved(run);
  }

  /** Whether a run was allowed to start the migrations of a release, from whatever release the hop came. */
  #mayStart(owner: string, label: string): boolean {
    const keys = [...this.#approvals.keys()];
    return keys.some((key) => key.startsWith(`${owner} `) && key.endsWith(`--${label} finalize`));
  }

  /** Called at the moment in which a process starts an act, before any of it has happened. */
  act(process: SimulatedProcess, act: Act): void {
    this.#world.say(`${process.title}: ${described(act)}`);
    // The hook for failures notifies people, also about runs that have no lease any more.
    if (act.what !== 'hook' || act.version !== 'on-failure') this.#fence(process, described(act));
    for (const { invariant, text } of this.#rollbacks.judge(process, act)) this.violated(invariant, text);
    if (act.on === 'staging' && (act.what === 'deploy' || act.what === 'stop')) this.#apart(process, act);
    switch (act.what) {
      case 'deploy':
        if (act.on === 'staging') this.rehearsals.deployed(process, act);
        else this.#deployOnProduction(process, act);
        break;
      case 'restore':
        this.#restore(process, act);
        break;
      case 'start-migrations':
        this.#starts.started(process, act.on);
        if (act.on === 'production') this.#startOnProduction(process);
        break;
      case 'stop':
        process.stoppedAt[act.on] = this.#world.time.now;
        break;
    }
  }

  /** What deploys staging may have been pointed at production. */
  #apart(process: SimulatedProcess, act: Act): void {
    if (this.#world.deploysStagingTo === 'production')
      this.violated(
        'production is never written by a rehearsal',
        `${process.title}: ${described(act)} is one of production`,
      );
  }

  startAct(process: SimulatedProcess, name: string): LongAct {
    const act = { name, owner: process.owner };
    this.#goingOn.set(act, process);
    return act;
  }

  /** An act that is over must not have continued long after its lease went to another run. */
  ended(process: SimulatedProcess, act: LongAct): void {
    const { name, owner } = act;
    this.#goingOn.delete(act);
    const lost = this.#world.journal.lostSince(owner);
    if (name.includes('on-failure')) return;
    if (lost === undefined || !process.alive || process.wasFrozen) return;
    const late = this.#world.time.now - lost;
    if (late > slowestEndMilliseconds) {
      this.violated('no act with an old fencing number', `${process.title}: ${name} continued for ${late} ms`);
    }
  }

  smoked(process: SimulatedProcess, server: Installation, whole: boolean): void {
    this.#timing.tested(process, server.name);
    if (server.name === 'staging') this.rehearsals.smoked(whole);
    else if (whole) {
      this.#smokedOnProduction = server.running;
      this.#rollbacks.tested(process);
    }
  }

  /** A restore point was restored completely on staging. */
  restoredOnStaging(backup: string): void {
    this.#proved.add(backup);
    this.rehearsals.restored(backup);
  }

  isProved(backup: string): boolean {
    return this.#proved.has(backup);
  }

  /** An entry was added to the journal, whether or not its writer learns of it. */
  recorded(event: JournalEvent, run: RunIdentity, process: SimulatedProcess): void {
    if (event.type === 'planned') {
      for (const { id, from, to, digest } of event.hops) {
        this.#world.learnEdition(digest, process.edition);
        if (!isAllowed(from, to)) this.violated('no hop is out of order', `${process.title} plans ${id}`);
      }
    }
    if (event.type === 'deploying' && event.environment === 'production') process.deploying = event.hop;
    this.#timing.recorded(event, process);
    this.#leftToPeople.recorded(event, process);
    this.#deploys.recorded(event, process);
    this.#failedRehearsals.recorded(event, process);
    this.#startedHops.recorded(event, process);
    this.#startedRollbacks.recorded(event, process);
    if (event.type === 'carried-over') this.rehearsals.carriedOver(event.hop, event.after, process);
    if (event.type === 'rehearsed') {
      this.#world.faults.wake();
      this.rehearsals.recorded(event.hop, process);
    }
    if (event.type === 'migrating' && event.environment === 'production') {
      if (!process.isAttended || this.#mayStart(process.owner, event.hop.to)) this.#startedWithApproval = event.hop.to;
    }
    if (event.type === 'deployed' && event.environment === 'staging' && event.deferred && event.release === 'to') {
      const { content } = this.#world.staging.data;
      const began = content.job !== undefined || content.applied > newestKnownTo(event.hop.from);
      if (began && !this.#world.faults.lie('staging')) {
        this.violated('what is recorded was so', `${process.title} records that nothing has started; it has`);
      }
    }
    if (event.type === 'rolled-back')
      for (const { invariant, text } of this.#rollbacks.rolledBackEvent(event, process)) this.violated(invariant, text);
    if (event.type !== 'completed' && event.type !== 'adopted') return;
    const { production, faults } = this.#world;
    const { job, applied } = production.data.content;
    const { to } = event.hop;
    if (faults.lie('production')) return;
    if (process.sawProduction !== to || applied < newestKnownTo(to) || job !== undefined) {
      this.violated(
        'what is recorded was so',
        `${run.id} records that ${event.hop.id} is ${event.type}; production has ${production.installed}, data ${applied}`,
      );
    }
  }

  /** The path was climbed to its end: nothing that was started on production may have been skipped. */
  finished(): void {
    const { production, journal, changedByHandAt } = this.#world;
    const { damage } = production.data.content;
    if (damage !== undefined) this.violated('the path can be finished or safely left', `production: ${damage}`);
    const lastDeploy = journal.entries.findLast(
      ({ event }) => event.type === 'deploying' && event.environment === 'production',
    );
    if (lastDeploy?.event.type !== 'deploying' || changedByHandAt > 0) return;
    const { id } = lastDeploy.event.hop;
    const isSettled = journal.entries.some(
      ({ event, sequence }) =>
        (event.type === 'adopted' && event.hop.id === id) ||
        (event.type === 'completed' && event.hop.id === id) ||
        (event.type === 'rolled-back' && event.environment === 'production' && sequence > lastDeploy.sequence),
    );
    if (!isSettled) this.violated('the path can be finished or safely left', `${id} was started and passed over`);
  }

  /** Somebody changed production by hand. */
  byHand(): void {
    this.#deployedByUs = undefined;
    this.#smokedOnProduction = undefined;
    this.#migrationsAskedFor = undefined;
    this.#startedWithApproval = undefined;
  }

  /**
   * The instant that cannot be avoided: no check of the journal and act on another system happen at once. So a run may
   * still act if the last thing that it did before was to read the journal, and the reading named it. If anything
   * else lies between that reading and the act, or the reading named another owner, the act is an outdated one.
   */
  #fence(process: SimulatedProcess, act: string): void {
    const { journal, time } = this.#world;
    if (journal.owner === process.owner) return;
    const reading = process.lastReading;
    if (reading?.owner === process.owner && reading.answeredAt === time.now) return;
    const isOther = journal.isHeldBesides(process.owner);
    this.violated(
      isOther ? 'two runs never act at once' : 'no act with an old fencing number',
      `${process.title}: ${act}, while the lease is ${journal.owner === undefined ? 'nobody’s' : `of ${journal.owner}`}`,
    );
  }

  /** A rollback waits until the previous run has ended its deploy, for as long as that run may take to learn of it. */
  #preempted(process: SimulatedProcess, does: string): void {
    const { journal, time } = this.#world;
    for (const [{ name, owner }, other] of this.#goingOn) {
      const lost = journal.lostSince(owner);
      const isLearning = lost !== undefined && time.now - lost < retryMilliseconds;
      if (other === process || !other.alive || other.signal.aborted || other.wasFrozen || !isLearning) continue;
      if (!name.startsWith('deploy production')) continue;
      this.violated('two runs never act at once', `${process.title} ${does} beside ${other.title}`);
    }
  }

  #deployOnProduction(process: SimulatedProcess, deploy: ProductionDeploy): void {
    const { production, deferrable } = this.#world;
    this.#preempted(process, `deploys ${deploy.version}`);
    if (production.data.content.damage === halfRestored) {
      const text = `${process.title} deploys ${deploy.version}`;
      this.violated('nothing is started on data that is half restored', text);
    }
    if (deploy.version === deploy.from) {
      if (this.#world.staged && !isReversible(deploy.to))
        this.violated('no way back from a stage that names none', `${process.title} deploys ${deploy.from}`);
      const { applied, job, newestStartedAt } = production.data.content;
      const known = newestKnownTo(deploy.from);
      const touched = applied > known || (job !== undefined && job.number > known);
      // Where the product tells its migrations, and was asked for them since; an older release knows of no later ones.
      const isTold =
        deferrable && process.productionAnswered && !process.sawFading && newestStartedAt < process.lookedAt;
      const isSeen = isTold && production.running !== deploy.from && !this.#world.faults.lie('production');
      if (touched && (isSeen || this.#migrationsAskedFor === deploy.to)) {
        this.violated('no way back over migrated data', `${process.title} deploys ${deploy.from} after ${deploy.to}`);
      }
    } else {
      for (const { invariant, text } of judgePromotion(this.#world, process, deploy)) this.violated(invariant, text);
      if (deferrable && !deploy.deferred) {
        this.violated('no migration is started before its gate', `${process.title} deploys without deferring`);
      }
    }
    this.#deployedByUs = deploy.version;
    this.#smokedOnProduction = undefined;
  }

  #restore(process: SimulatedProcess, { on, onto, version }: Extract<Act, { what: 'restore' }>): void {
    this.#starts.replaced(on);
    const { production, staging } = this.#world;
    if (onto === production.data && !(on === 'production' && process.isConfirmed)) {
      this.violated('production is never written by a rehearsal', `${process.title} restores over it`);
    }
    const wrong = on === 'staging' ? this.#marks.wrongWith(onto, version) : undefined;
    if (wrong !== undefined) {
      const text = `${process.title} empties ${onto.location} for ${version}: it ${wrong}`;
      this.violated('what is emptied was marked before the backup', text);
    }
    const server = on === 'production' ? production : staging;
    const askedAt = process.askedAt[on];
    // The watch for downtime asks as well, after the last look that decides.
    const couldBeSeen = askedAt < process.stoppedAt[on] || server.upSince < askedAt - slowestLookMilliseconds;
    if (server.isUp && couldBeSeen && !this.#world.faults.hidesServers) {
      this.violated('what is recorded was so', `${process.title} restores while the server on ${on} writes`);
    }
    if (on === 'staging') this.rehearsals.restoreStarted();
    else {
      this.#preempted(process, 'restores');
      this.byHand();
      this.#rollbacks.putsBack(process);
    }
  }

  #startOnProduction(process: SimulatedProcess): void {
    const label = process.sawProduction ?? '';
    this.#migrationsAskedFor = label;
    // Then nobody can know which release it believes to be there.
    if (this.#world.faults.lie('production')) return;
    if (
      process.isAttended &&
      this.#world.gates !== 'none' &&
      this.#startedWithApproval !== label &&
      !this.#mayStart(process.owner, label)
    ) {
      this.violated('no migration is started before its gate', `${process.title}: that of ${label} was not approved`);
    }
    if (this.#deployedByUs !== undefined && this.#smokedOnProduction !== label) {
      this.violated('no migration is started before its gate', `${process.title}: ${label} was not tested there`);
    }
  }
}
