import { compareIdentities, mayBeOne } from '../../core/decisions/identity.ts';
import { verdictOnMark } from '../../core/decisions/may-be-emptied.ts';
import { decideProductionIsUnmarked } from '../../core/decisions/production-mark.ts';
import { type Finding, fine, problem } from '../../core/messages/finding.ts';
import { dayTime } from '../../core/messages/moments.ts';
import { type DataReference, dataPlace, dataText } from '../../core/model/data.ts';
import type { Entry } from '../../core/model/event.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';

const subject = 'staging is not production';

export type Seen = readonly (readonly [DataReference, LiveIdentity])[];

/** Staging is emptied: each of its stores must have a mark that counts. */
export function markFindings(staging: Seen, entries: readonly Entry[], system: string): Finding[] {
  return staging.map(([data, now]) => {
    const standing = verdictOnMark(data, now, entries, system);
    if (standing.kind === 'refuse') return problem(subject, standing.message);
    const { at, run } = standing.marked;
    return fine(
      subject,
      `The ${dataText('staging', data)} was marked as disposable by ${run.actor} on ${dayTime(at)}.`,
    );
  });
}

/** What has a mark may be emptied. */
export function unmarkedFindings(production: Seen, entries: readonly Entry[]): Finding[] {
  return production.map(([data, now]) => {
    const refused = decideProductionIsUnmarked(data, now, entries);
    return refused === undefined
      ? fine(subject, `The ${dataText('production', data)} has no disposable mark.`)
      : problem(subject, refused.message);
  });
}

/** If both can be reached: whatever the names are, none of staging's stores may be one of production's. */
export function identityFindings(production: Seen, staging: Seen): Finding[] {
  return staging.map(([data, here]) => {
    const place = dataPlace('staging', data);
    for (const [other, there] of production) {
      if (other.name !== data.name && !mayBeOne(there, here)) continue;
      const comparison = compareIdentities(there, here);
      if (comparison.kind === 'different') continue;
      const verb = comparison.kind === 'same' ? 'is' : 'could be';
      const productionStore = other.name === data.name ? "production's" : `production's "${other.name}"`;
      return problem(subject, {
        happened: `The ${dataText('staging', data)} ${verb} ${productionStore}: ${comparison.reason}.`,
        means: 'A restore on staging would replace production. It would be refused.',
        next: `Let ${place} name its own empty ${data.noun}, under another name; or correct the variables that this job gets.`,
      });
    }
    return fine(subject, `The ${dataText('staging', data)} is not production's.`);
  });
}
