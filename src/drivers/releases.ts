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

/** The kinds of release sources. A new one is a folder and a member here. */
const single = oneOf([list, file, npm, pypi, crates, ...github, helmIndex, ociTags, rdsEngine]);

/** A source, or several of them as one. */
export const releaseSource = oneOf([single, combined(single)]);
