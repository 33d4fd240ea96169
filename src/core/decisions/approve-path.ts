import type { BranchReading } from '../model/gate.ts';
import { cannotTell, type Decision, refuse } from './decision.ts';
import { decideProtection, type EnvironmentGate } from './gate.ts';

/**
 * Whether one approval may cover all hops of a run. It takes reviewers in the run's environment, and a second environment,
 * for the jobs, that only one branch can use: it has no reviewers, so whoever could use it would have production's credentials.
 * @param approved the name of that second environment
 */
export function decidePathApproval(protection: EnvironmentGate, approved: string, branches: BranchReading): Decision {
  const untouched = 'Nothing was approved, and production was not touched.';
  const again = 'start a new run';
  const decision = decideProtection(protection, {
    untouched,
    again,
    otherwise: 'climb in a terminal, which asks',
  });
  if (decision.kind !== 'act') return decision;
  const page = `Open ${protection.settingsUrl}, choose "${approved}", allow only the default branch under "Deployment branches and tags"; then ${again}.`;
  switch (branches.kind) {
    case 'protected':
    case 'named':
      return decision;
    case 'any':
      return refuse(
        `The GitHub environment "${approved}" allows workflows from any branch: ${branches.why}.`,
        `It asks nobody and holds the credentials of production, so anyone who can push a branch could use them. ${untouched}`,
        page,
      );
    case 'missing':
      return refuse(
        `The GitHub environment "${approved}" does not exist. GitHub creates it when a job names it, open to every branch.`,
        `With "gates: { scope: path }" the jobs that change production run in it. ${untouched}`,
        page,
      );
    case 'cannot-tell':
      return cannotTell(
        `It could not be determined which branches the GitHub environment "${approved}" allows: ${branches.reason}.`,
        `Unknown never counts as protected. ${untouched}`,
        branches.next ?? 'Run it again later; https://www.githubstatus.com shows the status of GitHub.',
      );
  }
}
