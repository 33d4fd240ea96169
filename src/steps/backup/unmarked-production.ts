import type { Project } from '../../config/project.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { decideProductionIsUnmarked } from '../../core/decisions/production-mark.ts';
import { asRecorded, foundOnProduction } from '../../core/history/disposable-marks.ts';
import type { DataReference } from '../../core/model/data.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';

/**
 * None of production's stores may have a disposable mark; undefined if none does. A mark that is found there is recorded, so
 * that it proves nothing wherever it turns up later.
 */
export async function markedProduction(
  { journal }: Project,
  seen: readonly (readonly [DataReference, LiveIdentity])[],
): Promise<Settled | undefined> {
  const entries = await journal.read();
  for (const [{ name }, now] of seen) {
    const { mark } = now;
    if (mark.kind === 'disposable' && foundOnProduction(entries, mark.id) === undefined)
      await journal.append({
        type: 'production-found-marked',
        mark: mark.id,
        data: name,
        identity: asRecorded(now),
      });
  }
  return seen.map(([data, now]) => decideProductionIsUnmarked(data, now, entries)).find((why) => why !== undefined);
}
