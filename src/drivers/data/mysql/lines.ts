import { Transform, type TransformCallback } from 'node:stream';

/** Longer lines are rows: definitions in a dump are in short lines. */
const longest = 256 * 1024;
const newLine = 10;

/**
 * Passes a dump on and shows those of its lines that begin with one of these characters, as Latin-1, in which no byte is
 * lost; what `rewrite` returns replaces them. Rows begin with `INSERT` or a bracket and contain no line break,
 * so they go through unseen, however long they are.
 */
export function dumpLines(beginnings: string, rewrite: (line: string) => string): Transform {
  const wanted = new Set(Buffer.from(beginnings, 'latin1'));
  let held = Buffer.alloc(0);
  let isPassing = false;
  const pass = (chunk: Buffer, push: (part: Buffer) => void): void => {
    const data = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    held = Buffer.alloc(0);
    let at = 0;
    let from = 0;
    while (at < data.length) {
      const end = data.indexOf(newLine, at);
      if (!isPassing && wanted.has(data[at] ?? 0)) {
        if (end === -1 && data.length - at <= longest) {
          held = Buffer.from(data.subarray(at));
          break;
        }
        if (end !== -1) {
          const line = data.toString('latin1', at, end);
          const written = rewrite(line);
          if (written !== line) {
            push(data.subarray(from, at));
            push(Buffer.from(written, 'latin1'));
            from = end;
          }
        }
      }
      isPassing = end === -1;
      at = end === -1 ? data.length : end + 1;
    }
    push(data.subarray(from, data.length - held.length));
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      pass(chunk, (part) => this.push(part));
      done();
    },
    flush(done: TransformCallback) {
      // The last line may have no end.
      if (held.length > 0) this.push(Buffer.from(rewrite(held.toString('latin1')), 'latin1'));
      done();
    },
  });
}

/** A name from a line, whose bytes are UTF-8. */
export function nameIn(latin: string): string {
  return Buffer.from(latin, 'latin1').toString('utf8').replaceAll('``', '`');
}
