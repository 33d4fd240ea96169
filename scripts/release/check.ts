import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { releaseNotes } from './notes.ts';
import { argumentsOf, runStep } from './run.ts';
import { taggedVersion } from './version.ts';

/*
 * Refuses a tag that is not the version of package.json, or has no section in the changelog; writes that section to a
 * file. Run first, before anything that takes long.
 */
const root = resolve(import.meta.dirname, '../..');

await runStep(async () => {
  const [tag, notesFile] = argumentsOf('check.ts', ['TAG', 'NOTES_FILE']);
  const version = taggedVersion(tag, manifest.version);
  const notes = releaseNotes(await readFile(join(root, 'CHANGELOG.md'), 'utf8'), version.text);
  await writeFile(notesFile, notes);
  return `${tag} can be released; its notes are in ${notesFile}.`;
});
