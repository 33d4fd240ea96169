import { oneOf } from '../world/effects/kind.ts';
import { command } from './deployers/command/kind.ts';
import { compose } from './deployers/compose/kind.ts';

/** The kinds of deployers: a new one is one folder and one line here. */
const kinds = [command, compose];

export const deployer = oneOf(kinds.map(({ part }) => part));
export const deployerInit = kinds.map(({ init }) => init);
