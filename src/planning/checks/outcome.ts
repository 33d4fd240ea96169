import type { Finding } from '../../core/messages/finding.ts';

export type PreflightOutcome = 'passed' | 'failed' | 'unknown';

/** One problem is enough to fail; unknown never counts as passed. */
export function outcomeOf(findings: readonly Finding[]): PreflightOutcome {
  if (findings.some(({ kind }) => kind === 'problem')) return 'failed';
  return findings.some(({ kind }) => kind === 'cannot-tell') ? 'unknown' : 'passed';
}
