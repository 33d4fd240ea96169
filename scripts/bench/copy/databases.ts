/**
 * Three tables as applications have them: many narrow rows with several indexes, wide ones with text that compresses well, and
 * pairs of keys. About this many megabytes on disk, indexes included.
 */
export function ordinary(megabytes: number): string[] {
  const thousands = (perMegabyte: number) => Math.round(megabytes * perMegabyte * 1000);
  return [
    `CREATE TABLE events (id bigserial, patient int, at timestamptz, kind text, value numeric);
     INSERT INTO events (patient, at, kind, value)
     SELECT (random() * 50000)::int, '2025-01-01'::timestamptz + n * interval '7 seconds', 'kind ' || n % 40, round((random() * 1000)::numeric, 2)
     FROM generate_series(1, ${thousands(2.9)}) n;
     ALTER TABLE events ADD PRIMARY KEY (id); CREATE INDEX ON events (patient); CREATE INDEX ON events (at, kind)`,
    `CREATE TABLE resources (id uuid, version int, updated timestamptz, project uuid, type text, code text, name text, deleted boolean, content text);
     INSERT INTO resources
     SELECT gen_random_uuid(), n % 9, now(), gen_random_uuid(), 'Observation', md5((n % 1000)::text), 'name ' || n, n % 50 = 0,
       (SELECT string_agg(format('{"system":"http://loinc.org","code":"%s","display":"%s"}', n + k, md5((n * k)::text)), ',') FROM generate_series(1, 12) k)
     FROM generate_series(1, ${thousands(0.25)}) n;
     ALTER TABLE resources ADD PRIMARY KEY (id); CREATE INDEX ON resources (type, code); CREATE INDEX ON resources (updated); CREATE INDEX ON resources (name)`,
    `CREATE TABLE links (one int, other int); INSERT INTO links SELECT n % 40000, n FROM generate_series(1, ${thousands(2.2)}) n;
     ALTER TABLE links ADD PRIMARY KEY (one, other); CREATE INDEX ON links (other)`,
    'ANALYZE',
  ];
}

/** Here the time is not spent on rows. */
export function manyTables(count: number): string[] {
  const atOnce = 500;
  return Array.from({ length: Math.ceil(count / atOnce) }, (_, batch) =>
    Array.from({ length: Math.min(atOnce, count - batch * atOnce) }, (__, index) => {
      const table = `t${batch * atOnce + index}`;
      return `CREATE TABLE ${table} (id int PRIMARY KEY, name text NOT NULL DEFAULT '', at timestamptz);
        CREATE INDEX ON ${table} (name); INSERT INTO ${table} VALUES (1, 'x', now())`;
    }).join(';'),
  );
}

/** Rows that are larger than what a program should hold in memory. */
export function largeRows(count: number, megabytes: number): string[] {
  return [
    `CREATE TABLE scans (id int PRIMARY KEY, content text);
     INSERT INTO scans SELECT n, repeat(md5(n::text), ${megabytes * 32_768}) FROM generate_series(1, ${count}) n`,
  ];
}
