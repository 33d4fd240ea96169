import { Agent, type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** Requests over HTTP to a server on this machine that listens on a Unix socket; connections are kept. */
export interface SocketClient {
  get(path: string, call: SocketCall): Promise<SocketAnswer>;
  /** Passes on each line as it comes, for as long as the server sends any. If it refuses, that is in the answer. */
  lines(path: string, onLine: (line: string) => void, call: SocketCall): Promise<SocketAnswer>;
  close(): void;
}

export interface SocketCall {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface SocketAnswer {
  readonly status: number;
  /** Empty if it was passed on line by line. */
  readonly text: string;
}

/** A server that sends nothing for this long will not answer. */
const silenceMilliseconds = 60_000;
const maxConnections = 8;

/** A request rejects if there is no answer, and with the signal's own reason if it was aborted. */
export function socketClient(socketPath: string): SocketClient {
  const agent = new Agent({ keepAlive: true, maxSockets: maxConnections });
  const send = async <Read>(
    path: string,
    { headers = {}, signal }: SocketCall,
    options: { readonly mayBeSilent: boolean },
    read: (response: IncomingMessage) => Promise<Read>,
  ): Promise<Read> => {
    signal.throwIfAborted();
    // A connection that may be silent for hours does not block the others.
    const asked = request({
      ...{ socketPath, path, headers: { host: 'localhost', ...headers } },
      agent: options.mayBeSilent ? false : agent,
    });
    const stop = (): void => void asked.destroy(new Error('aborted'));
    signal.addEventListener('abort', stop, { once: true });
    if (!options.mayBeSilent) {
      const seconds = silenceMilliseconds / 1000;
      asked.setTimeout(silenceMilliseconds, () => asked.destroy(new Error(`it sent nothing for ${seconds} s`)));
    }
    try {
      return await new Promise<Read>((resolve, reject) => {
        asked.on('error', reject);
        asked.on('response', (response) => void read(response).then(resolve, reject));
        asked.end();
      });
    } catch (cause) {
      signal.throwIfAborted();
      throw cause;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
  const whole = async (response: IncomingMessage): Promise<SocketAnswer> => ({
    status: response.statusCode ?? 0,
    text: await text(response),
  });
  return {
    get: async (path, call) => await send(path, call, { mayBeSilent: false }, whole),
    lines: async (path, onLine, call) =>
      await send(path, call, { mayBeSilent: true }, async (response) => {
        if (response.statusCode !== 200) return await whole(response);
        for await (const line of createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY }))
          onLine(line);
        return { status: 200, text: '' };
      }),
    close: () => agent.destroy(),
  };
}
