import assert from 'node:assert/strict';
import type { CommandResult } from '../../src/core/interface/result.ts';
import { masks } from '../../src/world/secrets/masks.ts';
import { penWith } from '../../src/world/writing/pen.ts';

/** The writing effects of a test without secrets. */
export function penWithoutSecrets() {
  const secrets = masks(() => undefined);
  return { pen: penWith(secrets), mask: (value: string): void => void secrets.add(value) };
}

/** Its summary as a reader gets it, who never sees a time in machine format. */
export function written(result: CommandResult): CommandResult {
  const { headline, message, summary, text } = result;
  for (const said of [headline, summary, text, ...Object.values(message ?? {})]) {
    // The journal is shown as it is.
    if (/^(```text\n)?# +time /.test(said)) continue;
    assert.doesNotMatch(
      said,
      /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/,
      'a time is written as people say it: core/messages/moments.ts',
    );
  }
  return { ...result, summary: penWithoutSecrets().pen.markdown(result.summary) };
}
