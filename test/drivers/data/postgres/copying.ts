import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareFingerprints, type FingerprintComparison } from '../../../../src/core/decisions/fingerprint.ts';
import type { Finding } from '../../../../src/core/messages/finding.ts';
import type { DataStore } from '../../../../src/drivers/data/data-store.ts';
import { dataStore } from '../../../../src/drivers/data-stores.ts';
import type { Processes } from '../../../../src/world/processes/process.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import { mayReplace } from '../../../support/marking.ts';
import type { TestPostgres } from '../../../support/postgres.ts';

/** Somebody who may log in to the server of a test. */
export interface Login {
  readonly user: string;
  readonly password: string;
}

/** A production database, a staging database, and what is copied from one to the other. */
export interface Copying {
  readonly production: string;
  readonly staging: string;
  /** Where the backup's files are. */
  readonly directory: string;
  readonly warnings: readonly string[];
  source(settings?: Settings): DataStore;
  target(settings?: Settings): DataStore;
  backup(settings?: Settings, finished?: (path: string) => void): Promise<void>;
  /** Restores the backup that was taken last. */
  restore(settings?: Settings): Promise<void>;
  /** As a rollback does. */
  restoreOriginal(): Promise<void>;
  /** The result of a restore. */
  compare(settings?: Settings): Promise<FingerprintComparison>;
  /** What staging's preflight reports about production's database as it is now. */
  preflight(settings?: Settings): Promise<readonly Finding[]>;
  stop(): Promise<void>;
}

export interface Settings extends Readonly<Record<string, unknown>> {
  readonly as?: Login;
}

export interface CopyingChoice {
  readonly name: string;
  /** What production holds. */
  readonly production?: string;
  /** What staging holds before. */
  readonly staging?: string;
  /** Options of CREATE DATABASE. */
  readonly createProduction?: string;
  readonly createStaging?: string;
  /** What starts pg_dump and pg_restore. */
  readonly processes?: Processes;
  /** Where staging is; left out, on the same server. */
  readonly stagingServer?: TestPostgres;
  /** Of both stores. */
  readonly settings?: Settings;
}

export async function copying(server: TestPostgres, choice: CopyingChoice): Promise<Copying> {
  const { name, stagingServer = server, settings: usual = {} } = choice;
  const production = `${name}_production`;
  const staging = `${name}_staging`;
  await server.sql('postgres', `CREATE DATABASE "${production}" ${choice.createProduction ?? ''}`);
  await stagingServer.sql('postgres', `CREATE DATABASE "${staging}" ${choice.createStaging ?? ''}`);
  if (choice.production !== undefined) await server.sql(production, choice.production);
  if (choice.staging !== undefined) await stagingServer.sql(staging, choice.staging);
  const directory = await mkdtemp(join(tmpdir(), 'staged-upgrade-copying-'));
  const effects = databaseEffects({}, choice.processes === undefined ? {} : { processes: choice.processes });
  let taken: Awaited<ReturnType<DataStore['backup']>> | undefined;
  const open = (where: string, on: TestPostgres, database: string, settings: Settings = {}): DataStore => {
    const { as, ...others } = { ...usual, ...settings };
    const address =
      as === undefined
        ? { url: on.url(database) }
        : { url: `postgres://${as.user}@127.0.0.1:${on.port}/${encodeURIComponent(database)}`, password: as.password };
    return dataStore
      .parse({ postgres: { ...address, tools: on.tools, ...others } })
      .open({ effects, where: `environments.${where}.data`, placeholders: {} });
  };
  const source = (settings?: Settings) => open('production', server, production, settings);
  const target = (settings?: Settings) => open('staging', stagingServer, staging, settings);
  return {
    ...{ production, staging, directory, warnings: effects.warnings, source, target },
    backup: async (settings, finished) => {
      await rm(directory, { recursive: true, force: true });
      await mkdir(directory);
      taken = await source(settings).backup({ directory, log: effects.log, ...(finished && { finished }) });
    },
    restore: async (settings) => {
      await target(settings).restore({ mayReplace, directory, references: [], log: effects.log });
    },
    restoreOriginal: async () => {
      await target().restore({ mayReplace, directory, references: [], log: effects.log, isOriginal: true });
    },
    compare: async (settings) => {
      if (taken === undefined) throw new Error('there is no backup yet');
      return compareFingerprints(
        taken.fingerprint,
        await target(settings).fingerprint(
          undefined,
          taken.fingerprint.kind === 'none' ? undefined : taken.fingerprint.value,
        ),
      );
    },
    preflight: async (settings) => {
      const needs = await source().needs?.();
      return (await target(settings).preflight?.({ use: 'restore', subject: 'staging', needs })) ?? [];
    },
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}

export function said(findings: readonly Finding[], kind: Finding['kind']): string {
  return findings
    .filter((finding) => finding.kind === kind)
    .map(({ happened, next }) => `${happened} ${next}`)
    .join('\n');
}
