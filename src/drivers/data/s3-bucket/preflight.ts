import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Finding, fine, problem, warning } from '../../../core/messages/finding.ts';
import { bytesText, countText } from '../../../core/messages/quantities.ts';
import type { BucketContents, Versioning } from '../../../world/objects/contents.ts';
import type { DataUse, StoreNeeds } from '../data-store.ts';
import type { Method } from './method.ts';
import { listObjects, type Prefixed } from './objects.ts';

export interface BucketQuestion {
  readonly use: DataUse;
  readonly subject: string;
  readonly method: Method;
  readonly name: string;
  readonly source: (bucket: string) => BucketContents;
  readonly signal?: AbortSignal | undefined;
}

/** One version of production's bucket, for staging to try whether it may read such. */
const sample = z.object({ bucket: z.string(), key: z.string(), version: z.string().optional() });
export type Sample = z.output<typeof sample>;

export function asSample(needs: StoreNeeds | undefined): Sample | undefined {
  return sample.safeParse(needs).data;
}

export async function sampleOf(
  bucket: Prefixed,
  name: string,
  method: Method,
  signal?: AbortSignal,
): Promise<StoreNeeds> {
  if (method === 'copy' || (await bucket.contents.versioning(signal)) !== 'enabled') return {};
  const [first] = await listObjects(bucket, signal);
  return first === undefined ? {} : { bucket: name, key: first.key, version: first.version };
}

export async function preflight(bucket: Prefixed, question: BucketQuestion, needs?: Sample): Promise<Finding[]> {
  const { use, subject, signal } = question;
  const objects = await listObjects(bucket, signal);
  const held = `${countText(objects.length, 'object')}, ${bytesText(objects.reduce((sum, { bytes }) => sum + bytes, 0))}`;
  if (use === 'restore') {
    return [fine(subject, `Its objects can be listed: ${held}.`), ...(await ofSource(question, needs))];
  }
  const versioning = await bucket.contents.versioning(signal);
  return [...ofVersioning(versioning, held, question), ...(await ofExpiry(bucket, versioning, question))];
}

/** Versions are copied by whoever restores, with what it may do. */
async function ofSource({ subject, name, source, signal }: BucketQuestion, needs?: Sample): Promise<Finding[]> {
  if (needs === undefined) return [];
  const { bucket, ...object } = needs;
  try {
    if ((await source(bucket).read(object, 0, signal)) !== undefined) {
      return [fine(subject, `Versions in production's bucket "${bucket}" can be read.`)];
    }
    return [];
  } catch (cause) {
    if (!(cause instanceof SystemFailure)) throw cause;
    return [
      problem(subject, {
        happened: `The credentials of the bucket "${name}" may not read versions in production's bucket "${bucket}": ${cause.detail.happened}`,
        means: 'A restore copies them from there, so every rehearsal would fail.',
        next: `Let them read there, and nothing else: s3:GetObject and s3:GetObjectVersion on "${bucket}".`,
      }),
    ];
  }
}

function ofVersioning(versioning: Versioning, held: string, { subject, method, name }: BucketQuestion): Finding[] {
  const copies = `each backup copies all of it: ${held}`;
  if (method === 'copy') return [fine(subject, `As the configuration says, ${copies}.`)];
  if (versioning === 'enabled')
    return [fine(subject, `The bucket keeps versions, so a backup is the list of them: ${held}.`)];
  const how = versioning === 'suspended' ? 'is suspended: what is replaced now is gone' : 'was never enabled';
  const means = `Versioning of the bucket "${name}" ${how}.`;
  if (method === 'auto') {
    return versioning === 'never'
      ? [fine(subject, `${means} So ${copies}.`)]
      : [
          warning(subject, {
            happened: means,
            means: `So ${copies}.`,
            next: 'Enable versioning again, if it was not meant to end.',
          }),
        ];
  }
  return [
    problem(subject, {
      happened: means,
      means: 'The configuration says "method: versions", so no backup could be taken.',
      next: 'Enable versioning of the bucket, or set "method: copy".',
    }),
  ];
}

async function ofExpiry(
  { contents, prefix }: Prefixed,
  versioning: Versioning,
  { subject, name, method, signal }: BucketQuestion,
): Promise<Finding[]> {
  const { replacedDays, removesCurrent } = await contents.expiry(prefix, signal);
  const findings: Finding[] = [];
  if (replacedDays !== undefined && versioning === 'enabled' && method !== 'copy') {
    findings.push(
      warning(subject, {
        happened: `A rule of the bucket "${name}" removes versions ${countText(replacedDays, 'day')} after they were replaced or removed.`,
        means:
          'A backup that is older cannot be restored whole: what was replaced since is gone. A restore looks at that before it writes anything.',
        next: 'Keep versions for longer than backups (NoncurrentVersionExpiration), or set "method: copy".',
      }),
    );
  }
  if (removesCurrent) {
    findings.push(
      warning(subject, {
        happened: `A rule of the bucket "${name}" removes objects that are in use after some time (Expiration).`,
        means: 'What it removes between a backup and its restore is in the backup, and not in production.',
        next: 'See that this is what the application expects.',
      }),
    );
  }
  return findings;
}
