import { Agent, type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

/** Reads over HTTP from a server of this machine that listens on a socket in the file system; connections are kept. */
export interface SocketClient {
  get(path: string, call: SocketCall): Promise<SocketAnswer>;
  /** Hands over each line as it comes, for as long as the server sends any. What it refuses is in the answer. */
  lines(path: string, onLine: (line: string) => void, call: SocketCall): Promise<SocketAnswer>;
  close(): void;
}

export interface SocketCall {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface SocketAnswer {
  readonly status: number;
  /** Empty where it was handed over by lines. */
  readonly text: string;
}

/** What a server sends nothing for so long has no answer. */
const silenceMilliseconds = 60_000;
const mostConnections = 8;

/** What it is asked rejects where there is no answer, and with the signal's own reason where it was aborted. */
export function socketClient(socketPath: string): SocketClient {
  const agent = new Agent({ keepAlive: true, maxSockets: mostConnections });
  const send = async <Read>(
    path: string,
    { headers = {}, signal }: SocketCall,
    options: { readonly mayBeSilent: boolean },
    read: (response: IncomingMessage) => Promise<Read>,
  ): Promise<Read> => {
    signal.throwIfAborted();
    // What may be silent for hours keeps no connection from the others.
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
