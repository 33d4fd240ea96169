import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from '../../../src/world/clock.ts';
import { githubApi } from '../../../src/world/github/api.ts';
import { type FileKept, keepFile } from '../../../src/world/github/contents.ts';
import { type Answer, errorAnswer } from '../../support/github-api/answers.ts';
import { githubDescription } from '../../support/github-api/description.ts';
import { isObject, type JsonObject } from '../../support/github-api/json-schema.ts';
import { startGitHub } from '../../support/github-api/server.ts';

/* Requests and answers are checked against GitHub's own description of its API. */

const change = {
  path: 'infrastructure/config.json',
  before: '{ "size": "t4g.medium" }\n',
  after: '{ "size": "r6g.large" }\n',
};
const description = githubDescription();

function example(name: string): JsonObject {
  const found = description.example(name);
  assert.ok(isObject(found), name);
  return found;
}

function holding(text: string): Answer {
  const body = {
    ...example('content-file-response-if-content-is-a-file'),
    content: Buffer.from(text).toString('base64'),
  };
  return { status: 200, headers: {}, body };
}

const committed: Answer = { status: 200, headers: {}, body: example('file-commit-example-for-updating-a-file') };
const branch: Answer = { status: 200, headers: {}, body: example('git-ref') };
const made: Answer = { status: 201, headers: {}, body: example('git-ref') };
const noPulls: Answer = { status: 200, headers: {}, body: [] };
const pull: Answer = { status: 201, headers: {}, body: { ...example('pull-request'), requested_teams: [] } };

/** @param answers to each request, by its method and the start of its path after that of the repository */
async function kept(
  answers: readonly (readonly [request: string, answer: Answer])[],
): Promise<{ kept: FileKept; asked: readonly string[] }> {
  const left = [...answers];
  const token = { kind: 'installation', repositories: ['acme/records'], permissions: { contents: 'write' } } as const;
  await using github = await startGitHub(
    {
      repositories: [{ name: 'acme/records', id: 4711 }],
      tokens: { job: { ...token, repositories: ['acme/records'] } },
    },
    {
      interrupt: ({ method, path }) => {
        const [wanted = '', answer] = left.shift() ?? [];
        const asked = `${method} ${path.replace('/repos/acme/records/', '')}`;
        assert.ok(asked.startsWith(wanted), `${asked} came in the place of ${wanted}`);
        return answer;
      },
    },
  );
  const api = await githubApi('job', { GITHUB_API_URL: github.url });
  const result = await keepFile(
    api,
    {
      owner: 'acme',
      repo: 'records',
      branch: 'main',
      proposal: 'staged-upgrade/records/1x-t4g.medium--2x-t4g.medium',
      message: 'Set infrastructure/config.json to 2x-t4g.medium',
      description: 'Why.',
      change,
    },
    { clock: systemClock },
  );
  assert.equal(left.length, 0, 'it asked for everything');
  return { kept: result, asked: github.requests.map(({ method, path }) => `${method} ${path}`) };
}

const file = 'contents/infrastructure%2Fconfig.json';

test('a change is committed to the branch, on what was checked out', async () => {
  const { kept: result } = await kept([
    [`GET ${file}?ref=main`, holding(change.before)],
    [`PUT ${file}`, committed],
  ]);
  assert.equal(result.kind, 'committed');
});

test('a branch that already has it is left alone: a killed run has committed it', async () => {
  const { kept: result } = await kept([[`GET ${file}?ref=main`, holding(change.after)]]);
  assert.deepEqual(result, { kind: 'committed', commit: undefined });
});

test("somebody else's changes to the file are never overwritten", async () => {
  const { kept: result } = await kept([[`GET ${file}?ref=main`, holding('{ "size": "r6g.large", "more": 1 }\n')]]);
  assert.ok(result.kind === 'not-kept');
  assert.match(result.reason, /differs from what this job has checked out/);
});

test('if the branch may not be written to, the change is proposed in a pull request', async () => {
  const { kept: result } = await kept([
    [`GET ${file}?ref=main`, holding(change.before)],
    [`PUT ${file}`, errorAnswer(422, 'Repository rule violations found: changes must be made through a pull request.')],
    ['GET git/ref/heads%2Fmain', branch],
    ['POST git/refs', made],
    [`GET ${file}?ref=staged-upgrade`, holding(change.before)],
    [`PUT ${file}`, committed],
    ['GET pulls?', noPulls],
    ['POST pulls', pull],
  ]);
  assert.ok(result.kind === 'proposed', JSON.stringify(result));
  assert.match(result.url, /^https:\/\/github\.com\/.*\/pull\/\d+$/);
  assert.match(result.because, /changes must be made through a pull request/);
});

test('a token without the right says so, and nothing is lost by that', async () => {
  const denied = errorAnswer(403, 'Resource not accessible by integration');
  const { kept: result } = await kept([
    [`GET ${file}?ref=main`, holding(change.before)],
    [`PUT ${file}`, denied],
    ['GET git/ref/heads%2Fmain', branch],
    ['POST git/refs', denied],
  ]);
  assert.ok(result.kind === 'not-kept');
  assert.match(result.reason, /Resource not accessible by integration/);
});
