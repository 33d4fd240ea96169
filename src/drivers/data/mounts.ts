import { readFile } from 'node:fs/promises';

/** Whether something is mounted at exactly this place, as far as Linux shows. */
export async function isMounted(path: string): Promise<boolean> {
  return (await mountPoints()).includes(path);
}

/** Where something is mounted below a folder. */
export async function mountsBelow(folder: string): Promise<string[]> {
  return (await mountPoints()).filter((point) => point.startsWith(`${folder}/`));
}

async function mountPoints(): Promise<string[]> {
  const table = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  return table.split('\n').map((line) => unescaped(line.split(' ')[4] ?? ''));
}

/** Spaces and the like are written there as three octal digits. */
function unescaped(text: string): string {
  return text.replace(/\\(?<code>[0-7]{3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)));
}
