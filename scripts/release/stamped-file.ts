import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownReleaseFile } from '../../src/init/own-release.ts';

const sources = resolve(import.meta.dirname, '../../src');

/** The file that says which release a package is, from its dist/: where the build keeps the data of the sources. */
export const stampedFile: string = `assets/${relative(sources, fileURLToPath(ownReleaseFile)).replaceAll('\\', '/')}`;
