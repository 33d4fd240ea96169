import { z } from 'zod';
import type { AccessToken } from '../secrets/access-token.ts';
import type { Effects } from './effects.ts';

/** What a part of the configuration gets when a command opens it; nothing is resolved before. */
export interface PartContext {
  readonly effects: Effects;
  /** The place in the configuration, for messages: `environments.staging.database`. */
  readonly where: string;
  /** What `{name}` stands for in this part's values. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** Credentials that a server gives out, by the names of their placeholders: `access.admin`. */
  readonly tokens?: Readonly<Record<string, AccessToken>>;
}

/** A part of the configuration that exists in several kinds, read and checked but not opened. */
export interface Part<Opened> {
  /** The key that names the kind: `sqlite`, `postgres`, `command`, … */
  readonly kind: string;
  open(context: PartContext): Opened;
}

/**
 * One kind of a part: `{ <name>: <settings> }`. A registry is a list of kinds; a new kind is one file and one line there.
 */
export function kind<Settings extends z.ZodType, Opened>(
  name: string,
  settings: Settings,
  open: (settings: z.output<Settings>, context: PartContext) => Opened,
): z.ZodType<Part<Opened>> {
  const part = settings.transform(
    (chosen): Part<Opened> => ({
      kind: name,
      open: (context) => open(chosen, { ...context, where: `${context.where}.${name}` }),
    }),
  );
  const tagged = z.strictObject({ [name]: part }).meta({ title: kindTitle(name) });
  return tagged.transform((value): Part<Opened> => {
    const chosen = value[name];
    if (chosen === undefined) throw new Error(`kind "${name}" was accepted without its settings`);
    return chosen;
  });
}

/** By this title an editor shows a kind, and the reference page tells it from any other mapping of one key. */
export function kindTitle(name: string): string {
  return `kind ${name}`;
}
