import { stagingOf } from '../../config/environment-settings.ts';
import type { Configuration } from '../../config/schema.ts';
import { type Finding, fine, problem } from '../../core/messages/finding.ts';

/** A copy of live data that starts as it is may write mail to patients. */
export function scrubFindings(configuration: Configuration): Finding[] {
  const subject = 'the copy of live data';
  const { scrub } = stagingOf(configuration).hooks;
  if (scrub === undefined) {
    return [
      problem(subject, {
        happened: 'Nothing says how a restored copy is made harmless before the server first starts on it.',
        means: 'It may send mail to the people in it, charge them, or call live systems.',
        next: 'Add a command as environments.staging.hooks.scrub: { run: [...] }, or say why none is needed: { waive: "…" }.',
      }),
    ];
  }
  if ('waive' in scrub) return [fine(subject, `It is started as it is: ${scrub.waive}`)];
  return [fine(subject, `It is scrubbed by ${scrub.run[0]} before the server first starts on it.`)];
}
