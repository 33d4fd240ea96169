import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { stringify } from 'yaml';
import { openLiveSystem } from '../../../src/steps/environment/live-system.ts';
import { openProject } from '../../../src/steps/hop/open-project.ts';
import { systemClock } from '../../../src/world/clock.ts';
import { silentLog } from '../../../src/world/log.ts';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { masks } from '../../../src/world/secrets/masks.ts';
import { variablesFrom } from '../../../src/world/variables.ts';
import { penWith } from '../../../src/world/writing/pen.ts';

const environmentOf = (side: string) => ({
  url: `\${${side}_URL}`,
  access: { 'admin-token': `\${${side}_TOKEN}` },
  data: { sqlite: { file: `\${${side}_STATE}/records.sqlite` } },
  deploy: { command: { run: ['deploy', `\${${side}_TOKEN}`, '{version}'], stop: ['stop'] } },
});

const environment = {
  PRODUCTION_URL: 'http://records.acme.invalid:8443',
  PRODUCTION_TOKEN: 'a-token-4711',
  PRODUCTION_STATE: '/srv/records',
};

test('messages about a server name it, and secrets are never shown', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-open-'));
  t.after(() => rm(directory, { recursive: true }));
  await mkdir(join(directory, '.github'));
  const document = {
    system: 'records',
    product: 'sample',
    environments: {
      production: environmentOf('PRODUCTION'),
      staging: { ...environmentOf('STAGING'), disposable: true, hooks: { scrub: { waive: 'Invented records.' } } },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
  };
  await writeFile(join(directory, '.github', 'staged-upgrade.yml'), stringify(document));
  const secrets = masks(() => undefined);
  const effects = {
    clock: systemClock,
    processes: systemProcesses,
    fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })),
    log: silentLog,
    variables: variablesFrom(environment, (value) => secrets.add(value)),
    pen: penWith(secrets),
    mask: (value: string) => void secrets.add(value),
    environment,
    directory,
    signal: new AbortController().signal,
  };
  const project = await openProject(undefined, effects, {
    kind: 'terminal',
    id: 'test',
    attempt: 1,
    actor: 'engineer',
  });
  const { version } = await openLiveSystem(project, 'production', []).observe();
  assert.equal(version.kind, 'unknown');
  assert.match(
    secrets.redact(version.kind === 'unknown' ? version.reason : ''),
    /http:\/\/records\.acme\.invalid:8443/,
  );
  assert.equal(secrets.redact('deploy a-token-4711 on /srv/records'), 'deploy *** on /srv/records');
});
