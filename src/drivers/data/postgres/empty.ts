import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Droppable, listDroppable } from './droppable.ts';
import { emptyConfigurationOfExtensions } from './extension-rows.ts';
import { codeOf } from './failure.ts';
import { lockCapacity } from './locks.ts';
import type { Session } from './session.ts';

/**
 * Removes everything that a dump would bring, in many small transactions: one over thousands of tables would run out of
 * locks. The database itself stays, and with it its owner, settings, rights and comment: on managed servers its user often
 * may not create one. Extensions that could not be created again stay too, without the rows that a dump would bring.
 */
export async function emptyDatabase(session: Session): Promise<void> {
  const budget = Math.max(1, Math.min(2000, Math.floor((await lockCapacity(session)) / 8)));
  for (;;) {
    const left = await listDroppable(session);
    if (left.length === 0) break;
    const before = left.length;
    for (const batch of batchesOf(left, budget)) await dropAll(session, batch);
    const after = await listDroppable(session);
    if (after.length >= before) throw notEmpty(after);
  }
  for (;;) {
    const removed = await session.query<{ id: string }>(
      `SELECT lo_unlink(oid)::text AS id FROM (SELECT oid FROM pg_largeobject_metadata LIMIT ${budget}) AS batch`,
    );
    if (removed.length === 0) break;
  }
  await emptyConfigurationOfExtensions(session);
}

/** Neighbours of one type, as many as the locks allow. */
export function batchesOf(all: readonly Droppable[], budget: number): Droppable[][] {
  const batches: Droppable[][] = [];
  let locks = 0;
  for (const each of all) {
    const last = batches.at(-1);
    if (last?.[0]?.type === each.type && locks + each.locks <= budget && isListed(each.type)) {
      last.push(each);
      locks += each.locks;
    } else {
      batches.push([each]);
      locks = each.locks;
    }
  }
  return batches;
}

/** Most take a list; these only one at a time. */
function isListed(type: string): boolean {
  return !/^(EVENT TRIGGER|LANGUAGE|CAST|CONVERSION|OPERATOR CLASS|OPERATOR FAMILY|COLLATION|TEXT SEARCH .*)$/.test(
    type,
  );
}

async function dropAll(session: Session, batch: readonly Droppable[]): Promise<void> {
  const [first] = batch;
  if (first === undefined) return;
  try {
    await session.query(`DROP ${first.type} IF EXISTS ${batch.map(({ identity }) => identity).join(', ')} CASCADE`);
  } catch (cause) {
    if (!mayGoLater(cause)) throw cause;
    // One of them blocks the others, or it alone takes more locks than were counted.
    if (batch.length > 1) for (const each of batch) await dropAll(session, [each]);
    else if (codeOf(cause) === outOfLocks) throw cause;
  }
}

const outOfLocks = '53200';

/** Dropped together with another one, or only droppable after it: the next round, or its end, shows which. */
function mayGoLater(cause: unknown): boolean {
  return ['42501', '2BP01', '42704', '42883', '42P01', '3F000', outOfLocks].includes(codeOf(cause) ?? '');
}

function notEmpty(left: readonly Droppable[]): SystemFailure {
  const shown = left.slice(0, 5).map(({ type, identity }) => `${type.toLowerCase()} ${identity}`);
  const more = left.length > shown.length ? ` and ${left.length - shown.length} more` : '';
  return new SystemFailure({
    happened: `The database could not be emptied: ${shown.join(', ')}${more} could not be dropped.`,
    means:
      'The database is incomplete, since other objects have been dropped. Nothing was restored. Do not start the server on it.',
    next: 'Let the user of the configuration own these objects (REASSIGN OWNED, ALTER … OWNER TO), or drop them, then run the restore again.',
  });
}
