import { loadConfiguration } from '../../src/config/load.ts';
import type { Configuration } from '../../src/config/schema.ts';
import type { GateScope, GateSetting } from '../../src/core/model/gate.ts';
import { type Product, resolveProduct, shippedProducts } from '../../src/products/registry.ts';
import { githubAddress } from './github.ts';
import { toleranceMilliseconds } from './journal-record.ts';
import { windowTimes, windowZone } from './maintenance-window.ts';
import { dataMigrations, isReversible, manualStep, stageOf, stations } from './releases.ts';
import { deferVariable } from './tools.ts';

/** How long the smoke tests of production are repeated, if that is configured. */
export const validationMilliseconds = 480_000;

/** A user's configuration, read by the code that reads it for a user. */
export interface WrittenConfiguration {
  readonly configuration: Configuration;
  readonly document: Readonly<Record<string, unknown>>;
  readonly product: Product;
}

export interface Choices {
  readonly deferrable: boolean;
  readonly gates: GateSetting;
  readonly scope: GateScope;
  /** Restore points are proved before the deploy on production. */
  readonly proves: boolean;
  /** Production may be changed only while a maintenance window is open. */
  readonly windows: boolean;
  /** Smoke tests of production are repeated for some time. */
  readonly validates: boolean;
  /** The path is a list of stages: nothing is restored, and staging is waived. */
  readonly staged: boolean;
  /** Another edition runs another command on the same systems, so that its hops have other digests. */
  readonly edition: number;
}

/** Reading takes a while and gives the same each time, so each is read once. */
export function configurations(): (choices: Choices) => WrittenConfiguration {
  const read = new Map<string, WrittenConfiguration>();
  return (choices) => {
    const key = JSON.stringify(choices);
    const known = read.get(key) ?? load(choices);
    read.set(key, known);
    return known;
  };
}

function load(choices: Choices): WrittenConfiguration {
  const text = JSON.stringify(documentOf(choices));
  const { value: configuration, document } = loadConfiguration(text, 'staged-upgrade.yml', shippedProducts);
  return { configuration, document, product: resolveProduct(configuration.product, document) };
}

/** Why there is no staging for a path of stages. */
export const waiver = 'A second system of this size is not to be had.';

function documentOf(choices: Choices) {
  const { deferrable, gates, scope, proves, windows, validates, edition } = choices;
  const hooks = (side: string) => ({
    'before-deploy': { run: ['hook', side, 'before-deploy'] },
    'after-deploy': { run: ['hook', side, `after-deploy`] },
    'on-failure': { run: ['hook', side, 'on-failure'] },
  });
  const common = {
    system: 'records',
    gates: { production: gates, finalize: gates, scope },
    journal: { store: { folder: { path: 'journal' } } },
    lock: { lease: '15m', 'clock-tolerance': `${toleranceMilliseconds / 1000}s` },
    ...(windows ? { windows: { 'time-zone': windowZone, open: [windowTimes] } } : {}),
    ...(validates ? { validate: { for: `${validationMilliseconds / 1000}s`, every: '1m' } } : {}),
    'start-timeout': '1m',
    budget: '20m',
  };
  if (choices.staged) {
    const production = { url: 'http://production.internal', hooks: hooks('production') };
    return { ...common, product: stagesProduct(edition), environments: { production, staging: { waive: waiver } } };
  }
  return {
    ...common,
    product: productOf(deferrable),
    environments: {
      production: {
        url: 'http://production.internal',
        data: { sqlite: { file: 'production.db' } },
        deploy: {
          command: { run: ['deploy', 'production', '{version}', `edition-${edition}`], stop: ['stop', 'production'] },
        },
        hooks: { 'before-backup': { run: ['hook', 'production', 'before-backup'] }, ...hooks('production') },
      },
      staging: {
        disposable: true,
        url: 'http://staging.internal',
        data: { sqlite: { file: 'staging.db' } },
        deploy: {
          command: { run: ['deploy', 'staging', '{version}', `edition-${edition}`], stop: ['stop', 'staging'] },
        },
        hooks: { scrub: { run: ['hook', 'staging', 'scrub'] }, ...hooks('staging') },
      },
    },
    backup: { store: { folder: { path: 'backups' } } },
    'restore-point': { prove: proves },
    rehearsal: { 'max-age': '6h' },
  };
}

const health = { http: { path: '/health', expect: { json: { ok: true } } } };
const smoke = [{ name: 'every record can be read', http: { path: '/records/verify', expect: { json: { ok: true } } } }];
const byHand = { id: manualStep, text: 'Change every program that reads dates.' };

function stagesProduct(edition: number) {
  const deploy = { command: { run: ['deploy', 'production', '{version}', `edition-${edition}`] } };
  return {
    name: 'simulated',
    title: 'Simulated move',
    stages: stations.map((station, place) => ({
      name: stageOf(station),
      title: `As ${station}`,
      reason: 'The one before leads to it.',
      reached: { http: { path: `/reached/${stageOf(station)}`, expect: { json: { reached: true } } } },
      ...(place === 0 ? {} : { deploy, ...(isReversible(stageOf(station)) ? { back: deploy } : {}) }),
      ...(station === '1.2.1' ? { manual: [byHand] } : {}),
    })),
    probes: { health },
    smoke,
  };
}

function productOf(deferrable: boolean) {
  const migrations = {
    defer: { env: { [deferVariable]: 'true' } },
    start: { http: { path: '/migrations/start', started: [202], 'nothing-pending': [200] } },
    settle: '2s',
    trace: '90s',
  };
  const probe = {
    http: {
      path: '/migrations',
      state: { at: 'state', done: ['done'], pending: ['pending'], running: ['running'], failed: ['failed'] },
      current: 'current',
      applied: 'applied',
      progress: { done: 'rows.done', total: 'rows.total' },
      error: 'error',
      jobs: {
        list: 'jobs',
        id: 'id',
        migration: 'migration',
        state: { at: 'state', queued: ['queued'], running: ['running'], failed: ['failed'] },
      },
    },
  };
  const list = dataMigrations.map(({ name, runsFrom, requiredBefore }) => ({
    id: name,
    'runs-from': runsFrom,
    'required-before': requiredBefore,
  }));
  return {
    name: 'simulated',
    title: 'Simulated server',
    versions: { scheme: 'semver', pattern: '^(?<version>\\d+\\.\\d+\\.\\d+)(-(?<build>[0-9a-f]{7}))?$' },
    releases: { 'github-releases': { repository: 'acme/server', api: githubAddress } },
    path: [
      {
        'no-line-skipped': { line: 'minor', land: 'newest', reason: 'A minor reads what the one before has migrated.' },
      },
      { manual: { ...byHand, entering: '1.2' } },
      { migrations: { reason: 'The server refuses to start while one that it needs is pending.', list } },
    ],
    probes: {
      health,
      version: { http: { path: '/version', value: 'version' } },
      ...(deferrable ? { migrations: probe } : {}),
    },
    ...(deferrable ? { migrations } : {}),
    smoke,
  };
}
