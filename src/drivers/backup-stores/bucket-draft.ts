import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SystemFailure } from '../../core/messages/errors.ts';
import { bytesText } from '../../core/messages/quantities.ts';
import type { BackupFile, BackupManifest } from '../../core/model/manifest.ts';
import { eachOf } from '../../world/each-of.ts';
import { partSize } from '../../world/objects/part-size.ts';
import { readWhole } from '../../world/objects/read-object.ts';
import { upload } from '../../world/objects/upload.ts';
import { keepAhead } from './ahead.ts';
import { type BucketStoreOptions, draftsName, dropPlace } from './bucket-layout.ts';
import { listFiles } from './files.ts';
import type { BackupDraft } from './store.ts';
import { manifestName, newManifest } from './stored-manifest.ts';
import { sendFile } from './transfer.ts';

const filesAtOnce = 2;

export interface BucketDraftOptions extends BucketStoreOptions {
  readonly id: string;
  readonly place: string;
  /** Where the files are written before they are sent. */
  readonly directory: string;
}

/**
 * A draft whose files are sent as soon as they are reported as finished, and the rest at the commit. The files stay in the
 * scratch folder until then: a dump is read again before it counts.
 */
export function bucketDraft(options: BucketDraftOptions): BackupDraft {
  const { bucket, prefix, scratch, seal, signal, id, place, directory } = options;
  const below = `${prefix}/${id}/${place}`;
  const marker = `${prefix}/${draftsName}/${id}/${place}`;
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);

  const send = async (data: string, path: string): Promise<BackupFile> => {
    const local = join(directory, data);
    const { size } = await stat(join(local, path));
    const parts = partSize(seal?.sealedBytes(size) ?? size, bucket.parts);
    if (parts === undefined) throw tooLarge(`${data}/${path}`, size, bucket.description);
    return await sendFile(local, path, seal, (stream) =>
      upload(bucket, `${below}/${data}/${path}`, stream, parts, either),
    );
  };

  const ahead = keepAhead(directory, send);

  return {
    directoryFor: async (data) => {
      await mkdir(join(directory, data), { mode: 0o700 });
      return join(directory, data);
    },
    finished: ahead.finished,
    commit: async (facts) => {
      if (facts.id !== id) throw new Error(`the manifest of draft "${id}" is for backup "${facts.id}"`);
      const data: BackupManifest['data'][number][] = [];
      for (const each of facts.data) {
        const paths = await listFiles(join(directory, each.name));
        data.push({ ...each, files: await eachOf(paths, filesAtOnce, (path) => ahead.kept(each.name, path)) });
      }
      const { manifest, text: written } = newManifest(facts, data, { seal, place });
      const key = `${prefix}/${id}/${manifestName}`;
      const text = Buffer.from(written);
      if ((await bucket.create(key, text)) === 'taken') throw takenMeanwhile(id, bucket.description);
      const stored = await readWhole(bucket, key, signal);
      if (stored?.equals(text) !== true) throw notReadBack(id, bucket.description);
      await bucket.remove(marker).catch(() => undefined);
      await scratch.remove(directory);
      return manifest;
    },
    discard: async () => {
      ended.abort(new Error('the draft was discarded'));
      await ahead.settled();
      await scratch.remove(directory);
      await dropPlace(bucket, `${below}/`);
      await bucket.remove(marker);
    },
  };
}

function tooLarge(path: string, bytes: number, description: string): SystemFailure {
  return new SystemFailure({
    happened: `The file "${path}" of the backup has ${bytesText(bytes)}, more than one object in ${description} can have.`,
    means: 'No backup was added; those that are there are unchanged.',
    next: 'Keep backups in a store that takes larger files, or back up in several files.',
  });
}

function takenMeanwhile(id: string, description: string): SystemFailure {
  return new SystemFailure({
    happened: `Another run has written the backup "${id}" to ${description} meanwhile.`,
    means: 'It is never replaced. This backup was not added.',
    next: 'Run the step again: it takes another id.',
  });
}

function notReadBack(id: string, description: string): SystemFailure {
  return new SystemFailure({
    happened: `The manifest of backup "${id}" was written to ${description}, and reads differently.`,
    means: 'The backup cannot be trusted.',
    next: 'Look for what changes objects there (a lifecycle rule, a replication), then run the step again.',
  });
}
