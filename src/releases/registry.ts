import { z } from 'zod';
import { file } from './file.ts';
import { githubReleases } from './github/releases.ts';
import { githubTags } from './github/tags.ts';
import { list } from './list.ts';
import { npm } from './npm.ts';

/** The kinds of release sources. A new one is a file and a member here. */
export const releaseSource = z.union([list, file, npm, githubReleases, githubTags]);
