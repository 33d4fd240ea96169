import type { Wish } from '../wish.ts';
import type { World } from '../world.ts';

/** One place of the sources, and what it is without the guard. */
export interface Removal {
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** Something that keeps the system from harm. Where two places are in for one another, both are removed. */
export interface Guard {
  readonly name: string;
  readonly removals: readonly Removal[];
  /** In which worlds it can be missed at all; in every one where this is left out. */
  readonly matters?: (world: World) => boolean;
  /** The world in which it is missed, where those that are drawn hardly ever are like that. */
  readonly wish?: Wish;
}

/** @param removals files below `src`, or with `test/` before them: what stands in for a real part keeps its guards too */
export function guard(
  name: string,
  ...removals: readonly (readonly [file: string, find: string, replace: string])[]
): Guard {
  return {
    name,
    removals: removals.map(([file, find, replace]) => ({
      file: file.startsWith('test/') ? file : `src/${file}`,
      find,
      replace,
    })),
  };
}

/** A guard that only some worlds have a use for: nobody else's seeds are searched for it. */
export function guardWhere(matters: (world: World) => boolean, each: Guard): Guard {
  return { ...each, matters };
}

/** A guard that is missed in worlds that luck hardly ever draws: its seeds are simulated in such a world. */
export function guardIn(wish: Wish, each: Guard): Guard {
  return { ...each, wish };
}
