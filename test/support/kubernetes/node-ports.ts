import { connect, createServer, type Server } from 'node:net';
import type { Listed } from './api.ts';
import type { RunningPod } from './pod.ts';

export interface Service extends Listed {
  readonly spec: {
    readonly type?: string;
    readonly selector?: Readonly<Record<string, string>>;
    readonly ports?: readonly {
      readonly port: number;
      readonly targetPort?: number | string;
      readonly nodePort?: number;
    }[];
  };
}

/** Services of type NodePort: their ports on 127.0.0.1, each connection to the next pod that is ready. */
export function openNodePorts(pods: () => readonly RunningPod[]): {
  seen(service: Service, gone: boolean): void;
  close(): void;
} {
  const servers = new Map<number, Server>();
  const close = (port: number): void => {
    servers.get(port)?.close();
    servers.delete(port);
  };
  let turn = 0;
  return {
    seen: ({ spec, metadata: { namespace } }, gone) => {
      for (const { nodePort, port, targetPort = port } of spec.ports ?? []) {
        if (nodePort === undefined) continue;
        if (gone) close(nodePort);
        if (gone || servers.has(nodePort)) continue;
        const server = createServer((socket) => {
          const ready = pods().filter(
            (one) => one.isServing() && one.pod.metadata.namespace === namespace && matches(spec.selector, one),
          );
          turn += 1;
          const chosen = ready[turn % Math.max(1, ready.length)];
          if (chosen === undefined) {
            socket.destroy();
            return;
          }
          const onward = connect(chosen.port(targetPort), chosen.address);
          onward.on('error', () => socket.destroy());
          socket.on('error', () => onward.destroy());
          socket.pipe(onward).pipe(socket);
        });
        server.on('error', () => undefined);
        server.listen(nodePort, '127.0.0.1');
        servers.set(nodePort, server);
      }
    },
    close: () => {
      for (const port of servers.keys()) close(port);
    },
  };
}

function matches(selector: Readonly<Record<string, string>> = {}, { pod }: RunningPod): boolean {
  return Object.entries(selector).every(([key, value]) => pod.metadata.labels?.[key] === value);
}
