import { type Finding, fine, problem } from '../../core/messages/finding.ts';
import type { Hop } from '../../core/model/hop.ts';

const subject = 'work by hand';

/** Each step that only a person can do blocks its hop until it is acknowledged. */
export function manualFindings(hops: readonly Hop[]): Finding[] {
  const steps = hops.flatMap((hop) => hop.manual.map((step) => ({ hop, step })));
  if (steps.length === 0) return [fine(subject, 'The path asks for none.')];
  return steps.map(({ hop, step }) => {
    const source = step.url === undefined ? '' : ` (${step.url})`;
    if (step.files?.kind === 'in-place' && !step.acknowledged)
      return fine(subject, `"${step.id}", before ${hop.title}, is in your files.`);
    if (step.files?.kind === 'missing' && !step.acknowledged)
      return problem(subject, {
        happened: `"${step.id}" is not in your files: ${step.files.missing.join(' ')} ${step.text}${source}`,
        means: `Hop ${hop.id} does not start before that.`,
        next: `See the change with "staged-upgrade configure --hop ${hop.id}", write it with --write, and commit the files.`,
      });
    if (step.acknowledged) return fine(subject, `"${step.id}", before ${hop.title}, is acknowledged.`);
    return problem(subject, {
      happened: `"${step.id}" is not acknowledged: ${step.text}${source}`,
      means: `Hop ${hop.id} does not start before that.`,
      next: `Do it, then add "${step.id}" to "acknowledge" in the configuration, or give it with --acknowledge.`,
    });
  });
}
