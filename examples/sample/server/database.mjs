// @ts-check
import { DatabaseSync } from 'node:sqlite';
import { dataMigrations, isAtLeast, knowledgeOf, losesNotes, preDeployMigrations } from './releases.mjs';
import { decode, encode } from './rows.mjs';

/**
 * @typedef {import('./content.mjs').Content} Content
 * @typedef {{ version: number, status: string, done: number, total: number, error: string | null, all: boolean }} Job
 */

/** Opens the file and brings the schema to where this version needs it. Migrations of data are no part of that. */
export class Database {
  /** @type {DatabaseSync} */ file;
  /** @type {string} */ version;
  /** @type {ReturnType<typeof knowledgeOf>} */ release;

  /**
   * @param {string} path
   * @param {string} version
   */
  constructor(path, version) {
    this.version = version;
    this.release = knowledgeOf(version);
    this.file = new DatabaseSync(path, { timeout: 5000 });
    // With a write-ahead log a backup reads a whole snapshot while the server goes on writing.
    this.file.exec('PRAGMA journal_mode = WAL');
  }

  /** @returns {number[]} the ids of those that ran now */
  runPreDeployMigrations() {
    this.file.exec(`
      CREATE TABLE IF NOT EXISTS schema_state (id INTEGER PRIMARY KEY CHECK (id = 1), pre_deploy INTEGER NOT NULL, data INTEGER NOT NULL);
      CREATE TABLE IF NOT EXISTS migration_jobs (
        id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL, status TEXT NOT NULL, done INTEGER NOT NULL DEFAULT 0,
        total INTEGER NOT NULL DEFAULT 0, error TEXT, all_pending INTEGER NOT NULL, requested_at TEXT NOT NULL, finished_at TEXT)`);
    // On first boot there is no data, so nothing of it is to be migrated.
    const newest = this.release.known.at(-1)?.id ?? 0;
    this.file.prepare('INSERT OR IGNORE INTO schema_state (id, pre_deploy, data) VALUES (1, 0, ?)').run(newest);
    const applied = this.#stateNumber('pre_deploy');
    const missing = preDeployMigrations.filter(({ id, since }) => id > applied && isAtLeast(this.version, since));
    for (const { id, sql } of missing) {
      this.transaction(() => {
        this.file.exec(sql);
        this.file.prepare('UPDATE schema_state SET pre_deploy = ?').run(id);
      });
    }
    return missing.map(({ id }) => id);
  }

  /** The newest data migration that is complete, whichever version ran it. */
  applied() {
    return this.#stateNumber('data');
  }

  /** Those that this version knows; a newer one may know more. */
  pending() {
    const applied = this.applied();
    return this.release.known.filter(({ id }) => id > applied);
  }

  /**
   * The newest job for a data migration: older ones that failed stay in the table.
   *
   * @param {number} migration
   * @returns {Job | undefined}
   */
  newestJob(migration) {
    const row = this.file
      .prepare('SELECT * FROM migration_jobs WHERE version = ? ORDER BY id DESC LIMIT 1')
      .get(migration);
    if (row === undefined) return undefined;
    return {
      version: migration,
      status: String(row.status),
      done: Number(row.done),
      total: Number(row.total),
      error: row.error === null ? null : String(row.error),
      all: row.all_pending === 1,
    };
  }

  /** Every job there was, the newest first: whichever version asked for it. */
  jobs() {
    const rows = this.file.prepare('SELECT id, version, status, error FROM migration_jobs ORDER BY id DESC').all();
    return rows.map((row) => ({
      id: Number(row.id),
      migration: nameOf(Number(row.version)),
      status: String(row.status),
      error: row.error === null ? null : String(row.error),
    }));
  }

  /**
   * @template T
   * @param {() => T} body
   * @returns {T}
   */
  transaction(body) {
    this.file.exec('BEGIN IMMEDIATE');
    try {
      const result = body();
      this.file.exec('COMMIT');
      return result;
    } catch (error) {
      this.file.exec('ROLLBACK');
      throw error;
    }
  }

  /** @type {import('./rows.mjs').Places} */
  places = {
    nameOf: (id) => {
      const row = this.file.prepare('SELECT name FROM places WHERE id = ?').get(id);
      if (row === undefined) throw new Error('its place does not exist');
      return String(row.name);
    },
    idOf: (name) => {
      this.file.prepare('INSERT OR IGNORE INTO places (name) VALUES (?)').run(name);
      return Number(this.file.prepare('SELECT id FROM places WHERE name = ?').get(name)?.id);
    },
  };

  count() {
    return Number(this.file.prepare('SELECT count(*) AS n FROM records').get()?.n);
  }

  /**
   * @param {number} after
   * @param {number} limit
   * @returns {Generator<{ id: number, read: () => Content }>} `read` throws for a record that is damaged
   */
  *records(after, limit) {
    const rows = this.file.prepare('SELECT * FROM records WHERE id > ? ORDER BY id LIMIT ?').all(after, limit);
    for (const row of rows) yield { id: Number(row.id), read: () => decode(row, this.release, this.places) };
  }

  /**
   * @param {readonly Content[]} contents
   * @returns {number[]} their ids
   */
  insert(contents) {
    return this.transaction(() => {
      const applied = this.applied();
      /** @param {number} id */
      const started = (id) => this.release.knows(id) && (id <= applied || this.newestJob(id) !== undefined);
      return contents.map((content) => {
        const kept = this.version === losesNotes ? { ...content, note: '', tags: [] } : content;
        const columns = encode(kept, started, this.places);
        const names = Object.keys(columns);
        const statement = `INSERT INTO records (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
        return Number(this.file.prepare(statement).run(...Object.values(columns)).lastInsertRowid);
      });
    });
  }

  close() {
    this.file.close();
  }

  /** @param {'pre_deploy' | 'data'} column */
  #stateNumber(column) {
    return Number(this.file.prepare(`SELECT ${column} AS n FROM schema_state`).get()?.n);
  }
}

/** @param {number} id */
function nameOf(id) {
  const known = dataMigrations.find((migration) => migration.id === id);
  return known === undefined ? `v${id}` : `v${id} ${known.name}`;
}
