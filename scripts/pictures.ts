import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bytesOf, type Frame, picture } from './pictures/chromium.ts';
import { asOnGitHub } from './pictures/github-style.ts';
import { differenceOf } from './pictures/normal.ts';
import { sampleWorld } from './pictures/sample-world.ts';
import { terminalPage, terminalScreen } from './pictures/terminal-screen.ts';

/*
 * Makes the pictures of the README from real runs of the embedded sample: what a terminal shows, and what people read on
 * GitHub and in a browser. Each picture is stored with the page that it was taken of. With --check it takes no picture: it
 * runs the sample again, and fails if a page differs from the recorded one in more than times and durations.
 */

const folder = join(import.meta.dirname, '../docs/images');
const digests = join(folder, 'pictures.json');
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

interface Page {
  readonly name: string;
  readonly html: string;
  readonly frame: Frame;
}

const pages = await pagesNow();
const stale = values.check ? await staleOnes() : [];
if (!values.check) await takeAll();
for (const line of stale) console.error(line);
if (stale.length > 0) {
  console.error(
    'The pictures of the README do not show what the program does. Run `npm run pictures` and commit docs/images.',
  );
  process.exitCode = 1;
}

async function pagesNow(): Promise<readonly Page[]> {
  const world = await sampleWorld();
  const { repository } = world;
  const home = dirname(repository);
  const plain = (text: string): string =>
    text.replaceAll(home, '/srv').replaceAll(`${userInfo().username}@${hostname()}`, 'you@laptop');
  const report = async (file: string, ...args: readonly string[]): Promise<string> => {
    await world.run('report', ...args, '--output', join(home, file));
    return plain(await readFile(join(home, file), 'utf8'));
  };
  const hop = '1.0.2--1.1.4';
  const climb = ['climb', '--target', 'newest', '--acknowledge', 'readers-of-place', '--until', hop];
  try {
    await world.run('mark-disposable', '--confirm', join(home, 'staging', 'records.sqlite'));
    // Nobody is there to be asked: it rehearses, and waits at the gate.
    await world.run(...climb);
    const rehearsal = await asOnGitHub(await report('rehearsal.md', '--hop', hop, '--environment', 'staging'));
    const screen = await terminalScreen(world, climb, [
      { to: /Promote 1\.0\.2 → 1\.1\.4 to production\?/, keys: 'y\r' },
      { to: /Start the migrations of 1\.1\.4 on production\?/, keys: 'y\r' },
    ]);
    const page = await report('report.html');
    return [
      {
        name: 'climb',
        html: plain(terminalPage(screen, /Before you decide:/)),
        frame: { width: 920 },
      },
      { name: 'rehearsal', html: rehearsal, frame: { width: 1012 } },
      { name: 'report', html: page, frame: { width: 1060, height: 720 } },
    ];
  } finally {
    await world.end();
  }
}

async function takeAll(): Promise<void> {
  await mkdir(folder, { recursive: true });
  const kept: Record<string, Kept> = {};
  for (const { name, html, frame } of pages) {
    const file = join(folder, `${name}.png`);
    await writeFile(join(folder, `${name}.html`), html);
    await picture(html, file, frame);
    kept[name] = { page: digest(Buffer.from(html)), picture: digest(await readFile(file)) };
  }
  await writeFile(digests, `${JSON.stringify(kept, undefined, 2)}\n`);
}

/** Records which page a picture was taken of, since a picture cannot be compared with what another machine would draw. */
interface Kept {
  readonly page: string;
  readonly picture: string;
}

async function staleOnes(): Promise<readonly string[]> {
  const kept: Readonly<Record<string, Kept | undefined>> = JSON.parse(await readFile(digests, 'utf8'));
  const found = await Promise.all(
    pages.map(async ({ name, html }) => {
      const page = await bytesOf(join(folder, `${name}.html`));
      const image = await bytesOf(join(folder, `${name}.png`));
      if (page === undefined || image === undefined) return [`${name}: there is no page or no picture.`];
      if (kept[name]?.page !== digest(page) || kept[name]?.picture !== digest(image))
        return [`${name}: the picture was not taken of the page beside it.`];
      const difference = differenceOf(page.toString('utf8'), html);
      return difference === undefined ? [] : [`${name}: ${difference}`];
    }),
  );
  return found.flat();
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
