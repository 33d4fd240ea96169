import type { PartVersions } from '../../../model/parts.ts';
import type { State } from '../../../model/state.ts';
import { className, readInstanceClass } from './instance-class.ts';

/**
 * What a database cluster consists of, as the application that declares it says: one instance that is declared first, and
 * others that share a class. It does not include which of them is the writer: a failover changes that at any time.
 */
export interface Topology {
  readonly instances: number;
  /** The class of the instance that is declared as the writer. */
  readonly writer: string;
  /** The classes of all others, each once, sorted: several if somebody has changed them one by one. Empty for one instance. */
  readonly readers: readonly string[];
  /** The others have a class by a setting of their own; without it they follow the writer's. */
  readonly hasReaderSetting: boolean;
}

/** The value of a part that does not exist. */
export const noReaderSetting = 'none';

/** @throws Error for a topology that contradicts itself */
export function topology(instances: number, writer: string, readers: readonly string[], setting: boolean): Topology {
  const classes = [...new Set(readers.map(className))].toSorted();
  const isOwn = classes.length > 1 || (classes.length === 1 && classes[0] !== className(writer));
  if (instances < 1 || (instances === 1) !== (classes.length === 0))
    throw new Error(`${instances} instances cannot have readers of ${classes.length} classes`);
  return {
    instances,
    writer: className(writer),
    readers: classes,
    hasReaderSetting: isOwn || (setting && instances > 1),
  };
}

/** `2x-t4g.medium+reader-r6g.large`: two instances, of which the reader is larger. It names files, branches and arguments. */
export function labelOf({ instances, writer, readers, hasReaderSetting }: Topology): string {
  const all = `${instances}x-${writer}`;
  return hasReaderSetting ? `${all}+reader-${readers.join('+')}` : all;
}

/** The same for people: `2×t4g.medium → reader r6g.large`. */
export function topologyText({ instances, writer, readers, hasReaderSetting }: Topology): string {
  const all = `${instances}×${writer}`;
  if (!hasReaderSetting) return all;
  const [only] = readers;
  return readers.length === 1 && only === writer
    ? `${all}, with the reader setting`
    : `${all} → ${readers.length === 1 ? 'reader' : 'readers'} ${readers.join(', ')}`;
}

const labelPattern = /^(?<instances>[1-9]\d?)x-(?<writer>[a-z0-9.]+)(?:\+reader-(?<readers>[a-z0-9.+]+))?$/;

/** Undefined if the label is not that of a topology. */
export function readLabel(label: string): Topology | undefined {
  const groups = labelPattern.exec(label)?.groups;
  if (groups?.instances === undefined || groups.writer === undefined) return undefined;
  const { instances: count, writer, readers: written } = groups;
  const instances = Number(count);
  const readers = written === undefined ? (instances > 1 ? [writer] : []) : written.split('+');
  if ([writer, ...readers].some((each) => readInstanceClass(each) === undefined)) return undefined;
  if (instances === 1 && readers.length > 0) return undefined;
  const read = topology(instances, writer, readers, written !== undefined);
  return labelOf(read) === label ? read : undefined;
}

/** What its deploy receives. */
export function partsOf({ instances, writer, readers, hasReaderSetting }: Topology): PartVersions {
  return {
    instances: String(instances),
    writer,
    reader: hasReaderSetting ? readers.join('+') : noReaderSetting,
  };
}

export function stateOfTopology(each: Topology): State {
  return { label: labelOf(each), parts: partsOf(each) };
}
