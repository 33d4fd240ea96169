import xterm, { type Terminal } from '@xterm/headless';
import { atTerminal } from '../../test/entries/terminal/pseudo-terminal.ts';
import type { SampleWorld } from './sample-world.ts';

const columns = 104;

export interface Answer {
  readonly to: RegExp;
  readonly keys: string;
}

/** Runs the program at a real terminal, answers what it asks, and returns what is on the screen at its end. */
export async function terminalScreen(
  { argv, repository, environment }: SampleWorld,
  args: readonly string[],
  answers: readonly Answer[],
): Promise<string> {
  const session = await atTerminal({
    argv: ['sh', '-c', `stty cols ${columns} rows 50 && exec "$@"`, 'sh', ...argv(...args)],
    directory: repository,
    environment,
  });
  for (const { to, keys } of answers) {
    await session.until(to);
    session.type(keys);
  }
  await session.ended;
  return await screenHtml(session.shown());
}

/** The theme of a common terminal, whose eight colours are distinguishable on its background. */
const colours = ['#484f58', '#ff7b72', '#3fb950', '#d29922', '#58a6ff', '#bc8cff', '#39c5cf', '#e6edf3'] as const;

/** What a terminal shows after these bytes, as lines of HTML. */
async function screenHtml(bytes: string): Promise<string> {
  const terminal = new xterm.Terminal({ cols: columns, rows: 50, scrollback: 10_000, allowProposedApi: true });
  await new Promise<void>((done) => terminal.write(bytes, done));
  const buffer = terminal.buffer.active;
  const lines = Array.from({ length: buffer.length }, (_, row) => lineHtml(terminal, row));
  return `${lines.join('\n').trim()}\n`;
}

function lineHtml(terminal: Terminal, row: number): string {
  const line = terminal.buffer.active.getLine(row);
  if (line === undefined) return '';
  let html = '';
  let style = '';
  for (let column = 0; column < line.length; column++) {
    const cell = line.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const next = styleOf(cell.isFgPalette() ? cell.getFgColor() : undefined, cell.isBold() !== 0, cell.isDim() !== 0);
    if (next !== style) html += `${style === '' ? '' : '</span>'}${next === '' ? '' : `<span style="${next}">`}`;
    style = next;
    html += escaped(cell.getChars() || ' ');
  }
  return (style === '' ? html : `${html}</span>`).replace(/ +(<\/span>)?$/, '$1');
}

function styleOf(colour: number | undefined, isBold: boolean, isDim: boolean): string {
  return [
    ...(colour === undefined ? [] : [`color:${colours[colour % 8] ?? colours[7]}`]),
    ...(isBold ? ['font-weight:bold'] : []),
    ...(isDim ? ['opacity:.7'] : []),
  ].join(';');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @param from what the first line that is shown says */
export function terminalPage(screen: string, from: RegExp): string {
  const lines = screen.trimEnd().split('\n');
  const first = lines.findIndex((line) => from.test(line));
  if (first < 0) throw new Error(`nothing on the screen says ${from}:\n${screen}`);
  const shown = lines.slice(first).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Terminal</title><style>
body { margin: 0; background: #0d1117; }
pre { margin: 0; padding: 16px 20px; color: #e6edf3; font: 14px/1.35 ui-monospace, "DejaVu Sans Mono", monospace; }
</style></head>
<body><pre>
${shown}
</pre></body>
</html>
`;
}
