import { join } from 'node:path';
import { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import { type Companion, startCompanion } from '../../../world/processes/companion.ts';
import type { Processes, ProcessRequest, ProcessResult } from '../../../world/processes/process.ts';
import { withSecretFolder } from '../../../world/secrets/secret-folder.ts';
import { type SocketAnswer, type SocketClient, socketClient } from '../../../world/socket-client.ts';

/** The API of a cluster, which is read over one connection for as long as some work runs. */
export interface ClusterApi {
  /** @param accept another format than the usual JSON */
  get(path: string, accept?: string): Promise<ApiAnswer>;
  /** Passes on each line as it comes, until the server has no more. */
  lines(path: string, onLine: (line: string) => void, signal?: AbortSignal): Promise<ApiAnswer>;
}

export type ApiAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  /** Or not reached. `why` is a phrase, without the status. */
  | { readonly kind: 'refused'; readonly status: number | undefined; readonly why: string };

interface ApiOptions {
  readonly processes: Processes;
  /** kubectl, with the arguments that select the cluster. */
  readonly kubectl: readonly [string, ...string[]];
  readonly request: Pick<ProcessRequest, 'directory' | 'environment'>;
  /** Which only this user can read. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** The last output of a program, as a phrase. */
  readonly lastWords: (result: ProcessResult) => string;
  /** What was said, in a form that may be shown. */
  readonly errorLine: (text: string) => string;
}

/**
 * Only kubectl knows how this cluster is reached: by certificates, tokens, login programs, a proxy. It is started
 * once, by the first request, passes reads through and nothing else, and ends with the work.
 */
export async function withClusterApi<Result>(
  options: ApiOptions,
  work: (api: ClusterApi) => Promise<Result>,
): Promise<Result> {
  return await withSocketFolder(options.folder, async (folder) => {
    const connection = lazyConnection({ ...options, folder });
    try {
      return await work(apiBy(connection.open, options));
    } finally {
      await connection.close();
    }
  });
}

/** The longest name of a socket that all systems accept. */
const longestSocketName = 100;

async function withSocketFolder<Result>(folder: string, work: (folder: string) => Promise<Result>): Promise<Result> {
  if (Buffer.byteLength(socketIn(folder)) <= longestSocketName) return await work(folder);
  return await withSecretFolder({ RUNNER_TEMP: '/tmp' }, work);
}

function socketIn(folder: string): string {
  return join(folder, 'api');
}

interface Connection {
  readonly companion: Companion;
  readonly client: SocketClient;
}

/** Everything but GET. */
const otherMethods = '^([^G]|G[^E]|GE[^T]|GET.)';

/** Opened when it is first needed, and again if kubectl has ended by itself. */
function lazyConnection({ processes, kubectl, request, folder, signal, lastWords }: ApiOptions): {
  open(): Promise<SocketClient>;
  close(): Promise<void>;
} {
  let opening: Promise<Connection> | undefined;
  const opened = async (): Promise<Connection> => {
    const socket = socketIn(folder);
    const found = await startCompanion(
      processes,
      {
        ...request,
        argv: [
          ...kubectl,
          ...['proxy', `--unix-socket=${socket}`, '--append-server-path', `--reject-methods=${otherMethods}`],
        ],
        signal,
      },
      (line) => line.startsWith('Starting to serve'),
    );
    if (found.kind === 'ended') throw notOpened(lastWords(found.result));
    const { companion } = found;
    const client = socketClient(socket);
    void companion.ended.then(() => {
      client.close();
      opening = undefined;
    });
    return { companion, client };
  };
  return {
    open: async () => {
      opening ??= opened();
      const mine = opening;
      try {
        return (await mine).client;
      } catch (error) {
        // A concurrent request has started it anew.
        if (opening === mine) opening = undefined;
        throw error;
      }
    },
    close: async () => {
      const known = await opening?.catch(() => undefined);
      await known?.companion.end();
    },
  };
}

function notOpened(why: string): SystemFailure {
  return new SystemFailure({
    happened: `"kubectl proxy" ended at once${why}.`,
    means: 'What runs there now is not known.',
    next: 'Make sure that the kubeconfig of this job is right (kubectl version), then run the step again.',
  });
}

function apiBy(open: () => Promise<SocketClient>, { signal, errorLine }: ApiOptions): ClusterApi {
  const asked = async (
    ask: (client: SocketClient) => Promise<SocketAnswer>,
    asking: AbortSignal,
  ): Promise<ApiAnswer> => {
    const client = await open();
    try {
      return answerOf(await ask(client), errorLine);
    } catch (cause) {
      asking.throwIfAborted();
      const why = cause instanceof Error ? cause.message : String(cause);
      return { kind: 'refused', status: undefined, why: `: kubectl, which passes it on, does not answer (${why})` };
    }
  };
  return {
    get: async (path, accept = 'application/json') =>
      await asked((client) => client.get(path, { headers: { accept }, signal }), signal),
    lines: async (path, onLine, besides) => {
      const asking = besides === undefined ? signal : AbortSignal.any([signal, besides]);
      return await asked((client) => client.lines(path, onLine, { signal: asking }), asking);
    },
  };
}

/** What Kubernetes answers instead of the requested object. */
const refusal = z.looseObject({ kind: z.literal('Status'), message: z.string().default('') });

function answerOf({ status, text }: SocketAnswer, errorLine: (text: string) => string): ApiAnswer {
  if (status === 200) return { kind: 'answer', text };
  if (status === 401) return { kind: 'refused', status, why: ': the server does not accept its login (Unauthorized)' };
  const read = refusal.safeParse(parsed(text));
  // If there was no answer, kubectl says why in its own words; everything else is from something between it and the server.
  const said = read.success ? read.data.message : status === 500 ? text : '';
  const words = errorLine(said.trim());
  return { kind: 'refused', status, why: words === '' ? `: HTTP ${status}` : `: ${words}` };
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
