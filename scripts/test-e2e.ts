import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { longestFirst } from './longest-first.ts';

/**
 * Runs the end-to-end tests, the longest files first. In alphabetical order, which `node --test` keeps, the longest of all
 * started when the others were almost done, and then ran alone.
 */
const root = resolve(import.meta.dirname, '..');
const first = [
  'sample-workflows',
  'infrahub-workflows',
  'mender',
  'aws-rds-resize',
  'helm',
  'postgres-major',
  'medplum-workflows',
  'medplum-aws',
  'medplum',
  'compose',
  'infrahub-helm',
  'unleash',
  'mender-compose',
  'mender-chart',
  'medplum-compose',
  'fleet',
  'my-first-upgrade',
];
/** Each of them waits a lot: for servers, for migrations, for the workflow runner. */
const atOnce = 3;

const files = longestFirst(globSync('test/e2e/**/*.test.ts', { cwd: root }), first);

const tests = run({ cwd: root, files, concurrency: atOnce });
tests.on('test:summary', ({ success }) => {
  if (!success) process.exitCode = 1;
});
tests.compose(spec).pipe(process.stdout);
