import { Agent, request } from 'node:https';

/** The API of a cluster of a test's own, asked as its node asks it. */
export interface Api {
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Hands over each object of a list, and whatever changes in it from then on, until it is closed. */
  follow<Item extends Listed>(path: string, seen: (item: Item, gone: boolean) => void): Promise<void>;
  close(): void;
}

export interface Listed {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly resourceVersion?: string;
    readonly deletionTimestamp?: string;
  };
}

interface List<Item> {
  readonly items: readonly Item[];
  readonly metadata: { readonly resourceVersion: string };
}

interface Change<Item> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: Item;
}

export function openApi(server: string, token: string): Api {
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  const authorization = `Bearer ${token}`;
  let isOpen = true;
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const text = body === undefined ? '' : JSON.stringify(body);
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
    const headers = {
      authorization,
      ...(body === undefined ? {} : { 'content-type': type, 'content-length': Buffer.byteLength(text) }),
    };
    return await new Promise((resolve, reject) => {
      const asked = request(new URL(path, server), { method, agent, headers }, (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          answer += chunk;
        });
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status < 300) resolve(JSON.parse(answer === '' ? '{}' : answer));
          else reject(new Error(`${method} ${path}: ${status} ${answer.slice(0, 300)}`));
        });
      });
      asked.on('error', reject);
      asked.end(text);
    });
  };
  const watch = <Item extends Listed>(path: string, from: string, seen: (item: Item, gone: boolean) => void): void => {
    if (!isOpen) return;
    let version = from;
    const separator = path.includes('?') ? '&' : '?';
    const url = new URL(`${path}${separator}watch=1&resourceVersion=${version}`, server);
    const asked = request(url, { agent, headers: { authorization } }, (response) => {
      let rest = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const { type, object }: Change<Item> = JSON.parse(line);
          version = object.metadata?.resourceVersion ?? version;
          if (type !== 'ERROR' && type !== 'BOOKMARK') seen(object, type === 'DELETED');
        }
      });
      response.on('error', () => undefined);
      response.on('close', () => watch(path, version, seen));
    });
    asked.on('error', () => undefined);
    asked.end();
  };
  return {
    call,
    follow: async <Item extends Listed>(path: string, seen: (item: Item, gone: boolean) => void) => {
      const { items, metadata } = await call<List<Item>>('GET', path);
      for (const item of items) seen(item, false);
      watch(path, metadata.resourceVersion, seen);
    },
    close: () => {
      isOpen = false;
      agent.destroy();
    },
  };
}
