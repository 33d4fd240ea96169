import { oneOf } from '../world/effects/kind.ts';
import { cdk } from './deployers/cdk/kind.ts';
import { command } from './deployers/command/kind.ts';
import { compose } from './deployers/compose/kind.ts';
import type { DeployerKind, PlaceRule, VariableRule, WrittenFile } from './deployers/deployer.ts';
import { ecs } from './deployers/ecs/kind.ts';
import { helm } from './deployers/helm/kind.ts';

/** The kinds of deployers: a new one is one folder and one line here. */
const kinds: readonly DeployerKind[] = [command, compose, helm, cdk, ecs];

export const deployer = oneOf(kinds.map(({ part }) => part));
export const deployerInit = kinds.map(({ init }) => init);

/** By kind, what each deployer with a known place knows about it. */
export const deployPlaceRules: ReadonlyMap<string, PlaceRule> = new Map(
  kinds.flatMap(({ init, place }) => (place === undefined ? [] : [[init.name, place]])),
);

/** By kind, the rule of each deployer that may not pass a product's variable on to its server. */
export const deployVariableRules: ReadonlyMap<string, VariableRule> = new Map(
  kinds.flatMap(({ init, missingVariables }) =>
    missingVariables === undefined ? [] : [[init.name, missingVariables]],
  ),
);

/** The user's files that a deploy uses, as its settings name them. */
export function deployFiles(kind: string, settings: unknown): readonly WrittenFile[] {
  return kinds.find(({ init }) => init.name === kind)?.files?.(settings) ?? [];
}
