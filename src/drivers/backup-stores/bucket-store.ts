import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { SystemFailure } from '../../core/messages/errors.ts';
import type { BackupManifest } from '../../core/model/manifest.ts';
import { eachOf } from '../../world/each-of.ts';
import { readObject, readWhole } from '../../world/objects/read-object.ts';
import { bucketDraft } from './bucket-draft.ts';
import { type BucketStoreOptions, draftsName, dropPlace } from './bucket-layout.ts';
import { staleMilliseconds, verifySizes } from './files.ts';
import type { ManifestReading } from './read-manifest.ts';
import { requireRoom } from './scratch.ts';
import type { BackupStore, Removal, StoredBackup } from './store.ts';
import { listed, manifestName, notOpened, readingUnder, requireId, requireSeal } from './stored-manifest.ts';
import { fetchFile } from './transfer.ts';

/** How many manifests, and how many files, are fetched at the same time. */
const manifestsAtOnce = 16;
const filesAtOnce = 4;

/**
 * Backups in a bucket: `<prefix>/<id>/manifest.json`, and the files of each data store below `<prefix>/<id>/<place>/<name>/`.
 * The place differs for each draft, so that two drafts that are written at once never touch each other's files. The
 * manifest, which is created once and never replaced, says which of them is the backup.
 */
export function bucketStore(options: BucketStoreOptions): BackupStore {
  const { bucket, prefix, scratch, seal, clock, signal } = options;
  const { description } = bucket;

  const readingOf = async (id: string): Promise<ManifestReading> => {
    const text = await readWhole(bucket, `${prefix}/${id}/${manifestName}`, signal);
    return text === undefined
      ? { kind: 'damaged', reason: 'there is no manifest' }
      : readingUnder(id, text.toString('utf8'));
  };

  return {
    description,
    room: `the folder ${scratch.root}`,
    begin: async (id) => {
      requireId(id);
      if ((await readingOf(id)).kind === 'manifest') throw taken(id, description);
      const place = `files-${randomUUID().slice(0, 8)}`;
      // It shows that the bucket is writable, before a dump that takes hours, and who has left something behind.
      await bucket.create(`${prefix}/${draftsName}/${id}/${place}`, Buffer.from(`${clock.now().toISOString()}\n`));
      await dropStale(options, id);
      return bucketDraft({ ...options, id, place, directory: await scratch.make() });
    },
    list: async () => {
      const ids = (await bucket.folders(`${prefix}/`)).filter((name) => !name.startsWith('.'));
      const readings = await eachOf(ids, manifestsAtOnce, async (id) => ({ id, reading: await readingOf(id) }));
      // Without a manifest it is a draft that is being written, or was left behind: never a backup.
      return listed(
        readings.filter(({ reading }) => reading.kind === 'manifest' || reading.reason !== 'there is no manifest'),
      );
    },
    open: async (id) => {
      requireId(id);
      const reading = await readingOf(id);
      if (reading.kind === 'damaged') throw notOpened(id, description, reading.reason);
      requireSeal(reading.manifest, seal);
      return await fetched(reading.manifest, options);
    },
    remove: async (id) => {
      requireId(id);
      const reading = await readingOf(id);
      if (reading.kind === 'damaged') throw notOpened(id, description, reading.reason);
      return await removed(reading.manifest, options);
    },
    freeBytes: async () => {
      await bucket.folders(`${prefix}/`);
      return await scratch.freeBytes();
    },
  };
}

async function fetched(manifest: BackupManifest, options: BucketStoreOptions): Promise<StoredBackup> {
  const { bucket, prefix, scratch, seal, signal } = options;
  const { id } = manifest;
  const below = `${prefix}/${id}/${manifest.place ?? ''}/`;
  const files = manifest.data.flatMap(({ name, files }) =>
    files.map((file) => ({ ...file, path: `${name}/${file.path}` })),
  );
  const found = (await bucket.list(below)).map(({ key, bytes }) => [key.slice(below.length), bytes] as const);
  verifySizes(id, files, new Map(found));
  await requireRoom(
    scratch,
    id,
    files.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  const directory = await scratch.make();
  try {
    await eachOf(files, filesAtOnce, async (expected) => {
      const stream = await readObject(bucket, `${below}${expected.path}`, signal);
      if (stream === undefined) throw notOpened(id, bucket.description, `its file "${expected.path}" is missing`);
      await fetchFile(stream, { expected, name: expected.path, backup: id }, join(directory, expected.path), seal);
    });
  } catch (error) {
    await scratch.remove(directory);
    throw error;
  }
  return {
    manifest,
    directoryOf: (data) => join(directory, data),
    release: () => scratch.remove(directory),
  };
}

/** A versioned bucket would hide a locked object instead of keeping it visible, so each object is checked first. */
async function removed({ id, place = '' }: BackupManifest, { bucket, prefix }: BucketStoreOptions): Promise<Removal> {
  const manifest = `${prefix}/${id}/${manifestName}`;
  const keys = [manifest, ...(await bucket.list(`${prefix}/${id}/${place}/`)).map(({ key }) => key)];
  const held = await eachOf(keys, manifestsAtOnce, (key) => bucket.heldUntil(key));
  const until = held
    .filter((each) => each !== undefined)
    .toSorted()
    .at(-1);
  if (until !== undefined) return { kind: 'held', until };
  // Without its manifest it is no longer a backup; what is left of it is a draft, which is removed later.
  const marker = `${prefix}/${draftsName}/${id}/${place}`;
  await bucket.create(marker, Buffer.from('removed\n'));
  await bucket.remove(manifest);
  await dropPlace(bucket, `${prefix}/${id}/${place}/`);
  await bucket.remove(marker);
  return { kind: 'removed' };
}

/** Drafts of killed runs: by the store's clock, since those of runners differ. */
async function dropStale({ bucket, prefix, signal }: BucketStoreOptions, ownId: string): Promise<void> {
  const drafts = await bucket.list(`${prefix}/${draftsName}/`);
  const now = Math.max(...drafts.map(({ modified }) => modified.getTime()));
  for (const { key, modified } of drafts) {
    if (now - modified.getTime() <= staleMilliseconds) continue;
    const [id = '', place = ''] = key.slice(`${prefix}/${draftsName}/`.length).split('/');
    if (id === ownId || place === '') continue;
    const text = await readWhole(bucket, `${prefix}/${id}/${manifestName}`, signal);
    const reading = text && readingUnder(id, text.toString('utf8'));
    // What cannot be read may be the manifest of this very draft.
    const isKept = reading !== undefined && (reading.kind === 'damaged' || reading.manifest.place === place);
    if (!isKept) await dropPlace(bucket, `${prefix}/${id}/${place}/`);
    await bucket.remove(key);
  }
}

function taken(id: string, description: string): SystemFailure {
  return new SystemFailure({
    happened: `There is a backup "${id}" in ${description} already.`,
    means: 'It is never replaced. Nothing was written.',
    next: 'Run the step again: it takes another id.',
  });
}
