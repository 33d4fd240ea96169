import {
  type Approved,
  type Confirmable,
  confirmationFor,
  type GateName,
  type GateReading,
  type GateSetting,
  isConfirmed,
} from '../model/gate.ts';
import type { Hop } from '../model/hop.ts';
import { cannotTell, type Decision, refuse, waiting } from './decision.ts';
import { missingConfirmable } from './require-rehearsal.ts';

/** What stands between a hop and production, and what is known about it. */
export type GateState =
  | { readonly setting: Extract<GateSetting, 'none'> }
  | {
      readonly setting: Extract<GateSetting, 'dispatch'>;
      /** Undefined while no rehearsal of the hop has passed. */
      readonly confirmable?: Confirmable;
      /** What a person typed when the run was started. */
      readonly confirmation?: string;
    }
  | EnvironmentGate
  | PathApproval;

/** One approval for all hops of the path, given in an environment before the first hop. */
export interface PathApproval {
  readonly setting: 'path';
  /** The environment of the job that records it. */
  readonly protection: EnvironmentGate;
  /** Whether that job of this attempt of the run has recorded this hop with this digest; undefined if it recorded none. */
  readonly covers: boolean | undefined;
}

export interface EnvironmentGate {
  readonly setting: Extract<GateSetting, 'environment'>;
  /** The name of the GitHub environment that the job is bound to. */
  readonly environment: string;
  readonly reading: GateReading;
  readonly approved: Approved;
  /** Where the environments of the repository are set up: `https://github.com/acme/records/settings/environments`. */
  readonly settingsUrl: string;
}

/**
 * Whether a person let this hop through. A job in an environment without required reviewers starts without asking anyone, so
 * the mere fact that it runs proves nothing: what counts is how the environment is protected.
 */
export function decideGate(gate: GateName, state: GateState, hop: Pick<Hop, 'id' | 'to'>): Decision {
  const untouched = unharmed[gate](hop.to);
  switch (state.setting) {
    case 'none':
      return { kind: 'act', because: `The configuration asks for no approval ("gates: { ${gate}: none }").` };
    case 'dispatch':
      return dispatched(gate, state, hop, untouched);
    case 'environment':
      return decideProtection(state, wordsFor(gate, untouched));
    case 'path':
      return ofPath(gate, state, hop, untouched);
  }
}

function wordsFor(gate: GateName, untouched: string): ProtectionWords {
  return {
    untouched,
    again: 'start a new run',
    otherwise: `climb in a terminal, which asks, or write "gates: { ${gate}: none }" into the configuration`,
  };
}

/**
 * The journal says for which hops the run was approved, but anyone who can push could write that. So GitHub is asked, too,
 * whether anybody has approved this run, in an environment that requires it.
 */
function ofPath(
  gate: GateName,
  { protection, covers }: PathApproval,
  { id }: Pick<Hop, 'id'>,
  untouched: string,
): Decision {
  const next = 'Start a new run: it plans, and asks once for all of its hops.';
  if (covers === undefined) {
    return refuse(
      `This attempt of the run has no approval of its path ("gates: { scope: path }").`,
      `The job "approve" asks for it, in the environment "${protection.environment}", and re-running jobs does not ask again. ${untouched}`,
      next,
    );
  }
  if (!covers) {
    return refuse(
      `Hop ${id}, as it is configured now, is not among the hops that this run was approved for.`,
      `What was approved must be what is done. ${untouched}`,
      next,
    );
  }
  return decideProtection(protection, wordsFor(gate, untouched));
}

export interface ProtectionWords {
  /** What has not been done: a sentence. */
  readonly untouched: string;
  /** How to continue once the environment is set up: `start a new run`. */
  readonly again: string;
  /** What remains possible without reviewers: `climb in a terminal, which asks`. */
  readonly otherwise: string;
}

/** Whether this step's job waited for somebody who could have said no. */
export function decideProtection(state: EnvironmentGate, words: ProtectionWords): Decision {
  const { environment, reading, approved, settingsUrl } = state;
  const { untouched, again, otherwise } = words;
  const setUp = `Open ${settingsUrl}, choose "${environment}", tick "Required reviewers", name who approves, and save the protection rules; then ${again}. If it cannot be ticked, the plan of this repository has no reviewers: ${otherwise}.`;
  switch (reading.kind) {
    case 'protected':
      return reading.adminsMayBypass === false
        ? approvedStrictly(environment, reading.reviewers, approved, words)
        : { kind: 'act', because: `${waitsFor(environment, reading.reviewers)}; ${whoApproved(approved)}.` };
    case 'unprotected':
      return refuse(
        `The GitHub environment "${environment}" lets jobs start without anybody's approval: ${reading.why}.`,
        untouched,
        setUp,
      );
    case 'missing':
      return refuse(
        `The GitHub environment "${environment}" does not exist. GitHub creates it when a job names it, without any protection.`,
        untouched,
        setUp,
      );
    case 'cannot-tell':
      return cannotTell(
        `It could not be determined whether the GitHub environment "${environment}" has required reviewers: ${reading.reason}.`,
        `Unknown never counts as approved. ${untouched}`,
        reading.next ?? 'Run it again later; https://www.githubstatus.com shows the status of GitHub.',
      );
  }
}

/** If nobody may bypass the reviewers, a job without an approval did not wait for them. */
function approvedStrictly(
  environment: string,
  reviewers: readonly string[],
  approved: Approved,
  { untouched, again }: ProtectionWords,
): Decision {
  const nobodyElse = `nobody may bypass its reviewers (${reviewers.join(', ')})`;
  switch (approved.kind) {
    // A job that does not name its environment starts without asking anyone, however well that environment is protected.
    case 'nobody':
      return refuse(
        `Nobody approved this run for the GitHub environment "${environment}", and ${nobodyElse}.`,
        `The job of this step does not wait for them, because it does not name the environment. ${untouched}`,
        `Give the job "environment: ${environment}", as "staged-upgrade init --update" writes it; then ${again}.`,
      );
    case 'used':
      return refuse(
        `Nobody approved this job for the GitHub environment "${environment}": every approval of this run let through another of its jobs, or may have, in this attempt or an earlier one. And ${nobodyElse}.`,
        `GitHub does not always ask again when jobs are re-run. ${untouched}`,
        `Instead of re-running jobs, ${again}: it asks.`,
      );
    case 'by':
    case 'unknown':
      return { kind: 'act', because: `${waitsFor(environment, reviewers)}; ${whoApproved(approved)}.` };
  }
}

function waitsFor(environment: string, reviewers: readonly string[]): string {
  return `"${environment}" waits for one of its reviewers (${reviewers.join(', ')})`;
}

/** A phrase: `mona approved this run`. */
export function whoApproved(approved: Approved): string {
  switch (approved.kind) {
    case 'by':
      return `${approved.approval.by} approved this run`;
    case 'used':
      return `GitHub lists no approval of this job, only approvals that let through other jobs of this run, or may have, the first by ${approved.approval.by}`;
    case 'nobody':
      return 'GitHub lists nobody who approved this run: an administrator may have let it pass';
    case 'unknown':
      return `it could not be determined who approved this run: ${approved.reason}`;
  }
}

function dispatched(
  gate: GateName,
  { confirmable, confirmation }: Extract<GateState, { setting: 'dispatch' }>,
  hop: Pick<Hop, 'id' | 'to'>,
  untouched: string,
): Decision {
  if (confirmable === undefined) return missingConfirmable(hop.id, untouched);
  if (isConfirmed(gate, confirmable, confirmation)) {
    return { kind: 'act', because: `A person started this run with the confirmation of hop ${hop.id}.` };
  }
  const typed = (confirmation ?? '').trim();
  const what = gate === 'production' ? `the promotion of hop ${hop.id}` : `the migrations of hop ${hop.id}`;
  return waiting(
    `A person has to confirm ${what}.`,
    typed === ''
      ? `${untouched} Nothing failed.`
      : `${untouched} Nothing failed: ${JSON.stringify(typed.slice(0, longestShown))}, which this run was started with, confirms something else, or this hop as it was before it changed or was rehearsed again.`,
    `Read what the rehearsal showed. To continue, start the workflow with "confirm" set to: ${confirmationFor(gate, confirmable)}`,
  );
}

const longestShown = 80;

const unharmed: Readonly<Record<GateName, (to: string) => string>> = {
  production: () => 'Production was not touched.',
  finalize: (to) => `${to} runs on production; its migrations were not started, so the rollback window stays open.`,
};
