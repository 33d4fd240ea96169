import { SystemFailure, UserError } from '../../core/messages/errors.ts';
import { type Finding, fine, problem } from '../../core/messages/finding.ts';
import type { Journal } from '../../journal/journal.ts';

export const journalSubject = 'the journal';

/**
 * A real entry, with what was found so far: only a real push, not a dry run, is checked against the rules of the repository
 * and shows that the token may write.
 */
export async function journalFinding(journal: Journal, findings: readonly Finding[]): Promise<Finding> {
  const count = (kind: Finding['kind']): number => findings.filter((finding) => finding.kind === kind).length;
  try {
    const { sequence } = await journal.append({
      type: 'preflighted',
      problems: count('problem'),
      warnings: count('warning'),
      unknown: count('cannot-tell'),
    });
    return fine(journalSubject, `Entry ${sequence} was written to ${journal.description}.`);
  } catch (error) {
    if (!(error instanceof SystemFailure) && !(error instanceof UserError)) throw error;
    return problem(journalSubject, error.detail);
  }
}
