import { literal, quoted } from './server.ts';
import type { Session } from './session.ts';

/** Drops everything in the database. The database itself stays, and with it its users' rights. */
export async function emptyDatabase(session: Session): Promise<void> {
  await session.query('SET SESSION foreign_key_checks = 0');
  await dropEach(
    session,
    'EVENT',
    'SELECT EVENT_NAME AS name FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()',
  );
  // Dropping a package also drops its body.
  for (const kind of ['PACKAGE', 'PROCEDURE', 'FUNCTION']) {
    await dropEach(
      session,
      kind,
      `SELECT ROUTINE_NAME AS name FROM information_schema.ROUTINES
       WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE = ${literal(kind)}`,
    );
  }
  for (const [kind, types] of [
    ['VIEW', ['VIEW', 'SYSTEM VIEW']],
    ['TABLE', ['BASE TABLE', 'SYSTEM VERSIONED']],
    ['SEQUENCE', ['SEQUENCE']],
  ] as const) {
    await dropEach(
      session,
      kind,
      `SELECT TABLE_NAME AS name FROM information_schema.TABLES
       WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE IN (${types.map(literal).join(', ')})`,
    );
  }
  await session.query('SET SESSION foreign_key_checks = 1');
}

async function dropEach(session: Session, kind: string, list: string): Promise<void> {
  for (const { name } of await session.query<{ name: string }>(list)) {
    await session.query(`DROP ${kind} IF EXISTS ${quoted(name)}`);
  }
}
