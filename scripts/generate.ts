import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { actionFile } from './documents/action-file.ts';
import { actionPage, actionTables } from './documents/action-page.ts';
import { awsPolicies } from './documents/aws-policies.ts';
import { commandsPage } from './documents/commands-page.ts';
import { configurationPage, type Example } from './documents/configuration-page.ts';
import { configurationSchema } from './documents/configuration-schema.ts';
import { exitCodesPage, exitCodeTable } from './documents/exit-codes-page.ts';
import { withBlocks } from './documents/marked.ts';

/*
 * Writes what is derived from the sources: schema/, the inputs and outputs of action.yml, the reference pages in docs/, and the marked parts of
 * the README and of docs/aws-rds.md.
 * With --check it writes nothing and fails when something differs.
 */

const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const read = async (file: string): Promise<string | undefined> => {
  try {
    return await readFile(join(root, file), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};
const needed = async (file: string): Promise<string> => {
  const text = await read(file);
  if (text === undefined) throw new Error(`${file} does not exist`);
  return text;
};

const stale: string[] = [];
for (const [file, text] of await derived()) {
  const present = await read(file);
  if (present === text) continue;
  stale.push(`${file}: ${difference(present, text)}`);
  if (values.check) continue;
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
}
if (stale.length > 0) console.log(stale.join('\n'));
if (values.check && stale.length > 0) {
  console.error('These files are not what the sources produce. Run `npm run generate` and commit the result.');
  process.exitCode = 1;
}

async function derived(): Promise<Map<string, string>> {
  const outcomes = await needed('src/core/model/outcome.ts');
  const readme = await read('README.md');
  const policies = awsPolicies(await needed('scripts/documents/aws-calls.json'));
  const rdsPage = 'docs/aws-rds.md';
  const files = new Map([
    ['schema/staged-upgrade.schema.json', `${JSON.stringify(configurationSchema('ref'), undefined, 2)}\n`],
    ['docs/configuration.md', configurationPage(configurationSchema('inline'), await examples())],
    ['docs/action.md', actionPage()],
    ['docs/commands.md', commandsPage()],
    ['action.yml', actionFile(await needed('action.yml'))],
    ['docs/exit-codes.md', exitCodesPage(outcomes)],
    [rdsPage, withBlocks(await needed(rdsPage), policies, rdsPage)],
  ]);
  const blocks = { ...actionTables(), 'exit-codes': exitCodeTable(outcomes) };
  if (readme !== undefined) files.set('README.md', withBlocks(readme, blocks, 'README.md'));
  return files;
}

/** The first comment line of an example is its title. */
async function examples(): Promise<Example[]> {
  const folder = 'docs/examples';
  const files = (await readdir(join(root, folder))).filter((file) => file.endsWith('.yml')).sort();
  return Promise.all(
    files.map(async (file) => {
      const text = await needed(`${folder}/${file}`);
      const title = /^# (.+)\n/.exec(text)?.[1];
      if (title === undefined) throw new Error(`${folder}/${file} does not begin with a comment that is its title`);
      return { title, text: text.slice(text.indexOf('\n') + 1) };
    }),
  );
}

function difference(present: string | undefined, wanted: string): string {
  if (present === undefined) return 'missing';
  const before = present.split('\n');
  const after = wanted.split('\n');
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line < 0 ? after.length : line;
  return `differs from line ${at + 1} on\n  is:     ${before[at] ?? '(the end)'}\n  should: ${after[at] ?? '(the end)'}`;
}
