// @ts-check
/**
 * What this server's releases are: the builds that can be installed, and which migration came with which of them.
 * The program is one; the version that it is told to be decides what it knows, reads and refuses.
 */

/** Version to the short hash of its build. @type {Readonly<Record<string, string>>} */
export const builds = {
  '1.0.0': '7be21d0',
  '1.0.1': 'c4f09a3',
  '1.0.2': '19ad55e',
  '1.1.0': 'e08b6c1',
  '1.1.4': '3f2c9ab',
  '1.2.0': '5d7710f',
  '1.2.1': 'a92e4d8',
  '1.2.2': 'f31c07b',
  '1.3.0': '60be9d2',
  '1.3.1': '8c15fa4',
  '2.0.0': 'd2904e7',
  '2.0.1': '4ba8c36',
  '2.1.0': '0f6d1b9',
  '2.1.3': 'b7e3258',
};

/**
 * Changes of the schema only: they add, they never take away, so that the release before still works. They run at
 * start-up.
 *
 * @type {readonly { id: number, since: string, sql: string }[]}
 */
export const preDeployMigrations = [
  {
    id: 1,
    since: '1.0.0',
    sql: `CREATE TABLE records (id INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT, serviced TEXT, every TEXT, note TEXT)`,
  },
  { id: 2, since: '1.1.0', sql: `ALTER TABLE records ADD COLUMN item TEXT; ALTER TABLE records ADD COLUMN place TEXT` },
  { id: 3, since: '1.2.0', sql: `ALTER TABLE records ADD COLUMN serviced_on TEXT` },
  { id: 4, since: '1.3.0', sql: `ALTER TABLE records ADD COLUMN every_days INTEGER` },
  {
    id: 5,
    since: '2.0.0',
    sql: `CREATE TABLE places (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);
          ALTER TABLE records ADD COLUMN place_id INTEGER REFERENCES places (id)`,
  },
  { id: 6, since: '2.0.1', sql: `ALTER TABLE records ADD COLUMN tags TEXT` },
  {
    id: 7,
    since: '2.1.0',
    sql: `ALTER TABLE records ADD COLUMN content TEXT; ALTER TABLE records ADD COLUMN checksum TEXT`,
  },
];

/**
 * Changes of the records, after the deploy. Each moves what it changes from the old column to the new one, so the
 * release before can no longer read a record that it has touched.
 *
 * @typedef {{ id: number, name: string, since: string, requiredBefore?: string }} DataMigration
 *   `since`: the first version that knows it. `requiredBefore`: the first version that cannot start before it is complete.
 * @type {readonly DataMigration[]}
 */
export const dataMigrations = [
  { id: 1, name: 'split-labels', since: '1.1.0', requiredBefore: '1.2.0' },
  { id: 2, name: 'iso-dates', since: '1.2.0', requiredBefore: '1.3.0' },
  { id: 3, name: 'intervals-in-days', since: '1.3.1', requiredBefore: '2.0.0' },
  { id: 4, name: 'places-by-id', since: '2.0.0', requiredBefore: '2.1.0' },
  { id: 5, name: 'tags-out-of-notes', since: '2.0.1', requiredBefore: '2.1.0' },
  { id: 6, name: 'seal-records', since: '2.1.0' },
];

/** What was wrong with the release that was withdrawn: it stored records without their note. */
export const losesNotes = '1.2.2';

/**
 * @param {string} a
 * @param {string} b
 * @returns {boolean} whether version `a` is `b` or later
 */
export function isAtLeast(a, b) {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number));
  for (let place = 0; place < 3; place++) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/**
 * @param {string} version
 * @returns {{ knows: (id: number) => boolean, requires: (id: number) => boolean, known: readonly DataMigration[] }}
 */
export function knowledgeOf(version) {
  const known = dataMigrations.filter((migration) => isAtLeast(version, migration.since));
  const required = known.filter(
    ({ requiredBefore }) => requiredBefore !== undefined && isAtLeast(version, requiredBefore),
  );
  return {
    known,
    knows: (id) => known.some((migration) => migration.id === id),
    requires: (id) => required.some((migration) => migration.id === id),
  };
}
