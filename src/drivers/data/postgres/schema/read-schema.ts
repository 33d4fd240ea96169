import { createHash } from 'node:crypto';
import type { ObjectFingerprints } from '../../../../core/model/fingerprint.ts';
import type { Reader } from '../catalog/reader.ts';
import { normalized } from './normalized.ts';
import { objectParts } from './objects.ts';
import type { Part } from './part.ts';
import { relationParts } from './relations.ts';

/** How many characters of a hash are enough that no accident goes unnoticed: there may be 100,000 of them. */
const shownCharacters = 11;
const rowsAtOnce = 5_000;

/** Every object that a dump brings, with a hash of each thing that is defined about it. */
export async function readSchema(
  reader: Reader,
  { major, signal }: { readonly major: number; readonly signal?: AbortSignal | undefined },
): Promise<ObjectFingerprints> {
  const parts: (readonly [string, string, string])[] = [];
  for (const query of [...relationParts(major), ...objectParts(major)]) {
    await reader.query(
      `DECLARE parts NO SCROLL CURSOR FOR SELECT * FROM (${query}) AS found (object, part, definition)`,
    );
    for (;;) {
      signal?.throwIfAborted();
      const rows = await reader.query<Part>(`FETCH ${rowsAtOnce} FROM parts`);
      for (const { object, part, definition } of rows) {
        if (object !== null && definition !== null) parts.push([object, part, hashOf(definition)]);
      }
      if (rows.length < rowsAtOnce) break;
    }
    await reader.query('CLOSE parts');
  }
  return inOrder(parts);
}

function hashOf(definition: string): string {
  return createHash('sha256').update(normalized(definition)).digest('base64url').slice(0, shownCharacters);
}

function inOrder(parts: readonly (readonly [string, string, string])[]): ObjectFingerprints {
  const byObject = Map.groupBy(parts, ([object]) => object);
  return Object.fromEntries(
    [...byObject]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([object, its]) => [object, Object.fromEntries(its.map(([, part, hash]) => [part, hash]).sort())]),
  );
}
