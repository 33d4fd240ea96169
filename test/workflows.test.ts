import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { actionMistakes, workflowMistakes } from './support/workflow-parser.ts';

const root = resolve(import.meta.dirname, '..');
const examples = globSync('examples/*/.github/workflows', { cwd: root }).map((folder) =>
  resolve(root, folder, '../..'),
);

describe("GitHub's own parser accepts", () => {
  for (const repository of [root, ...examples]) {
    test(`the workflows of ${repository === root ? 'this repository' : repository.slice(root.length + 1)}`, async () => {
      assert.deepEqual(await workflowMistakes(repository), []);
    });
  }

  test('action.yml', { skip: !existsSync(join(root, 'action.yml')) }, async () => {
    assert.deepEqual(await actionMistakes(join(root, 'action.yml')), []);
  });
});

test("GitHub's own parser finds mistakes within a file and between a file and what it calls", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-workflows-'));
  try {
    await mkdir(join(folder, '.github', 'workflows'), { recursive: true });
    const write = (name: string, text: string) => writeFile(join(folder, '.github', 'workflows', name), text);
    await write(
      'upgrade.yml',
      `on: workflow_dispatch
concurrency: { group: upgrade, queue: maxx }
jobs:
  hop: { uses: ./.github/workflows/hop.yml, needs: plan, with: { hops: 1.0 } }
`,
    );
    await write(
      'hop.yml',
      `on: { workflow_call: { inputs: { hop: { type: string, required: true } } } }
jobs: { promote: { runs-on: ubuntu-24.04, environment: { name: production, deployment: false }, steps: [{ run: "true" }] } }
`,
    );
    await writeFile(
      join(folder, 'action.yml'),
      'name: A\ndescription: B\nruns: { using: node24, man: dist/action.js }\n',
    );
    assert.deepEqual(await workflowMistakes(folder), [
      "upgrade.yml (Line: 2, Col: 39): Unexpected value 'maxx'",
      'upgrade.yml (Line: 4, Col: 3): The workflow must contain at least one job with no dependencies.',
      'upgrade.yml (Line: 4, Col: 16): Input hop is required, but not provided while calling.',
      'upgrade.yml (Line: 4, Col: 72): Invalid input, hops is not defined in the referenced workflow.',
    ]);
    assert.match((await actionMistakes(join(folder, 'action.yml'))).join('\n'), /Unexpected value 'man'/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
