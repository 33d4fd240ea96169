import { dayTime } from '../messages/moments.ts';
import { type DataReference, dataPlace } from '../model/data.ts';
import type { Entry, RecordedIdentity } from '../model/event.ts';
import type { MarkTarget } from '../model/identity.ts';
import { alreadyDone, type Decision, refuse } from './decision.ts';
import { compareIdentities, describeLocation, mayBeOne, namedPlace } from './identity.ts';
import { markCommand, option, verdictOnMark } from './may-be-emptied.ts';

export interface MarkQuestion {
  /** Which of staging's stores it is. */
  readonly data: DataReference;
  readonly found: MarkTarget;
  /** Every store that was seen to be production's. */
  readonly production: readonly RecordedIdentity[];
  /** The whole journal. */
  readonly entries: readonly Entry[];
  readonly system: string;
}

/** Whether a store may be marked as disposable, checked before a person is asked for its name. */
export function decideMark({ data, found, production, entries, system }: MarkQuestion): Decision {
  const { identity, name } = found;
  const place = namedPlace(name, identity);
  for (const known of production.filter((each) => mayBeOne(each, identity))) {
    const comparison = compareIdentities(known, identity);
    if (comparison.kind === 'different') continue;
    return refuse(
      `${place} was not marked: as far as the journal and the backups know, it is production's ${data.noun}, or was.`,
      'What is marked as disposable may be emptied. Nothing was changed.',
      `Correct ${dataPlace('staging', data)}. If it is staging's nevertheless (${comparison.reason}), give staging an empty ${data.noun} under another name, then: ${markCommand}${option(data)}.`,
    );
  }
  const { mark } = identity;
  const standing = verdictOnMark(data, identity, entries, system);
  // A mark that does not count is replaced by one that does, unless it belongs to another system.
  if (standing.kind === 'refuse' && mark.kind === 'disposable' && mark.system !== system) return standing;
  if (standing.kind === 'counts') {
    const { at, run } = standing.marked;
    return alreadyDone(`${place} was marked as disposable by ${run.actor} on ${dayTime(at)}.`);
  }
  return { kind: 'act', because: `${place} is not known to be production's.` };
}

/** Whether what a person typed is the name of this store; undefined if it is. */
export function decideNameTyped(data: DataReference, { identity, name }: MarkTarget, typed: string | undefined) {
  if (typed === name) return undefined;
  const place = describeLocation(identity);
  if (typed === undefined) {
    return refuse(
      `${dataPlace('staging', data)} points to ${place}, and its name was not typed.`,
      'Each rehearsal empties what is marked, so a person must type its name. It was not marked.',
      `If everything in it may be lost: ${markCommand}${option(data)} --confirm NAME, with the name of the database (of several, all names as written here; of files, the full path); on GitHub, the input "confirm".`,
    );
  }
  return refuse(
    `"${typed}" was typed, and ${dataPlace('staging', data)} points to another one (${place}).`,
    'Each rehearsal empties what is marked. It was not marked.',
    'Check where the address of staging leads, and correct it; or type the name of what is there, which for files is the full path.',
  );
}
