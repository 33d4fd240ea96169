import { UserError } from '../../core/messages/errors.ts';
import type { Deployer } from '../../drivers/deployers/deployer.ts';
import type { StagesProduct } from '../../products/definition.ts';
import type { Part } from '../../world/effects/kind.ts';

/** One deploy of a hop: `version` is the side that is deployed. */
export interface DeployTarget {
  readonly from: string;
  readonly to: string;
  readonly version: string;
}

/**
 * What leads to a stage, or back from it.
 * @param common the deploy of the environment, for stages that have none of their own
 * @throws UserError if nothing says how
 */
export function stageDeployer(
  { stages, title }: StagesProduct,
  { to, version }: DeployTarget,
  common: Part<Deployer> | undefined,
): { readonly part: Part<Deployer>; readonly where: string } {
  const stage = stages.find(({ name }) => name === to);
  const forward = version === to;
  const part = forward ? (stage?.deploy ?? common) : stage?.back;
  const key = forward ? 'deploy' : 'back';
  const where = `the ${key} of the stage "${to}" of ${title}`;
  if (part !== undefined) return { part, where };
  throw new UserError({
    happened: `The definition of ${title} does not say how ${forward ? `the stage "${to}" is reached` : `one goes back from the stage "${to}"`}.`,
    means: 'Nothing was done.',
    next: `Add "${key}" to that stage.`,
  });
}
