import { recordOfMark } from '../history/disposable-marks.ts';
import { dayTime } from '../messages/moments.ts';
import { type DataReference, dataPlace, dataText } from '../model/data.ts';
import type { Entry } from '../model/event.ts';
import type { LiveIdentity } from '../model/identity.ts';
import { type Refusal, refuse } from './decision.ts';
import { describeLocation } from './identity.ts';

/** Production must have no mark: a marked store may be emptied. Undefined if it has none. */
export function decideProductionIsUnmarked(
  data: DataReference,
  now: LiveIdentity,
  entries: readonly Entry[],
): Refusal | undefined {
  const { mark } = now;
  if (mark.kind === 'none') return undefined;
  return refuse(
    `The ${dataText('production', data)} (${describeLocation(now)}) has a disposable mark in ${mark.place}: ${howItCameAbout(data, now, entries)}`,
    'Marked data may be emptied for a rehearsal. Nothing was done.',
    `Make sure that environments.staging.data and the variables of the staging jobs do not point to production. Then remove the mark: delete ${mark.place}, or the words "[staged-upgrade disposable …]" in it. Then start a new run.`,
  );
}

function howItCameAbout(data: DataReference, { mark }: LiveIdentity, entries: readonly Entry[]): string {
  if (mark.kind !== 'disposable') return `${mark.kind === 'unclear' ? mark.reason : 'there is one'}.`;
  const marked = recordOfMark(entries, mark.id);
  if (marked === undefined) {
    return `this journal did not record it, so it came with a copy of a marked ${data.noun}, or "${mark.system}" was set up from another repository.`;
  }
  const { actor, kind, id } = marked.run;
  if (marked.event.tiedTo !== mark.tiedTo)
    return `it was made on ${dayTime(marked.at)} for another ${data.noun} (${describeLocation(marked.event.identity)}), and came here with a copy of it.`;
  return `${actor} put it there on ${dayTime(marked.at)} (${kind} run ${id}), when ${dataPlace('staging', { ...data, name: marked.event.data })} pointed to it.`;
}
