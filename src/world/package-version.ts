import manifest from '../../package.json' with { type: 'json' };

/** The version of this package, from package.json. */
export const packageVersion: string = manifest.version;
