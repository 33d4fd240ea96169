import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file atomically: whoever reads it at any moment finds the previous one or this one, and never a part of it. */
export function writeWhole(file: string, text: string): void {
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, text);
  renameSync(temporary, file);
}
