import { basename } from 'node:path';
import type { Project } from '../../config/project.ts';
import type { Decision, Settled } from '../../core/decisions/decision.ts';
import { isOf } from '../../core/history/entries.ts';
import { type Situation, situationOf } from '../../core/history/situation.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import { type Message, oneLine } from '../../core/messages/message.ts';
import type { Entry, JournalEvent } from '../../core/model/event.ts';
import { type EnvironmentName, type Hop, referenceTo, releaseOn } from '../../core/model/hop.ts';
import type { BackupPurpose } from '../../core/model/manifest.ts';
import type { Observation } from '../../core/model/observation.ts';
import { partPlaceholders } from '../../core/model/parts.ts';
import { type HeldLease, LeaseLost } from '../../journal/lease-holding.ts';
import { failureSummary } from '../../report/failure-summary.ts';
import { noticeOfFailure } from '../../report/notices.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { escapeMarkdown } from '../../world/writing/markdown.ts';
import { type LiveSystem, openLiveSystem } from '../environment/live-system.ts';
import { withFiles } from '../environment/user-files.ts';
import { announce, noticeFacts } from './announce.ts';
import { writeDiagnostics } from './diagnostics.ts';
import { runHook } from './hooks.ts';
import { readHop } from './hop-input.ts';
import { refuseLostRecords } from './lost-records.ts';
import { liveWithin, type Needs, projectWithin } from './needs.ts';
import { newRunOf, withNewRun } from './new-run.ts';
import type { StepInput } from './step-input.ts';
import { StoppedStep } from './stopped.ts';
import { givingBackIfThrown, isLastUnderLease, releaseLease, releaseQuietly, underLease } from './under-lease.ts';

/** What a step of a hop works with: one hop, one environment, and the journal. */
export interface HopStepContext {
  readonly project: Project;
  readonly command: string;
  readonly input: StepInput;
  readonly hop: Hop;
  readonly environment: EnvironmentName;
  readonly live: LiveSystem;
  /** Observes the environment and reads the journal afresh: what a decision is made from. */
  situation(): Promise<Situation>;
  /** Only observes the environment, as carefully: for decisions in which the journal has no say. */
  observe(): Promise<Observation>;
  record(event: StepEvent): Promise<Entry>;
  /** Called directly before each act: rejects if another run is acting by now. */
  confirmLease(): Promise<void>;
  /** What the hop's placeholders stand for in the user's commands. */
  readonly placeholders: Readonly<Record<string, string>>;
}

/** An event of this hop in this environment; both are filled in. */
export type StepEvent = DistributiveOmit<
  Extract<JournalEvent, { readonly environment: EnvironmentName }>,
  'hop' | 'environment'
>;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

/** How the body of a step ends: with a decision that settles it, or done, with what there is to report. */
export type StepEnd =
  | Settled
  | {
      readonly kind: 'done';
      readonly headline: string;
      /** Lines below the headline, as plain text. */
      readonly details?: readonly string[];
      readonly outputs?: CommandResult['outputs'];
    };

/** A command by its name, with its inputs. */
export type AskedStep = StepInput & { readonly command: string; readonly purpose?: BackupPurpose };

export interface StepWork {
  readonly environment: EnvironmentName;
  readonly needs: Needs;
  /** Set if the lease is taken from whoever holds it. */
  readonly preempts: boolean;
  /** Observes, decides and acts. */
  body(context: HopStepContext): Promise<StepEnd>;
  /** What can be decided without the lease: it stops nobody, and waits for nobody. */
  beforehand(context: HopStepContext): Promise<Settled | undefined>;
}

/**
 * Everything around a step of a hop: finding the hop, the lease, recording how it ended, the user's hook for failures, and
 * reporting it.
 */
export async function hopStep(project: Project, input: AskedStep, work: StepWork): Promise<CommandResult> {
  return await givingBackIfThrown(project, () => step(project, input, work));
}

async function step(
  project: Project,
  input: AskedStep,
  { environment, needs, preempts: preempt, body, beforehand }: StepWork,
): Promise<CommandResult> {
  project.effects.signal.throwIfAborted();
  const entries = await project.journal.read();
  // Without any plan, a lost journal is more likely than a wrong name of the hop.
  if (!entries.some((entry) => isOf(entry, 'planned'))) await refuseLostRecords(project);
  const wanted = input.command === 'rollback' && environment === 'production' ? 'on production' : 'planned last';
  const hop = await withFiles(project, readHop(input.hop, entries, project, wanted));
  const plain = contextOf(project, input, { environment, needs, hop, entries });
  const work = async (): Promise<StepEnd> =>
    (await beforehand(plain)) ??
    (await underLease(project, { preempt, entries }, (lease, signal) => {
      const within = { ...project, effects: { ...project.effects, signal } };
      return endOf(contextOf(within, input, { environment, needs, hop, entries, lease }), project.effects.signal, body);
    }));
  const end = await recordingStop(plain, work);
  const skipped = end.kind === 'already-done';
  const isDone = end.kind === 'done' || skipped;
  if (isDone && isLastUnderLease(project.run, input, { environment, skipped })) await releaseQuietly(project);
  switch (end.kind) {
    case 'done':
      return stepResult(
        'passed',
        end.headline,
        `${escapeMarkdown(end.headline)}\n${(end.details ?? []).map((line) => `\n- ${escapeMarkdown(line)}`).join('')}\n`,
        end.outputs,
      );
    case 'already-done':
      return stepResult(
        'skipped',
        `Nothing to do: ${end.because}`,
        `${escapeMarkdown(`Nothing to do: ${end.because}`)}\n`,
        end.backup === undefined ? {} : { backup: end.backup },
      );
    default:
      return await notDone(plain, end);
  }
}

interface StepCircumstances {
  readonly environment: EnvironmentName;
  readonly needs: Needs;
  readonly hop: Hop;
  /** As they were when the step was started. */
  readonly entries: readonly Entry[];
  readonly lease?: HeldLease;
}

function contextOf(
  whole: Project,
  input: AskedStep,
  { environment, needs, hop, entries, lease }: StepCircumstances,
): HopStepContext {
  const project = projectWithin(whole, input.command, needs);
  const live = liveWithin(openLiveSystem(whole, environment, entries), input.command, needs);
  const reference = referenceTo(hop);
  const observe = (): Promise<Observation> => observeWell(live, project.effects);
  return {
    project,
    command: input.command,
    input,
    hop,
    environment,
    live,
    observe,
    situation: async () => {
      const observation = await observe();
      return situationOf({
        hop,
        traits: project.traits,
        now: project.effects.clock.now(),
        observation,
        entries: await project.journal.read(),
        rehearsalMaxAge: project.configuration.rehearsal['max-age'],
        retry: input.retry === true,
      });
    },
    record: (event) => project.journal.append({ ...event, hop: reference, environment }),
    confirmLease: async () => {
      const standing = await lease?.confirm();
      if (standing?.kind === 'lost') throw new LeaseLost(standing.to);
    },
    placeholders: { from: releaseOn(hop, 'from'), to: releaseOn(hop, 'to'), ...partPlaceholders(hop.parts?.from) },
  };
}

const looks = 3;
const pauseMilliseconds = 500;

/** A probe that fails once does not mean that the server is silent: nothing that follows from silence is decided from one look. */
async function observeWell(live: LiveSystem, { clock, signal }: Effects): Promise<Observation> {
  for (let look = 1; ; look++) {
    const observation = await live.observe(signal);
    const { version, migrations } = observation;
    if ((version.kind === 'known' && migrations.kind !== 'unknown') || look === looks) return observation;
    await clock.sleep(pauseMilliseconds, signal);
  }
}

/** A run that is stopped has a few seconds: it records what it was doing, and the next run need not wait for it. */
async function recordingStop<End>(context: HopStepContext, work: () => Promise<End>): Promise<End> {
  const { project, command, hop, environment } = context;
  try {
    return await work();
  } catch (error) {
    if (!project.effects.signal.aborted) throw error;
    const facts = { command, hop: hop.id, environment };
    try {
      const message = `${command} of hop ${hop.id} was stopped; what it was doing may be half done.`;
      await context.record({ type: 'ended', command, outcome: 'unknown', message });
      await releaseLease(project);
    } catch (cause) {
      const why = project.effects.pen.text(cause instanceof Error ? cause.message : String(cause));
      throw new StoppedStep({ ...facts, notRecorded: why }, { cause: error });
    }
    throw new StoppedStep(facts, { cause: error });
  }
}

async function endOf(
  context: HopStepContext,
  stop: AbortSignal,
  body: (context: HopStepContext) => Promise<StepEnd>,
): Promise<StepEnd> {
  try {
    return await body(context);
  } catch (error) {
    // A failure because its command was ended is not a failure of the system.
    if (error instanceof SystemFailure && !stop.aborted) return { kind: 'failed', message: error.detail };
    throw error;
  }
}

type NotDone = Exclude<Settled, { kind: 'already-done' }>;

const outcomeOf = { waiting: 'waiting', refuse: 'refused', failed: 'failed', unknown: 'unknown' } as const;

async function notDone(context: HopStepContext, end: NotDone): Promise<CommandResult> {
  const { project, command, input, environment, hop } = context;
  const outcome = outcomeOf[end.kind];
  const { pen } = project.effects;
  const redacted: Message = {
    happened: pen.text(end.message.happened),
    means: pen.text(end.message.means),
    next: pen.text(end.message.next),
  };
  if (end.kind !== 'refuse' || end.unrecorded !== true)
    await context.record({ type: 'ended', command, outcome, message: oneLine(redacted) });
  if (outcome === 'failed') await failureHook(context);
  await releaseLease(project);
  if (outcome !== 'waiting') await announce(project, noticeOfFailure(context, redacted, noticeFacts(project)));
  const observation = environment === 'production' ? await lookAgain(context) : undefined;
  const entries = await project.journal.read();
  const file =
    observation !== undefined && needsEvidence(command, outcome)
      ? await writeDiagnostics(context, observation, redacted)
      : undefined;
  const message =
    outcome === 'waiting'
      ? withNewRun(
          redacted,
          newRunOf(project, { command, environment: input.environment, input, entries, hop: hop.id }),
        )
      : withFile(redacted, file, project.run.kind === 'github');
  const summary = failureSummary({ hop, environment, outcome, message, observation, entries });
  return { ...stepResult(outcome, message.happened, summary), message };
}

/** A refusal has looked and done nothing; if a rollback is refused, the vendor is the next one to ask. */
function needsEvidence(command: string, outcome: CommandResult['outcome']): boolean {
  return outcome === 'failed' || outcome === 'unknown' || (outcome === 'refused' && command === 'rollback');
}

function withFile(message: Message, file: string | undefined, isWorkflow: boolean): Message {
  if (file === undefined) return message;
  const where = isWorkflow ? `${basename(file)}, an artifact of this run` : file;
  return { ...message, next: `${message.next} What vendor support will ask for is in ${where}.`.trimStart() };
}

/** After a failure people ask first: does production serve, and what? */
async function lookAgain({ live }: HopStepContext): Promise<Observation | undefined> {
  return await live.observe();
}

/** The step has already failed: a hook that fails too is reported, and changes nothing. */
async function failureHook(context: HopStepContext): Promise<void> {
  try {
    await runHook(context, 'on-failure');
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    context.project.effects.log.warn(`The hook "on-failure" failed too: ${error.message}`);
  }
}

function stepResult(
  outcome: CommandResult['outcome'],
  headline: string,
  summary: string,
  outputs: CommandResult['outputs'] = {},
): CommandResult {
  return { outcome, headline, outputs, summary, text: '' };
}

/** True if a decision is to act; any other decision is how the step ends. */
export function isAct<Act>(decision: Decision<Act>): decision is Extract<Decision<Act>, { kind: 'act' }> {
  return decision.kind === 'act';
}
