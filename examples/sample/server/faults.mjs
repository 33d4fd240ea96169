// @ts-check
import { existsSync, readFileSync } from 'node:fs';

/**
 * What the server can be told to do wrong, to see what an upgrade makes of it. Written `name`, `name=value`, and with
 * `@1.2.1` behind it only for that version; several are separated by commas or lines.
 */
const names = /** @type {const} */ ([
  'start-fails', // exits with code 1 before it opens the database
  'start-hangs', // never listens
  'health-flaps', // every second health check (or every =N-th) answers 503
  'version-lies', // reports the version =X instead of its own
  'smoke-fails', // every call for records answers 500
  'migration-fails', // the data migration =N (or any) fails halfway
  'job-waits', // a data migration that was asked for waits =N milliseconds in its queue (default 60000)
  'start-is-lost', // a start is answered with 202, and nothing comes of it
  'access-revoked', // every call with the token answers 401
  'migrations-crawl', // =N milliseconds between two batches (default 1000)
  'deferral-ignored', // runs data migrations although it was told to defer them
]);

/** @typedef {(typeof names)[number]} FaultName */
/** @typedef {(name: FaultName) => string | undefined} Faults The value of an active fault ('' without one), or undefined. */

/**
 * The file is read afresh at each question: removing a line fixes the server while it runs.
 *
 * @param {string} version
 * @param {string} text
 * @param {string | undefined} file
 * @returns {Faults}
 */
export function faultsFor(version, text, file) {
  return (name) => {
    const written = `${text}\n${file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : ''}`;
    return parse(written).find((fault) => fault.name === name && (fault.version ?? version) === version)?.value;
  };
}

/**
 * @param {string} text
 * @throws {Error} for a fault that is not known: a typo must not pass for a healthy server
 */
function parse(text) {
  const items = text.split(/[\n,]/).map((item) => item.trim());
  return items
    .filter((item) => item !== '')
    .map((item) => {
      const groups = /^(?<name>[a-z-]+)(?:=(?<value>[^@]*))?(?:@(?<version>.+))?$/.exec(item)?.groups;
      const name = names.find((each) => each === groups?.name);
      if (name === undefined) throw new Error(`Unknown fault "${item}". Known are ${names.join(', ')}.`);
      return { name, value: groups?.value ?? '', version: groups?.version };
    });
}
