import { readdir, readlink } from 'node:fs/promises';

/**
 * The ids of the processes that have a file open, as far as Linux shows them to this user; empty elsewhere. A server
 * that is idle holds no lock that SQLite could see, unless in WAL mode.
 */
export async function processesHolding(path: string): Promise<number[]> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const holding = await Promise.all(ids.map(async (id) => ((await hasOpen(id, path)) ? [Number(id)] : [])));
  return holding.flat();
}

async function hasOpen(id: string, path: string): Promise<boolean> {
  const folder = `/proc/${id}/fd`;
  const descriptors = await readdir(folder).catch(() => []);
  const targets = await Promise.all(descriptors.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  return targets.includes(path);
}
