import { SystemFailure } from '../../../core/messages/errors.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';
import { type Cause, causeOf } from './causes.ts';

interface ServerError {
  readonly number?: number;
  readonly code?: string;
  readonly message: string;
}

function asServerError(cause: unknown): ServerError {
  if (!(cause instanceof Error)) return { message: '' };
  const { message } = cause;
  const number = 'errno' in cause && typeof cause.errno === 'number' && cause.errno > 0 ? cause.errno : undefined;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return { message, ...(number !== undefined && { number }), ...(code !== undefined && { code }) };
}

export function numberOf(cause: unknown): number | undefined {
  return asServerError(cause).number;
}

/**
 * A server's or network's error as a SystemFailure. The error itself is not kept as `cause`: its text and its statement
 * quote rows, and a cause is printed with its fields.
 */
export function databaseFailure(cause: unknown, doing: string, means: string): SystemFailure {
  if (cause instanceof SystemFailure) return cause;
  const error = asServerError(cause);
  const { said, next } = causeOf(error.number ?? error.code, error.message);
  return new SystemFailure({ happened: `${doing} failed: ${said}.`, means, next });
}

/** @returns the result if the tool succeeded */
export function requireSuccess(result: ProcessResult, tool: string, means: string, next?: string): ProcessResult {
  if (result.exitCode === 0) return result;
  const ended = result.exitCode === undefined ? `was ended by ${result.endedBy}` : `exit code ${result.exitCode}`;
  const found = causeIn(result.stderr);
  const at = objectIn(result.stderr);
  throw new SystemFailure({
    happened: `${tool} failed${at}: ${found?.said ?? 'it did not say why'} (${ended}).`,
    means,
    next: found?.next ?? next ?? "Look into the server's log and the free disk space, then run the step again.",
  });
}

/**
 * `ERROR 1062 (23000) at line 30: …`, `mysqldump: Got error: 1045: "…" when …`, `mysqldump: Error 2013: …`,
 * `mysqldump: Couldn't execute '…': … (1227)`.
 */
function causeIn(stderr: string): Cause | undefined {
  for (const line of stderr.split('\n')) {
    const groups =
      /^ERROR (?<number>\d+) \(\w+\)[^:]*: (?<text>.*)$/.exec(line)?.groups ??
      /: (?:Got error|Error):? (?<number>\d+): "?(?<text>.*)$/.exec(line)?.groups ??
      /: Couldn't execute '.*': (?<text>.*) \((?<number>\d+)\)$/.exec(line)?.groups;
    if (groups !== undefined) return causeOf(Number(groups.number), groups.text ?? '');
    if (/no space left on device/i.test(line)) return ofThisMachine;
  }
  return undefined;
}

/** The name of the table that the tool was working on; never a row. */
function objectIn(stderr: string): string {
  const table = /when dumping table `(?<table>[^`]*)`/.exec(stderr)?.groups?.table;
  if (table !== undefined) return ` at table "${table}"`;
  const line = /^ERROR \d+ \(\w+\) at line (?<line>\d+)/m.exec(stderr)?.groups?.line;
  return line === undefined ? '' : ` at line ${line} of the dump`;
}

const ofThisMachine: Cause = {
  said: 'the disk of this runner is full',
  next: 'Free space where backups are written and fetched, then run the step again.',
};
