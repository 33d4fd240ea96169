import { resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Reading } from '../../../core/model/observation.ts';
import { readInstanceClass } from '../../../core/path/sources/topology/instance-class.ts';
import type { Declared } from '../../../core/path/sources/topology/seen.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { readTextFile } from '../../../world/text-file.ts';
import { valueAt } from '../json-value.ts';
import type { RdsClusterSettings } from './kind.ts';

const count = z.int().min(1).max(16);
const text = z.string().min(1);

/** What the configuration file of the application declares. */
export async function readDeclared(
  { configuration }: RdsClusterSettings,
  { effects, where, placeholders }: PartContext,
): Promise<Reading<Declared>> {
  const unknown = (reason: string): Reading<Declared> => ({ kind: 'unknown', reason });
  const file = effects.variables.fill(configuration.file, `${where}.configuration.file`, placeholders);
  const content = await readTextFile(resolve(effects.directory, file)).catch(() => undefined);
  if (content === undefined) return unknown(`the configuration file "${file}" does not exist, or cannot be read`);
  const json = parsed(content);
  if (json === undefined) return unknown(`the configuration file "${file}" is neither JSON nor YAML`);
  const foreign = valueAt(json, configuration.foreign);
  if (foreign !== undefined && foreign !== null && foreign !== '')
    return unknown(
      `"${configuration.foreign}" is set in "${file}": the stack uses a database that it does not own, so nothing of it is resized there`,
    );
  const instances = count.safeParse(valueAt(json, configuration.instances));
  if (!instances.success) return unknown(`"${configuration.instances}" in "${file}" is not a number from 1 to 16`);
  const writer = text.safeParse(valueAt(json, configuration.writer));
  if (!writer.success || readInstanceClass(writer.data) === undefined)
    return unknown(`"${configuration.writer}" in "${file}" is not a class of instances, such as t4g.medium`);
  const written = valueAt(json, configuration.reader);
  if (written === undefined || written === null)
    return { kind: 'known', value: { instances: instances.data, writer: writer.data } };
  const reader = text.safeParse(written);
  if (!reader.success || readInstanceClass(reader.data) === undefined)
    return unknown(`"${configuration.reader}" in "${file}" is not a class of instances, such as t4g.medium`);
  return { kind: 'known', value: { instances: instances.data, writer: writer.data, reader: reader.data } };
}

function parsed(content: string): unknown {
  try {
    return parse(content);
  } catch {
    return undefined;
  }
}
