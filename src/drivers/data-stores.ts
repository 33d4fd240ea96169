import { z } from 'zod';
import { type NamedPart, oneOf } from '../world/effects/kind.ts';
import { azureContainer } from './data/azure-container/kind.ts';
import type { DataStore } from './data/data-store.ts';
import { folder } from './data/folder/kind.ts';
import { infrahubBackup } from './data/infrahub-backup/kind.ts';
import { mongodb } from './data/mongodb/kind.ts';
import { mysql } from './data/mysql/kind.ts';
import { neo4j } from './data/neo4j/kind.ts';
import { postgres } from './data/postgres/kind.ts';
import { rds } from './data/rds/kind.ts';
import { s3Bucket } from './data/s3-bucket/kind.ts';
import { sqlite } from './data/sqlite/kind.ts';

/** The kinds of data that are backed up and restored: a new one is one folder and one line here. */
const kinds = [
  sqlite,
  postgres,
  mysql,
  mongodb,
  // A snapshot is read through the database in it.
  rds(oneOf([postgres.part, mysql.part])),
  folder,
  s3Bucket,
  azureContainer,
  infrahubBackup,
  neo4j,
];

export const dataStore = oneOf(kinds.map(({ part }) => part));
export const dataStoreInit = kinds.map(({ init }) => init);

/** A data store of an environment, and its place in the list: `[1]`; empty if it is written without a list. */
export interface DataPart extends NamedPart<DataStore> {
  readonly at: string;
}

/** All stores of an environment: a single one is written without the list. */
export const dataStores = z
  .union([dataStore, z.array(dataStore).min(1)])
  .transform((written): readonly DataPart[] =>
    'kind' in written ? [{ ...written, at: '' }] : written.map((part, index) => ({ ...part, at: `[${index}]` })),
  );
