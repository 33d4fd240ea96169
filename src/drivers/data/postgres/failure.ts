import { SystemFailure } from '../../../core/messages/errors.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';
import { type Cause, causeOf } from './causes.ts';
import { toolError, withoutValues } from './redaction.ts';
import { toolMessages } from './tool-messages.ts';

/** The five characters of SQLSTATE, or Node's code for a network error. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

/**
 * A server's or network's error as a SystemFailure. The error itself is not kept as `cause`: its detail quotes rows,
 * and a cause is printed with its fields.
 */
export function databaseFailure(cause: unknown, doing: string, means: string): SystemFailure {
  if (cause instanceof SystemFailure) return cause;
  const code = codeOf(cause);
  const known = causeOf(code, cause instanceof Error ? cause.message : '');
  const said = known?.said ?? networkError(cause) ?? withoutValues(cause instanceof Error ? cause.message : '');
  return new SystemFailure({
    happened: `${doing} failed: ${said}${code === undefined || said.includes(code) ? '' : ` (${code})`}.`,
    means,
    next: known?.next ?? fixFor(code),
  });
}

/** @returns the result if the tool succeeded */
export function requireSuccess(result: ProcessResult, tool: string, means: string, next: string): ProcessResult {
  if (result.exitCode === 0) return result;
  const ended = result.exitCode === undefined ? `was ended by ${result.endedBy}` : `exit code ${result.exitCode}`;
  const known = causeIn(result.stderr);
  if (known !== undefined) {
    throw new SystemFailure({ happened: `${tool} failed: ${known.said} (${ended}).`, means, next: known.next });
  }
  throw new SystemFailure({
    happened: `${tool} failed: ${toolError(result.stderr) ?? 'it did not say why'} (${ended}).`,
    means,
    next,
  });
}

/** What a tool says about the server or the connection to it; its other lines are about rows and definitions. */
function causeIn(stderr: string): Cause | undefined {
  return toolMessages(stderr)
    .map(({ text }) => ofThisMachine(text) ?? ofTheServer(text))
    .find((cause) => cause !== undefined);
}

/** After the word ERROR or FATAL or, if the connection is lost, after what the tool was doing: `query failed: …`. */
function ofTheServer(text: string): Cause | undefined {
  const own = /(?:ERROR|FATAL): .*$/.exec(text)?.[0];
  if (own !== undefined) return causeOf(undefined, own);
  const parts = text.split(': ');
  return parts
    .map((_, index) => causeOf(undefined, parts.slice(index).join(': ')))
    .find((cause) => cause !== undefined);
}

/** Messages of the tool itself: what the server says comes after the word ERROR or FATAL. */
function ofThisMachine(text: string): Cause | undefined {
  if (/(ERROR|FATAL): /.test(text) || !/no space left on device/i.test(text)) return undefined;
  return {
    said: 'the disk of this runner is full',
    next: 'Free space where backups are written and fetched, then run the step again.',
  };
}

/** Node's messages about sockets contain addresses, never rows. */
function networkError(cause: unknown): string | undefined {
  const code = codeOf(cause);
  if (!(cause instanceof Error) || code === undefined || !/^E[A-Z]/.test(code)) return undefined;
  return cause.message === '' ? code : cause.message;
}

function fixFor(code: string | undefined): string {
  switch (code) {
    case '28P01':
    case '28000':
      return 'Check user, password and pg_hba.conf. An odd character in the password of a URL must be percent-encoded, or the password set apart under "password:".';
    case '3D000':
      return 'Create the database first, or correct its name in the configuration.';
    case '42501':
      return 'Grant the missing right to the user of the configuration. To read everything: GRANT pg_read_all_data TO the user (PostgreSQL 14 and later).';
    case '55P03':
    case '57014':
      return 'Something holds a lock on a table for long, such as a migration or a VACUUM FULL: wait until it has ended, then run the step again.';
    case '53300':
      return 'Free connections, or raise max_connections, then run the step again.';
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'ENOENT':
      return 'Check host and port in the configuration, and that this machine can reach the server (network, VPN, firewall).';
    default:
      return "Look into the PostgreSQL server's log, which has the whole message, then run the step again.";
  }
}
