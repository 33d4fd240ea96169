import { BucketError } from '../bucket.ts';
import { first } from './listing.ts';

export interface AzureNamed {
  readonly container: string;
  readonly account: string;
  /** The place of its settings in the configuration: `backup.store.azure-blob`. */
  readonly where: string;
}

/** The service's code for the error; empty if it gave none. */
export function codeOf(response: Response, text: string): string {
  return response.headers.get('x-ms-error-code') ?? first(text, 'Code') ?? '';
}

/** Translates an answer of the service into what a person can do about it. */
export async function azureFailure(response: Response, named: AzureNamed): Promise<BucketError> {
  const { status } = response;
  const { container, account, where } = named;
  const text = await response.text();
  const code = codeOf(response, text);
  const said = `${status}${code === '' ? '' : `: ${code}`}`;
  const failed = (message: string, next: string, passes = false): BucketError =>
    new BucketError(message, { passes, next });
  if (status === 408 || status === 429 || status >= 500)
    return failed(
      `the server is busy or failed (${said})`,
      'Run the step again later. If it persists, check the status of the service.',
      true,
    );
  if (code === 'ContainerNotFound' || code === 'ResourceNotFound')
    return failed(
      `there is no container "${container}" in the account "${account}"`,
      `Create it, or correct "container" in ${where}.`,
    );
  if (status === 401 || code === 'AuthenticationFailed' || code === 'InvalidAuthenticationInfo')
    return failed(
      `the server does not accept the credentials (${said})`,
      'Check the login step of the job, or the key, and the clock of this machine: a request signed at the wrong time is refused. Session credentials expire: a new run logs in again.',
    );
  if (status === 403)
    return failed(
      `a permission is missing (${said})`,
      'The container needs the role Storage Blob Data Contributor, and the network rules of the account must allow this machine.',
    );
  if (status === 409 && /Immutable|LegalHold/.test(code))
    return failed(`the object is held (${said})`, 'Wait until its immutability policy or legal hold has ended.');
  return failed(said, `Check ${where}, and what the service says about this error.`);
}
