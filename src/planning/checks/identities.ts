import { compareIdentities } from '../../core/decisions/identity.ts';
import { standingOfMark } from '../../core/decisions/may-be-emptied.ts';
import { decideProductionIsUnmarked } from '../../core/decisions/production-mark.ts';
import { type Finding, fine, problem } from '../../core/messages/finding.ts';
import type { Entry } from '../../core/model/event.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';

const subject = 'staging is not production';

/** Staging is emptied: it must bear a mark that counts. */
export function markFindings(staging: LiveIdentity, entries: readonly Entry[], system: string): Finding[] {
  const standing = standingOfMark(staging, entries, system);
  if (standing.kind === 'refuse') return [problem(subject, standing.message)];
  const { at, run } = standing.marked;
  return [fine(subject, `Staging was marked as disposable by ${run.actor} on ${at}.`)];
}

/** What bears a mark may be emptied. */
export function unmarkedFindings(production: LiveIdentity, entries: readonly Entry[]): Finding[] {
  const refused = decideProductionIsUnmarked(production, entries);
  return refused === undefined
    ? [fine(subject, 'Production bears no disposable mark.')]
    : [problem(subject, refused.message)];
}

/** Where both can be looked at. */
export function identityFindings(production: LiveIdentity, staging: LiveIdentity): Finding[] {
  const comparison = compareIdentities(production, staging);
  if (comparison.kind === 'different') return [fine(subject, 'Their databases are different ones.')];
  const verb = comparison.kind === 'same' ? 'is' : 'could be';
  return [
    problem(subject, {
      happened: `The database of staging ${verb} production's: ${comparison.reason}.`,
      means: 'A restore on staging would replace production. It would be refused.',
      next: 'Let environments.staging.database name an empty database of its own, under another name; or correct the variables that this job gets.',
    }),
  ];
}
