import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';
import { causeOf } from './causes.ts';

const coded = z.looseObject({ code: z.number(), codeName: z.string().optional() });

/**
 * An error of the server or the way to it as a SystemFailure. The error itself is not kept as `cause`: its text quotes
 * documents, and a cause is printed with its fields.
 */
export function mongoFailure(error: unknown, doing: string, means: string): SystemFailure {
  if (error instanceof SystemFailure) return error;
  const read = coded.safeParse(error);
  const code = read.success ? read.data.code : undefined;
  const known = causeOf(code, messagesOf(error));
  const name = read.success ? ` (${read.data.codeName ?? `code ${read.data.code}`})` : '';
  return new SystemFailure({
    happened: `${doing} failed: ${known?.said ?? 'for a reason that only the log of the server has'}${name}.`,
    means,
    next: known?.next ?? "Look into the MongoDB server's log, which has the whole message, then run the step again.",
  });
}

/** What could not be reached is said in the causes of an error alone. */
function messagesOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 4) return '';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const inner = error instanceof AggregateError ? error.errors.map((each) => messagesOf(each, depth + 1)) : [];
  return [error.message, code, messagesOf(error.cause, depth + 1), ...inner].join(' ');
}

interface ToolFailure {
  readonly tool: string;
  readonly doing: string;
  readonly means: string;
  readonly next: string;
}

/** Rejects unless the tool ended well. Of what it says only what is known to quote no document is passed on. */
export function requireSuccess(result: ProcessResult, { tool, doing, means, next }: ToolFailure): void {
  if (result.exitCode === 0) return;
  const ended = result.exitCode === undefined ? `was ended by ${result.endedBy}` : `exit code ${result.exitCode}`;
  const known = causeOf(undefined, failedLines(result.stderr));
  const said = known?.said ?? ownWords(result.stderr) ?? 'its message may quote data, and is not shown';
  throw new SystemFailure({
    happened: `${tool} failed while ${doing}: ${said} (${ended}).`,
    means,
    next: known?.next ?? next,
  });
}

/** The last lines, which say why: those before are of progress. */
function failedLines(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => /Failed:|error/i.test(line));
  return lines.slice(-5).join('\n');
}

/** Words of the tools about archives and namespaces; a document is in none of them. */
const harmless = [
  /corruption found in archive/i,
  /CRC mismatch for namespace/i,
  /unexpected EOF/i,
  /gzip: invalid (header|checksum)/i,
  /stream or file does not appear to be a mongodump archive/i,
  /E11000 duplicate key error collection: [^\s]+ index: [^\s]+/,
  /Document failed validation/i,
  /cannot (restore|use|specify) [\w\s-]+/i,
  /namespace [\w.-]+ already exists/i,
  /unsupported .* version/i,
];

function ownWords(stderr: string): string | undefined {
  for (const words of harmless) {
    const found = words.exec(stderr)?.[0];
    if (found !== undefined) return `"${found}"`;
  }
  return undefined;
}
