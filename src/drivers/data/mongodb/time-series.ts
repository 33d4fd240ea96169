import type { Message } from '../../../core/messages/message.ts';
import { mongoFailure } from '../../../world/mongodb/failure.ts';
import type { Session } from '../../../world/mongodb/session.ts';
import { listCollections } from './definitions.ts';

/** Why no backup is taken of databases with time series: one message for each such database. */
export async function againstTimeSeries(session: Session, databases: readonly string[]): Promise<Message[]> {
  const found: Message[] = [];
  for (const database of databases) {
    const series = (await collectionsOf(session, database)).filter(({ type }) => type === 'timeseries');
    if (series.length === 0) continue;
    found.push({
      happened: `"${database}" has time series (${series.map(({ name }) => `"${name}"`).join(', ')}).`,
      means: 'Their content cannot be compared after a restore, so no backup of them could be proved.',
      next: 'Let another database hold them.',
    });
  }
  return found;
}

async function collectionsOf(session: Session, database: string) {
  try {
    return await listCollections(session, database);
  } catch (cause) {
    throw mongoFailure(cause, `Reading the collections of "${database}"`, 'Nothing was done.');
  }
}
