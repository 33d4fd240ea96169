import { z } from 'zod';
import { combined } from './releases/combined.ts';
import { crates } from './releases/crates/kind.ts';
import { file } from './releases/file.ts';
import { githubReleases } from './releases/github/releases.ts';
import { githubTags } from './releases/github/tags.ts';
import { helmIndex } from './releases/helm-index.ts';
import { list } from './releases/list.ts';
import { npm } from './releases/npm.ts';
import { ociTags } from './releases/oci/tags.ts';
import { pypi } from './releases/pypi/kind.ts';

const single = z.union([list, file, npm, pypi, crates, githubReleases, githubTags, helmIndex, ociTags]);

/** The kinds of release sources. A new one is a file and a member of `single`. */
export const releaseSource = z.union([single, combined(single)]);
