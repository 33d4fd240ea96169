import { oneOf } from '../world/effects/kind.ts';
import { combined } from './releases/combined/kind.ts';
import { crates } from './releases/crates/kind.ts';
import { file } from './releases/file/kind.ts';
import { github } from './releases/github/kind.ts';
import { helmIndex } from './releases/helm-index/kind.ts';
import { list } from './releases/list/kind.ts';
import { npm } from './releases/npm/kind.ts';
import { ociTags } from './releases/oci/kind.ts';
import { pypi } from './releases/pypi/kind.ts';
import { rdsEngine } from './releases/rds-engine/kind.ts';
import type { ReleaseKind } from './releases/release-kind.ts';

/** The kinds of release sources. A new one is a folder and a member here. */
const kinds: readonly ReleaseKind[] = [list, file, npm, pypi, crates, ...github, helmIndex, ociTags, rdsEngine];

const single = oneOf(kinds.map(({ part }) => part));

/** A source, or several of them as one. */
export const releaseSource = oneOf([single, combined(single)]);

/** Where vendors publish, for `init`. */
export const publishedPlaces = kinds.flatMap(({ published }) => published ?? []);
/** The step by which a job logs in to read releases, by kind. */
export const releaseLogins = kinds.flatMap(({ login }) => login ?? []);
