import type { EnvironmentName } from '../core/model/hop.ts';
import type { Path } from '../core/settings/place.ts';
import { isMapping, valueAt } from './subject.ts';

/** A data store as written in the configuration, whose form may be wrong. */
export interface WrittenData {
  readonly name: string;
  readonly kind: string;
  readonly settings: unknown;
  readonly path: Path;
}

/** All stores of an environment that can be read as such; the others are reported elsewhere. */
export function writtenData(document: unknown, environment: EnvironmentName): WrittenData[] {
  const path: Path = ['environments', environment, 'data'];
  const written = valueAt(document, path);
  const items: readonly unknown[] = Array.isArray(written) ? written : [written];
  return items.flatMap((item, index) => {
    if (!isMapping(item)) return [];
    const [kind, ...others] = Object.keys(item).filter((key) => key !== 'name');
    if (kind === undefined || others.length > 0) return [];
    const name: unknown = valueAt(item, ['name']) ?? kind;
    if (typeof name !== 'string') return [];
    return [{ name, kind, settings: valueAt(item, [kind]), path: Array.isArray(written) ? [...path, index] : path }];
  });
}
