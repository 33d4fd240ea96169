import xterm from '@xterm/headless';

/** What a window of this width shows after these bytes, and above it. A line that the terminal itself had to break is marked. */
export async function screenOf(bytes: string, columns: number): Promise<string[]> {
  const terminal = new xterm.Terminal({ cols: columns, rows: 50, scrollback: 10_000, allowProposedApi: true });
  await new Promise<void>((done) => terminal.write(bytes, done));
  const buffer = terminal.buffer.active;
  const lines = Array.from({ length: buffer.length }, (_, row) => {
    const line = buffer.getLine(row);
    return `${line?.isWrapped === true ? '[broken] ' : ''}${line?.translateToString(true) ?? ''}`;
  });
  return lines.join('\n').trimEnd().split('\n');
}
