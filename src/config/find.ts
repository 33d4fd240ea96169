import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../core/messages/errors.ts';
import { notReadable } from '../world/text-file.ts';

/** Where a configuration is looked for if none is named. */
export const defaultFiles = ['.github/staged-upgrade.yml', '.github/staged-upgrade.yaml'] as const;

export interface ConfigurationFile {
  /** Its name in messages, with `/`: `.github/staged-upgrade.yml`. */
  readonly file: string;
  readonly text: string;
  /** The root of its repository: relative paths in it start there, wherever a command is started. */
  readonly root: string;
}

/**
 * @param directory where relative names start
 * @param named the file that the user named, if any
 * @throws UserError if it is missing or unreadable, or if both default files exist
 */
export async function findConfiguration(directory: string, named?: string): Promise<ConfigurationFile> {
  if (named !== undefined) {
    const text = await contents(directory, named);
    if (text === undefined)
      throw missing(`The configuration "${named}" does not exist in ${directory}.`, 'Correct its name');
    return { file: named, text, root: rootOf(resolve(directory, named)) };
  }
  const [first, second] = await findDefault(resolve(directory));
  if (first === undefined) {
    throw missing(
      `There is no configuration: neither ${defaultFiles.join(' nor ')} exists in ${directory} or above it in its repository.`,
      'Name another file with --config',
    );
  }
  if (second !== undefined) {
    throw new UserError({
      happened: `Both ${first.file} and ${second.file} exist.`,
      means: 'It is not known which one to use, and nothing was done.',
      next: 'Remove one of them, or name the right one with --config (in a workflow, the input config).',
    });
  }
  return first;
}

/** In any folder of the repository, the repository's configuration is meant. */
async function findDefault(directory: string): Promise<readonly ConfigurationFile[]> {
  const found: ConfigurationFile[] = [];
  for (const file of defaultFiles) {
    const text = await contents(directory, file);
    if (text !== undefined) found.push({ file, text, root: directory });
  }
  const above = dirname(directory);
  const isTop = above === directory || existsSync(join(directory, '.git'));
  return found.length > 0 || isTop ? found : await findDefault(above);
}

/** The folder above `.github`, otherwise that of the clone, otherwise the file's own. */
function rootOf(path: string): string {
  const own = dirname(path);
  if (basename(own) === '.github') return dirname(own);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return own;
  }
}

async function contents(directory: string, file: string): Promise<string | undefined> {
  try {
    const not = await notReadable(resolve(directory, file));
    if (not !== undefined) throw notRead(file, not.why);
    // "fatal" turns a file of another encoding into an error instead of a configuration with replaced characters.
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(resolve(directory, file)));
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      {
        happened:
          code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
            ? `The configuration "${file}" is not UTF-8 text.`
            : `The configuration "${file}" cannot be read (${String(code ?? cause)}).`,
        means: 'Nothing was done.',
        next: code === 'EISDIR' ? 'Name a file, not a folder.' : 'Save it as UTF-8, and check its permissions.',
      },
      { cause },
    );
  }
}

function notRead(file: string, why: string): UserError {
  return new UserError({
    happened: `The configuration "${file}" ${why}.`,
    means: 'Nothing was done.',
    next: 'Name the configuration; this is something different.',
  });
}

function missing(happened: string, otherwise: string): UserError {
  return new UserError({
    happened,
    means: 'Nothing was done.',
    next: `${otherwise}, or run \`staged-upgrade init\` to write one. In a workflow, actions/checkout must run before this step.`,
  });
}
