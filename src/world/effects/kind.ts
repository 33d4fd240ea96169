import { z } from 'zod';
import type { InitKind } from '../../core/interface/init-kind.ts';
import type { VersionScheme } from '../../core/path/sources/versions/version-scheme.ts';
import { onDemand } from '../../core/settings/on-demand.ts';
import { slug } from '../../core/settings/scalars.ts';
import type { AccessToken } from '../secrets/access-token.ts';
import type { Effects } from './effects.ts';

/** What a part of the configuration gets when a command opens it; nothing is resolved before. */
export interface PartContext {
  readonly effects: Effects;
  /** The place in the configuration, for messages: `environments.staging.data.postgres`. */
  readonly where: string;
  /** What `{name}` stands for in this part's values. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** How releases of the product are compared; undefined if it has none. */
  readonly releases?: VersionScheme;
  /** Credentials that a server issues, by the names of their placeholders: `access.admin`. */
  readonly tokens?: Readonly<Record<string, AccessToken>>;
  /** Undefined if no deploy is known. */
  readonly serverLog?: ServerLog;
}

/** What a server has logged since it was deployed. */
export interface ServerLog {
  /** Rejects with a SystemFailure if it cannot be read. */
  read(onLine: (line: string) => void, signal: AbortSignal): Promise<void>;
}

/** A part of the configuration of which there are several kinds, read and checked but not opened. */
export interface Part<Opened> {
  /** The key that names the kind: `sqlite`, `postgres`, `command`, … */
  readonly kind: string;
  open(context: PartContext): Opened;
}

/** A kind as the list of its family has it. */
export interface Kind<One extends Part<unknown>> {
  readonly part: z.ZodType<One>;
  readonly init: InitKind;
}

/**
 * One kind of a part: `{ <name>: <settings> }`. A registry is a list of kinds; a new kind is one folder and one line there.
 * @param settings makes their schema, which is only done if the kind is used
 */
export function kind<Settings extends z.ZodType, Opened>(
  name: string,
  settings: () => Settings,
  open: (settings: z.output<Settings>, context: PartContext) => Opened,
): z.ZodType<Part<Opened>> {
  return keyed(name, () => {
    const part = partOf(name, settings(), open);
    const tagged = z.strictObject({ [name]: part }).meta({ title: kindTitle(name) });
    return tagged.transform((value): Part<Opened> => {
      const chosen = value[name];
      if (chosen === undefined) throw new Error(`kind "${name}" was accepted without its settings`);
      return chosen;
    });
  });
}

/** A part of which there may be several: each has a name, `{ <kind>: <settings>, name: <slug> }`. */
export interface NamedPart<Opened> extends Part<Opened> {
  readonly name: string;
}

/** The same for a part of which there may be several; the default name is that of the kind. */
export function namedKind<Settings extends z.ZodType, Opened>(
  kindName: string,
  settings: () => Settings,
  open: (settings: z.output<Settings>, context: PartContext) => Opened,
): z.ZodType<NamedPart<Opened>> {
  return keyed(kindName, () => {
    const tagged = z
      .strictObject({
        [kindName]: partOf(kindName, settings(), open),
        name: slug.optional().describe(`Its name. Default: \`${kindName}\`.`),
      })
      .meta({ title: kindTitle(kindName) });
    return tagged.transform((value): NamedPart<Opened> => {
      const { [kindName]: chosen, name = kindName } = value;
      if (typeof chosen !== 'object' || typeof name !== 'string')
        throw new Error(`kind "${kindName}" was accepted without its settings`);
      return { ...chosen, name };
    });
  });
}

/** A mapping that is distinguished from the other forms by a required key: its schema is made only if the key is used. */
export function keyed<Schema extends z.ZodType>(key: string, make: () => Schema): z.ZodLazy<Schema> {
  return onDemand(make, (value) => typeof value === 'object' && value !== null && Object.hasOwn(value, key));
}

function partOf<Settings extends z.ZodType, Opened>(
  name: string,
  settings: Settings,
  open: (settings: z.output<Settings>, context: PartContext) => Opened,
) {
  return settings.transform(
    (chosen): Part<Opened> => ({
      kind: name,
      open: (context) => open(chosen, { ...context, where: `${context.where}.${name}` }),
    }),
  );
}

/** The kinds of a part, of which a configuration names one. If there is only one, an editor shows no choice. */
export function oneOf<One extends Part<unknown>>(kinds: readonly z.ZodType<One>[]): z.ZodType<One> {
  const [only] = kinds;
  return only !== undefined && kinds.length === 1 ? only : z.union(kinds);
}

/** The title by which an editor shows a kind, and the reference page distinguishes it from any other mapping of one key. */
export function kindTitle(name: string): string {
  return `kind ${name}`;
}
