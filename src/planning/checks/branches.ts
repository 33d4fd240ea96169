import { cannotTell, type Finding, fine, problem, warning } from '../../core/messages/finding.ts';
import { approvedEnvironment } from '../../core/model/gate.ts';
import type { ReadBranches } from '../../steps/gate/gate-reader.ts';

/**
 * A workflow on any branch can name an environment. If the environment admits every branch, anyone who can push one has its
 * secrets, without a review and without a gate.
 * @param environment one that holds credentials
 */
export async function branchFindings(environment: string, read: ReadBranches): Promise<Finding[]> {
  if (read === undefined) return [];
  const subject = branchSubject(environment);
  const limit = `Under Settings → Environments → ${environment} → Deployment branches and tags, allow only the default branch.`;
  const reading = await read(environment);
  switch (reading.kind) {
    case 'any':
      return [
        (environment.endsWith(approvedEnvironment) ? problem : warning)(subject, {
          happened: `The GitHub environment "${environment}" allows workflows from any branch: ${reading.why}.`,
          means: 'Anyone who can push a branch can use its secrets from there, without any review.',
          next: limit,
        }),
      ];
    case 'missing':
      return [
        (environment.endsWith(approvedEnvironment) ? problem : warning)(subject, {
          happened: `The GitHub environment "${environment}" does not exist.`,
          means: 'GitHub would create it on first use, open to workflows of any branch.',
          next: `Make it. ${limit}`,
        }),
      ];
    case 'protected':
      return [fine(subject, 'It allows only protected branches.')];
    case 'named':
      return [
        fine(subject, reading.names.length === 0 ? 'It allows no branch.' : `It allows: ${reading.names.join(', ')}.`),
      ];
    case 'cannot-tell':
      return [
        cannotTell(subject, {
          happened: `Which branches the GitHub environment "${environment}" allows could not be read: ${reading.reason}.`,
          means: 'It is not known whether anyone who can push a branch can use its secrets.',
          next: reading.next ?? 'Give the job "permissions: { actions: read, contents: read }".',
        }),
      ];
  }
}

export function branchSubject(environment: string): string {
  return `environment ${environment} on GitHub`;
}
