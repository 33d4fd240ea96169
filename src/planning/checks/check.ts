import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import type { Finding } from '../../core/messages/finding.ts';

/** One preflight check. It changes nothing, except that the journal gets an entry. */
export interface Check {
  /** What its findings are about if it cannot be made at all. */
  readonly subject: string;
  look(): Promise<readonly Finding[]>;
}

/**
 * Makes all checks, one after the other: what is wrong with one says nothing about the next.
 * @param reported what was found before
 * @returns everything found, before and now
 */
export async function runChecks(
  checks: readonly Check[],
  signal: AbortSignal,
  reported: readonly Finding[] = [],
): Promise<Finding[]> {
  let findings = [...reported];
  for (const check of checks) {
    signal.throwIfAborted();
    findings = withNew(findings, await foundBy(check, signal));
  }
  return findings;
}

/** Adds only what was not reported yet. */
export function withNew(findings: readonly Finding[], found: readonly Finding[]): Finding[] {
  const all = [...findings];
  for (const finding of found) if (!isReported(finding, all)) all.push(finding);
  return all;
}

/** Two checks that fail for one reason, such as a missing folder, are one thing to correct. */
function isReported(finding: Finding, before: readonly Finding[]): boolean {
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
