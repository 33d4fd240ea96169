import type { Reading } from '../../../model/observation.ts';
import type { State } from '../../../model/state.ts';
import { className, readInstanceClass } from './instance-class.ts';
import { stateOfTopology, type Topology, topology } from './topology.ts';

/** One instance of a cluster, as its provider shows it. */
export interface Member {
  readonly id: string;
  readonly instanceClass: string;
  readonly role: 'writer' | 'reader';
  /** The provider's own word: any text. */
  readonly status: string;
  /** Pending changes, by the provider's names. */
  readonly pending: Readonly<Record<string, string>>;
  /** A failover chooses the lowest tier first. */
  readonly tier?: number;
  readonly zone?: string;
  /** How far it is behind the writer. Milliseconds; undefined if that could not be read. */
  readonly lag?: number;
}

/** What the application that declares the cluster says in its configuration file. */
export interface Declared {
  readonly instances: number;
  readonly writer: string;
  /** Undefined if readers follow the writer's class. */
  readonly reader?: string;
}

export interface TopologySeen {
  readonly cluster: {
    readonly id: string;
    readonly status: string;
    readonly engine: string;
    readonly engineVersion: string;
    readonly pending: Readonly<Record<string, string>>;
  };
  readonly members: readonly Member[];
  /** Each with its weekly window, in UTC, and what is due in it. */
  readonly maintenance: readonly { readonly of: string; readonly window: string; readonly due: readonly string[] }[];
  readonly declared: Reading<Declared>;
  /** Why the lag of the readers could not be read; undefined if it was read, or is not needed. */
  readonly lagUnknown?: string;
  /** Why all instances may be in one zone, in the user's own words. */
  readonly oneZone?: string;
}

/** Which topology a cluster has. Unknown while one of its instances is being changed. */
export function stateOf(seen: TopologySeen): Reading<State> {
  const read = topologyOf(seen);
  return read.kind === 'known' ? { kind: 'known', value: stateOfTopology(read.value) } : read;
}

export function topologyOf(seen: TopologySeen): Reading<Topology> {
  const { cluster, members, declared } = seen;
  const unknown = (reason: string): Reading<Topology> => ({ kind: 'unknown', reason });
  if (members.length === 0) return unknown(`the cluster "${cluster.id}" has no instances`);
  if (cluster.status !== 'available') return unknown(`the cluster "${cluster.id}" is ${cluster.status}`);
  const changing = members.find(({ status }) => status !== 'available');
  if (changing !== undefined) return unknown(changingText(changing));
  const waiting = members.find(({ pending }) => pendingClass(pending) !== undefined);
  if (waiting !== undefined)
    return unknown(
      `the instance "${waiting.id}" (${className(waiting.instanceClass)}) has not changed to ${className(pendingClass(waiting.pending) ?? '')} yet`,
    );
  const unknownClass = members.find(({ instanceClass }) => readInstanceClass(instanceClass) === undefined);
  if (unknownClass !== undefined)
    return unknown(
      `the instance "${unknownClass.id}" has the class ${unknownClass.instanceClass}, which has no size that could be compared with another`,
    );
  const first = declaredFirst(seen);
  if (first === undefined)
    return unknown(`none of the instances of "${cluster.id}" is its writer: a failover may be under way`);
  const readers = members.filter(({ id }) => id !== first.id).map(({ instanceClass }) => className(instanceClass));
  const setting = declared.kind === 'known' ? declared.value.reader : undefined;
  const isByOwnSetting = setting !== undefined && readers.every((each) => each === className(setting));
  return { kind: 'known', value: topology(members.length, first.instanceClass, readers, isByOwnSetting) };
}

/** How a status or a pending class is described to whoever waits for it. */
function changingText({ id, status, instanceClass, pending }: Member): string {
  const to = pendingClass(pending);
  const change = to === undefined ? '' : `, from ${className(instanceClass)} to ${className(to)}`;
  return `the instance "${id}" is ${status}${change}`;
}

function pendingClass(pending: Readonly<Record<string, string>>): string | undefined {
  return pending.DBInstanceClass;
}

/**
 * The instance that is declared as the writer, whichever writes at the moment: it has a failover tier of its own, before all
 * others. If the tiers do not show it, the declared classes do; and last, the role.
 */
export function declaredFirst({ members, declared }: TopologySeen): Member | undefined {
  const tiers = members.map(({ tier }) => tier ?? Number.POSITIVE_INFINITY);
  const lowest = Math.min(...tiers);
  const preferred = members.filter(({ tier }) => tier === lowest);
  if (preferred.length === 1) return preferred[0];
  if (declared.kind === 'known') {
    const { writer, reader } = declared.value;
    const ofWriter = members.filter(({ instanceClass }) => className(instanceClass) === className(writer));
    if (reader !== undefined && className(reader) !== className(writer) && ofWriter.length === 1) return ofWriter[0];
  }
  return members.find(({ role }) => role === 'writer');
}

/** The instance that takes writes now. */
export function writerOf({ members }: Pick<TopologySeen, 'members'>): Member | undefined {
  return members.find(({ role }) => role === 'writer');
}

/** The zone in which all instances are; undefined if there are several, or one is unknown. */
export function onlyZone({ members }: Pick<TopologySeen, 'members'>): string | undefined {
  const zones = new Set(members.map(({ zone }) => zone));
  return zones.size === 1 ? [...zones][0] : undefined;
}
