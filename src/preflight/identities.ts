import type { Database } from '../databases/database.ts';
import { compareIdentities } from '../databases/identity.ts';
import { type Finding, fine, problem } from '../finding.ts';

/** Staging is overwritten: it must be seen to be another database than production's. */
export async function identityFindings(
  production: Pick<Database, 'identity'>,
  staging: Pick<Database, 'identity'>,
  signal: AbortSignal,
): Promise<Finding[]> {
  const subject = 'staging is not production';
  const comparison = compareIdentities(await production.identity(signal), await staging.identity(signal));
  switch (comparison.kind) {
    case 'different':
      return [fine(subject, 'Their databases are different ones.')];
    case 'same':
      return [
        problem(subject, {
          happened: comparison.reason,
          means: 'A restore on staging would replace production. It would be refused.',
          next: 'Correct environments.staging.database, or the variables that this job gets.',
        }),
      ];
    case 'cannot-tell':
      return [
        problem(subject, {
          happened: comparison.reason,
          means: 'Cannot tell is treated as yes: every restore on staging would be refused.',
          next: 'Let staging be a database of its own, or mark a physical copy with: staged-upgrade mark-disposable.',
        }),
      ];
  }
}
