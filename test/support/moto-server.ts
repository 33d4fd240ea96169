import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { need } from './tools.ts';

/** A server that speaks the protocol of S3. */
export const moto = need('moto_server');

export interface MotoServer {
  readonly address: string;
  stop(): void;
}

/** As `s3` has them. */
export function motoSettings(address: string, bucket: string): object {
  return {
    bucket,
    endpoint: address,
    'path-style': true,
    credentials: { 'access-key-id': '${MOTO_KEY}', 'secret-access-key': '${MOTO_SECRET}' },
  };
}

export const motoVariables = { MOTO_KEY: 'testing-key', MOTO_SECRET: 'testing-secret' };

/** As a client that has logged in; the server reads who asks, and does not check the signature. */
export async function askMoto(
  url: string,
  method: string,
  body?: Buffer<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=, Signature=';
  const response = await fetch(url, { method, headers: { authorization, ...headers }, ...(body && { body }) });
  if (!response.ok) throw new Error(`${method} ${url} was answered with ${response.status}: ${await response.text()}`);
  return response;
}

export async function startMoto(): Promise<MotoServer> {
  const python = join(dirname(await realpath(moto.path)), 'python');
  const server = spawn(python, [join(import.meta.dirname, 'aws/stand_in/storage.py'), '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  const address = await addressIn(server);
  server.stderr.resume();
  return { address, stop: () => server.kill('SIGKILL') };
}

export async function addressIn(server: ChildProcess): Promise<string> {
  const { stderr } = server;
  if (stderr === null) throw new Error('moto_server has no output');
  const ended = once(server, 'exit').then(() => {
    throw new Error('moto_server ended before it could be asked');
  });
  const said = (async () => {
    for await (const line of createInterface({ input: stderr })) {
      const address = /Running on (?<address>http:\/\/\S+)/.exec(line)?.groups?.address;
      if (address !== undefined) return address;
    }
    return await ended;
  })();
  return await Promise.race([said, ended]);
}
