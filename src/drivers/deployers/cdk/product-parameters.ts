import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { AwsAccess } from '../../../world/aws/access.ts';
import { openParameters } from '../../../world/aws/parameters.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import type { CdkSettings } from './settings.ts';

/** What the server reads at its start, if a product is configured by a variable. */
export interface ProductParameters {
  /** Writes or removes each, and reads it back. @returns whether one was changed */
  putInPlace(log: Log): Promise<boolean>;
  /** As they were before. */
  restore(): Promise<void>;
}

/** Writes nothing yet. @throws UserError for a variable that has no parameter */
export function productParameters(
  settings: Pick<CdkSettings, 'product-variables'>,
  context: PartContext,
  {
    environment,
    access,
  }: { readonly environment: Readonly<Record<string, string | undefined>>; readonly access: AwsAccess },
): ProductParameters {
  const named = parameterNames(settings, context);
  const unnamed = named === undefined ? [] : Object.keys(environment).filter((variable) => !named.has(variable));
  if (unnamed.length > 0) {
    throw new UserError({
      happened: `The product is configured by ${unnamed.join(', ')}, but ${context.where}.product-variables.parameters names no parameter for that.`,
      means: 'The server would not get it, and its migrations would run at once. Nothing was changed.',
      next: `Add ${context.where}.product-variables.parameters.${unnamed[0]}.`,
    });
  }
  const wanted = Object.entries(environment).flatMap(([variable, value]) => {
    const name = named?.get(variable);
    return name === undefined ? [] : [{ name, value }];
  });
  const parameters = openParameters(access);
  const before = new Map<string, string | undefined>();
  return {
    putInPlace: async (log) => {
      for (const { name, value } of wanted) {
        const there = await parameters.read(name);
        if (there === value) continue;
        before.set(name, there);
        await parameters.write(name, value);
        const now = await parameters.read(name);
        if (now !== value) {
          throw new SystemFailure({
            happened: `The parameter "${name}" ${value === undefined ? 'was removed' : `was set to "${value}"`}, and ${now === undefined ? 'is not there' : 'has another value'} when it is read back.`,
            means: 'What the server would read at its start is not known. Nothing was deployed.',
            next: 'See who else writes it (AWS Systems Manager shows its history), and run the step again.',
          });
        }
        log.info(`The parameter "${name}" ${value === undefined ? 'is removed' : `is "${value}"`}.`);
      }
      return before.size > 0;
    },
    restore: async () => {
      for (const [name, value] of before) await parameters.write(name, value);
      before.clear();
    },
  };
}

/** By variable; undefined if the configuration has none. */
export function parameterNames(
  settings: Pick<CdkSettings, 'product-variables'>,
  { effects, where, placeholders }: PartContext,
): ReadonlyMap<string, string> | undefined {
  const written = settings['product-variables']?.parameters;
  if (written === undefined) return undefined;
  return new Map(
    Object.entries(written).map(([variable, name]) => [
      variable,
      effects.variables.fill(name, `${where}.product-variables.parameters.${variable}`, placeholders),
    ]),
  );
}
