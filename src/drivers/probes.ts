import type { z } from 'zod';
import { oneOf, type Part } from '../world/effects/kind.ts';
import { allHealthy } from './probes/all-of/kind.ts';
import { basic } from './probes/basic/kind.ts';
import { clientCredentials } from './probes/client-credentials/kind.ts';
import { command } from './probes/command/kind.ts';
import { firstVersion } from './probes/first-of/kind.ts';
import { http } from './probes/http/kind.ts';
import { login } from './probes/login/kind.ts';
import { logs } from './probes/logs/kind.ts';
import { mongodb } from './probes/mongodb/kind.ts';
import { mongodbServer } from './probes/mongodb-server/kind.ts';
import type { ProbeKind } from './probes/probe.ts';
import { rdsCluster } from './probes/rds-cluster/kind.ts';
import { rdsEngineVersion } from './probes/rds-engine/kind.ts';
import { sql } from './probes/sql/kind.ts';
import { tcp } from './probes/tcp/kind.ts';

/** The ways to query a system. A new one is a folder and a member here; its kind says what it can answer. */
const kinds: readonly ProbeKind[] = [
  http,
  command,
  sql,
  mongodb,
  mongodbServer,
  tcp,
  logs,
  rdsCluster,
  rdsEngineVersion,
];

function answering<Probe>(probe: (kind: ProbeKind) => z.ZodType<Part<Probe>> | undefined): z.ZodType<Part<Probe>> {
  return oneOf(kinds.flatMap((kind) => probe(kind) ?? []));
}

const oneVersion = answering(({ version }) => version);
export const versionProbe = oneOf([oneVersion, firstVersion(oneVersion)]);
const oneHealth = answering(({ health }) => health);
export const healthProbe = oneOf([oneHealth, allHealthy(oneHealth)]);
export const reachedProbe = answering(({ reached }) => reached);
export const migrationsProbe = answering(({ migrations }) => migrations);
export const migrationStarter = answering((kind) => kind.migrationStarter);
export const smokeTest = answering((kind) => kind.smokeTest);
export const measure = answering((kind) => kind.measure);
/** What a cluster consists of. */
export const topologyProbe = answering((kind) => kind.topology);
/** The step by which a job logs in for a query, by kind. */
export const probeLogins = kinds.flatMap(({ login: each }) => each ?? []);
/** What issues a credential that expires after a while. */
export const tokenSource = oneOf([clientCredentials, login, basic]);
export { answersOfProbes, evidenceSource, openEvidence } from './probes/http/evidence.ts';
