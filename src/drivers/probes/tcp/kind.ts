import { connect } from 'node:net';
import { z } from 'zod';
import { once } from '../../../core/settings/once.ts';
import { duration, template } from '../../../core/settings/scalars.ts';
import { keyed, kind, type PartContext } from '../../../world/effects/kind.ts';
import { reasonOf } from '../no-answer.ts';
import type { ProbeKind } from '../probe.ts';
import { smokeKeys, smokePart } from '../smoke-settings.ts';

const settings = once(() =>
  z
    .strictObject({
      host: template.optional().describe("The host. Default: that of the environment's `url`."),
      port: z.int().min(1).max(65_535).describe('The port that must accept a connection.'),
      timeout: duration.prefault('5s'),
    })
    .describe('Checks that a connection is accepted, whatever its protocol.'),
);
type Settings = z.output<ReturnType<typeof settings>>;

type Taken = { readonly kind: 'taken' } | { readonly kind: 'not-taken'; readonly reason: string };

async function tryToConnect(
  { host, port, timeout }: Settings,
  context: PartContext,
  signal: AbortSignal | undefined,
): Promise<Taken> {
  const { effects, where, placeholders } = context;
  const address =
    host === undefined
      ? (URL.parse(placeholders.url ?? '')?.hostname ?? '').replace(/^\[|\]$/g, '')
      : effects.variables.fill(host, `${where}.host`, placeholders);
  const limit = AbortSignal.timeout(timeout);
  const ends = AbortSignal.any([limit, effects.signal, ...(signal === undefined ? [] : [signal])]);
  try {
    await new Promise<void>((resolve, reject) => {
      const socket = connect({ host: address, port, signal: ends });
      socket.once('connect', () => {
        socket.destroy();
        resolve();
      });
      socket.once('error', reject);
    });
    return { kind: 'taken' };
  } catch (error) {
    effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    const reason = limit.aborted ? `no connection within ${timeout / 1000} s` : reasonOf(error, timeout);
    return { kind: 'not-taken', reason: `port ${port} of ${address}: ${reason}` };
  }
}

/** A port that takes connections. */
export const tcp: ProbeKind = {
  health: kind('tcp', settings, (chosen, context) => async (signal) => {
    const taken = await tryToConnect(chosen, context, signal);
    return taken.kind === 'taken' ? { kind: 'yes' } : { kind: 'unknown', reason: taken.reason };
  }),
  smokeTest: keyed('tcp', () =>
    z.strictObject({ ...smokeKeys, tcp: settings() }).transform((test) =>
      smokePart('tcp', test, async (context, signal) => {
        const taken = await tryToConnect(test.tcp, context, signal);
        return taken.kind === 'taken' ? { kind: 'passed' } : { kind: 'failed', reason: taken.reason };
      }),
    ),
  ),
};
