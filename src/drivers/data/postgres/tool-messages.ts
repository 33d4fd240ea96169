/** A line of pg_dump or pg_restore that says what went wrong. */
export interface ToolMessage {
  readonly kind: 'error' | 'detail';
  readonly text: string;
}

/**
 * What the tools say went wrong, line by line, without the progress that `--verbose` prints. The workers of a parallel
 * dump that fail at once write into each other's lines: `pg_dump:pg_dump: error:  error: query failed: …`, with a
 * further `query failed: …` alone on the next line.
 */
export function toolMessages(stderr: string): ToolMessage[] {
  return stderr.split('\n').flatMap((line): ToolMessage[] => {
    const { prefix = '', text = '' } = pattern.exec(line)?.groups ?? {};
    if (prefix.includes('error:') || /^query failed: /.test(text)) return [{ kind: 'error', text }];
    return prefix.includes('detail:') ? [{ kind: 'detail', text }] : [];
  });
}

const pattern = /^(?<prefix>(?:pg_(?:dump|restore):\s*|(?:error|detail):\s*)*)(?<text>.*)$/;

/** What the leader says about a worker. Why the worker ended is in the worker's own line, before or after it. */
const workerDied = 'a worker process died unexpectedly';

/** @returns the most informative error, or undefined if there is none */
export function decisiveError(stderr: string): string | undefined {
  const errors = toolMessages(stderr).flatMap(({ kind, text }) => (kind === 'error' ? [text] : []));
  return errors.find((text) => text !== workerDied) ?? errors[0];
}
