import type { CommandResult } from '../../src/core/interface/result.ts';
import { masks } from '../../src/world/secrets/masks.ts';
import { penWith } from '../../src/world/writing/pen.ts';

/** What effects hold to write with, where a test knows no secrets. */
export function penWithoutSecrets() {
  const secrets = masks(() => undefined);
  return { pen: penWith(secrets), mask: (value: string): void => void secrets.add(value) };
}

/** Its summary as a reader gets it. */
export function written(result: CommandResult): CommandResult {
  return { ...result, summary: penWithoutSecrets().pen.markdown(result.summary) };
}
