import { cannotTell, type Decision, refuse, waiting } from '../decision.ts';
import {
  type Approval,
  confirmationFor,
  type GateName,
  type GateReading,
  type GateSetting,
  isConfirmed,
} from '../gate.ts';
import type { Hop } from '../hop.ts';

/** What stands between a hop and production, with what is known of it. */
export type GateState =
  | { readonly setting: Extract<GateSetting, 'none'> }
  | {
      readonly setting: Extract<GateSetting, 'dispatch'>;
      /** What a person typed when the run was started. */
      readonly confirmation?: string;
    }
  | {
      readonly setting: Extract<GateSetting, 'environment'>;
      /** The name of the GitHub environment that the job is bound to. */
      readonly environment: string;
      readonly reading: GateReading;
      readonly approved: Approved;
      /** Where the environments of the repository are set up: `https://github.com/acme/records/settings/environments`. */
      readonly settingsUrl: string;
    };

/** Who let this run into the environment. */
export type Approved =
  | { readonly kind: 'by'; readonly approval: Approval }
  | { readonly kind: 'nobody' }
  /** GitHub could not be asked. */
  | { readonly kind: 'not-told' };

/**
 * Whether a person let this hop through. A job in an environment without required reviewers starts by itself, so that it
 * runs says nothing: its protection is what counts.
 */
export function decideGate(gate: GateName, state: GateState, hop: Pick<Hop, 'id' | 'to' | 'digest'>): Decision {
  const untouched = unharmed[gate](hop.to);
  switch (state.setting) {
    case 'none':
      return { kind: 'act', because: `The configuration asks for no approval ("gates: { ${gate}: none }").` };
    case 'dispatch':
      return dispatched(gate, state.confirmation, hop, untouched);
    case 'environment':
      return guarded(gate, state, untouched);
  }
}

function guarded(
  gate: GateName,
  { environment, reading, approved, settingsUrl }: Extract<GateState, { setting: 'environment' }>,
  untouched: string,
): Decision {
  const setUp = `Open ${settingsUrl}, choose "${environment}", tick "Required reviewers", name who approves, and save the protection rules; then start a new run. If it cannot be ticked, the plan of this repository has no reviewers: climb in a terminal, which asks, or write "gates: { ${gate}: none }" into the configuration.`;
  switch (reading.kind) {
    case 'protected':
      // A job that does not name its environment starts without asking anyone, however well that is protected.
      if (approved.kind === 'nobody' && reading.adminsMayBypass === false) {
        return refuse(
          `Nobody approved this run for the GitHub environment "${environment}", and nobody may bypass its reviewers (${reading.reviewers.join(', ')}).`,
          `The job of this step does not wait for them: it does not name the environment. ${untouched}`,
          `Let the job say "environment: ${environment}", as "staged-upgrade init --update" writes it; then start a new run.`,
        );
      }
      return {
        kind: 'act',
        because: `"${environment}" waits for one of its reviewers (${reading.reviewers.join(', ')}); ${whoApproved(approved)}.`,
      };
    case 'unprotected':
      return refuse(
        `The GitHub environment "${environment}" lets jobs start without anybody's approval: ${reading.why}.`,
        untouched,
        setUp,
      );
    case 'missing':
      return refuse(
        `The GitHub environment "${environment}" does not exist. GitHub makes it when a job names it, without any protection.`,
        untouched,
        setUp,
      );
    case 'cannot-tell':
      return cannotTell(
        `It cannot be told whether the GitHub environment "${environment}" has required reviewers: ${reading.reason}.`,
        `Cannot tell never counts as approved. ${untouched}`,
        reading.next ?? 'Run it again later; https://www.githubstatus.com says how GitHub is.',
      );
  }
}

function whoApproved(approved: Approved): string {
  switch (approved.kind) {
    case 'by':
      return `${approved.approval.by} approved this run`;
    case 'nobody':
      return 'GitHub lists nobody who approved this run: an administrator may have let it through';
    case 'not-told':
      return 'GitHub could not be asked who approved this run';
  }
}

function dispatched(
  gate: GateName,
  confirmation: string | undefined,
  hop: Pick<Hop, 'id' | 'to' | 'digest'>,
  untouched: string,
): Decision {
  if (isConfirmed(gate, hop, confirmation)) {
    return { kind: 'act', because: `A person started this run with the confirmation of hop ${hop.id}.` };
  }
  const typed = (confirmation ?? '').trim();
  const what = gate === 'production' ? `the promotion of hop ${hop.id}` : `the migrations of hop ${hop.id}`;
  return waiting(
    `A person has to confirm ${what}.`,
    typed === ''
      ? `${untouched} Nothing failed.`
      : `${untouched} Nothing failed: ${JSON.stringify(typed.slice(0, longestShown))}, with which this run was started, confirms something else, or this hop as it was before it changed.`,
    `Read what the rehearsal showed. To go on, start the workflow with "confirm" set to: ${confirmationFor(gate, hop)}`,
  );
}

const longestShown = 80;

const unharmed: Readonly<Record<GateName, (to: string) => string>> = {
  production: () => 'Production was not touched.',
  finalize: (to) => `${to} runs on production; its migrations were not started, so the rollback window stays open.`,
};
