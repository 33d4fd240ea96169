import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type ActRepository, createActRepository, exportAction } from '../support/act.ts';
import { need } from '../support/tools.ts';

const files = {
  'repository/.github/workflows/climb.yml': `
name: Climb
on: { workflow_dispatch: { inputs: { to: { type: string } } } }
concurrency: { group: climb, queue: max }
jobs:
  plan:
    runs-on: ubuntu-24.04
    outputs: { hops: "\${{ steps.plan.outputs.said }}" }
    steps:
      - id: plan
        name: Plan
        uses: acme/say@v1
        with: { text: '["1.0","\${{ inputs.to }}"]' }
  hop:
    needs: plan
    strategy: { max-parallel: 1, matrix: { hop: "\${{ fromJSON(needs.plan.outputs.hops) }}" } }
    uses: $/.github/workflows/hop.yml
    with: { hop: "\${{ matrix.hop }}" }
    secrets: inherit
  never:
    needs: plan
    if: needs.plan.outputs.hops == ''
    runs-on: ubuntu-24.04
    steps: [{ run: exit 1 }]
`,
  'repository/.github/workflows/hop.yml': `
name: Hop
on: { workflow_call: { inputs: { hop: { type: string, required: true } } } }
jobs:
  promote:
    runs-on: [self-hosted, production]
    environment: { name: production, deployment: false }
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
      - name: Promote
        uses: acme/say@v1
        env: { KEY: "\${{ secrets.KEY }}" }
        with: { text: "\${{ inputs.hop }}" }
      - name: Record
        run: git push --quiet origin "HEAD:refs/heads/hop-\${HOP}" && echo "pushed to $(git config remote.origin.url)"
        env: { HOP: "\${{ inputs.hop }}" }
`,
  'action/action.yml': `
name: Say
description: Says a text in every way that an action can.
inputs: { text: { description: The text, required: true } }
outputs: { said: { description: The text } }
runs: { using: node24, main: dist/say.js }
`,
  'action/dist/say.js': `
const { appendFileSync } = require('node:fs');
const { INPUT_TEXT: text, KEY: key, GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;
console.log('::add-mask::hidden-value');
console.log('key ' + key + ' hidden-value on node ' + process.versions.node.split('.')[0]);
console.log('::notice title=Said::' + text);
appendFileSync(GITHUB_OUTPUT, 'said=' + text + '\\n');
appendFileSync(GITHUB_STEP_SUMMARY, '# Said ' + text + '\\n');
if (text === '9.9') {
  console.log('::error file=climb.yml,line=3::9.9 is refused');
  process.exit(1);
}
`,
};

const act = need('act');

describe('running workflows with act', { skip: act.skip }, () => {
  let folder: string;
  let repository: ActRepository;
  const edits = [
    'concurrency: queue: max removed',
    'uses: $/.github/workflows/hop.yml → ./.github/workflows/hop.yml',
    'environment: deployment: false removed',
  ];

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-harness-'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await exportAction(join(folder, 'action'), join(folder, 'export'));
    const actions = { 'acme/say@v1': join(folder, 'export') };
    repository = await createActRepository({ act: act.path, contents: join(folder, 'repository'), edits, actions });
  });
  after(async () => {
    await repository?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  test('shows what each job and step did', async () => {
    const run = await repository.run({
      workflow: 'climb.yml',
      inputs: { to: '1.1' },
      secrets: { KEY: 'k-0123456789', GITHUB_TOKEN: 'ghs_0123456789012345678901234567890123456' },
    });
    assert.equal(run.exitCode, 0, run.stderr);
    assert.deepEqual(
      run.jobs.map((job) => [job.id, job.name, job.result]),
      [
        ['plan', 'Climb/plan', 'success'],
        ['promote', 'hop-1/Hop/promote', 'success'],
        ['promote', 'hop-2/Hop/promote', 'success'],
      ],
    );
    const step = run.jobs[2]?.steps.find(({ name }) => name === 'Promote');
    assert.equal(step?.result, 'success');
    assert.deepEqual(step?.outputs, { said: '1.1' });
    assert.equal(step?.summary, '# Said 1.1\n');
    assert.deepEqual(step?.annotations, [{ level: 'notice', message: '1.1', properties: { title: 'Said' } }]);
    assert.equal(step?.output, `key *** *** on node ${process.versions.node.split('.')[0]}\n`);
    assert.match(
      run.jobs[2]?.steps.find(({ name }) => name === 'Record')?.output ?? '',
      /pushed to https:\/\/github\.com\/acme/,
    );
  });

  test('shows secrets to a test that looks for them', async () => {
    const secrets = { KEY: 'k-0123456789' };
    const run = await repository.run({ workflow: 'climb.yml', inputs: { to: '1.1' }, secrets, unmasked: true });
    assert.ok(run.shown.includes('key k-0123456789 hidden-value'));
  });

  test('reports which step failed and why', async () => {
    const run = await repository.run({
      workflow: 'climb.yml',
      inputs: { to: '9.9' },
      secrets: { KEY: 'k-0123456789' },
    });
    assert.equal(run.exitCode, 1);
    const failed = run.jobs.filter((job) => job.result === 'failure');
    assert.deepEqual(
      failed.map((job) => job.name),
      ['hop-2/Hop/promote'],
    );
    const step = failed[0]?.steps.find(({ result }) => result === 'failure');
    assert.equal(step?.name, 'Promote');
    assert.deepEqual(step?.annotations[1], {
      level: 'error',
      message: '9.9 is refused',
      properties: { file: 'climb.yml', line: '3' },
    });
  });

  test('refuses a workflow that had to be changed in another way than expected', async () => {
    const request = { act: act.path, contents: join(folder, 'repository'), edits: edits.slice(1), actions: {} };
    await assert.rejects(
      createActRepository(request),
      /not what the test expects[\s\S]*climb\.yml: concurrency: queue: max removed/,
    );
  });
});
