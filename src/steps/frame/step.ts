import type { Project } from '../../config/project.ts';
import type { Decision, Settled } from '../../core/decisions/decision.ts';
import type { TimedAct } from '../../core/decisions/promotion-time.ts';
import type { Situation } from '../../core/history/situation.ts';
import type { CommandResult } from '../../core/interface/result.ts';
import type { RunIdentity } from '../../core/model/event.ts';
import type { GateName } from '../../core/model/gate.ts';
import type { EnvironmentName } from '../../core/model/hop.ts';
import type { BackupPurpose } from '../../core/model/manifest.ts';
import { notApproved } from '../gate/promotion-gate.ts';
import { notNow } from '../gate/promotion-time.ts';
import { apartFromProduction } from '../hop/apart-from-production.ts';
import { type HopStepContext, hopStep, isAct, type StepEnd, type StepEvent } from '../hop/hop-step.ts';
import { type Needs, needsOfStep } from '../hop/needs.ts';
import type { StepInput } from '../hop/step-input.ts';

/** Where a step acts, and what for. */
export interface Where {
  readonly environment: EnvironmentName;
  readonly purpose?: BackupPurpose;
}

/** Everything that a step decides by. */
export interface Seen<Opened, Gathered> {
  readonly opened: Opened;
  readonly gathered: Gathered;
  readonly situation: Situation;
  readonly run: RunIdentity;
}

/** For a step that may change production only at certain times, and only if it was approved. */
export interface Permit {
  readonly act: TimedAct;
  readonly gate: GateName;
}

/** What is reported about a step that was done. */
export interface StepReport {
  readonly headline: string;
  /** Lines below the headline, as plain text. */
  readonly details?: readonly string[];
  readonly outputs?: CommandResult['outputs'];
}

/**
 * A step of a hop, its parts in the order in which they run: open → observe → situation → decide → act → record →
 * report. Observing, and folding the journal into a situation, is the same for all steps and is done by the frame. So is
 * everything around a step: the lease, the gates, recording how it ended, the hook for failures.
 */
export interface StepParts<Input extends StepInput, Opened extends Where, Gathered, Act extends object, Did> {
  readonly command: string;
  /** What it uses of the configuration besides what every step uses. */
  readonly needs: Needs;
  /** It has to know whether a failed migration is to be started again. */
  readonly mindsRetry?: true;
  /** The gate that it asks at by itself, if that is not the one of its permit. */
  gateAt?(where: Where): GateName | undefined;
  /**
   * Determines from its inputs where it acts, and on what. Nothing is opened yet.
   * @throws UserError for what is missing
   */
  open(input: Input, project: Project): Opened;
  /** Set if it takes the lease from whoever holds it, instead of waiting for it. */
  preempts?(opened: Opened): boolean;
  /** Refuses what could not be done whatever was observed: before the lease, so that no other run is stopped for it. */
  beforehand?(context: HopStepContext, opened: Opened): Promise<Settled | undefined>;
  /** Reads what it decides by besides what is observed. */
  gather(context: HopStepContext, opened: Opened): Promise<Gathered>;
  /** Pure. */
  decide(seen: Seen<Opened, Gathered>): Decision<Act>;
  /** Undefined if it changes nothing on production. */
  permit?(where: Where): Permit | undefined;
  act(
    context: HopStepContext,
    decided: Act & { readonly because: string },
    seen: Seen<Opened, Gathered>,
  ): Promise<Settled | Ended<Did>>;
  /** Undefined if the act has recorded everything. */
  record(did: Did, seen: Seen<Opened, Gathered>): StepEvent | undefined;
  /** What follows from what was recorded. Returns what there is to report about it, each a sentence. */
  conclude?(context: HopStepContext, did: Did): Promise<readonly string[]>;
  report(did: Did, seen: Seen<Opened, Gathered>): StepReport;
}

export interface Ended<Did> {
  readonly kind: 'did';
  readonly did: Did;
}

export function did<Did>(what: Did): Ended<Did> {
  return { kind: 'did', did: what };
}

/** For a step that decides only by what is observed and recorded. */
export async function nothingElse(): Promise<undefined> {
  return undefined;
}

/** What a step declares, for the code that writes a job for it. */
export interface Declared {
  readonly needs: Needs;
  /** False if it only reads the journal. */
  readonly writesJournal: boolean;
  readonly mindsRetry?: true;
  /** The gate that it asks at there; undefined if it asks nobody. */
  gateAt(where: Where): GateName | undefined;
}

export interface Step<Input extends StepInput> extends Declared {
  readonly command: string;
  run(project: Project, input: Input): Promise<CommandResult>;
}

export function step<Input extends StepInput, Opened extends Where, Gathered, Act extends object, Did>(
  parts: StepParts<Input, Opened, Gathered, Act, Did>,
): Step<Input> {
  const { command, needs, mindsRetry } = parts;
  return {
    command,
    needs: needsOfStep(needs),
    writesJournal: true,
    ...(mindsRetry === undefined ? {} : { mindsRetry }),
    gateAt: (where) => parts.gateAt?.(where) ?? parts.permit?.(where)?.gate,
    run: async (project, input) => {
      const opened = parts.open(input, project);
      return await hopStep(
        project,
        { ...input, command },
        {
          environment: opened.environment,
          needs,
          preempts: parts.preempts?.(opened) === true,
          body: (context) => inOrder(parts, context, opened),
          beforehand: async (context) => await parts.beforehand?.(context, opened),
        },
      );
    },
  };
}

async function inOrder<Input extends StepInput, Opened extends Where, Gathered, Act extends object, Did>(
  parts: StepParts<Input, Opened, Gathered, Act, Did>,
  context: HopStepContext,
  opened: Opened,
): Promise<StepEnd> {
  const gathered = await parts.gather(context, opened);
  const seen = { opened, gathered, situation: await context.situation(), run: context.project.run };
  const decision = parts.decide(seen);
  if (!isAct(decision)) return decision;
  const held = await notPermitted(context, seen.situation, parts.permit?.(opened));
  if (held !== undefined) return held;
  const together = await apartFromProduction(context, parts.needs);
  if (together !== undefined) return together;
  const end = await parts.act(context, decision, seen);
  if (end.kind !== 'did') return end;
  const event = parts.record(end.did, seen);
  if (event !== undefined) await context.record(event);
  const concluded = (await parts.conclude?.(context, end.did)) ?? [];
  const reported = parts.report(end.did, seen);
  return { kind: 'done', ...reported, details: [...(reported.details ?? []), ...concluded] };
}

async function notPermitted(
  context: HopStepContext,
  situation: Situation,
  permit: Permit | undefined,
): Promise<Settled | undefined> {
  if (permit === undefined) return undefined;
  return notNow(context, situation, permit.act) ?? (await notApproved(context, permit.gate, situation));
}
