// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { log } from './log.mjs';
import { changes } from './rows.mjs';

/**
 * @typedef {import('./database.mjs').Database} Database
 * @typedef {import('./faults.mjs').Faults} Faults
 */

/** Runs data migrations in the background, one after the other, a few rows a transaction. */
export class DataMigrations {
  #database;
  #settings;
  #faults;
  #stop = new AbortController();
  /** @type {Promise<void> | undefined} */
  #running;

  /**
   * @param {Database} database
   * @param {import('./settings.mjs').Settings} settings
   * @param {Faults} faults
   */
  constructor(database, settings, faults) {
    this.#database = database;
    this.#settings = settings;
    this.#faults = faults;
  }

  /** What the server does by itself when it has started. A job that was queued before runs in any case. */
  begin() {
    const next = this.#database.pending()[0];
    if (next === undefined) return;
    const status = this.#database.newestJob(next.id)?.status;
    if (status === 'accepted' || status === 'active') {
      log('INFO', 'Taking up the post-deploy migration that was queued', { version: `v${next.id}` });
      this.#run();
    } else if (this.#settings.deferred && this.#faults('deferral-ignored') === undefined) {
      log('INFO', 'Not auto-queueing pending post-deploy migration because auto-run is disabled', {
        version: `v${next.id}`,
      });
    } else {
      this.start(true);
    }
  }

  /**
   * Queues the next data migration; one that failed before is tried once more.
   *
   * @param {boolean} all each that completes queues the next
   * @returns {'started' | 'nothing-pending'}
   */
  start(all) {
    const next = this.#database.pending()[0];
    if (next === undefined) return 'nothing-pending';
    if (this.#running === undefined) {
      this.#queue(next.id, all);
      this.#run();
    }
    return 'started';
  }

  /** As far as this version knows: a newer one may know of more. */
  status() {
    const pending = this.#database.pending();
    const next = pending[0];
    const job = next && this.#database.newestJob(next.id);
    const known = this.#database.release.known.map(({ id }) => id);
    return {
      state: next === undefined ? 'done' : this.#stateOf(job?.status),
      known,
      pending: pending.map(({ id }) => id),
      applied: this.#database.applied(),
      current: next === undefined ? null : `v${next.id} ${next.name}`,
      rows: job === undefined ? null : { done: job.done, total: job.total },
      error: job?.status === 'error' ? job.error : null,
      jobs: this.#database.jobs(),
    };
  }

  /**
   * A job that waits in its queue is seen in the list of jobs alone, as with real servers.
   *
   * @param {string | undefined} status
   */
  #stateOf(status) {
    const isQueued = status === 'accepted' && this.#faults('job-waits') !== undefined;
    if (status === undefined || isQueued) return 'pending';
    return status === 'error' ? 'failed' : 'running';
  }

  /** Ends after the batch at hand; the job stays queued. */
  async stop() {
    this.#stop.abort();
    await this.#running;
  }

  /**
   * @param {number} migration
   * @param {boolean} all
   */
  #queue(migration, all) {
    this.#database.file
      .prepare("INSERT INTO migration_jobs (version, status, all_pending, requested_at) VALUES (?, 'accepted', ?, ?)")
      .run(migration, all ? 1 : 0, new Date().toISOString());
  }

  #run() {
    this.#running = this.#runQueued().finally(() => {
      this.#running = undefined;
    });
  }

  async #runQueued() {
    for (;;) {
      const next = this.#database.pending()[0];
      const job = next && this.#database.newestJob(next.id);
      if (next === undefined || job === undefined) return;
      if (!(await this.#waitInQueue())) return;
      const ended = await this.#migrate(next.id);
      if (ended !== 'completed' || !job.all) return;
      const following = this.#database.pending()[0];
      if (following === undefined) return;
      this.#queue(following.id, true);
    }
  }

  /**
   * @param {number} migration
   * @returns {Promise<'completed' | 'stopped' | 'error'>}
   */
  async #migrate(migration) {
    const { file } = this.#database;
    const newest = 'WHERE id = (SELECT max(id) FROM migration_jobs WHERE version = ?)';
    const change = changes[migration];
    if (change === undefined) throw new Error(`the data migration v${migration} is not written`);
    const remaining = () =>
      Number(file.prepare(`SELECT count(*) AS n FROM records WHERE ${change.remaining}`).get()?.n);
    try {
      const total = this.#database.count();
      file
        .prepare(`UPDATE migration_jobs SET status = 'active', total = ?, done = ? ${newest}`)
        .run(total, total - remaining(), migration);
      log('INFO', 'Post-deploy migration started', { version: `v${migration}`, rows: total });
      for (let left = remaining(); left > 0; left = remaining()) {
        this.#failWhenTold(migration, left, total);
        this.#database.transaction(() => {
          this.#changeBatch(change);
          file
            .prepare(`UPDATE migration_jobs SET done = ?, total = ? ${newest}`)
            .run(this.#database.count() - remaining(), this.#database.count(), migration);
        });
        if (!(await this.#pause())) return 'stopped';
      }
      this.#database.transaction(() => {
        const ended = new Date().toISOString();
        file.prepare(`UPDATE migration_jobs SET status = 'completed', finished_at = ? ${newest}`).run(ended, migration);
        file.prepare('UPDATE schema_state SET data = ?').run(migration);
      });
      log('INFO', 'Post-deploy migration completed', { version: `v${migration}` });
      return 'completed';
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      file
        .prepare(`UPDATE migration_jobs SET status = 'error', error = ?, finished_at = ? ${newest}`)
        .run(message, new Date().toISOString(), migration);
      log('ERROR', 'Post-deploy migration failed', { version: `v${migration}`, error: message });
      return 'error';
    }
  }

  /** @param {(typeof changes)[number]} change */
  #changeBatch({ remaining, change }) {
    const { file } = this.#database;
    const rows = file
      .prepare(`SELECT * FROM records WHERE ${remaining} ORDER BY id LIMIT ?`)
      .all(this.#settings.batchRows);
    for (const row of rows) {
      const id = Number(row.id);
      const columns = Object.entries(changed(id, () => change(row, this.#database.places)));
      const assignments = columns.map(([name]) => `${name} = ?`).join(', ');
      file.prepare(`UPDATE records SET ${assignments} WHERE id = ?`).run(...columns.map(([, value]) => value), id);
    }
  }

  /**
   * @param {number} migration
   * @param {number} left
   * @param {number} total
   */
  #failWhenTold(migration, left, total) {
    const which = this.#faults('migration-fails');
    if (which === undefined || (which !== '' && Number(which) !== migration) || left > total / 2) return;
    throw new Error('the disk is full (it was told to fail)');
  }

  /** @returns {Promise<boolean>} false when the server ends */
  async #waitInQueue() {
    return await this.#wait(() => {
      const waits = this.#faults('job-waits');
      return waits === undefined ? 0 : Number(waits === '' ? 60_000 : waits);
    });
  }

  /** @returns {Promise<boolean>} false when the server ends */
  async #pause() {
    return await this.#wait(() => {
      const crawl = this.#faults('migrations-crawl');
      // Others have a turn between two batches in any case.
      return crawl === undefined ? Math.max(1, this.#settings.batchPause) : Number(crawl === '' ? 1000 : crawl);
    });
  }

  /**
   * Whoever takes a fault away in the middle of a long wait does not wait for its end.
   *
   * @param {() => number} milliseconds of the whole wait
   * @returns {Promise<boolean>} false when the server ends
   */
  async #wait(milliseconds) {
    const started = Date.now();
    const left = () => started + milliseconds() - Date.now();
    for (let next = left(); next > 0 && !this.#stop.signal.aborted; next = left()) {
      await delay(Math.min(next, 100), undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
    return !this.#stop.signal.aborted;
  }
}

/**
 * @template T
 * @param {number} id
 * @param {() => T} change
 */
function changed(id, change) {
  try {
    return change();
  } catch (error) {
    throw new Error(`record ${id}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
