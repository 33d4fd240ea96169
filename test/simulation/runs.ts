import { climbPath } from '../../src/climbing/climb-path.ts';
import { rehearsePath } from '../../src/climbing/rehearse-path.ts';
import type { Project } from '../../src/config/project.ts';
import type { CommandResult } from '../../src/core/interface/result.ts';
import { SystemFailure, UserError } from '../../src/core/messages/errors.ts';
import type { Message } from '../../src/core/messages/message.ts';
import type { RunIdentity } from '../../src/core/model/event.ts';
import type { Hop } from '../../src/core/model/hop.ts';
import { endOfRun } from '../../src/steps/hop/under-lease.ts';
import type { Approval, ClimbStage, Gate } from '../../src/steps/stage/climb-stage.ts';
import { type JobEnd, jobTitleText } from '../../src/steps/stage/job-stage.ts';
import { silentLog } from '../../src/world/log.ts';
import { type Invocation, invokeOn } from '../support/invocation.ts';
import type { Random } from './random.ts';
import { type Fate, SimulatedProcess } from './simulated-process.ts';
import { type Configurations, openSimulated } from './simulated-project.ts';
import type { World } from './world.ts';

/** How a process ended, as its starter learns it. */
export type Ending =
  | { readonly kind: 'result'; readonly result: CommandResult }
  | { readonly kind: 'error'; readonly message: Message }
  | { readonly kind: 'killed' | 'cancelled' };

export interface Launch {
  readonly run: RunIdentity;
  readonly title: string;
  readonly fate?: Fate | undefined;
  readonly skew?: number;
  readonly edition?: number;
  readonly isAttended?: boolean;
  readonly isConfirmed?: boolean;
  readonly confirmed?: string | undefined;
  readonly mayPreempt?: boolean;
  readonly isScheduled?: boolean;
  readonly asksRetry?: boolean;
}

/** Starts processes of ours in a world. */
export class Launcher {
  readonly world: World;
  readonly #configurations: Configurations;
  readonly running = new Set<SimulatedProcess>();

  constructor(world: World, configurations: Configurations) {
    this.world = world;
    this.#configurations = configurations;
  }

  command(launch: Launch, invocation: Invocation): Promise<Ending> {
    const mayPreempt = invocation.command === 'rollback' && invocation.environment === 'production';
    const confirmed = mayPreempt ? invocation.confirm : undefined;
    const isConfirmed = confirmed !== undefined && !/^(redeploy|not-migrated)-/.test(confirmed);
    const asksRetry = invocation.retry === true;
    return this.#launch({ isConfirmed, confirmed, mayPreempt, asksRetry, ...launch }, (project) =>
      invokeOn(project, invocation),
    );
  }

  /**
   * The whole path at a terminal.
   * @param retry a failed migration is to be started again
   */
  climb(launch: Launch, person: Random, retry = false): Promise<Ending> {
    return this.#launch({ asksRetry: retry, ...launch }, (project, process) =>
      endOfRun(project, () =>
        climbPath(
          project,
          { target: this.world.target, acknowledge: this.world.acknowledged, retry },
          stageAt(process, person),
        ),
      ),
    );
  }

  /** The whole path on staging, at a terminal. */
  rehearse(launch: Launch, person: Random): Promise<Ending> {
    const { target, acknowledged } = this.world;
    return this.#launch(launch, (project, process) =>
      endOfRun(project, () => rehearsePath(project, { target, acknowledge: acknowledged }, stageAt(process, person))),
    );
  }

  async #launch(
    launch: Launch,
    work: (project: Project, process: SimulatedProcess) => Promise<CommandResult>,
  ): Promise<Ending> {
    const { world } = this;
    const process = new SimulatedProcess({
      skew: 0,
      fate: undefined,
      edition: world.edition,
      isAttended: true,
      isConfirmed: false,
      confirmed: undefined,
      mayPreempt: false,
      isScheduled: false,
      asksRetry: false,
      isFrozen: world.frozen,
      world,
      ...launch,
    });
    this.running.add(process);
    world.say(`${process.title}: starts`);
    const ended = work(openSimulated(process, this.#configurations), process).then(
      (result): Ending => ({ kind: 'result', result }),
      (error: unknown): Ending => this.#endingOf(process, error),
    );
    const ending = await Promise.race([ended, process.died.then((): Ending => ({ kind: 'killed' }))]);
    process.finish();
    this.running.delete(process);
    world.say(`${process.title}: ${describe(ending)}`);
    return ending;
  }

  #endingOf(process: SimulatedProcess, error: unknown): Ending {
    if (process.signal.aborted) return { kind: 'cancelled' };
    if (error instanceof UserError || error instanceof SystemFailure) return { kind: 'error', message: error.detail };
    this.world.judge.violated('no defect', `${process.title}: ${error instanceof Error ? error.stack : error}`);
    return { kind: 'killed' };
  }
}

export function describe(ending: Ending): string {
  switch (ending.kind) {
    case 'result':
      return `${ending.result.outcome}: ${ending.result.headline}`;
    case 'error':
      return `failed: ${ending.message.happened}`;
    default:
      return ending.kind;
  }
}

/** All that it tells whoever started it. */
export function textOf(ending: Ending): string {
  switch (ending.kind) {
    case 'result': {
      const { outcome, message, headline } = ending.result;
      return message === undefined ? `${outcome}: ${headline}` : `${outcome}: ${Object.values(message).join(' ')}`;
    }
    case 'error':
      return Object.values(ending.message).join(' ');
    default:
      return ending.kind;
  }
}

/** A terminal without a list, and a person who is asked. */
function stageAt(process: SimulatedProcess, person: Random): ClimbStage {
  const { world } = process;
  return {
    showPlan: (headline) => world.say(`${process.title}: plan ${headline}`),
    approve: async ({ hops, job }) => {
      await process.clock.sleep(person.between(1000, person.chance(0.2) ? 20_000_000 : 300_000), process.signal);
      return answerAt(process, person, hops, job);
    },
    runJob: async (title, steps): Promise<JobEnd> => {
      const results: CommandResult[] = [];
      for (const step of steps) {
        world.say(`${process.title}: ${jobTitleText(title)}: ${step.title}`);
        const result = await step.run(silentLog);
        results.push(result);
        world.say(`${process.title}: ${result.outcome}: ${result.headline}`);
        if (result.outcome !== 'passed' && result.outcome !== 'skipped') return { kind: 'stopped', result };
      }
      return { kind: 'ended', results };
    },
  };
}

function answerAt(process: SimulatedProcess, person: Random, hops: readonly Hop[], job: Gate['job']): Approval {
  const { world, owner } = process;
  if (!process.alive) throw new Error('a person cannot answer a process that is gone');
  if (person.chance(0.03)) return { kind: 'declined', next: 'Run the same command again when it may continue.' };
  for (const { id } of hops)
    for (const each of job === 'path' ? (['promote', 'finalize'] as const) : [job]) {
      world.judge.approved(owner, id, each);
      world.say(`${process.title}: ${each} of ${id} is approved`);
    }
  return { kind: 'approved', by: 'engineer' };
}
