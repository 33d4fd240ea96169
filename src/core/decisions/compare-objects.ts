import type { Exemption, Fingerprint, ObjectFingerprints } from '../model/fingerprint.ts';

export interface ObjectComparison {
  readonly differences: readonly string[];
  /** What was not compared, why, and how much of it differs. */
  readonly notes: readonly string[];
  /** Why nothing could be compared that should have been. */
  readonly notRead?: string;
}

type How = 'missing' | 'more' | 'changed';

interface Difference {
  readonly object: string;
  /** Absent for the object as a whole. */
  readonly part?: string;
  readonly how: How;
}

/** Compares all definitions by names and hashes. */
export function compareObjects(expected: Fingerprint, actual: Fingerprint): ObjectComparison {
  if (expected.objects === undefined) {
    if (actual.objects === undefined) return { differences: [], notes: [] };
    const note =
      'The backup was taken by an earlier release and holds no definitions: only rows and sequences of this database were compared.';
    return { differences: [], notes: [note] };
  }
  if (actual.objects === undefined) {
    return {
      differences: [],
      notes: [],
      notRead: 'The definitions in the backup were not read again after the restore.',
    };
  }
  const differences: string[] = [];
  const exempt = new Map<string, string[]>();
  for (const difference of differencesOf(expected.objects, actual.objects)) {
    const exemption = (actual.exemptions ?? []).find((each) => covers(each, difference));
    if (exemption === undefined) differences.push(textOf(difference));
    else {
      const texts = exempt.get(exemption.reason) ?? [];
      exempt.set(exemption.reason, texts);
      texts.push(textOf(difference));
    }
  }
  return { differences, notes: [...exempt].map(([reason, texts]) => noteOf(reason, texts)) };
}

function differencesOf(expected: ObjectFingerprints, actual: ObjectFingerprints): Difference[] {
  const found: Difference[] = [];
  for (const [object, parts] of Object.entries(expected)) {
    const now = actual[object];
    if (now === undefined) {
      found.push({ object, how: 'missing' });
      continue;
    }
    for (const [part, hash] of Object.entries(parts)) {
      if (now[part] !== hash) found.push({ object, part, how: now[part] === undefined ? 'missing' : 'changed' });
    }
    for (const part of Object.keys(now)) if (parts[part] === undefined) found.push({ object, part, how: 'more' });
  }
  for (const object of Object.keys(actual)) if (expected[object] === undefined) found.push({ object, how: 'more' });
  return found;
}

function covers({ object, part, only }: Exemption, difference: Difference): boolean {
  if (object !== undefined && !difference.object.startsWith(object)) return false;
  if (only !== undefined && only !== difference.how) return false;
  return part === undefined || (difference.part?.startsWith(part) ?? false);
}

function textOf({ object, part, how }: Difference): string {
  if (part === undefined) return how === 'missing' ? `${object} is missing` : `${object} is not in the backup`;
  const words = { missing: 'missing', more: 'additional', changed: 'different' };
  return `${object}: ${words[how]} ${part}`;
}

const shownTexts = 3;

function noteOf(reason: string, texts: readonly string[]): string {
  const more = texts.length - shownTexts;
  const shown = `${texts.slice(0, shownTexts).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
  return `${reason} Differences: ${shown}.`;
}
