import { z } from 'zod';
import type { PublishedTag } from '../../../core/model/release.ts';
import { parseVersionText } from '../../../core/path/sources/versions/version-text.ts';
import { publishedAt } from '../published-date.ts';

/**
 * https://packaging.python.org/en/latest/specifications/simple-repository-api/#project-detail
 * An index of the first version of this form has neither `versions` nor `upload-time`.
 */
export const projectPage = z.lazy(() =>
  z.object({
    versions: z.array(z.string()).optional(),
    files: z.array(
      z.object({
        filename: z.string(),
        /** A text is the reason. */
        yanked: z.union([z.boolean(), z.string()]).optional(),
        'upload-time': z.unknown().optional(),
      }),
    ),
  }),
);

type ProjectPage = z.output<typeof projectPage>;
type ProjectFile = ProjectPage['files'][number];

/** A version is as old as its first file, and withdrawn if nothing of it is left to install. */
export function tagsOf(project: string, { versions, files }: ProjectPage): PublishedTag[] {
  const read = versionReader(project);
  const byVersion = new Map<string, { readonly text: string; readonly files: ProjectFile[] }>();
  for (const text of versions ?? []) byVersion.set(keyOf(text), { text, files: [] });
  for (const file of files) {
    const text = read(file.filename);
    if (text === undefined) continue;
    const known = byVersion.get(keyOf(text));
    if (known !== undefined) known.files.push(file);
    else if (versions === undefined) byVersion.set(keyOf(text), { text, files: [file] });
  }
  return [...byVersion.values()].map(({ text, files: own }) => ({
    tag: text,
    ...firstDate(own),
    ...withdrawalOf(own),
  }));
}

function firstDate(files: readonly ProjectFile[]): Pick<PublishedTag, 'publishedAt'> {
  const dates = files.flatMap((file) => publishedAt(file['upload-time']).publishedAt ?? []);
  const [first] = dates.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return first === undefined ? {} : { publishedAt: first };
}

/** https://packaging.python.org/en/latest/specifications/file-yanking/ */
function withdrawalOf(files: readonly ProjectFile[]): Pick<PublishedTag, 'withdrawn'> {
  if (files.length === 0) return { withdrawn: { reason: 'The index has no file of it that can be installed' } };
  if (files.some(({ yanked }) => yanked === undefined || yanked === false)) return {};
  const said = files.map(({ yanked }) => yanked).find((each) => typeof each === 'string' && each.trim() !== '');
  return { withdrawn: { reason: typeof said === 'string' ? said.trim() : 'It is yanked on the index' } };
}

const archive = /\.(?:tar\.gz|tar\.bz2|tar\.xz|tgz|zip)$/i;
const builtFile = /\.(?:whl|egg)$/i;

/**
 * The version in the name of a file; undefined for what pip does not install.
 * https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention
 * https://packaging.python.org/en/latest/specifications/source-distribution-format/#source-distribution-file-name
 */
function versionReader(project: string): (filename: string) => string | undefined {
  // Older files spell the name in another way than the project does.
  const name = project.split(/[-_.]+/).join('[-_.]+');
  const named = new RegExp(`^${name}-(?<rest>.+)$`, 'i');
  return (filename) => {
    const rest = named.exec(filename)?.groups?.rest;
    if (rest === undefined) return undefined;
    if (builtFile.test(rest)) return rest.replace(builtFile, '').split('-')[0];
    return archive.test(rest) ? rest.replace(archive, '') : undefined;
  };
}

/** The same for every spelling of a version: `1.0rc1` and `1.0.0-RC.1`. */
function keyOf(text: string): string {
  const [, local = ''] = text.split('+');
  const parsed = parseVersionText(text, 'pep440');
  if (parsed === undefined) return text.toLowerCase();
  const numbers = parsed.numbers.slice(0, parsed.numbers.findLastIndex((number) => number !== 0) + 1);
  return JSON.stringify([numbers, parsed.prerelease, parsed.revision, local.toLowerCase().replaceAll(/[-_.]+/g, '.')]);
}
