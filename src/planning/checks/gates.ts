import { cannotTell, type Finding, fine, problem, warning } from '../../core/messages/finding.ts';
import type { GateName, GateReading, GateSetting } from '../../core/model/gate.ts';
import type { ReadGate } from '../../steps/gate/gate-reader.ts';

/**
 * GitHub creates a missing environment without any protection, and then the gate is not a gate.
 * @param environment the GitHub environment of the gate
 */
export async function gateFindings(
  gate: GateName,
  setting: GateSetting,
  environment: string,
  read: ReadGate,
): Promise<Finding[]> {
  const subject = `gate ${gate}`;
  const before = gate === 'production' ? 'a hop goes to production' : 'migrations start on production';
  if (setting === 'none') {
    return [
      warning(subject, {
        happened: `gates.${gate} is "none".`,
        means: `Nobody is asked before ${before}.`,
        next: 'Leave it if that is intended; otherwise write "environment".',
      }),
    ];
  }
  if (setting === 'dispatch') {
    return [
      fine(subject, `The run ends as waiting before ${before}; a person starts it again with the hop's confirmation.`),
    ];
  }
  if (read === undefined) {
    return [
      warning(subject, {
        happened: 'The protection of the GitHub environment was not checked, because this is not a workflow job.',
        means: `In this terminal, "climb" itself asks before ${before}.`,
        next: 'For upgrades by workflow, also run preflight as a step of one.',
      }),
    ];
  }
  const reading = await read(environment);
  return [readingFinding(subject, environment, before, reading), ...bypassFindings(subject, environment, reading)];
}

/** One approval for all hops, in the environment of production. */
export async function pathGateFindings(finalize: GateSetting, environment: string, read: ReadGate): Promise<Finding[]> {
  const subject = 'gate of the path';
  const meaning = fine(
    subject,
    `One approval lets every hop of a run go to production${finalize === 'none' ? '' : ' and its migrations start there'} ("gates: { scope: path }"), only as it was planned and only when its rehearsal has passed; nobody is asked between hops.`,
  );
  return [meaning, ...(await gateFindings('production', 'environment', environment, read))];
}

/** GitHub's own default. Then it lists nobody, just as for a job that did not wait at all. */
function bypassFindings(subject: string, environment: string, reading: GateReading): Finding[] {
  if (reading.kind !== 'protected' || reading.adminsMayBypass === false) return [];
  return [
    warning(subject, {
      happened:
        reading.adminsMayBypass === true
          ? `Administrators can bypass the reviewers of the GitHub environment "${environment}".`
          : `GitHub does not report whether administrators can bypass the reviewers of the environment "${environment}".`,
      means: `A job without a listed approver cannot be distinguished from one that an administrator let through: it continues, and the journal records that no approver is listed.`,
      next: `Under Settings → Environments → ${environment}, clear "Allow administrators to bypass configured protection rules".`,
    }),
  ];
}

function readingFinding(subject: string, environment: string, before: string, reading: GateReading): Finding {
  const protect = `Add required reviewers under Settings → Environments → ${environment}. If your GitHub plan has none, climb in a terminal, which asks.`;
  switch (reading.kind) {
    case 'protected':
      return fine(subject, `${reading.reviewers.join(' or ')} approves before ${before}.`);
    case 'unprotected':
      return problem(subject, {
        happened: `The GitHub environment "${environment}" is not protected: ${reading.why}.`,
        means: `Nobody would be asked before ${before}, so that step refuses.`,
        next: protect,
      });
    case 'missing':
      return problem(subject, {
        happened: `The GitHub environment "${environment}" does not exist.`,
        means: 'GitHub would create it on first use, without any protection.',
        next: `Make it. ${protect}`,
      });
    case 'cannot-tell':
      return cannotTell(subject, {
        happened: `The protection of the GitHub environment "${environment}" could not be read: ${reading.reason}.`,
        means: `It is not known whether anybody would be asked before ${before}.`,
        next: reading.next ?? 'Give the job "permissions: { actions: read }".',
      });
  }
}
