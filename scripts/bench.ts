import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Release, ReleaseList } from '../src/core/model/release.ts';
import { planPath } from '../src/core/path/planner.ts';
import { type PathRules, pathRules } from '../src/core/path/rules.ts';
import { versionScheme } from '../src/core/path/sources/versions/version-scheme.ts';
import { benchCopy } from './bench/copy.ts';
import { benchHop } from './bench/hop.ts';
import { benchJournal } from './bench/journal.ts';
import { benchMedplum } from './bench/medplum.ts';
import { benchStart } from './bench/start.ts';

/**
 * How long the planner takes for lists far longer than any vendor's, in shapes that are hard for it: few long lines,
 * many short ones, and rules that forbid little, so that almost every hop is possible.
 */
interface Shape {
  readonly name: string;
  /** Releases as [majors, minors of each, patches of each]. */
  readonly size: readonly [number, number, number];
  readonly rules: unknown;
  /** What the planner must find; a path unless said otherwise. */
  readonly outcome?: 'path' | 'no-path';
}

interface Figure {
  readonly shape: string;
  readonly releases: number;
  readonly hops: number;
  /** The middle one of all runs. */
  readonly milliseconds: number;
}

const reason = 'Measured.';
const everyRule = [
  { 'no-line-skipped': { line: 'minor', since: '3.0', until: '30', reason } },
  { 'lines-per-hop': { line: 'minor', 'at-most': 20, reason } },
  { 'between-majors': { 'leave-from': 'last-minor', reason } },
  { 'required-stops': { at: Array.from({ length: 50 }, (_, major) => `${2 * major + 1}.5`), reason } },
  { 'enter-only-from': { entering: '70', from: '69.9', reason } },
  { 'land-on': { line: '40.3', 'at-least': '40.3.2', reason } },
  { allowed: { from: '33.3 || 33.4', to: '33.6', reason } },
  { forbidden: { from: '<20', to: '>40', reason } },
  { avoid: { versions: '20.3.99 || 21.4.7', reason } },
  {
    migrations: {
      list: Array.from({ length: 90 }, (_, major) => ({
        id: major,
        'runs-from': `${major}.2.1`,
        'required-before': `${major + 2}`,
      })),
      reason,
    },
  },
  { manual: { id: 'code-for-v4', entering: '4', text: 'Change the code.' } },
];

const shapes: readonly Shape[] = [
  { name: 'vendor: 10 majors, 10 minors, 10 patches', size: [10, 10, 10], rules: [everyRule[0]] },
  { name: 'every minor visited', size: [100, 100, 10], rules: [{ 'no-line-skipped': { line: 'minor', reason } }] },
  { name: 'all kinds of rules', size: [100, 10, 100], rules: everyRule },
  { name: 'no rules', size: [100, 100, 10], rules: [] },
  { name: 'one line of patches', size: [1, 1, 100_000], rules: [{ 'finish-line-first': { line: 'minor', reason } }] },
  {
    name: 'every line one release, any landing',
    size: [1, 100_000, 1],
    rules: [{ 'lines-per-hop': { line: 'minor', 'at-most': 3, land: 'any', reason } }],
  },
  {
    name: 'no path, nearest target sought',
    size: [100, 100, 10],
    outcome: 'no-path',
    rules: [
      { 'lines-per-hop': { line: 'minor', 'at-most': 3, reason } },
      { forbidden: { from: '<60', to: '>=60', reason } },
    ],
  },
];

function releasesOf([majors, minors, patches]: Shape['size']): ReleaseList {
  const releases: Release[] = [];
  for (let major = 0; major < majors; major++) {
    for (let minor = 0; minor < minors; minor++) {
      for (let patch = 0; patch < patches; patch++) {
        const version = `${major}.${minor}.${patch}`;
        releases.push({ version, tag: `v${version}`, prerelease: false, publishedAt: '2026-01-01T00:00:00Z' });
      }
    }
  }
  // Sources list the newest first, by date: the planner must not rely on any order.
  return { source: 'the benchmark', releases: releases.reverse(), ignored: [] };
}

function measure(shape: Shape, runs: number): Figure {
  const releases = releasesOf(shape.size);
  const rules: PathRules = pathRules.parse(shape.rules);
  const times: number[] = [];
  let hops = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const plan = planPath({
      current: '0.0.0',
      target: 'newest',
      releases,
      rules,
      scheme: versionScheme.parse({}),
      minimumAge: 86_400_000,
      now: new Date('2026-06-01'),
    });
    times.push(performance.now() - start);
    const { kind } = plan;
    if (kind !== (shape.outcome ?? 'path')) throw new Error(`${shape.name}: unexpected outcome ${kind}`);
    hops = (kind === 'no-path' ? plan.nearest : kind === 'path' ? plan : undefined)?.steps.length ?? 0;
  }
  const middle = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return { shape: shape.name, releases: releases.releases.length, hops, milliseconds: Math.round(middle * 10) / 10 };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    runs: { type: 'string' },
    megabytes: { type: 'string', default: '1600' },
    tables: { type: 'string', default: '20000' },
    'large-row': { type: 'string', default: '300' },
    postgres: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});
const [subject = 'planner'] = positionals;
if (subject === 'journal') await benchJournal(values.json);
else if (subject === 'start') await benchStart(values.json);
else if (subject === 'planner') benchPlanner(values.json, runsOr(5));
else if (subject === 'copy') {
  const { json, check } = values;
  const sizes = {
    megabytes: Number(values.megabytes),
    tables: Number(values.tables),
    largeRow: Number(values['large-row']),
  };
  const postgres = values.postgres === undefined ? undefined : Number(values.postgres);
  await benchCopy({ json, check, ...sizes, postgres, runs: runsOr(1) });
} else if (subject === 'hop') await benchHop({ json: values.json, check: values.check, runs: runsOr(3) });
else if (subject === 'medplum') await benchMedplum({ json: values.json, check: values.check });
else throw new Error(`There is no benchmark "${subject}": planner, journal, start, copy, hop or medplum.`);

function runsOr(usual: number): number {
  return values.runs === undefined ? usual : Math.max(1, Number.parseInt(values.runs, 10));
}

function benchPlanner(json: boolean, runs: number): void {
  const figures = shapes.map((shape) => measure(shape, runs));

  if (json) {
    process.stdout.write(`${JSON.stringify({ planner: figures }, null, 2)}\n`);
  } else {
    const width = Math.max(...shapes.map(({ name }) => name.length));
    const row = (cells: readonly string[]) =>
      cells.map((cell, index) => (index === 0 ? cell.padEnd(width) : cell.padStart(12))).join('');
    process.stdout.write(`${row(['planner', 'releases', 'hops', 'ms'])}\n`);
    for (const { shape, releases, hops, milliseconds } of figures) {
      process.stdout.write(`${row([shape, String(releases), String(hops), milliseconds.toFixed(1)])}\n`);
    }
  }
}
