import { SystemFailure } from '../../../core/messages/errors.ts';
import { causeOf } from '../../../world/mongodb/causes.ts';
import type { ProcessResult } from '../../../world/processes/process.ts';

interface ToolFailure {
  readonly tool: string;
  readonly doing: string;
  readonly means: string;
  readonly next: string;
}

/** Rejects unless the tool succeeded. Of its output only what is known to quote no document is passed on. */
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

/** The last lines, which say why: those before are about progress. */
function failedLines(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => /Failed:|error/i.test(line));
  return lines.slice(-5).join('\n');
}

/** Messages of the tools about archives and namespaces; none of them contains a document. */
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
