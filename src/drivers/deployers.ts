import { oneOf } from '../world/effects/kind.ts';
import { command } from './deployers/command/kind.ts';

/** The kinds of deployers. A new one is a folder and a member here. */
export const deployer = oneOf([command]);
