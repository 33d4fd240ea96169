import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { after } from 'node:test';
import { addressIn } from '../moto.ts';
import { type InstalledPart, installedPart } from './parts.ts';

/** Whether the stand-in for AWS can be started here: it is moto, extended for our tests. */
export const aws: InstalledPart = installedPart('The stand-in for AWS', 'python', 'bin', 'moto_server');

export const region = 'us-west-2';
export const account = '123456789012';

/** Seconds that things take, by the names of stand_in/world.py. */
export type Durations = Partial<
  Record<
    | 'notice'
    | 'create'
    | 'modify'
    | 'reboot'
    | 'failover'
    | 'delete'
    | 'snapshot'
    | 'restore'
    | 'resource'
    | 'start'
    | 'fail'
    | 'stop',
    number
  >
>;

interface Often {
  /** How many times; without it once, with null for ever. */
  readonly times?: number | null;
  /** How many calls pass before. */
  readonly after?: number;
}

export type Fault = Often &
  (
    | {
        /** A call is answered with an error, and not done. */
        readonly kind: 'answer';
        readonly service?: string;
        readonly action?: string;
        readonly accessKey?: string;
        readonly code: string;
        readonly message?: string;
        readonly status?: number;
      }
    | { readonly kind: 'insufficient-capacity'; readonly instanceClass: string }
    | { readonly kind: 'incompatible-parameters'; readonly instance: string }
    | { readonly kind: 'snapshot-fails' }
    | { readonly kind: 'key-not-accessible'; readonly what: 'copy' | 'restore' }
    | { readonly kind: 'resource-fails'; readonly resource: string }
    | { readonly kind: 'rollback-fails'; readonly stack?: string }
    | {
        readonly kind: 'task-fails';
        readonly service?: string;
        readonly image?: string;
        readonly reason?: string;
        readonly code?: string;
        readonly exitCode?: number;
        readonly containerReason?: string;
      }
    | { readonly kind: 'task-hangs'; readonly service?: string; readonly image?: string }
    | { readonly kind: 'other-image'; readonly image: string; readonly digest: string }
  );

export interface Call {
  readonly service: string;
  readonly action: string;
  readonly region: string;
  readonly accessKey: string;
}

/** An account of AWS, one for all tests of a file. */
export interface Aws {
  readonly endpoint: string;
  /** The credentials of a job that has logged in. */
  readonly variables: Readonly<Record<string, string>>;
  /** Resets everything, including faults and durations. */
  reset(): Promise<void>;
  /** From now on, and of what is under way. */
  durations(seconds: Durations): Promise<void>;
  quotas(most: { readonly DBInstances: number }): Promise<void>;
  fault(fault: Fault): Promise<void>;
  noFaults(): Promise<void>;
  /** What was asked since the reset, in order. */
  calls(): Promise<readonly Call[]>;
  /** What is pending is applied. */
  maintenanceWindow(): Promise<void>;
  /** Maintenance is due, by instance: what it is about. */
  maintenanceDue(due: Readonly<Record<string, string>>): Promise<void>;
  /** What keeps the content of the databases: called with each snapshot, restore, new name and end. */
  storage(address: string): Promise<void>;
  /** As if AWS itself had changed it. */
  instanceStatus(instance: string, status: string): Promise<void>;
}

let started: Promise<string> | undefined;
let running: ChildProcess | undefined;

after(() => running?.kill('SIGKILL'));

export async function newAws(): Promise<Aws> {
  started ??= start();
  const endpoint = await started;
  const ask = async (what: string, method: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${endpoint}/stand-in/${what}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${what} was answered with ${response.status}: ${await response.text()}`);
    return await response.json();
  };
  const reset = async (): Promise<void> => {
    await ask('reset', 'POST');
  };
  await reset();
  return {
    endpoint,
    variables: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: 'testing-key',
      AWS_SECRET_ACCESS_KEY: 'testing-secret',
      AWS_REGION: region,
      AWS_DEFAULT_REGION: region,
      AWS_EC2_METADATA_DISABLED: 'true',
      // Whoever runs the tests may have a real account.
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    },
    reset,
    durations: async (seconds) => {
      await ask('durations', 'PUT', seconds);
    },
    quotas: async (most) => {
      await ask('quotas', 'PUT', most);
    },
    fault: async (fault) => {
      await ask('faults', 'POST', fault);
    },
    noFaults: async () => {
      await ask('faults', 'DELETE');
    },
    // It answers with its record of each request.
    calls: async () => (await ask('calls', 'GET')) as readonly Call[],
    maintenanceWindow: async () => {
      await ask('maintenance-window', 'POST', { region });
    },
    maintenanceDue: async (due) => {
      await ask('maintenance-due', 'POST', due);
    },
    storage: async (address) => {
      await ask('storage', 'PUT', { address });
    },
    instanceStatus: async (instance, status) => {
      await ask('instance-status', 'POST', { region, instance, status });
    },
  };
}

async function start(): Promise<string> {
  const python = join(aws.path, '..', 'python');
  const server = spawn(python, [join(import.meta.dirname, 'stand_in/server.py'), '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  running = server;
  const address = await addressIn(server);
  server.stderr.resume();
  return address;
}
