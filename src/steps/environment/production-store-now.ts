import { partVariables } from '../../config/part-variables.ts';
import type { Project } from '../../config/project.ts';
import { asRecorded } from '../../core/history/disposable-marks.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { RecordedIdentity } from '../../core/model/event.ts';
import { valueAt } from '../../init/render/variables.ts';
import { openDatabase } from './open-database.ts';

const place = 'environments.production.database';

/** Production's store as it is now, where this run has the variables to look: a job of staging has none of them. */
export async function productionStoreNow(project: Project): Promise<readonly RecordedIdentity[]> {
  const { document, effects } = project;
  const [part] = partVariables({ [place]: valueAt(document, place.split('.')) }, effects.environment);
  if (part?.state !== 'here') return [];
  try {
    return [asRecorded(await openDatabase(project, 'production').identity(effects.signal))];
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    effects.log.warn(`Staging was not compared with production's database as it is now: ${error.message}`);
    return [];
  }
}
