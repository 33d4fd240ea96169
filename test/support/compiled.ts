import { resolve } from 'node:path';

/** Where the test processes of all runs keep compiled code, as NODE_COMPILE_CACHE for programs that a test starts from sources. */
export const compiled = resolve(import.meta.dirname, '../../node_modules/.cache/staged-upgrade/compiled');
