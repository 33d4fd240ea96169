import { isAsRendered } from './render/header.ts';
import { keptIn, lostMarks, withKept } from './render/marks.ts';

export type InitMode = 'create' | 'check' | 'update';

/** What has to be done with one file, decided before anything is written. */
export type Change =
  | { readonly kind: 'create'; readonly text: string }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'replace'; readonly text: string }
  /** Only reported, by `init --check`. */
  | { readonly kind: 'drift'; readonly text: string | undefined }
  | { readonly kind: 'refuse'; readonly happened: string; readonly next: string };

/**
 * @param existing what is on the disk; undefined if there is no such file
 * @param rendered what `init` would write into an empty repository
 */
export function changeOf(
  path: string,
  existing: string | undefined,
  rendered: string,
  mode: InitMode,
  force: boolean,
): Change {
  if (existing === undefined)
    return mode === 'check' ? { kind: 'drift', text: undefined } : { kind: 'create', text: rendered };
  const kept = keptIn(existing);
  const wanted = withKept(rendered, kept);
  if (wanted === existing.replaceAll('\r\n', '\n')) return { kind: 'unchanged' };
  if (mode === 'check') return { kind: 'drift', text: wanted };
  if (force) return { kind: 'replace', text: wanted };
  if (mode === 'create') {
    return {
      kind: 'refuse',
      happened: `${path} exists and is not what would be written.`,
      next: 'Use "init --check" to see the difference, "init --update" to bring it up to date, or "--force" to replace it.',
    };
  }
  const lost = lostMarks(rendered, kept);
  if (lost.length > 0) {
    return {
      kind: 'refuse',
      happened: `${path} has steps of yours in "${lost.join('", "')}", and the new workflow has no such job.`,
      next: 'Move them, or use "--force" to drop them.',
    };
  }
  if (isAsRendered(existing)) return { kind: 'replace', text: wanted };
  return {
    kind: 'refuse',
    happened: `${path} was changed by hand outside of its "begin" and "end" marks.`,
    next: 'Use "init --check" to see the difference; move your change between marks or into the configuration, or use "--force" to drop it.',
  };
}
