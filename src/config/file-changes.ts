import { diffArrays } from 'diff';
import type { FileKind, FilesShow } from '../core/model/user-file.ts';
import type { FileRequirement } from '../core/path/rules/file-requirement.ts';
import { variableIn, withoutVariable, withVariable } from '../world/env-file.ts';
import { isYaml, withoutYamlKey, withYamlValue, yamlValue } from '../world/yaml/edit-yaml.ts';

/** A file that a server is configured by, as it is read. */
export interface UserFile {
  /** Its name for people, relative to the root of the repository. */
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string;
  /** Where its text comes from if the file itself does not exist yet. */
  readonly from?: string;
  /** It comes with the release: its content is the vendor's. */
  readonly ofRelease?: true;
}

export interface EditedFile {
  readonly path: string;
  readonly before: string;
  readonly text: string;
}

/** What the files say; `unknown` if a kind of file that it needs is unknown. */
export type FilesVerdict =
  | { readonly show: FilesShow; readonly edited: readonly EditedFile[] }
  | { readonly show: undefined; readonly unknown: readonly FileKind[] };

type Scalar = string | number | boolean;
type Texts = Map<string, string>;

/** Reads whether the files have these changes, and makes those that can be made. Of several files the last one counts. */
export function judgeFiles(changes: readonly FileRequirement[], files: readonly UserFile[]): FilesVerdict {
  const unknown = [...new Set(changes.map((change) => change.in))].filter(
    (kind) => !files.some((file) => file.kind === kind),
  );
  if (unknown.length > 0) return { show: undefined, unknown };
  const texts: Texts = new Map(files.map(({ path, text }) => [path, text]));
  const assessed = changes.map((change) => {
    const own = files.filter((file) => file.kind === change.in && file.ofRelease !== true);
    return own.length === 0 ? [] : assess(change, own, texts);
  });
  const created = files.filter(({ from, kind }) => from !== undefined && changes.some((change) => change.in === kind));
  const missing = [
    ...created.map(({ path, from }) => ({ text: `"${path}" is not there; it starts from "${from}".`, writable: true })),
    ...assessed.flat(),
  ];
  if (missing.length === 0) return { show: { kind: 'in-place' }, edited: [] };
  const edited = files.flatMap(({ path, text, from }): EditedFile[] => {
    const after = texts.get(path) ?? text;
    return after === text && from === undefined ? [] : [{ path, before: text, text: after }];
  });
  return {
    show: {
      kind: 'missing',
      missing: missing.map(({ text }) => text),
      lines: edited.map(({ path, before, text }) => ({ path, lines: changedLines(before, text) })),
      writable: missing.every(({ writable }) => writable),
    },
    edited,
  };
}

interface Missing {
  /** A sentence. */
  readonly text: string;
  readonly writable: boolean;
}

function assess(change: FileRequirement, files: readonly UserFile[], texts: Texts): Missing[] {
  const broken = files.find(({ path, kind }) => kind !== 'env' && !isYaml(texts.get(path) ?? ''));
  if (broken !== undefined) return [{ text: `"${broken.path}" is not YAML.`, writable: false }];
  const key = nameOf(change.key);
  const found = find(files, texts, change.key);
  const where = (found?.file ?? files.at(-1))?.path ?? '';
  const put = (value: unknown, said: string): Missing => written(files, texts, { key: change.key, value, said });
  if (change.set !== undefined) {
    const { propose, not } = change.set;
    const isExample = found !== undefined && not.some((pattern) => new RegExp(pattern).test(String(found.value)));
    if (found !== undefined && isSet(found.value) && !isExample) return [];
    const said = `${key} ${isExample ? 'still has the value of an example' : 'is not set'} in "${where}".`;
    if (propose !== undefined) return [put(propose, `${said} Proposed is "${propose}": see whether it is right here.`)];
    return [{ text: said, writable: false }];
  }
  if (change.value !== undefined) {
    if (found === undefined && change['where-set'] === true) return [];
    if (found !== undefined && isRight(found.value, change.value, change.accept)) return [];
    const now = found === undefined ? 'is not set' : `is "${shown(found.value)}"`;
    return [put(change.value, `${key} ${now} in "${where}", and must be "${change.value}".`)];
  }
  if (change['moved-from'] !== undefined) {
    const former = find(files, texts, change['moved-from']);
    if (former === undefined) return [];
    const name = nameOf(change['moved-from']);
    const said = `${name} in "${former.file.path}" is called ${key} now.`;
    // In the place of the previous one: it may be a file of one release, and another file of all.
    const moved =
      found === undefined
        ? written([former.file], texts, { key: change.key, value: former.value, said })
        : { text: said, writable: true };
    return [moved.writable ? removed(files, texts, { key: change['moved-from'], said }) : moved];
  }
  return found === undefined
    ? []
    : [removed(files, texts, { key: change.key, said: `${key} must not be in "${where}" any more.` })];
}

function nameOf(key: FileRequirement['key']): string {
  return [key].flat().join('.');
}

/** `a.b.c` as its names; a list is used as it is. */
function pathOf(key: FileRequirement['key']): readonly string[] {
  return typeof key === 'string' ? key.split('.') : key;
}

function find(
  files: readonly UserFile[],
  texts: Texts,
  key: FileRequirement['key'],
): { readonly file: UserFile; readonly value: unknown } | undefined {
  for (const file of files.toReversed()) {
    const text = texts.get(file.path) ?? '';
    const value = file.kind === 'env' ? variableIn(text, nameOf(key)) : yamlValue(text, pathOf(key));
    if (value !== undefined) return { file, value };
  }
  return undefined;
}

/** What the files say about a key: the last one that has it. */
export function settingIn(
  files: readonly UserFile[],
  key: FileRequirement['key'],
): { readonly path: string; readonly value: string } | undefined {
  const found = find(files, new Map(files.map(({ path, text }) => [path, text])), key);
  return found === undefined || !isSet(found.value) ? undefined : { path: found.file.path, value: String(found.value) };
}

/** In the file that has it, otherwise in the last one. */
function written(
  files: readonly UserFile[],
  texts: Texts,
  { key, value, said }: { readonly key: FileRequirement['key']; readonly value: unknown; readonly said: string },
): Missing {
  const file = find(files, texts, key)?.file ?? files.at(-1);
  if (file === undefined) return { text: said, writable: false };
  const text = texts.get(file.path) ?? '';
  if (file.kind === 'env') {
    texts.set(file.path, withVariable(text, nameOf(key), String(value)));
    return { text: said, writable: true };
  }
  const edit = withYamlValue(text, pathOf(key), value);
  if (edit.kind === 'impossible') return { text: `${said} The file ${edit.reason}.`, writable: false };
  texts.set(file.path, edit.text);
  return { text: said, writable: true };
}

function removed(
  files: readonly UserFile[],
  texts: Texts,
  { key, said }: { readonly key: FileRequirement['key']; readonly said: string },
): Missing {
  for (let found = find(files, texts, key); found !== undefined; found = find(files, texts, key)) {
    const { file } = found;
    const text = texts.get(file.path) ?? '';
    const edit =
      file.kind === 'env'
        ? ({ kind: 'edited', text: withoutVariable(text, nameOf(key)) } as const)
        : withoutYamlKey(text, pathOf(key));
    if (edit.kind === 'impossible') return { text: `${said} The file ${edit.reason}.`, writable: false };
    texts.set(file.path, edit.text);
  }
  return { text: said, writable: true };
}

function isSet(value: unknown): boolean {
  return value !== null && value !== '';
}

function isRight(value: unknown, wanted: Scalar, accept: string | undefined): boolean {
  return String(value) === String(wanted) || (accept !== undefined && new RegExp(accept).test(String(value)));
}

/** A map has too much to show. */
function shown(value: unknown): string {
  return typeof value === 'object' ? '…' : String(value);
}

/** Only the lines that change, and only the names of values that may be secret. */
function changedLines(before: string, after: string): string[] {
  return diffArrays(before.split('\n'), after.split('\n')).flatMap(({ value, added, removed }) => {
    if (added !== true && removed !== true) return [];
    return value.map((line) => `${added === true ? '+' : '-'} ${withoutSecret(line.trimEnd())}`);
  });
}

const secretLine = /^(?<name>\s*[\w."'-]*(?:pass|secret|token|credential|private|connection)[\w."'-]*\s*[:=]\s*)\S.*$/i;

function withoutSecret(line: string): string {
  return line.replace(secretLine, '$<name>…').replace(/:\/\/[^/\s@]+@/g, '://…@');
}
