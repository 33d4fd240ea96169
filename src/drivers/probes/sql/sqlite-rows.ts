import { z } from 'zod';
import type { Processes } from '../../../world/processes/process.ts';

/** The result of a query of SQLite, or the code of its error. */
export type SqliteAnswer =
  | { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly milliseconds: number }
  | { readonly code: string };

const answer = z.lazy(() =>
  z.union([
    z.object({ rows: z.array(z.record(z.string(), z.unknown())), milliseconds: z.number() }),
    z.object({ code: z.string() }),
  ]),
);

/** The library runs the first statement of a text, and ignores those after it. */
const reader = String.raw`
  const { file, query } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const read = () => {
    const { DatabaseSync } = require('node:sqlite');
    const started = performance.now();
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    const statement = database.prepare(query);
    const behind = query.slice(statement.sourceSQL.length).replace(/--[^\n]*|\/\*[^]*?\*\//g, '');
    if (/[^\s;]/.test(behind)) return { code: 'SEVERAL' };
    return { rows: statement.all(), milliseconds: performance.now() - started };
  };
  let answer;
  try {
    answer = read();
  } catch (error) {
    answer = { code: error.code ?? 'unknown' };
  }
  process.stdout.write(JSON.stringify(answer));`;

/**
 * In a separate process: the library answers when the query has ended, and until then nothing else would happen here, neither a
 * time limit nor an interrupt.
 * @returns undefined if it has found more than that
 */
export async function sqliteRows(
  asked: { readonly file: string; readonly query: string },
  {
    processes,
    maxBytes,
    signal,
  }: { readonly processes: Processes; readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<SqliteAnswer | undefined> {
  const tooMuch = new AbortController();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    await processes.run({
      argv: [process.execPath, '--no-warnings', '--eval', reader],
      environment: {},
      input: JSON.stringify(asked),
      signal: AbortSignal.any([signal, tooMuch.signal]),
      graceMilliseconds: 0,
      onOutput: (chunk) => {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) tooMuch.abort();
        else chunks.push(chunk);
      },
    });
  } catch (error) {
    if (tooMuch.signal.aborted) return undefined;
    throw error;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? { code: 'unknown' } : answer.parse(JSON.parse(text));
}
