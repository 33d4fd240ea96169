import { SystemFailure } from '../core/messages/errors.ts';

/** What is wrong with a journal as it is stored. Each names the file, so that a person can look at it. */
export type Damage =
  | { readonly kind: 'gap'; readonly missing: string; readonly newest: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'edited'; readonly file: string }
  | { readonly kind: 'broken-chain'; readonly file: string; readonly before: string }
  | { readonly kind: 'misnumbered'; readonly file: string; readonly sequence: number }
  | { readonly kind: 'duplicate'; readonly file: string; readonly original: string }
  | { readonly kind: 'foreign'; readonly file: string }
  | { readonly kind: 'not-a-folder'; readonly folder: string; readonly found: 'file' | 'link' }
  | { readonly kind: 'other-system'; readonly file: string; readonly system: string; readonly expected: string }
  | { readonly kind: 'invalid'; readonly file: string; readonly reason: string }
  | { readonly kind: 'newer'; readonly file: string; readonly format: number };

const bringItBack =
  'Restore it exactly as it was written, from a backup of the folder or from the history of the branch; do not rewrite it by hand.';

/** @param where the journal's description, e.g. `folder /srv/journal` */
export function damageFailure(where: string, damage: Damage): SystemFailure {
  if (damage.kind === 'newer') {
    return new SystemFailure({
      happened: `"${damage.file}" in the journal (${where}) has format ${damage.format}; this version of Staged Upgrade reads format 1.`,
      means: 'A newer version has written to this journal. Nothing was done: this version could misread what it says.',
      next: 'Use the newer version here too: raise the pinned version of the action, or of the package.',
    });
  }
  const { happened, next } = describe(damage);
  return new SystemFailure({
    happened: `The journal (${where}) is damaged: ${happened}`,
    means: 'Nothing was done: the journal cannot be relied on, and nothing is guessed from the rest.',
    next,
  });
}

function describe(damage: Exclude<Damage, { kind: 'newer' }>): { happened: string; next: string } {
  switch (damage.kind) {
    case 'gap':
      return { happened: `"${damage.missing}" is missing, but "${damage.newest}" is there.`, next: bringItBack };
    case 'unreadable':
      return { happened: `"${damage.file}" cannot be read as an entry: ${damage.reason}.`, next: bringItBack };
    case 'edited':
      return {
        happened: `"${damage.file}" was changed after it was written: its checksum does not match.`,
        next: bringItBack,
      };
    case 'broken-chain':
      return {
        happened: `"${damage.file}" does not follow "${damage.before}": one of the two is not what was originally written.`,
        next: bringItBack,
      };
    case 'misnumbered':
      return {
        happened: `"${damage.file}" holds entry ${damage.sequence}: it was renamed or copied.`,
        next: 'Give the file its original name again, and restore what it replaced.',
      };
    case 'duplicate':
      return {
        happened: `"${damage.file}" is beside "${damage.original}" under the same number.`,
        next: `If "${damage.file}" is a copy (synchronized folders create these), move it out of the folder.`,
      };
    case 'foreign':
      return {
        happened: `"${damage.file}" is not an entry.`,
        next: 'Move it out of the folder: only entries may be there.',
      };
    case 'not-a-folder':
      return {
        happened: `"${damage.folder}" should be the folder with the entries, but is a ${damage.found}.`,
        next: `Find out what replaced the folder "${damage.folder}", and restore it with all entries from a backup or from the history of the branch.`,
      };
    case 'other-system':
      return {
        happened: `"${damage.file}" belongs to the system "${damage.system}", not to "${damage.expected}".`,
        next: `Correct "system:" in the configuration if it was changed by mistake; otherwise move the file back to "${damage.system}".`,
      };
    case 'invalid':
      return {
        happened: `"${damage.file}" is intact, but is not an entry that this version knows: ${damage.reason}.`,
        next: 'If a newer version writes to this journal, use that version here too. Otherwise report it with the file attached.',
      };
  }
}
