import { Agent, request } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';

/** The API of a test's own cluster, called as its node calls it. */
export interface Api {
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Passes on each object of a list, and every later change in it, until it is closed. */
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

const retryMilliseconds = 200;

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
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // The server closed a kept connection just when it was used again: it has seen nothing of this.
        if (asked.reusedSocket && error.code === 'ECONNRESET') call<Answer>(method, path, body).then(resolve, reject);
        else reject(error);
      });
      asked.end(text);
    });
  };
  /** Resolves with the version from which to continue when the server has ended it; a version that it no longer has is refused. */
  const watch = async <Item extends Listed>(
    path: string,
    from: string,
    seen: (item: Item, gone: boolean) => void,
  ): Promise<string> => {
    let version = from;
    const separator = path.includes('?') ? '&' : '?';
    const url = new URL(`${path}${separator}watch=1&resourceVersion=${version}`, server);
    await new Promise<void>((resolve, reject) => {
      const asked = request(url, { agent, headers: { authorization } }, (response) => {
        let rest = '';
        if (response.statusCode !== 200) {
          response.resume();
          reject(new Error(`the watch of ${path} was answered with ${response.statusCode}`));
          return;
        }
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            const { type, object }: Change<Item> = JSON.parse(line);
            if (type === 'ERROR') {
              reject(new Error(`the watch of ${path} was ended: ${line}`));
              return;
            }
            version = object.metadata.resourceVersion ?? version;
            if (type !== 'BOOKMARK') seen(object, type === 'DELETED');
          }
        });
        response.on('error', () => undefined);
        response.on('close', resolve);
      });
      asked.on('error', reject);
      asked.end();
    });
    return version;
  };
  return {
    call,
    follow: async <Item extends Listed>(path: string, seen: (item: Item, gone: boolean) => void) => {
      const known = new Map<string, Item>();
      const noted = (item: Item, gone: boolean): void => {
        if (gone) known.delete(item.metadata.uid);
        else known.set(item.metadata.uid, item);
        seen(item, gone);
      };
      const list = async (): Promise<string> => {
        const { items, metadata } = await call<List<Item>>('GET', path);
        const there = new Set(items.map((item) => item.metadata.uid));
        for (const item of [...known.values()]) if (!there.has(item.metadata.uid)) noted(item, true);
        for (const item of items) noted(item, false);
        return metadata.resourceVersion;
      };
      const first = await list();
      const goOn = async (): Promise<void> => {
        let version: string | undefined = first;
        while (isOpen) {
          try {
            version = await watch(path, version ?? (await list()), noted);
          } catch {
            // Like the vendor's own clients: after a watch that has failed, everything is listed anew.
            version = undefined;
            await pause(retryMilliseconds);
          }
        }
      };
      void goOn();
    },
    close: () => {
      isOpen = false;
      agent.destroy();
    },
  };
}
