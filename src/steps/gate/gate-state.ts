import type { Project } from '../../config/project.ts';
import { isSameAttempt } from '../../core/decisions/backup.ts';
import type { EnvironmentGate } from '../../core/decisions/gate.ts';
import { isOf, latest } from '../../core/history/entries.ts';
import type { Entry, EntryOf, HopReference, RunIdentity } from '../../core/model/event.ts';
import { type Approved, approvedOf, pathGate } from '../../core/model/gate.ts';
import { type Hop, referenceTo } from '../../core/model/hop.ts';
import { readApproval } from '../../world/github/gates.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import { asking, readEnvironment } from './gate-reader.ts';

/** A GitHub environment as it is between the job of this step and production. Two requests. */
export async function environmentGate({ project, hop }: HopStepContext, environment: string): Promise<EnvironmentGate> {
  return await gateOf(project, environment, usedApprovals(await project.journal.read(), project.run, environment, hop));
}

/** The gate of a whole path: only another attempt of the run may have used its approval. */
export async function pathApprovalGate(project: Project, environment: string): Promise<EnvironmentGate> {
  return await gateOf(project, environment, usedByAttempts(await project.journal.read(), project.run, environment));
}

async function gateOf(project: Project, environment: string, used: Used): Promise<EnvironmentGate> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  return {
    setting: 'environment',
    environment,
    approved: await approvedIn(project, environment, used),
    reading: await readEnvironment(project, environment),
    settingsUrl: `${server ?? 'https://github.com'}/${repository ?? ''}/settings/environments`,
  };
}

interface Used {
  readonly approvals: readonly { readonly by: string; readonly comment: string }[];
  readonly unaccounted: number;
}

/** By other jobs of this run: those of other hops, and those of earlier attempts, which may each have had one per hop. */
function usedApprovals(entries: readonly Entry[], run: RunIdentity, environment: string, hop: Hop): Used {
  const ofRun = entries.filter((entry) => entry.run.kind === run.kind && entry.run.id === run.id);
  const recorded = ofRun.filter(
    (entry): entry is EntryOf<'approved'> =>
      isOf(entry, 'approved') &&
      entry.event.gate === environment &&
      // An entry with a note was not seen to be an approval of that job, so it used none up.
      entry.event.note === undefined &&
      (entry.event.hop.id !== hop.id || !isSameAttempt(entry.run, run)),
  );
  const hops = latest(ofRun, 'planned')?.event.hops.length ?? 1;
  const earlier = recorded.filter((entry) => entry.run.attempt < run.attempt).length;
  return {
    approvals: recorded.map(({ event: { by, comment } }) => ({ by, comment: comment ?? '' })),
    unaccounted: Math.max(0, (run.attempt - 1) * hops - earlier),
  };
}

/** Each earlier attempt has asked once for its path, or may have. */
function usedByAttempts(entries: readonly Entry[], run: RunIdentity, environment: string): Used {
  const attempts = new Map<number, EntryOf<'approved'>>();
  for (const entry of entries) {
    if (!isOf(entry, 'approved') || entry.event.gate !== pathGate(environment)) continue;
    const isOther = entry.run.kind === run.kind && entry.run.id === run.id && !isSameAttempt(entry.run, run);
    if (isOther && entry.event.note === undefined) attempts.set(entry.run.attempt, entry);
  }
  const recorded = [...attempts.values()];
  return {
    approvals: recorded.map(({ event: { by, comment } }) => ({ by, comment: comment ?? '' })),
    unaccounted: Math.max(0, run.attempt - 1 - recorded.length),
  };
}

async function approvedIn(project: Project, environment: string, { approvals, unaccounted }: Used): Promise<Approved> {
  const runId = project.run.id;
  const reading = await asking(project, (api, here, how) => readApproval(api, { ...here, runId }, how));
  if (reading.kind === 'cannot-tell') return { kind: 'unknown', reason: reading.reason };
  return approvedOf(reading.approvals, environment, approvals, unaccounted);
}

/** What the journal says about a gate that was passed. */
export interface PassedGate {
  /** The name of a GitHub environment, or `dispatch, production`. */
  readonly gate: string;
  readonly by: string;
  readonly comment?: string;
  readonly note?: string;
}

/** Who opened the gate, and what GitHub does not show about that. */
export function passedEnvironment({ environment: gate, approved }: EnvironmentGate): PassedGate {
  switch (approved.kind) {
    case 'by': {
      const { by, comment } = approved.approval;
      return { gate, by, ...(comment === '' ? {} : { comment }) };
    }
    case 'used':
      return {
        gate,
        by: approved.approval.by,
        note: 'that approval already let through another job of this run, or may have',
      };
    case 'nobody':
      return { gate, by: 'nobody', note: 'GitHub lists nobody; an administrator may have let it pass' };
    case 'unknown':
      return { gate, by: 'unknown', note: `it could not be determined who approved: ${approved.reason}` };
  }
}

/** Each step of a job asks again; that it was let through is recorded once. */
export async function recordOnce(
  { project, hop }: Pick<HopStepContext, 'project'> & { readonly hop: HopReference },
  passed: PassedGate,
): Promise<void> {
  const { gate, by, note } = passed;
  const isRecorded = (await project.journal.read()).some(
    (entry) =>
      isOf(entry, 'approved') &&
      entry.event.gate === gate &&
      entry.event.by === by &&
      entry.event.note === note &&
      entry.event.hop.digest === hop.digest &&
      isSameAttempt(entry.run, project.run),
  );
  if (!isRecorded) await project.journal.append({ type: 'approved', hop: referenceTo(hop), ...passed });
}
