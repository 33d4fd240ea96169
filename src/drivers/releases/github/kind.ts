import { githubReleases } from './releases.ts';
import { githubTags } from './tags.ts';

/** Two lists that one repository has: both are read by the same pages. */
export const github = [githubReleases, githubTags] as const;
