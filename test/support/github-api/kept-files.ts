import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Answer } from './answers.ts';
import { githubDescription } from './description.ts';
import { isObject, type JsonObject } from './json-schema.ts';
import type { FakeGitHubOptions } from './server.ts';

const written = z.object({ content: z.base64(), message: z.string(), branch: z.string() });

/** A commit that was made through the API. */
export interface KeptCommit {
  readonly path: string;
  readonly message: string;
}

/**
 * Lets files of a repository be read and committed through the API: a folder is the head of its branch.
 * @param onCommit called with each commit, after its file exists
 */
export function keptFiles(
  folder: string,
  onCommit: (commit: KeptCommit) => void,
): NonNullable<FakeGitHubOptions['interrupt']> {
  const description = githubDescription();
  const example = (name: string): JsonObject => {
    const found = description.example(name);
    if (!isObject(found)) throw new Error(`GitHub's description has no example "${name}"`);
    return found;
  };
  return ({ method, path, body }): Answer | undefined => {
    const asked = /^\/repos\/[^/]+\/[^/]+\/contents\/(?<file>[^?]+)/.exec(path)?.groups?.file;
    if (asked === undefined) return undefined;
    const file = decodeURIComponent(asked);
    const place = join(folder, file);
    if (method === 'PUT') {
      const { content, message } = written.parse(JSON.parse(body));
      writeFileSync(place, Buffer.from(content, 'base64'));
      onCommit({ path: file, message });
      return { status: 200, headers: {}, body: example('file-commit-example-for-updating-a-file') };
    }
    const content = readFileSync(place).toString('base64');
    const answer = example('content-file-response-if-content-is-a-file');
    return { status: 200, headers: {}, body: { ...answer, content } };
  };
}
