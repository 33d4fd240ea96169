import { command } from './deployers/command/kind.ts';

/** The kinds of deployers. A new one is a file and a member of a z.union here. */
export const deployer = command;
