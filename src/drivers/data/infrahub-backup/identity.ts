import { z } from 'zod';
import type { LiveIdentity, MarkTarget } from '../../../core/model/identity.ts';
import { type Mark, markIn, markText, type NewMark } from '../../../core/model/mark.ts';
import { type Container, type Installation, lastWords, outOfReach } from './installation.ts';

const engineInfo = z.object({ ID: z.string(), Name: z.string() });
const volumes = z.array(
  z.looseObject({
    Name: z.string(),
    CreatedAt: z.string().optional(),
    Labels: z.record(z.string(), z.string()).nullish(),
  }),
);
type Volume = z.output<typeof volumes>[number];

const label = 'staged-upgrade.mark';

/** Which installation it is, by where its graph is stored: the volume of the database, or the folder in its place. */
export async function readIdentity(installation: Installation, signal?: AbortSignal): Promise<LiveIdentity> {
  const { project } = installation;
  const info = await installation.docker(['info', '--format', '{"ID":{{json .ID}},"Name":{{json .Name}}}'], { signal });
  if (info.exitCode !== 0) throw outOfReach('The Docker engine did not say its id.');
  const { ID: engine, Name: host } = engineInfo.parse(JSON.parse(info.stdout));
  const graph = await graphOf(installation, await installation.database(signal), signal);
  const kept = await volumeOf(installation, markVolume(project), signal);
  return {
    kind: 'infrahub-backup',
    lineage: { graph },
    location: { engine, host, project },
    mark: markOf(kept, { engine, graph }),
  };
}

/** The mark is a volume beside those of Infrahub: backups contain, and restores replace, only the content of those. */
export async function markDisposable(
  installation: Installation,
  choose: (found: MarkTarget) => Promise<NewMark | undefined>,
  signal?: AbortSignal,
): Promise<LiveIdentity | undefined> {
  const identity = await readIdentity(installation, signal);
  const mark = await choose({ identity, name: installation.project });
  if (mark === undefined) return undefined;
  const volume = markVolume(installation.project);
  if (identity.mark.kind !== 'none') await installation.docker(['volume', 'rm', volume], { signal });
  const made = await installation.docker(['volume', 'create', `--label=${label}=${markText(mark)}`, volume], {
    signal,
  });
  if (made.exitCode !== 0) throw outOfReach(`The volume "${volume}", which is the mark, could not be made.`);
  return await readIdentity(installation, signal);
}

function markVolume(project: string): string {
  return `${project}_staged-upgrade-disposable`;
}

/** Tied to this engine, to the mark's own volume and to the graph's: no other installation has all of them. */
function markOf(volume: Volume | undefined, { engine, graph }: Readonly<Record<'engine' | 'graph', string>>): Mark {
  if (volume === undefined) return { kind: 'none' };
  const place = `the label of the volume "${volume.Name}"`;
  const tiedTo = `volume of ${volume.CreatedAt ?? 'an unknown time'} on engine ${engine}, with ${graph}`;
  const mark = markIn(volume.Labels?.[label] ?? '', { tiedTo, place });
  return mark.kind === 'none' ? { kind: 'unclear', reason: 'it has no mark', place } : mark;
}

/**
 * A volume that was created again has another folder, whatever its name. Docker's creation time is not used: in
 * some releases it is when something in the volume was last added or removed.
 */
async function graphOf(
  { docker }: Installation,
  { id, name, data, isRunning }: Container,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (data === undefined) throw outOfReach(`The container ${name} keeps "/data" in no volume.`);
  if (!isRunning) throw outOfReach(`The container ${name} does not run.`);
  const result = await docker(['exec', id, 'stat', '-c', '%i %W', '/data'], { signal });
  const folder = result.stdout.trim();
  if (result.exitCode !== 0 || folder === '')
    throw outOfReach(`The folder "/data" of the container ${name} could not be looked at${lastWords(result.stderr)}.`);
  return `${data.startsWith('/') ? 'folder' : 'volume'} ${data}, ${folder}`;
}

async function volumeOf(
  { docker }: Installation,
  name: string,
  signal: AbortSignal | undefined,
): Promise<Volume | undefined> {
  const result = await docker(['volume', 'inspect', name], { signal });
  if (result.exitCode === 0) return volumes.parse(JSON.parse(result.stdout))[0];
  if (/no such volume/i.test(result.stderr)) return undefined;
  throw outOfReach(`The volume "${name}" could not be read.`);
}
