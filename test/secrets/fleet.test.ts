import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { type Runner, runAction } from '../../src/entries/action/run-action.ts';
import { invokeInWorkflow } from '../../src/entries/commands.ts';
import { folderJournal } from '../../src/journal/stores/folder/folder.ts';
import { systemClock } from '../../src/world/clock.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { assertNoCanary, type Canary, canary, inPart, plainCanary } from '../support/canary.ts';

/*
 * The report on a fleet repeats what the journals of its systems say. A journal is evidence that others wrote: its content
 * may contain a secret of this job.
 */

const engineer = { kind: 'terminal', id: 'other', attempt: 1, actor: 'engineer' } as const;

test('the report on a fleet leaks no secret of the job, whatever its journals contain', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-fleet-leaks-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const { value } = canary('SITES_API_TOKEN');
  const loud: Canary = { name: 'SITES_API_TOKEN', value: `${value}_*#|<b>[\`\\]ü` };
  const plain = plainCanary('SITES_DEPLOY_PASSWORD');
  const store = join(folder, 'journal');
  const received = `It answered ${loud.value} and ${plain.value}.`;
  for (const system of ['north', 'south']) {
    const journal = folderJournal(store, { system, run: engineer }, systemClock);
    const hop = { id: '1.0.2--1.1.4', from: '1.0.2', to: '1.1.4', digest: 'd'.repeat(64) };
    const manual = [{ id: 'by-hand', text: received, url: `https://example.com/${plain.value}`, acknowledged: false }];
    const hops = [{ ...hop, manual, reasons: [{ rule: 'order', text: received }] }];
    await journal.append({ type: 'planned', operation: 'climb', current: '1.0.2', target: '1.1.4', hops });
    if (system === 'south') continue;
    const where = { hop, environment: 'production' } as const;
    await journal.append({ ...where, type: 'ended', command: 'check', outcome: 'failed', message: received });
  }
  const side = (name: string) => ({
    url: `http://${name}.internal`,
    access: { 'admin-token': '${SITES_API_TOKEN}' },
    data: { sqlite: { file: `\${SITE}/${name}.sqlite` } },
    deploy: {
      command: { run: ['deploy', '{version}'], stop: ['stop'], env: { PASSWORD: '${SITES_DEPLOY_PASSWORD}' } },
    },
  });
  const configuration = {
    rings: [{ name: 'all' }],
    systems: { north: { ring: 'all', variables: { SITE: '/n' } }, south: { ring: 'all', variables: { SITE: '/s' } } },
    product: 'sample',
    environments: {
      production: side('production'),
      staging: { ...side('staging'), disposable: true, hooks: { scrub: { waive: 'Invented.' } } },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
  };
  await mkdir(join(folder, '.github'));
  await writeFile(join(folder, '.github/staged-upgrade.yml'), stringify(configuration));
  const environment = { PATH: process.env.PATH ?? '', [loud.name]: loud.value, [plain.name]: plain.value };
  const texts: Record<string, string> = {};
  const parts = {
    directory: folder,
    clock: systemClock,
    processes: systemProcesses,
    fetch,
    stop: { signal: new AbortController().signal, by: () => undefined, release: () => undefined },
  };
  const asked = [
    { INPUT_OPERATION: 'climb' },
    { INPUT_OPERATION: 'plan', INPUT_OUTPUT: 'fleet.md' },
    { INPUT_TARGET: 'newest', INPUT_OUTPUT: 'fleet.html' },
  ];
  for (const inputs of asked) {
    const title = Object.values(inputs).join(' ');
    const tell = (text: string): void => {
      texts[title] = `${texts[title] ?? ''}${text}\n`;
    };
    const runner: Runner = {
      info: tell,
      warning: tell,
      startGroup: tell,
      endGroup: () => undefined,
      mask: () => undefined,
      setOutput: (name, output) => tell(`${name}=${output}`),
      annotate: (annotation) => tell(`${annotation.title}: ${annotation.text}`),
      writeSummary: async (markdown) => tell(markdown),
    };
    const job = { GITHUB_RUN_ID: '7001', GITHUB_ACTOR: 'octocat', GITHUB_REPOSITORY: 'acme/records' };
    const given = { ...environment, ...job, INPUT_COMMAND: 'fleet', ...inputs };
    await runAction({ ...parts, environment: given, runner, invoke: invokeInWorkflow });
    assert.match(texts[title] ?? '', /north/, `${title} is about the systems`);
  }
  for (const page of ['fleet.md', 'fleet.html']) texts[page] = await readFile(join(folder, page), 'utf8');
  assert.match(texts['fleet.md'] ?? '', /It answered/, 'what a journal says is repeated');
  await assertNoCanary([loud, inPart(loud), plain], { texts });
});
