import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Frame {
  readonly width: number;
  /** Without it, as high as the page is. */
  readonly height?: number;
}

/** Takes a picture of a page that needs nothing else. */
export async function picture(html: string, picturePath: string, { width, height }: Frame): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-chromium-'));
  try {
    const page = join(folder, 'page.html');
    await writeFile(page, html);
    const high = height ?? (await heightOf(html, folder, width));
    await chromium(folder, width, high, `--screenshot=${picturePath}`, pathToFileURL(page).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A page that measures itself says how high it is. */
async function heightOf(html: string, folder: string, width: number): Promise<number> {
  const page = join(folder, 'measured.html');
  const measure =
    '<script>onload = () => { document.title = `height ${document.documentElement.getBoundingClientRect().height}`; };</script>';
  await writeFile(page, html.replace('</body>', `${measure}</body>`));
  const dom = await chromium(folder, width, 200, '--dump-dom', pathToFileURL(page).href);
  const height = Number(/<title>height ([\d.]+)<\/title>/.exec(dom)?.[1]);
  if (!Number.isFinite(height)) throw new Error(`Chromium did not measure the page: ${dom.slice(0, 300)}`);
  return Math.ceil(height);
}

async function chromium(folder: string, width: number, height: number, ...args: readonly string[]): Promise<string> {
  const program = process.env.CHROMIUM ?? 'chromium';
  const usual = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--force-device-scale-factor=1',
  ];
  const window = [`--window-size=${width},${height}`, `--user-data-dir=${join(folder, 'profile')}`];
  const { stdout } = await run(program, [...usual, ...window, ...args], { timeout: 60_000, maxBuffer: 1 << 24 });
  return stdout;
}

export async function bytesOf(file: string): Promise<Buffer | undefined> {
  return await readFile(file).catch(() => undefined);
}
