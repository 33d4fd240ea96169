import { configuration } from '../../src/config/schema.ts';
import { optionsOf, shapeOf } from '../../src/config/schema-shape.ts';
import type { EnvironmentName } from '../../src/core/model/hop.ts';

/** The hooks that an environment may have. */
export function hookNames(environment: EnvironmentName): readonly string[] {
  const options = optionsOf(configuration.shape.environments.shape[environment]);
  return options.flatMap((option) => {
    const hooks = shapeOf(option)?.hooks;
    return hooks === undefined ? [] : Object.keys(shapeOf(hooks) ?? {});
  });
}
