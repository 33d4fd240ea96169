import type { MongoClient } from 'mongodb';
import { z } from 'zod';

const behaviour = z.object({
  /** By service and minor, `inventory 4.0`: the error of its migration. */
  fails: z.record(z.string(), z.string()).default({}),
  /** Services whose health is 503. */
  unhealthy: z.array(z.string()).default([]),
});
export type Behaviour = z.output<typeof behaviour>;

/** In a database that is not Mender's, so that no restore replaces it; as text, since keys have dots. */
const kept = (client: MongoClient) => client.db('stand_in').collection<{ _id: string; text: string }>('behaviour');

/** Read anew each time, so that a test can change it while the server runs. */
export async function behaviourOf(client: MongoClient): Promise<Behaviour> {
  return behaviour.parse(JSON.parse((await kept(client).findOne({ _id: 'now' }))?.text ?? '{}'));
}

export async function behave(client: MongoClient, wanted: Partial<Behaviour>): Promise<void> {
  await kept(client).replaceOne({ _id: 'now' }, { text: JSON.stringify(wanted) }, { upsert: true });
}

export function minorText(release: string): string {
  return release.split('.').slice(0, 2).join('.');
}
