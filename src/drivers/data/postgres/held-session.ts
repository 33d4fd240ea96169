import { SystemFailure } from '../../../core/messages/errors.ts';
import { codeOf } from './failure.ts';
import type { Session } from './session.ts';

/*
 * A pooler may send each statement of one connection to another session of a server, or to another server after it was
 * reconfigured. So each statement that changes something includes a check that it is still where the mark was read:
 * the two are sent as one text, which a server runs as one transaction and a pooler cannot split.
 */

/** The same connection, whose statements without values are only run where the first of them was. */
export async function heldSession(session: Session): Promise<Session> {
  const [here] = await session.query<{ pid: number; started: string }>(
    'SELECT pg_backend_pid() AS pid, extract(epoch FROM pg_postmaster_start_time())::text AS started',
  );
  if (here === undefined) throw new Error('the server does not say which session this is');
  const isHere = `pg_backend_pid() = ${here.pid} AND extract(epoch FROM pg_postmaster_start_time())::text = '${here.started}'`;
  return {
    address: session.address,
    where: session.where,
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) => {
      if (values.length > 0)
        throw new Error('what has values cannot be sent together with the question where it is run');
      try {
        return await session.query<Row>(`SELECT 1 / (${isHere})::int; ${sql}`);
      } catch (cause) {
        throw codeOf(cause) === divisionByZero ? ledElsewhere(session) : cause;
      }
    },
  };
}

const divisionByZero = '22012';

function ledElsewhere({ where }: Session): SystemFailure {
  return new SystemFailure({
    happened: 'Two statements of one connection came to two sessions of a server, or to two servers.',
    means:
      "Something between here and the server, such as a pooler, leads statements to several places. Nothing was changed but where staging's mark was read.",
    next: `Let ${where} name the server itself, not a pooler, then run the step again.`,
  });
}
