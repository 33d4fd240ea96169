import { z } from 'zod';
import { BucketError } from '../bucket.ts';

export interface GcsNamed {
  readonly bucket: string;
  /** The place of its settings in the configuration: `backup.store.gcs`. */
  readonly where: string;
}

const answer = z.lazy(() => z.object({ error: z.object({ message: z.string() }) }));

/** Translates an answer of the service into what a person can do about it. */
export async function gcsFailure(response: Response, { bucket, where }: GcsNamed): Promise<BucketError> {
  const { status } = response;
  const said = `${status}: ${messageIn(await response.text())}`;
  const failed = (message: string, next: string, passes = false): BucketError =>
    new BucketError(message, { passes, next });
  if (status === 408 || status === 429 || status >= 500)
    return failed(
      `the server is busy or failed (${said})`,
      'Run the step again later. If it persists, check the status of the service.',
      true,
    );
  if (status === 404) return failed(`there is no bucket "${bucket}"`, `Create it, or correct "bucket" in ${where}.`);
  if (status === 401)
    return failed(
      `the server does not accept the credentials (${said})`,
      'Check the login step of the job. Session credentials expire: a new run logs in again.',
    );
  if (status === 403)
    return failed(
      `a permission is missing (${said})`,
      'The bucket needs storage.objects.create, get, list and delete (the role Storage Object User), and the use of the KMS key, if there is one.',
    );
  return failed(said, `Check ${where}, and what the server says about this error.`);
}

function messageIn(text: string): string {
  try {
    const read = answer.safeParse(JSON.parse(text));
    if (read.success) return read.data.error.message.replace(/\.$/, '');
  } catch {
    // What is not JSON is shown as it is.
  }
  return text.trim().slice(0, 200).replace(/\.$/, '');
}
