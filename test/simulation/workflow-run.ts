import type { RunIdentity } from '../../src/core/model/event.ts';
import type { Hop } from '../../src/core/model/hop.ts';
import { matrixJson } from '../../src/core/model/matrix-hop.ts';
import { type HopStep, hopSequence, type JobName, jobNames } from '../../src/core/model/sequence.ts';
import { sha256 } from '../../src/journal/chain.ts';
import type { Invocation } from '../support/invocation.ts';
import type { GatedJob } from './act.ts';
import type { Random } from './random.ts';
import { type Ending, type Launch, type Launcher, textOf } from './runs.ts';
import { type Fate, ownerName } from './simulated-process.ts';
import type { World } from './world.ts';

/** How a workflow run goes astray. */
export interface Course {
  /** Legs of the matrix in another order, or one of them twice, or two at once. */
  readonly legs: 'in order' | 'shuffled' | 'twice' | 'at once';
  /**
   * Somebody edited the workflow: its jobs come in another order, some steps are missing, no job asks how the previous one
   * ended, and each checks out what is newest.
   */
  readonly isEdited: boolean;
  /** How long until a leg gets a runner, at most. */
  readonly longestWait: number;
  /** How often something happens to a step's process. */
  readonly danger: number;
  /** What the person who starts the run types to confirm a hop. */
  readonly confirm?: string | undefined;
  /** Instead of that, whatever could be guessed from what is known about a hop before it is rehearsed. */
  readonly typesEarly?: 'its digest' | 'its confirmation' | undefined;
  /** A failed migration is to be started again. */
  readonly retry?: boolean;
  /** Left out: what everybody wants. */
  readonly target?: 'unfinished';
}

/** What the later jobs check. */
interface JobOutputs {
  readonly result: string;
  /** The hop's: nothing is left to be started. */
  readonly isComplete: boolean;
}

const none = { acknowledge: [], facts: [] } as const;

/** A run of the workflows that `init` writes: plan, then a leg for each hop with its jobs, on a runner each. */
export class WorkflowRun {
  readonly #launcher: Launcher;
  readonly #random: Random;
  readonly #course: Course;
  readonly #run: RunIdentity;
  readonly #edition: number;
  /** Whether its jobs are in the environments that ask. */
  readonly #namesEnvironments: boolean;
  #isOver = false;
  /** The last text that a step asked somebody to type. */
  asksFor: string | undefined;
  /** The hop for which a step last said that a failed migration may be started again. */
  toRetry: string | undefined;
  /** The first thing that it ended for, in all that it says. */
  lastMessage: string | undefined;

  constructor(launcher: Launcher, random: Random, id: string, course: Course) {
    this.#launcher = launcher;
    this.#random = random;
    this.#course = course;
    this.#run = { kind: 'github', id, attempt: 1, actor: 'engineer' };
    this.#edition = launcher.world.edition;
    this.#namesEnvironments = !course.isEdited || random.chance(0.7);
  }

  /** `finished` if there was nothing to do, or its report says so. */
  async climb(): Promise<'finished' | 'over'> {
    const hops = await this.#plan(this.#run);
    if (hops === undefined) return 'over';
    if (hops.length === 0) return 'finished';
    if (await this.#passesPathGate(this.#run, hops)) await this.#legs(this.#run, hops);
    const report = await this.#report(this.#run);
    // "Re-run jobs": the plan of the first attempt, on new runners.
    // With one approval for the whole path, what runs without asking for it again matters most.
    const often = this.#launcher.world.scope === 'path' ? 0.4 : 0.1;
    if (report === 'finished' || !this.#random.chance(this.#isOver ? 0.5 : often)) return report;
    await this.#launcher.world.time.pause(this.#random.between(60_000, 3_600_000));
    this.#isOver = false;
    const again = { ...this.#run, attempt: 2 };
    // "Re-run failed jobs" leaves out the one that has passed before.
    if (this.#random.chance(0.5) || (await this.#passesPathGate(again, hops))) await this.#legs(again, hops);
    return await this.#report(again);
  }

  /** Whether the legs follow the job that records what the whole path was approved for, if there is one. */
  async #passesPathGate(run: RunIdentity, hops: readonly Hop[]): Promise<boolean> {
    const { world } = this.#launcher;
    if (world.scope !== 'path') return true;
    if (this.#course.isEdited && this.#random.chance(0.6)) return true;
    if (world.github.asks('promote') && this.#namesEnvironments) {
      await world.time.pause(this.#random.between(1000, this.#random.chance(0.15) ? 30_000_000 : 600_000));
      if (this.#random.chance(0.04)) {
        world.github.review(run.id, 'promote', 'rejected');
        return this.#course.isEdited;
      }
      const isBypassed = world.github.mayBypass('promote') && this.#random.chance(0.05);
      if (!isBypassed) world.github.review(run.id, 'promote', 'approved');
    }
    if (world.github.asks('promote') && (this.#namesEnvironments || world.github.mayBypass('promote'))) {
      world.say(`${ownerName(run)}: ${hops.length} hops are approved`);
      for (const { id } of hops)
        for (const job of ['promote', 'finalize'] as const) world.judge.approved(ownerName(run), id, job);
    }
    const ending = await this.#launcher.command(this.#launch(run, 'approve', 0), { ...none, command: 'approve' });
    this.#hear(ending);
    return outcomeOf(ending) === 'passed' || this.#course.isEdited;
  }

  async #plan(run: RunIdentity): Promise<readonly Hop[] | undefined> {
    const { target, acknowledged: acknowledge } = this.#launcher.world;
    const invocation: Invocation =
      this.#course.target === undefined
        ? { ...none, command: 'plan', operation: 'climb', target, acknowledge }
        : { ...none, command: 'plan', operation: 'climb', target: this.#course.target };
    const ending = await this.#launcher.command(this.#launch(run, 'plan', 0), invocation);
    this.#hear(ending);
    if (ending.kind !== 'result' || !['passed', 'skipped'].includes(ending.result.outcome)) return undefined;
    const legs = ending.result.outputs.hops ?? [];
    return legs.map((leg): Hop => ({ ...leg, title: leg.id, reasons: [], manual: [] }));
  }

  /** The last job, whatever happened to the ones before. */
  async #report(run: RunIdentity): Promise<'finished' | 'over'> {
    const invocation: Invocation = { ...none, command: 'report' };
    const ending = await this.#launcher.command(this.#launch(run, 'report', 0), invocation);
    return ending.kind === 'result' && ending.result.outcome === 'passed' ? 'finished' : 'over';
  }

  async #legs(run: RunIdentity, hops: readonly Hop[]): Promise<void> {
    const { legs, longestWait } = this.#course;
    const order = legs === 'shuffled' ? this.#random.shuffled(hops) : legs === 'twice' ? [...hops, ...hops] : hops;
    const leg = async (hop: Hop): Promise<boolean> => {
      await this.#launcher.world.time.pause(this.#random.between(1000, longestWait));
      return await this.#leg(run, hop);
    };
    if (legs === 'at once') {
      await Promise.all(order.map(leg));
      return;
    }
    // A leg that fails ends the others, but not always in time.
    for (const hop of order) if (!(await leg(hop)) && !this.#random.chance(0.2)) return;
  }

  /** False if it failed; a leg that waits or has nothing to do has not. */
  async #leg(run: RunIdentity, hop: Hop): Promise<boolean> {
    const { world } = this.#launcher;
    const steps = hopSequence(world.traits(this.#edition));
    const { isEdited } = this.#course;
    for (const job of isEdited ? this.#random.shuffled(jobNames) : jobNames) {
      const own = steps.filter((step) => step.job === job && !(isEdited && this.#random.chance(0.1)));
      if (own.length === 0) continue;
      if ((job === 'promote' || job === 'finalize') && !(await this.#passesGate(run, hop, job))) return true;
      await world.time.pause(this.#random.between(500, this.#random.chance(0.1) ? this.#course.longestWait : 20_000));
      const { result, isComplete } = await this.#job(run, hop, job, own);
      if (result !== 'passed' && !isEdited) return result !== 'failed';
      if (job === 'promote' && isComplete && !isEdited) return true;
    }
    return true;
  }

  /** False if a reviewer said no. A job whose environment asks nobody starts by itself. */
  async #passesGate(run: RunIdentity, hop: Hop, job: GatedJob): Promise<boolean> {
    const { world } = this.#launcher;
    const owner = ownerName(run);
    if (world.gates === 'dispatch' && this.#typed(hop, job) === confirmationOf(world, hop, job))
      world.judge.approved(owner, hop.id, job);
    if (world.gates !== 'environment' || world.scope === 'path' || !world.github.asks(job)) return true;
    const mayBypass = world.github.mayBypass(job);
    // GitHub was seen not to ask again when jobs are re-run; and a job that was edited may not name its environment.
    const isAsked = this.#namesEnvironments && !(run.attempt > 1 && this.#random.chance(0.5));
    if (!isAsked) {
      // If administrators may bypass, such a job cannot be distinguished from one that they let through.
      if (mayBypass) world.judge.approved(owner, hop.id, job);
      return true;
    }
    await world.time.pause(this.#random.between(1000, this.#random.chance(0.15) ? 30_000_000 : 600_000));
    if (this.#random.chance(0.04)) {
      world.github.review(run.id, job, 'rejected');
      return false;
    }
    // An administrator may let it through: then GitHub lists nobody.
    if (!mayBypass || !this.#random.chance(0.05)) world.github.review(run.id, job, 'approved');
    world.say(`${owner}: ${job} of ${hop.id} is approved`);
    world.judge.approved(owner, hop.id, job);
    return true;
  }

  /** As the conditions of the workflow have it: a step runs when the previous one proceeded, the report in any case. */
  async #job(run: RunIdentity, hop: Hop, job: JobName, steps: readonly HopStep[]): Promise<JobOutputs> {
    const skew = this.#random.between(-110_000, 110_000);
    let proceeds = true;
    let failed = false;
    let result = '';
    let isComplete = false;
    for (const [index, step] of steps.entries()) {
      if (!proceeds && step.command !== 'report') continue;
      const ending = await this.#launcher.command(this.#launch(run, `${hop.id} ${job}/${step.id}`, skew), {
        ...invocationOf(hop, step),
        ...this.#confirmationFor(hop, step),
        retry: step.environment === 'production' && this.#course.retry === true,
      });
      this.#hear(ending);
      if (ending.kind === 'killed') {
        this.#isOver = true;
        return { result: 'failed', isComplete };
      }
      const outcome = outcomeOf(ending);
      if (ending.kind === 'cancelled') this.#isOver = true;
      const only = step.command === 'check' && index < steps.length - 1;
      proceeds &&= only ? outcome === 'passed' : outcome === 'passed' || outcome === 'skipped';
      failed ||= !['passed', 'skipped', 'waiting'].includes(outcome);
      if (index === 0 || step.command === 'report') result = outcome;
      if (step.command === 'report' && ending.kind === 'result') isComplete = ending.result.outputs.complete === true;
    }
    if (failed) return { result: 'failed', isComplete };
    const proceeded = proceeds ? 'passed' : result === 'passed' ? 'waiting' : result;
    return { result: steps.at(-1)?.command === 'report' ? result : proceeded, isComplete };
  }

  #hear(ending: Ending): void {
    if (ending.kind === 'result' && ['passed', 'skipped'].includes(ending.result.outcome)) return;
    const text = textOf(ending);
    this.lastMessage ??= text;
    this.asksFor = /"confirm" set to: (\S+)/.exec(text)?.[1] ?? this.asksFor;
    this.toRetry = hopToRetry(text) ?? this.toRetry;
  }

  /** As the workflow passes it on: to the steps that ask at a gate. */
  #confirmationFor(hop: Hop, { job, command }: HopStep): { readonly confirm?: string } {
    if (job !== 'promote' && job !== 'finalize') return {};
    const asks = job === 'promote' ? command === 'backup' || command === 'deploy' : command === 'migrate';
    const confirm = this.#typed(hop, job);
    return asks && confirm !== undefined ? { confirm } : {};
  }

  #typed({ digest }: Hop, job: GatedJob): string | undefined {
    switch (this.#course.typesEarly) {
      case 'its digest':
        return worded(job, digest.slice(0, 12));
      case 'its confirmation':
        return worded(job, firstDigits({ digest, gate: gateOf(job) }));
      case undefined:
        return this.#course.confirm;
    }
  }

  #launch(run: RunIdentity, title: string, skew: number): Launch {
    return {
      run,
      title: `[${ownerName(run)}] ${title}`,
      skew,
      edition: this.#course.isEdited ? this.#launcher.world.edition : this.#edition,
      isScheduled: this.#course.target === 'unfinished',
      fate: this.#random.chance(this.#course.danger) ? drawFate(this.#random, 40) : undefined,
    };
  }
}

/** The hop of which a message names the command that starts a failed migration again. */
export function hopToRetry(text: string): string | undefined {
  return /staged-upgrade migrate --hop (\S+) --environment production --retry/.exec(text)?.[1];
}

export function drawFate(random: Random, moments: number): Fate {
  return { kind: random.pick(['killed', 'killed', 'cancelled', 'frozen']), at: random.between(1, moments) };
}

export function invocationOf(hop: Hop, step: HopStep): Invocation {
  return {
    ...none,
    command: step.command,
    environment: step.environment,
    hop: matrixJson(hop),
    ...('release' in step ? { release: step.release } : {}),
    ...('purpose' in step ? { purpose: step.purpose } : {}),
  };
}

/**
 * What confirms a hop, derived again from how the gate is described to people: what is checked must not judge itself.
 * Undefined before its rehearsal has passed.
 */
function confirmationOf({ journal }: World, { digest }: Hop, job: GatedJob): string | undefined {
  const own = journal.entries.filter(({ event }) => 'hop' in event && event.hop.digest === digest);
  const rehearsed =
    own.findLast(({ event }) => event.type === 'rehearsed') ??
    own.find(({ event }) => event.type === 'rehearsal-waived');
  if (rehearsed === undefined) return undefined;
  // After a rollback the hop is confirmed again.
  const back = own.findLast(({ event }) => event.type === 'rolling-back' && event.environment === 'production');
  const { hash } = back !== undefined && back.sequence > rehearsed.sequence ? back : rehearsed;
  return worded(job, firstDigits({ basis: hash, digest, gate: gateOf(job) }));
}

function worded(job: GatedJob, digits: string): string {
  return job === 'finalize' ? `finalize-${digits}` : digits;
}

function gateOf(job: GatedJob): string {
  return job === 'promote' ? 'production' : 'finalize';
}

/** Its keys are given in alphabetical order. */
function firstDigits(parts: Readonly<Record<string, string>>): string {
  return sha256(JSON.stringify(parts)).slice(0, 12);
}

function outcomeOf(ending: Ending): string {
  return ending.kind === 'result' ? ending.result.outcome : 'failed';
}
