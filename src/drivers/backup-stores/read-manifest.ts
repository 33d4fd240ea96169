import { z } from 'zod';
import { earliest } from '../../core/model/data.ts';
import { type BackupManifest, backupPurposes, manifestFormat } from '../../core/model/manifest.ts';
import { slug } from '../../core/settings/scalars.ts';

export type ManifestReading =
  | { readonly kind: 'manifest'; readonly manifest: BackupManifest }
  | { readonly kind: 'damaged'; readonly reason: string };

const texts = z.record(z.string(), z.string());

const place = z.string();
const mark = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('disposable'), id: z.string(), system: z.string(), tiedTo: z.string(), place }),
    z.object({ kind: z.literal('unclear'), reason: z.string(), place }),
  ]),
);

const identity = z.lazy(() =>
  z.object({
    kind: z.string(),
    lineage: texts,
    location: texts,
    startedAt: z.string().exactOptional(),
    mark,
  }),
);

const fingerprint = z.lazy(() =>
  z.object({
    at: z.string(),
    tables: z.array(z.object({ name: z.string(), rows: z.int().nonnegative(), checksum: z.string().exactOptional() })),
    sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean().exactOptional() })),
    folders: z
      .array(
        z.object({
          name: z.string(),
          files: z.int().nonnegative(),
          bytes: z.int().nonnegative(),
          checksum: z.string(),
        }),
      )
      .exactOptional(),
    objects: z.record(z.string(), texts).exactOptional(),
    definedBy: z.string().exactOptional(),
    roles: z.array(z.string()).exactOptional(),
  }),
);

const takenFingerprint = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('same-snapshot'), value: fingerprint }),
    z.object({ kind: z.literal('beside'), value: fingerprint, until: fingerprint.exactOptional() }),
    z.object({ kind: z.literal('none'), reason: z.string() }),
  ]),
);

/** A path that stays inside of the backup's folder. */
const innerPath = z.lazy(() =>
  z
    .string()
    .min(1)
    .refine(
      (path) =>
        !path.startsWith('/') &&
        !path.includes('\\') &&
        !path.split('/').some((part) => ['', '.', '..'].includes(part)),
      {
        error: 'a path that stays inside of the backup',
      },
    ),
);

const bytes = { bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) };

const dataBackup = z.lazy(() =>
  z.object({
    // It is the name of a folder.
    name: slug,
    dataAt: z.iso.datetime(),
    identity,
    fingerprint: takenFingerprint,
    tools: texts,
    files: z.array(z.object({ path: innerPath, ...bytes, stored: z.object(bytes).exactOptional() })),
    references: z.array(z.object({ kind: z.string(), id: z.string() })),
  }),
);

/** Fields that a later version added are left out, not refused. */
const manifest: z.ZodType<BackupManifest> = z.lazy(() =>
  z
    .object({
      format: z.literal(manifestFormat),
      id: z.string(),
      system: z.string(),
      product: z.string(),
      purpose: z.enum(backupPurposes),
      hop: z.object({ id: z.string(), digest: z.string() }),
      version: z.string(),
      startedAt: z.iso.datetime(),
      finishedAt: z.iso.datetime(),
      dataAt: z.iso.datetime(),
      journalEntries: z.int().nonnegative(),
      encryption: z.object({ kind: z.literal('age'), recipients: z.array(z.string()) }).exactOptional(),
      place: slug.exactOptional(),
      data: z.array(dataBackup).refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
        error: 'a separate name for each data store',
      }),
    })
    .refine(
      ({ data, encryption }) =>
        data.every(({ files }) => files.every(({ stored }) => (stored === undefined) === (encryption === undefined))),
      { error: 'all of its files encrypted, or none', path: ['encryption'] },
    )
    .refine(({ data, dataAt }) => data.length === 0 || earliest(data.map((each) => each.dataAt)) === dataAt, {
      error: 'the earliest time of its stores of data',
      path: ['dataAt'],
    }),
);

/** Parses a manifest. Never guesses: what does not match is damaged, with the first thing that is wrong. */
export function readManifest(text: string): ManifestReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'damaged', reason: 'the manifest is not JSON: it was cut off or overwritten' };
  }
  const format = z.object({ format: z.unknown() }).safeParse(value);
  if (format.success && format.data.format !== manifestFormat) {
    const found = JSON.stringify(format.data.format) ?? 'none';
    return {
      kind: 'damaged',
      reason: `the manifest has format ${found}, and this version reads only ${manifestFormat}: use the staged-upgrade that took the backup`,
    };
  }
  const read = manifest.safeParse(value);
  if (read.success) return { kind: 'manifest', manifest: read.data };
  const first = read.error.issues[0];
  return {
    kind: 'damaged',
    reason: `the manifest is not valid at "${first?.path.join('.')}": ${first?.message}`,
  };
}
