import { partVariables } from '../../config/part-variables.ts';
import type { Project } from '../../config/project.ts';
import { valueAt } from '../../config/subject.ts';
import { asRecorded } from '../../core/history/disposable-marks.ts';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { RecordedIdentity } from '../../core/model/event.ts';
import { identitiesOf, openData } from './open-data.ts';

const place = 'environments.production.data';

/** Production's data as it is now, if this run has the variables to look: a staging job has none of them. */
export async function productionDataNow(project: Project): Promise<readonly RecordedIdentity[]> {
  const { document, effects } = project;
  const [part] = partVariables({ [place]: valueAt(document, place.split('.')) }, effects.environment);
  if (part?.state !== 'here') return [];
  try {
    const seen = await identitiesOf(openData(project, 'production'), effects.signal);
    return seen.map(([, identity]) => asRecorded(identity));
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    effects.log.warn(`Staging was not compared with production's data as it is now: ${error.message}`);
    return [];
  }
}
