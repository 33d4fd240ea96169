import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { type TestContext, test } from 'node:test';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { freePort } from '../support/ports.ts';
import { builtCli } from '../support/program.ts';

const root = resolve(import.meta.dirname, '../..');
const page = join(root, 'docs/my-first-upgrade.md');
/** The ports that the page names. */
const ports = ['8701', '8702'] as const;
const minutes = 60_000;

/** Commands of the page that are typed together, and what the page says they print. */
interface Step {
  readonly commands: string;
  readonly prints: readonly string[];
}

function stepsOf(markdown: string): readonly Step[] {
  const blocks = [...markdown.matchAll(/^```(?<language>\w+)\n(?<text>[\s\S]*?)^```$/gm)];
  return blocks.flatMap(({ groups }, place): Step[] => {
    if (groups?.language !== 'sh') return [];
    const next = blocks[place + 1]?.groups;
    return [
      { commands: groups.text ?? '', prints: next?.language === 'text' ? (next.text ?? '').trim().split('\n') : [] },
    ];
  });
}

test('everything on the page "my first upgrade" is true, line by line', { timeout: 60 * minutes }, async (t) => {
  const missing = await missingParts(t);
  if (missing !== undefined) return t.skip(missing);

  let text = await readFile(page, 'utf8');
  for (const port of ports) text = text.replaceAll(port, String(await freePort()));
  const steps = stepsOf(text);
  assert.ok(steps.length >= 9 && steps.filter(({ prints }) => prints.length > 0).length >= 4, 'the page was read');

  const folder = await temporaryFolder(t);
  const environment = await typedAt(folder);
  const mark = (place: number) => `@@ step ${place} @@`;
  const script = steps.map(({ commands }, place) => `echo '${mark(place)}'\n${commands}`).join('\n');
  t.after(async () => {
    const stop = 'for side in production staging; do [ ! -x deploy/stop.sh ] || ./deploy/stop.sh "$side"; done';
    const directory = join(folder, 'comments');
    await systemProcesses.run({ argv: ['bash', '-c', stop], directory, environment }).catch(() => undefined);
  });
  const run = await systemProcesses.run({
    argv: ['bash', '-euo', 'pipefail', '-c', `exec 2>&1\n${script}`],
    directory: folder,
    environment,
    signal: t.signal,
  });
  assert.equal(run.exitCode, 0, run.stdout);
  for (const [place, { commands, prints }] of steps.entries()) {
    const printed = run.stdout.split(mark(place))[1]?.split(mark(place + 1))[0] ?? '';
    for (const line of prints)
      assert.ok(printed.includes(line), `"${line}" is not what this prints:\n${commands}\n${printed}`);
  }
});

/** As in a terminal of the reader's, whose `npx staged-upgrade` is this checkout. */
async function typedAt(folder: string): Promise<Record<string, string>> {
  const programs = join(folder, 'bin');
  await mkdir(programs);
  const npx = join(programs, 'npx');
  const command = `"${process.execPath}" "${await builtCli()}"`;
  await writeFile(npx, `#!/usr/bin/env bash\n[ "$1" = staged-upgrade ] || exit 127\nshift\nexec ${command} "$@"\n`);
  await chmod(npx, 0o755);
  const inherited = Object.entries(process.env).flatMap(([name, value]): [string, string][] =>
    value === undefined || /^(GITHUB_|RUNNER_|ACTIONS_|NODE_TEST_)/.test(name) ? [] : [[name, value]],
  );
  const path = [programs, dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);
  return { ...Object.fromEntries(inherited), PATH: path, XDG_STATE_HOME: join(folder, 'state') };
}

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-first-'));
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Why Isso is not available here. With CI=true it must be: a page that is not followed may say anything. */
async function missingParts(t: TestContext): Promise<string | undefined> {
  const folder = await temporaryFolder(t);
  const needed = 'command -v cc && python3 -c "import venv, ensurepip"';
  const download = `python3 -m pip download --quiet --no-deps --dest '${folder}' isso==0.14.0`;
  const environment = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));
  const asked = await systemProcesses
    .run({ argv: ['bash', '-c', `${needed} && ${download}`], environment })
    .then(({ exitCode, stderr }) => (exitCode === 0 ? undefined : stderr.trim()))
    .catch((error: unknown) => String(error));
  if (asked === undefined) return undefined;
  const reason = `Isso cannot be had here (Python with venv, a C compiler, the Python package index): ${asked}`;
  if (process.env.CI === 'true') throw new Error(reason);
  return reason;
}
