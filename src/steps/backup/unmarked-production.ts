import type { Project } from '../../config/project.ts';
import type { Settled } from '../../core/decisions/decision.ts';
import { decideProductionIsUnmarked } from '../../core/decisions/production-mark.ts';
import { asRecorded, foundOnProduction } from '../../core/history/disposable-marks.ts';
import type { LiveIdentity } from '../../core/model/identity.ts';

/**
 * Production must bear no disposable mark; undefined when it bears none. A mark that was found there is recorded, so that
 * it proves nothing wherever it turns up later.
 */
export async function markedProduction({ journal }: Project, now: LiveIdentity): Promise<Settled | undefined> {
  const entries = await journal.read();
  const refused = decideProductionIsUnmarked(now, entries);
  const { mark } = now;
  if (mark.kind === 'disposable' && foundOnProduction(entries, mark.id) === undefined)
    await journal.append({ type: 'production-found-marked', mark: mark.id, database: asRecorded(now) });
  return refused;
}
