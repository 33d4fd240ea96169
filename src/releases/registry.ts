import { z } from 'zod';
import { combined } from './combined.ts';
import { file } from './file.ts';
import { githubReleases } from './github/releases.ts';
import { githubTags } from './github/tags.ts';
import { helmIndex } from './helm-index.ts';
import { list } from './list.ts';
import { npm } from './npm.ts';
import { ociTags } from './oci/tags.ts';

const single = z.union([list, file, npm, githubReleases, githubTags, helmIndex, ociTags]);

/** The kinds of release sources. A new one is a file and a member of `single`. */
export const releaseSource = z.union([single, combined(single)]);
