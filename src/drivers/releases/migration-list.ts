import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PinnedMigrations } from '../../core/model/listed-migrations.ts';
import { listedMigration, type MigrationListSource } from '../../core/path/rules/migration-list.ts';
import type { Effects } from '../../world/effects/effects.ts';
import { readJson } from './answer.ts';
import { httpClient } from './http.ts';
import { malformedResponse, refusedAnswer } from './http-failure.ts';

const entry = z.record(z.string(), z.unknown());
const container = z.lazy(() => z.union([z.array(entry), z.record(z.string(), entry)]));

/** The address of the list that belongs to one release. */
export function migrationListUrl({ url }: MigrationListSource, release: { tag: string; version: string }): string {
  return url
    .replaceAll('{tag}', encodeURIComponent(release.tag))
    .replaceAll('{version}', encodeURIComponent(release.version));
}

/** Rejects with a SystemFailure if the list cannot be read completely: half of it would let a wrong hop pass. */
export async function readMigrationList(
  settings: MigrationListSource,
  address: string,
  effects: Effects,
): Promise<PinnedMigrations> {
  const url = new URL(address);
  const source = 'the list of migrations';
  const reply = await httpClient(effects, { source })({ url }, effects.signal);
  if (reply.status !== 200) throw refusedAnswer(source, url, reply);
  const malformed = (what: string) => malformedResponse(source, url, what);
  const found = within(readJson(z.unknown(), reply, { source, url }), settings.at);
  const read = container.safeParse(found);
  if (!read.success) throw malformed('has no list of migrations where the product definition looks for it');
  const entries = Array.isArray(read.data)
    ? read.data.map((one) => ({ id: settings.id === undefined ? undefined : one[settings.id], one }))
    : Object.entries(read.data).map(([key, one]) => ({ id: settings.id === undefined ? key : one[settings.id], one }));
  const list = entries.map(({ id, one }) => {
    const before = settings['required-before'] === undefined ? undefined : one[settings['required-before']];
    const migration = listedMigration.safeParse({
      id,
      'runs-from': one[settings['runs-from']],
      ...(before === undefined || before === null ? {} : { 'required-before': before }),
    });
    if (migration.success) return migration.data;
    throw malformed(`has a migration that cannot be read (${JSON.stringify(one).slice(0, 200)})`);
  });
  if (list.length === 0) throw malformed('lists no migration');
  return { url: address, sha256: createHash('sha256').update(reply.body).digest('hex'), list };
}

function within(json: unknown, path: string | undefined): unknown {
  let value = json;
  for (const key of path?.split('.') ?? []) {
    const record = z.record(z.string(), z.unknown()).safeParse(value);
    value = record.success ? record.data[key] : undefined;
  }
  return value;
}
