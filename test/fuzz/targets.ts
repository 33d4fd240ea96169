import type { Target } from './target.ts';
import { configurationTargets } from './targets/configuration.ts';
import { githubTargets } from './targets/github.ts';
import { inputTargets } from './targets/inputs.ts';
import { recordTargets } from './targets/records.ts';
import { releaseTargets } from './targets/releases.ts';
import { versionTargets } from './targets/versions.ts';

/** Whatever reads what a person, a server or an earlier version wrote. */
export const targets: readonly Target[] = [
  ...configurationTargets,
  ...inputTargets,
  ...recordTargets,
  ...releaseTargets,
  ...githubTargets,
  ...versionTargets,
];
