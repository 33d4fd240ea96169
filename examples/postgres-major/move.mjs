/**
 * Moves a database from one PostgreSQL server to another of a newer major while its application works, by logical
 * replication.
 *
 *   node move.mjs reached STAGE   exit code 0: it is reached, 1: it is not, 2: that is unknown
 *   node move.mjs reach STAGE     from the stage before; run again after a failure, it continues where it was
 *   node move.mjs back STAGE      to this stage from the one after it, without losing a row
 *   node move.mjs check           the application can use its database
 *
 * From the environment: OLD_DATABASE_URL and NEW_DATABASE_URL, the same database on both servers, each with an
 * administrator; APPLICATION_FILE, from which the application reads where its database is.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { link, name, serverAt, text } from './server.mjs';

/** @typedef {import('./server.mjs').Server} Server */

/** How long the application may be without its database before a switch is called off. */
const switchLimit = 120_000;

const newWalLevel = 'wal_level is not "logical" on the new server';

const old = serverAt('old', required('OLD_DATABASE_URL'));
const young = serverAt('new', required('NEW_DATABASE_URL'));
const file = required('APPLICATION_FILE');

/** @type {Record<string, { reached(): boolean, reach?(): void | Promise<void>, back?(): void | Promise<void> }>} */
const stages = {
  old: {
    reached: () => old.exists(),
    back: () => {
      refuseUnless(isUsed(old), 'the application uses the new server');
      young.onServer(`DROP DATABASE IF EXISTS ${name(young.database)} WITH (FORCE);`);
    },
  },
  second: {
    reached: () => old.exists() && young.exists() && hasAllTables(),
    reach: createSecond,
    back: () => {
      refuseUnless(isUsed(old), 'the application uses the new server');
      unlink(old, young);
      const copies = young.tables();
      if (copies.length > 0) young.sql(`TRUNCATE ${copies.join(', ')};`);
    },
  },
  replicated: {
    reached: () => isUsed(old) && young.exists() && follows(old, young),
    reach: replicate,
    back: () => moveApplication(young, old),
  },
  switched: {
    reached: () => isUsed(young) && old.exists() && follows(young, old),
    reach: () => moveApplication(old, young),
  },
  removed: {
    // Nothing is asked of the old server, which is not needed any more.
    reached: () => isUsed(young) && !young.hasPublication(),
    reach: removeOld,
  },
};

const [act = '', wanted = ''] = process.argv.slice(2);
const stage = Object.hasOwn(stages, wanted) ? stages[wanted] : undefined;
try {
  if (act === 'check') check();
  else if (act === 'reached' && stage !== undefined) process.exitCode = stage.reached() ? 0 : 1;
  else if (act === 'reach' && stage?.reach !== undefined) await stage.reach();
  else if (act === 'back' && stage?.back !== undefined) await stage.back();
  else throw new Error('usage: move.mjs reached|reach|back old|second|replicated|switched|removed, or move.mjs check');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

/** The application is on this server. */
function isUsed(/** @type {Server} */ server) {
  return existsSync(file) && readFileSync(file, 'utf8') === addressOf(server);
}

/** As a file with variables, which systemd, Compose and shells read. It holds no secret. */
function addressOf(/** @type {Server} */ { place, database }) {
  return `PGHOST=${place.host}\nPGPORT=${place.port}\nPGDATABASE=${database}\n`;
}

/**
 * The other server has every row of this one. In the middle of a move nothing follows any more; the one that the
 * application is to leave is locked then, so nothing changes either.
 */
function follows(/** @type {Server} */ one, /** @type {Server} */ other) {
  return one.isLocked() || (other.hasSubscription() && other.uncopied().length === 0);
}

function hasAllTables() {
  const copies = young.tables();
  return copies.length > 0 && old.tables().every((table) => copies.includes(table));
}

function createSecond() {
  refuseUnless(young.major() >= old.major(), `the new server is older: ${young.major()} < ${old.major()}`);
  const obstacles = [...old.obstacles(), ...(young.onServer('SHOW wal_level;') === 'logical' ? [] : [newWalLevel])];
  refuseUnless(obstacles.length === 0, `logical replication would not do: ${obstacles.join('; ')}`);
  if (!young.exists()) {
    const [encoding = '', collate = '', ctype = ''] = old.rows(`SELECT unnest(ARRAY[pg_encoding_to_char(encoding),
      datcollate, datctype]) FROM pg_database WHERE datname = current_database();`);
    // Nobody writes there before the application does.
    young.onServer(`CREATE DATABASE ${name(young.database)} CONNECTION LIMIT 0 TEMPLATE template0
      ENCODING ${text(encoding)} LC_COLLATE ${text(collate)} LC_CTYPE ${text(ctype)};`);
  }
  if (hasAllTables()) return;
  refuseUnless(young.tables().length === 0, `on the new server "${young.database}" already has other tables`);
  young.sql(old.definitions(), young.database, '--single-transaction');
}

async function replicate() {
  refuseUnless(isUsed(old), `${file} does not say that the application uses the old server`);
  publish(old);
  subscribe(young, old, true);
  for (;;) {
    const left = young.uncopied();
    if (left.length === 0) break;
    console.log(`Still copying ${left.length} of ${young.tables().length} tables.`);
    await sleep(2000);
  }
  await caughtUp(old, Number.POSITIVE_INFINITY);
}

/**
 * Each step leaves a state from which the same steps continue. The server that the application leaves stays locked until
 * the application returns to it, so that nothing can write there unnoticed. Meanwhile it follows the other server,
 * so that going back loses nothing.
 */
async function moveApplication(/** @type {Server} */ from, /** @type {Server} */ to) {
  if (!isUsed(to)) {
    refuseUnless(isUsed(from), `${file} does not say that the application uses the ${from.title} server`);
    if (to.hasSubscription()) {
      await bringUpToDate(from, to);
      to.sql(`DROP SUBSCRIPTION ${link};`);
    }
    refuseUnless(from.isLocked(), `the ${to.title} server does not follow the ${from.title} one`);
    publish(to);
    subscribe(from, to, false);
    to.unlock();
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, addressOf(to));
    renameSync(draft, file);
  }
  // Not before: a new server that is used and publishes nothing is the last stage.
  from.sql(`DROP PUBLICATION IF EXISTS ${link};`);
}

async function bringUpToDate(/** @type {Server} */ from, /** @type {Server} */ to) {
  const missing = from.tables().filter((table) => !to.tables().includes(table));
  refuseUnless(missing.length === 0, `the ${to.title} server does not have ${missing.join(', ')}`);
  try {
    from.lock();
    await caughtUp(from, Date.now() + switchLimit);
    // Replication leaves them where they were.
    const values = from.rows(`SELECT format('SELECT setval(%L, %s);', format('%I.%I', schemaname, sequencename),
      last_value) FROM pg_sequences WHERE last_value IS NOT NULL;`);
    to.sql(values.join('\n'));
  } catch (error) {
    from.unlock();
    console.error(`The application keeps the ${from.title} server.`);
    throw error;
  }
}

/** What is written on this server until now has been written on the other one. */
async function caughtUp(/** @type {Server} */ from, /** @type {number} */ until) {
  const position = from.sql('SELECT pg_current_wal_lsn();');
  for (;;) {
    const [behind] = from.rows(`SELECT pg_wal_lsn_diff(${text(position)}, confirmed_flush_lsn)
      FROM pg_replication_slots WHERE slot_name = ${text(link)};`);
    if (behind !== undefined && Number(behind) <= 0) return;
    if (Date.now() > until) throw new Error(`the copy is still ${behind ?? 'any number of'} bytes behind`);
    // Answered with how far it is, which an idle server would be told only every ten seconds.
    from.sql(`SELECT pg_logical_emit_message(true, ${text(link)}, '');`);
    await sleep(250);
  }
}

function publish(/** @type {Server} */ server) {
  if (!server.hasPublication()) server.sql(`CREATE PUBLICATION ${link} FOR ALL TABLES;`);
}

function subscribe(/** @type {Server} */ to, /** @type {Server} */ from, /** @type {boolean} */ copies) {
  if (to.hasSubscription()) return;
  // Left by a run that ended between the two.
  from.sql(`SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = ${text(link)};`);
  to.sql(`CREATE SUBSCRIPTION ${link} CONNECTION ${text(from.connection())} PUBLICATION ${link}
    WITH (copy_data = ${copies});`);
}

function unlink(/** @type {Server} */ from, /** @type {Server} */ to) {
  if (to.hasSubscription()) to.sql(`DROP SUBSCRIPTION ${link};`);
  from.sql(`DROP PUBLICATION IF EXISTS ${link};`);
}

function removeOld() {
  refuseUnless(isUsed(young), `${file} does not say that the application uses the new server`);
  if (old.exists()) {
    if (old.hasSubscription()) old.sql(`DROP SUBSCRIPTION ${link};`);
    old.onServer(`DROP DATABASE ${name(old.database)} WITH (FORCE);`);
  }
  young.sql(`DROP PUBLICATION IF EXISTS ${link};`);
}

function check() {
  const server = [old, young].find(isUsed);
  if (server === undefined) throw new Error(`${file} names neither of the two servers`);
  refuseUnless(!server.isLocked(), `the application is locked out of the ${server.title} server`);
  refuseUnless(
    server.isTrue("current_setting('transaction_read_only') = 'off'"),
    `the ${server.title} server is read-only`,
  );
  console.log(`The application uses the ${server.title} server, PostgreSQL ${server.major()}.`);
}

function refuseUnless(/** @type {boolean} */ condition, /** @type {string} */ reason) {
  if (!condition) throw new Error(reason);
}

function required(/** @type {string} */ variable) {
  const value = process.env[variable];
  if (value) return value;
  console.error(`${variable} is not set`);
  process.exit(2);
}
