import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/** What a deploy would change about one resource of a stack. */
export type StackChange =
  | ({ readonly kind: 'added' } & WholeResource)
  | ({ readonly kind: 'removed' } & WholeResource)
  | {
      readonly kind: 'changed';
      readonly logicalId: string;
      readonly type: string;
      readonly properties: readonly PropertyChange[];
    };

interface WholeResource {
  readonly logicalId: string;
  readonly type: string;
  /** An instance of a database cluster, which has no data of its own. */
  readonly isMember: boolean;
}

export interface PropertyChange {
  /** `DBInstanceClass`; attributes outside the properties by their own names: `DeletionPolicy`. */
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

const resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});
export const stackTemplate = z.looseObject({ Resources: z.record(z.string(), resource) });
export type StackTemplate = z.output<typeof stackTemplate>;
type Resource = z.output<typeof resource>;

/** What the CDK writes for itself: it creates no resource. */
const ownType = 'AWS::CDK::Metadata';
/** The order of operations, and comments: neither changes any resource. */
const unseen = new Set(['Type', 'Properties', 'Metadata', 'DependsOn']);

/** By the names of the resources, in the order of the new template. */
export function stackChanges(before: StackTemplate, after: StackTemplate): readonly StackChange[] {
  const names = [...new Set([...Object.keys(after.Resources), ...Object.keys(before.Resources)])];
  return names.flatMap((logicalId): StackChange[] => {
    const old = before.Resources[logicalId];
    const now = after.Resources[logicalId];
    if ((now ?? old)?.Type === ownType) return [];
    if (old !== undefined && now !== undefined && old.Type === now.Type) {
      const properties = propertyChanges(old, now);
      return properties.length === 0 ? [] : [{ kind: 'changed', logicalId, type: now.Type, properties }];
    }
    return [
      ...(old === undefined ? [] : [apart('removed', logicalId, old)]),
      ...(now === undefined ? [] : [apart('added', logicalId, now)]),
    ];
  });
}

function apart(kind: 'added' | 'removed', logicalId: string, { Type: type, Properties: given }: Resource): StackChange {
  return {
    kind,
    logicalId,
    type,
    isMember: type === 'AWS::RDS::DBInstance' && given.DBClusterIdentifier !== undefined,
  };
}

function propertyChanges(old: Resource, now: Resource): PropertyChange[] {
  const attributes = (one: Resource) => Object.entries(one).filter(([name]) => !unseen.has(name));
  return [
    ...differences(old.Properties, now.Properties),
    ...differences(Object.fromEntries(attributes(old)), Object.fromEntries(attributes(now))),
  ];
}

function differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): PropertyChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !isDeepStrictEqual(before[name], after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }));
}

/** One line per change, for the log and for messages. */
export function changeText(change: StackChange): string {
  const subject = `${change.logicalId} (${change.type})`;
  if (change.kind !== 'changed') return `${subject} is ${change.kind}`;
  const each = change.properties.map(({ name, before, after }) => `${name} from ${shown(before)} to ${shown(after)}`);
  return `${subject} changes ${each.join(', ')}`;
}

const longest = 160;

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
