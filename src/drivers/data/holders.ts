import { readdir, readlink } from 'node:fs/promises';

/**
 * The ids of the processes that have a file open, as far as Linux shows them to this user; empty on other systems. An idle
 * server holds no lock, so there is no other way to see it.
 * @param isMeant whether a file, by its real path, is one of those in question
 */
export async function processesHolding(isMeant: (path: string) => boolean): Promise<number[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const holding = await Promise.all(ids.map(async (id) => ((await hasOpen(id, isMeant)) ? [Number(id)] : [])));
  return holding.flat();
}

async function hasOpen(id: string, isMeant: (path: string) => boolean): Promise<boolean> {
  const folder = `/proc/${id}/fd`;
  const descriptors = await readdir(folder).catch(() => []);
  const targets = await Promise.all(descriptors.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  return targets.some(isMeant);
}
