import type { Wish } from '../wish.ts';
import type { World } from '../world.ts';

/** One place in the sources, and its text without the guard. */
export interface Removal {
  readonly file: string;
  /** Occurs once in the file. */
  readonly find: string;
  readonly replace: string;
}

/** Something that keeps the system from harm. If two places cover for each other, both are removed. */
export interface Guard {
  readonly name: string;
  readonly removals: readonly Removal[];
  /** In which worlds it can be missed at all; in every one if this is left out. */
  readonly matters?: (world: World) => boolean;
  /** The world in which it is missed, if random worlds hardly ever are like that. */
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

/** A guard that matters only in some worlds: no other seeds are searched for it. */
export function guardWhere(matters: (world: World) => boolean, each: Guard): Guard {
  return { ...each, matters };
}

/** A guard that is missed in worlds that are hardly ever drawn at random: its seeds are simulated in such a world. */
export function guardIn(wish: Wish, each: Guard): Guard {
  return { ...each, wish };
}
