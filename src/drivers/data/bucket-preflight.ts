import { z } from 'zod';
import { SystemFailure } from '../../core/messages/errors.ts';
import { type Finding, fine, problem, warning } from '../../core/messages/finding.ts';
import { bytesText, countText } from '../../core/messages/quantities.ts';
import type { BucketContents, Versioning } from '../../world/objects/contents.ts';
import type { Method } from './bucket-method.ts';
import { listObjects, type Prefixed } from './bucket-objects.ts';
import type { BucketWords } from './bucket-words.ts';
import type { DataUse, StoreNeeds } from './data-store.ts';

export interface BucketQuestion {
  readonly use: DataUse;
  readonly subject: string;
  readonly method: Method;
  readonly name: string;
  readonly words: BucketWords;
  readonly source: (listed: { readonly bucket: string; readonly server: string }) => BucketContents;
  readonly signal?: AbortSignal | undefined;
}

/** One version of production's bucket, for staging to test whether it may read it. */
const sample = z.object({ bucket: z.string(), server: z.string(), key: z.string(), version: z.string().optional() });
export type Sample = z.output<typeof sample>;

export function asSample(needs: StoreNeeds | undefined): Sample | undefined {
  return sample.safeParse(needs).data;
}

export async function sampleOf(
  bucket: Prefixed,
  { name, server }: { readonly name: string; readonly server: string },
  method: Method,
  signal?: AbortSignal,
): Promise<StoreNeeds> {
  if (method === 'copy' || (await bucket.contents.versioning(bucket.prefix, signal)) !== 'enabled') return {};
  const [first] = await listObjects(bucket, signal);
  return first === undefined ? {} : { bucket: name, server, key: first.key, version: first.version };
}

export async function preflight(bucket: Prefixed, question: BucketQuestion, needs?: Sample): Promise<Finding[]> {
  const { use, subject, signal } = question;
  const objects = await listObjects(bucket, signal);
  const held = `${countText(objects.length, 'object')}, ${bytesText(objects.reduce((sum, { bytes }) => sum + bytes, 0))}`;
  if (use === 'restore') {
    return [fine(subject, `Its objects can be listed: ${held}.`), ...(await ofSource(question, needs))];
  }
  const versioning = await bucket.contents.versioning(bucket.prefix, signal);
  return [
    ...ofVersioning(versioning, held, question),
    ...(await ofExpiry(bucket, versioning, question)),
    ...(await ofSoftDelete(bucket, versioning, question)),
  ];
}

/** Versions are copied by the restoring environment, with its rights. */
async function ofSource({ subject, name, words, source, signal }: BucketQuestion, needs?: Sample): Promise<Finding[]> {
  if (needs === undefined) return [];
  const { bucket, server, ...object } = needs;
  try {
    if ((await source({ bucket, server }).read(object, 0, signal)) !== undefined) {
      return [fine(subject, `Versions in production's ${words.noun} "${bucket}" can be read.`)];
    }
    return [];
  } catch (cause) {
    if (!(cause instanceof SystemFailure)) throw cause;
    return [
      problem(subject, {
        happened: `The credentials of the ${words.noun} "${name}" may not read versions in production's ${words.noun} "${bucket}": ${cause.detail.happened}`,
        means: 'A restore copies them from there, so every rehearsal would fail.',
        next: `Let them read there, and nothing else: ${words.versionRights(bucket)}.`,
      }),
    ];
  }
}

function ofVersioning(
  versioning: Versioning,
  held: string,
  { subject, method, name, words }: BucketQuestion,
): Finding[] {
  const copies = `each backup copies all of it: ${held}`;
  if (method === 'copy') return [fine(subject, `As the configuration says, ${copies}.`)];
  if (versioning === 'enabled')
    return [fine(subject, `The ${words.noun} keeps versions, so a backup is the list of them: ${held}.`)];
  const means = `Versioning of the ${words.noun} "${name}" ${words.unversioned[versioning]}.`;
  if (method === 'auto') {
    return versioning === 'never'
      ? [fine(subject, `${means} So ${copies}.`)]
      : [
          warning(subject, {
            happened: means,
            means: `So ${copies}.`,
            next: 'Enable versioning again, unless it was disabled on purpose.',
          }),
        ];
  }
  return [
    problem(subject, {
      happened: means,
      means: 'The configuration says "method: versions", so no backup could be taken.',
      next: `Enable versioning of the ${words.noun}, or set "method: copy".`,
    }),
  ];
}

async function ofExpiry(
  { contents, prefix }: Prefixed,
  versioning: Versioning,
  { subject, name, words, method, signal }: BucketQuestion,
): Promise<Finding[]> {
  const { replacedDays, removesCurrent } = await contents.expiry(prefix, signal);
  const findings: Finding[] = [];
  if (replacedDays !== undefined && versioning === 'enabled' && method !== 'copy') {
    findings.push(
      warning(subject, {
        happened: `A rule of the ${words.noun} "${name}" removes versions ${countText(replacedDays, 'day')} after they were replaced or removed.`,
        means:
          'A backup that is older cannot be restored whole: what was replaced since is gone. A restore looks at that before it writes anything.',
        next: `${words.keepLonger}, or set "method: copy".`,
      }),
    );
  }
  if (removesCurrent) {
    findings.push(
      warning(subject, {
        happened: `A rule of the ${words.noun} "${name}" removes objects that are in use after some time (Expiration).`,
        means: 'What it removes between a backup and its restore is in the backup, and not in production.',
        next: 'See that this is what the application expects.',
      }),
    );
  }
  return findings;
}

/** Versions are only as safe as the bucket: removing one by mistake removes it from every backup. */
async function ofSoftDelete(
  { contents }: Prefixed,
  versioning: Versioning,
  { subject, name, words, method, signal }: BucketQuestion,
): Promise<Finding[]> {
  if (contents.softDelete === undefined || versioning !== 'enabled' || method === 'copy') return [];
  const found = await contents.softDelete(signal);
  if (found.kind === 'days')
    return [fine(subject, `What is removed can be brought back for ${countText(found.days, 'day')} (soft delete).`)];
  return [
    warning(subject, {
      happened:
        found.kind === 'off'
          ? `Soft delete of the ${words.noun} "${name}" is off.`
          : `Whether soft delete of the ${words.noun} "${name}" is on could not be read.`,
      means:
        'A version that is removed, by mistake or by a rule, may be gone at once, and with it the backups that list it.',
      next:
        found.kind === 'off'
          ? 'Turn soft delete of blobs on, for at least as long as backups are kept.'
          : 'Look into "Data protection" of the storage account, or let the login read it: Microsoft.Storage/storageAccounts/blobServices/read.',
    }),
  ];
}
