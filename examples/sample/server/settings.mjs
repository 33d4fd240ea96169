// @ts-check
import { builds } from './releases.mjs';

/**
 * @typedef {object} Settings
 * @property {string} version the release that this server is
 * @property {string} data the SQLite file
 * @property {string} host
 * @property {number} port 0 takes a free one
 * @property {string} token what `Authorization: Bearer` must carry
 * @property {boolean} deferred data migrations wait until they are started by a call
 * @property {number} batchRows rows that a data migration changes in one transaction
 * @property {number} batchPause milliseconds between two batches
 * @property {string} faults
 * @property {string | undefined} faultsFile
 */

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Settings}
 */
export function readSettings(environment) {
  const version = needed(environment, 'SAMPLE_VERSION');
  if (!Object.hasOwn(builds, version)) {
    throw new Error(`There is no release "${version}". There are ${Object.keys(builds).join(', ')}.`);
  }
  return {
    version,
    data: needed(environment, 'SAMPLE_DATA'),
    host: environment.SAMPLE_HOST ?? '127.0.0.1',
    port: wholeNumber(environment, 'SAMPLE_PORT', 8080),
    token: needed(environment, 'SAMPLE_TOKEN'),
    // Any text defers, even "false": some servers are like that, so whoever drives this one must leave it unset.
    deferred: (environment.SAMPLE_DEFER_MIGRATIONS ?? '') !== '',
    batchRows: Math.max(1, wholeNumber(environment, 'SAMPLE_MIGRATION_BATCH', 25)),
    batchPause: wholeNumber(environment, 'SAMPLE_MIGRATION_PAUSE', 25),
    faults: environment.SAMPLE_FAULTS ?? '',
    faultsFile: environment.SAMPLE_FAULTS_FILE,
  };
}

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} name
 */
function needed(environment, name) {
  const value = environment[name] ?? '';
  if (value === '') throw new Error(`${name} is not set.`);
  return value;
}

/**
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @param {string} name
 * @param {number} otherwise
 */
export function wholeNumber(environment, name, otherwise) {
  const text = environment[name] ?? '';
  if (text === '') return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} is "${text}", which is no whole number.`);
  return Number(text);
}
