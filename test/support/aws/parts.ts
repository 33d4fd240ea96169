import { accessSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Something that scripts/setup.sh installs into its folder, and nobody has on the PATH. */
export interface InstalledPart {
  readonly path: string;
  /** For `test(name, { skip: part.skip }, …)`. With CI=true it must be there. */
  readonly skip: string | false;
}

export function installedPart(name: string, ...inFolder: readonly string[]): InstalledPart {
  const path = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'staged-upgrade', ...inFolder);
  try {
    accessSync(path);
    return { path, skip: false };
  } catch {
    const skip = `${name} was not found: run scripts/setup.sh to have this tested.`;
    if (process.env.CI === 'true') throw new Error(skip);
    return { path, skip };
  }
}
