import type { z } from 'zod';
import type { InitKind } from '../../core/interface/init-kind.ts';
import type { ReleaseSource } from '../../core/model/release.ts';
import type { Part } from '../../world/effects/kind.ts';

/** A way to read the list of releases, as the list of its family has it. */
export interface ReleaseKind {
  readonly part: z.ZodType<Part<ReleaseSource>>;
  /** For `init`, if only a name has to be known. */
  readonly published?: PublishedPlace;
  /** The step by which a job logs in to read them. */
  readonly login?: Pick<InitKind, 'name' | 'login'>;
}

/** A place where vendors publish: `init --published <word>:<name>`. */
export interface PublishedPlace {
  readonly word: string;
  /** What a name is there. */
  readonly name: RegExp;
  readonly example: string;
  /** Of the versions there. */
  readonly scheme: 'semver' | 'pep440';
  /** The keys under which the name is written: `npm`, `package`. */
  readonly keys: readonly [kind: string, setting: string];
}
