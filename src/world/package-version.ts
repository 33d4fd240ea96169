import manifest from '../../package.json' with { type: 'json' };

/** The version of this package, as package.json says. */
export const packageVersion: string = manifest.version;
