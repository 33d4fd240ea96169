import { githubReleases } from './releases.ts';
import { githubTags } from './tags.ts';

/** Two lists of one repository, read in the same way. */
export const github = [githubReleases, githubTags] as const;
