import { Socket } from 'node:net';
import type { ClientConfig } from 'pg';
import { z } from 'zod';
import type { Serving } from '../../../core/model/observation.ts';
import { duration, template } from '../../../core/settings/scalars.ts';
import { kind } from '../../../world/effects/kind.ts';
import { asLibpqReads } from '../postgres-rows.ts';
import { sqlState } from './rows.ts';

const settings = () =>
  z
    .strictObject({
      url: template.describe(
        'The address of a PostgreSQL database: `{access.<name>}`, which each environment sets to its own value.',
      ),
      write: z
        .boolean()
        .default(false)
        .describe(
          'Checks whether it accepts writes: a transaction gets an id and is committed, which a read-only server refuses. No table is touched.',
        ),
      timeout: duration.prefault('3s'),
    })
    .describe(
      'A new connection for each check, as an application makes one after a failover. It is serving when it answers.',
    );

type Settings = z.output<ReturnType<typeof settings>>;

/** A database that answers, and accepts writes if that is configured. */
export const sqlHealth = kind(
  'sql',
  settings,
  ({ url, write, timeout }: Settings, { effects, where, placeholders }) => {
    return async (signal?: AbortSignal): Promise<Serving> => {
      const address = effects.variables.fill(url, `${where}.url`, placeholders);
      try {
        await ask(
          address,
          { write, timeout },
          AbortSignal.any([effects.signal, ...(signal === undefined ? [] : [signal])]),
        );
        return { kind: 'yes' };
      } catch (error) {
        effects.signal.throwIfAborted();
        signal?.throwIfAborted();
        return answerFor(sqlState(error), write);
      }
    };
  },
);

async function ask(
  url: string,
  { write, timeout }: { readonly write: boolean; readonly timeout: number },
  stopped: AbortSignal,
): Promise<void> {
  const { default: pg } = await import('pg');
  const socket = new Socket();
  const options: ClientConfig = {
    connectionString: asLibpqReads(url),
    stream: () => socket,
    application_name: 'staged-upgrade',
    connectionTimeoutMillis: timeout,
    statement_timeout: timeout,
    query_timeout: timeout,
  };
  const client = new pg.Client(options);
  // An 'error' event without a listener would end the whole process; the query under way rejects as well.
  client.on('error', () => undefined);
  // Not with `end`: called while a connection is being made, it leaves `connect` pending for ever.
  const cut = (): void => void socket.destroy();
  stopped.addEventListener('abort', cut, { once: true });
  try {
    await client.connect();
    if (!write) {
      await client.query('SELECT 1');
      return;
    }
    await client.query('BEGIN READ WRITE');
    await client.query('SELECT txid_current()');
    await client.query('COMMIT');
  } finally {
    stopped.removeEventListener('abort', cut);
    await client.end().catch(() => undefined);
  }
}

function answerFor(code: string | undefined, write: boolean): Serving {
  switch (code) {
    case '28P01':
    case '28000':
      return { kind: 'unknown', reason: `the database refuses the role or its password (${code})`, refused: true };
    case '0A000':
    case '25006':
    case '55000':
      return { kind: 'no', reason: 'the database may only be read' };
    default:
      return {
        kind: 'no',
        reason: `the database ${write ? 'takes no writes' : 'does not answer'}${code === undefined ? '' : ` (${code})`}`,
      };
  }
}
