import { createTwoFilesPatch } from 'diff';
import type { FileChange } from '../../core/model/file-change.ts';
import type { Pen } from '../../world/writing/pen.ts';

/**
 * The change as `git apply` takes it, in a file that people read. Undefined where the pen would alter it, since a secret is beside what
 * is changed: it would not apply any more. Line ends are kept as they are, which the pen would show.
 */
export function patchOf({ path, before, after }: FileChange, pen: Pick<Pen, 'text'>): string | undefined {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after);
  const shown = patch.replaceAll('\r\n', '\n');
  return pen.text(shown) === shown ? patch : undefined;
}
