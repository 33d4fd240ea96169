import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isAtLeast } from './releases.ts';

const settings = z.object({
  port: z.coerce.number(),
  baseUrl: z.string(),
  binaryStorage: z.string().optional(),
  defaultSuperAdminClientId: z.string().optional(),
  defaultSuperAdminClientSecret: z.string().optional(),
  database: z.object({
    host: z.string(),
    port: z.coerce.number(),
    dbname: z.string(),
    username: z.string(),
    password: z.string(),
    runMigrations: z.unknown().optional(),
    disableRunPostDeployMigrations: z.unknown().optional(),
  }),
  redis: z.object({ host: z.string(), port: z.coerce.number(), db: z.coerce.number().default(0) }),
});
export type Configuration = z.output<typeof settings>;

const groups = ['database', 'redis'] as const;

/** @param source `file:<path>` or `env`, as the server takes it */
export function readConfiguration(
  release: string,
  source: string,
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  if (source.startsWith('file:')) return settings.parse(JSON.parse(readFileSync(source.slice('file:'.length), 'utf8')));
  const found: Record<string, unknown> = { database: {}, redis: {} };
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith('MEDPLUM_') || value === undefined) continue;
    const key = name.slice('MEDPLUM_'.length);
    const group = groups.find((one) => key.startsWith(`${one.toUpperCase()}_`));
    if (group === undefined) found[camelCase(key)] = value;
    else Object.assign(found[group] ?? {}, { [camelCase(key.slice(group.length + 1))]: inGroup(release, value) });
  }
  return settings.parse(found);
}

/** Up to 5.1.0 a setting of a group stays a text, so that "false" counts as true; corrected in 5.1.1. */
function inGroup(release: string, value: string): unknown {
  if (!isAtLeast(release, '5.1.1')) return value;
  return value === 'true' ? true : value === 'false' ? false : value;
}

function camelCase(name: string): string {
  return name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
