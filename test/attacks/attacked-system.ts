import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandResult } from '../../src/core/interface/result.ts';
import type { Entry } from '../../src/core/model/event.ts';
import { openProject } from '../../src/steps/hop/open-project.ts';
import { systemClock } from '../../src/world/clock.ts';
import type { Effects } from '../../src/world/effects/effects.ts';
import { variablesFrom } from '../../src/world/variables.ts';
import { databaseEffects } from '../support/database-effects.ts';
import { type Invocation, invoke } from '../support/invocation.ts';

const hop = '1.0.0--1.1.0';

/** A system whose staging is led elsewhere: real databases, the real commands, and a server that only reports its version. */
export interface AttackedSystem {
  readonly folder: string;
  /** @param staging where the configuration's variable of staging leads for this one command */
  ask(command: string, staging: string, more?: Partial<Invocation>): Promise<CommandResult>;
  /** Plans, checks and backs production up. */
  backUp(): Promise<void>;
  entries(): Promise<readonly Entry[]>;
}

export interface AttackedParts {
  /** `{ sqlite: { file: '${PRODUCTION}' } }`, for a side. */
  readonly dataOf: (variable: string) => unknown;
  readonly production: string;
  readonly staging: string;
  /** Other keys of the configuration. */
  readonly configuration?: Readonly<Record<string, unknown>>;
}

export async function attackedSystem(
  parts: AttackedParts,
  after: (end: () => unknown) => void,
): Promise<AttackedSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-attacked-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const url = await serverOf('1.0.0', after);
  await mkdir(join(folder, '.github'));
  const environment = (name: string, address: string) => ({
    url: address,
    data: parts.dataOf(`\${${name}}`),
    deploy: { command: { run: ['true'], stop: ['true'] } },
  });
  const configuration = {
    system: 'records',
    product: {
      name: 'attacked',
      title: 'Attacked server',
      versions: {},
      releases: { list: ['1.0.0', '1.1.0', '1.2.0'] },
      path: [],
      probes: { health: { http: { path: '/health' } }, version: { http: { path: '/version', value: 'version' } } },
      smoke: [],
    },
    environments: {
      production: environment('PRODUCTION', url),
      staging: {
        ...environment('STAGING', 'http://127.0.0.1:9'),
        disposable: true,
        hooks: { scrub: { waive: 'The records are invented.' } },
      },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
    ...parts.configuration,
  };
  await writeFile(join(folder, '.github', 'staged-upgrade.yml'), JSON.stringify(configuration));
  const effectsOf = (staging: string): Effects => {
    const variables = { PATH: process.env.PATH ?? '', PRODUCTION: parts.production, STAGING: staging };
    const quick = { ...systemClock, sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 5)) };
    return {
      ...databaseEffects(variables, { clock: quick, directory: folder, environment: variables }),
      variables: variablesFrom(variables, () => undefined),
    };
  };
  const run = { kind: 'terminal', id: 'attack', attempt: 1, actor: 'engineer' } as const;
  const ask: AttackedSystem['ask'] = (command, staging, more = {}) =>
    invoke({ command, acknowledge: [], facts: [], ...more }, effectsOf(staging), run);
  return {
    folder,
    ask,
    backUp: async () => {
      assert.equal((await ask('plan', parts.staging, { target: '1.1.0', operation: 'climb' })).outcome, 'passed');
      for (const [command, more] of [
        ['check', {}],
        ['backup', { purpose: 'rehearsal' }],
      ] as const) {
        const { outcome, message, headline } = await ask(command, parts.staging, { hop, ...more });
        assert.equal(outcome, 'passed', `${command}: ${message?.happened ?? headline}`);
      }
    },
    entries: async () => (await openProject(undefined, effectsOf(parts.staging), run)).journal.read(),
  };
}

export { hop };

async function serverOf(version: string, after: (end: () => unknown) => void): Promise<string> {
  const server = createServer((_, response) => response.end(JSON.stringify({ version })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return `http://127.0.0.1:${address.port}`;
}
