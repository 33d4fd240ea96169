import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { UserError } from '../../src/core/messages/errors.ts';
import { releaseApi } from './github.ts';
import { releaseNotes } from './notes.ts';
import { argumentsOf, runStep } from './run.ts';
import { leadsMajor, taggedVersion } from './version.ts';

/*
 * What follows the publication: the release on GitHub with its notes, and the major tag (`v1`), which moves to the release
 * unless a newer release of its major version is tagged. Imports nothing but this repository's own files.
 */
const root = resolve(import.meta.dirname, '../..');

await runStep(async () => {
  const [tag, commit] = argumentsOf('announce.ts', ['TAG', 'COMMIT']);
  const api = releaseApi({
    url: variable('GITHUB_API_URL'),
    repository: variable('GITHUB_REPOSITORY'),
    token: variable('GITHUB_TOKEN'),
  });
  const version = taggedVersion(tag, manifest.version);
  const notes = releaseNotes(await readFile(`${root}/CHANGELOG.md`, 'utf8'), version.text);
  const release = `The release ${tag} was ${await api.release(tag, notes)}.`;
  const majorTag = `v${version.numbers[0]}`;
  const { stdout } = await promisify(execFile)('git', ['tag', '--list', `${majorTag}.*`], { cwd: root });
  if (!leadsMajor(version, stdout.split('\n'))) return `${release} ${majorTag} stays on a newer release.`;
  return `${release} ${majorTag} was ${await api.moveTag(majorTag, commit)}: it is ${commit} now.`;
});

function variable(name: string): string {
  const value = process.env[name];
  if (value !== undefined && value !== '') return value;
  throw new UserError({
    happened: `The environment variable ${name} is not set.`,
    means: 'Nothing was done.',
    next: 'Run this as a step of the workflow release.yml, which sets it.',
  });
}
