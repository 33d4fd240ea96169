import { type Finding, problem } from '../../core/messages/finding.ts';
import { unfinishedScripts } from '../../init/scripts.ts';

/** Scripts that `init` has written and nobody has filled in. */
export async function scriptFindings(document: unknown, directory: string, subject: string): Promise<Finding[]> {
  return (await unfinishedScripts(document, directory)).map((script) =>
    problem(subject, {
      happened: `${script} is still as "staged-upgrade init" wrote it.`,
      means: 'It does nothing yet and exits with an error, so the step that runs it would fail.',
      next: 'Replace its last lines with what its comments ask for.',
    }),
  );
}
