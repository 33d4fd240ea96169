import { relative, resolve, sep } from 'node:path';
import { UserError } from '../../../core/messages/errors.ts';
import type { FileChange } from '../../../core/model/file-change.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import { changedLines, putStagedInPlace, stage, textOf } from '../changed-file.ts';
import type { CdkSettings } from './settings.ts';
import { withValue } from './value-edit.ts';

/** The file that the application reads, as it should be for a state. */
export interface ConfigurationFile {
  /** Undefined if it is so already. */
  readonly change: FileChange | undefined;
  putInPlace(): Promise<void>;
  /** As it was before. */
  restore(): Promise<void>;
}

/** The value that removes a key: for example a part whose version is `none`. */
const gone = 'none';

/** Writes nothing yet. @throws UserError for a key that cannot be written, or a value that cannot be filled in */
export async function configurationFile(
  { file, set }: CdkSettings,
  { effects, where, placeholders }: PartContext,
  log: Log,
): Promise<ConfigurationFile> {
  const path = resolve(effects.directory, effects.variables.fill(file, `${where}.file`, placeholders));
  const values = Object.entries(set).map(
    ([key, text]) => [key, effects.variables.fill(text, `${where}.set.${key}`, placeholders)] as const,
  );
  const before = await textOf(path, `${where}.file`);
  let after = before;
  for (const [key, value] of values) {
    const edit = withValue(after, { key, value: value === gone ? undefined : value });
    if (edit.kind === 'impossible') {
      throw new UserError({
        happened: `The key "${key}" of ${path}, which ${where}.set names, ${edit.reason}.`,
        means: 'It cannot be set. Nothing was changed.',
        next: `Correct the file, or ${where}.set.`,
      });
    }
    after = edit.text;
  }
  const shown = relative(effects.directory, path).split(sep).join('/');
  const change = before === after ? undefined : { path: shown, before, after };
  if (change !== undefined) {
    log.info(`Changes of ${shown}:`);
    for (const line of changedLines({ before, text: after })) log.output(line);
  }
  const write = async (text: string): Promise<void> => {
    if (change === undefined) return;
    await stage({ path, text });
    await putStagedInPlace(path);
  };
  return { change, putInPlace: () => write(after), restore: () => write(before) };
}
