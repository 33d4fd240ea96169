import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import type { Finding } from '../../core/messages/finding.ts';

/** One thing that preflight looks at. It changes nothing, except that the journal gets an entry. */
export interface Check {
  /** What its findings are about when it cannot be made at all. */
  readonly subject: string;
  look(): Promise<readonly Finding[]>;
}

/** Makes all checks, one after the other: what is wrong with one says nothing about the next. */
export async function runChecks(checks: readonly Check[], signal: AbortSignal): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    signal.throwIfAborted();
    for (const finding of await foundBy(check, signal)) if (!isSaid(finding, findings)) findings.push(finding);
  }
  return findings;
}

/** What two looks stop at is one thing to correct: a folder that is missing. */
function isSaid(finding: Finding, before: readonly Finding[]): boolean {
  return (
    finding.kind === 'problem' &&
    before.some(
      ({ kind, happened, next }) => kind === 'problem' && happened === finding.happened && next === finding.next,
    )
  );
}

async function foundBy({ subject, look }: Check, signal: AbortSignal): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof UserError || error instanceof SystemFailure) {
      return [{ kind: 'problem', subject, ...error.detail }];
    }
    throw error;
  }
}
