import type { z } from 'zod';
import { optionsOf, shapeOf } from '../../src/config/schema-shape.ts';
import { ruleKinds } from '../../src/core/path/rules.ts';
import { backupStore } from '../../src/drivers/backup-stores.ts';
import { dataStore } from '../../src/drivers/data-stores.ts';
import { deployer } from '../../src/drivers/deployers.ts';
import { smokeTest } from '../../src/drivers/probes.ts';
import { journalStore } from '../../src/journal/stores/registry.ts';

/** What every kind of a family has as well, such as the name of a smoke test, is not a kind's name. */
function namesIn(part: z.ZodType): string[] {
  const keys = optionsOf(part).map((option) => Object.keys(shapeOf(option) ?? {}));
  const isShared = (key: string): boolean => keys.length > 1 && keys.every((others) => others.includes(key));
  return keys.flatMap((own) => own.filter((key) => !isShared(key)).slice(0, 1));
}

export const families: ReadonlyMap<string, readonly string[]> = new Map([
  ['data', namesIn(dataStore)],
  ['deployers', namesIn(deployer)],
  ['stores of backups', namesIn(backupStore)],
  ['journal stores', namesIn(journalStore)],
  ['smoke tests', namesIn(smokeTest)],
  ['path rules', ruleKinds.map(({ name }) => name)],
]);

/** With `[the kinds of data]` instead of their names, so that a new kind does not change an expected message. */
export function withoutKindNames(message: string): string {
  let text = message;
  for (const [family, names] of families) {
    const [first = ''] = names;
    const choice =
      names.length === 1 ? `{ ${first}: … }` : `one of the kinds ${names.join(', ')}, such as { ${first}: … }`;
    text = text
      .replaceAll(`Accepted: ${names.join(', ')}.`, `Accepted: [the kinds of ${family}].`)
      .replaceAll(`Accepted: ${choice}`, `Accepted: [one of the kinds of ${family}]`);
  }
  return text;
}
