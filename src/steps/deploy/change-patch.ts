import { createTwoFilesPatch } from 'diff';
import type { FileChange } from '../../core/model/file-change.ts';
import type { Pen } from '../../world/writing/pen.ts';

/**
 * The change in the form that `git apply` accepts, in a file for people. Undefined if the pen would alter it because there is a
 * secret near the change: it would not apply any more. Line ends are kept as they are, which the pen would make visible.
 */
export function patchOf({ path, before, after }: FileChange, pen: Pick<Pen, 'text'>): string | undefined {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after);
  const shown = patch.replaceAll('\r\n', '\n');
  return pen.text(shown) === shown ? patch : undefined;
}
