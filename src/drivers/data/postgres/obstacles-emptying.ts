import { listed, type Obstacle, refused } from '../obstacle.ts';
import { listDroppable } from './droppable.ts';
import { configurationTables } from './extension-rows.ts';
import { lockCapacity, locksPerTransactionFor } from './locks.ts';
import type { Session } from './session.ts';

/** Whether everything there can be dropped: a half-emptied database is of no use to anybody. */
export async function obstaclesToEmptying(session: Session): Promise<Obstacle[]> {
  const obstacles: Obstacle[] = [];
  const droppable = await listDroppable(session);
  const notMine = droppable.filter(({ mine }) => !mine).map(({ type, identity }) => `${nounOf(type)}${identity}`);
  const foreign = [...notMine, ...(await foreignLargeObjects(session))];
  if (foreign.length > 0) {
    obstacles.push(
      refused({
        happened: `The user of the configuration does not own ${listed(foreign)}.`,
        means: 'A restore drops what is there, and only an owner may.',
        next: 'Let the user own these objects: REASSIGN OWNED BY other TO user.',
      }),
    );
  }
  const kept = (await configurationTables(session)).filter(({ extension, mayEmpty }) => {
    const stays = !droppable.some(({ type, identity }) => type === 'EXTENSION' && unquoted(identity) === extension);
    return stays && !mayEmpty;
  });
  if (kept.length > 0) {
    obstacles.push(
      refused({
        happened: `The user of the configuration may not delete rows of ${listed(kept.map(({ sql, extension }) => `${sql} (extension "${extension}")`))}.`,
        means: 'The extension stays, and a restore would bring its rows a second time.',
        next: `Let an administrator grant it: ${kept.map(({ sql }) => `GRANT SELECT, INSERT, DELETE ON ${sql} TO user`).join('; ')}.`,
      }),
    );
  }
  const capacity = await lockCapacity(session);
  const heaviest = droppable.reduce((most, each) => (each.locks > most.locks ? each : most), nothing);
  if (heaviest.locks > capacity) {
    obstacles.push(
      refused({
        happened: `Dropping ${nounOf(heaviest.type)}${heaviest.identity} takes about ${heaviest.locks} locks, and the server has room for ${capacity}.`,
        means: 'Emptying the database would end half way.',
        next: `Set max_locks_per_transaction to at least ${await locksPerTransactionFor(session, heaviest.locks)} in postgresql.conf and restart the server, or drop it by hand.`,
      }),
    );
  }
  return obstacles;
}

const nothing = { type: '', identity: '', locks: 0 };

/** Tables are what people think of first. */
function nounOf(type: string): string {
  return type === 'TABLE' ? '' : `${type.toLowerCase()} `;
}

function unquoted(identity: string): string {
  return identity.startsWith('"') ? identity.slice(1, -1).replaceAll('""', '"') : identity;
}

async function foreignLargeObjects(session: Session): Promise<string[]> {
  const [row] = await session.query<{ objects: string }>(
    "SELECT count(*)::text AS objects FROM pg_largeobject_metadata WHERE NOT pg_has_role(lomowner, 'USAGE')",
  );
  return row === undefined || row.objects === '0' ? [] : [`${row.objects} large objects`];
}
