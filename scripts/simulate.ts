import { parseArgs } from 'node:util';
import { configurations } from '../test/simulation/configuration.ts';
import type { Guard } from '../test/simulation/guards/guard.ts';
import { guards } from '../test/simulation/guards.ts';
import { simulate } from '../test/simulation/scenario.ts';
import { World } from '../test/simulation/world.ts';
import { crash } from './guards/outcomes.ts';

/*
 * Runs the whole product in a simulated world, once for each seed:
 *   npm run simulate -- --seeds 1000      the seeds 1 to 1000; at the first violation its trace, and exit 1
 *   npm run simulate -- --seed 42         one seed with its whole trace: it is the same every time
 *   npm run simulate -- --seconds 20      as many seeds as fit into this time
 *   npm run simulate -- --guard NAME      of the seeds, only those in whose world this guard of test/simulation/guards matters;
 *                                         or in the world that it asks for
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    first: { type: 'string', default: '1' },
    seed: { type: 'string' },
    seconds: { type: 'string' },
    guard: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const read = configurations();
const started = performance.now();
const single = values.seed === undefined ? undefined : Number(values.seed);
const first = single ?? Number(values.first);
const last = single ?? (values.seconds === undefined ? first + Number(values.seeds) - 1 : Number.POSITIVE_INFINITY);
const { matters, wish } = guardNamed(values.guard);
const until = values.seconds === undefined ? Number.POSITIVE_INFINITY : started + Number(values.seconds) * 1000;

let seeds = 0;
let violations = 0;
for (let seed = first; seed <= last && performance.now() < until; seed++) {
  if (single === undefined && matters !== undefined && !matters(new World(seed, read))) continue;
  const outcome = await simulate(seed, read, wish);
  seeds++;
  violations += outcome.violations.length;
  if (single !== undefined) process.stdout.write(`${outcome.trace.join('\n')}\n`);
  // Without a guard the search goes on behind a crash, which is not what the guard prevents.
  const violation = outcome.violations.find(({ invariant }) => invariant !== crash) ?? outcome.violations[0];
  if (violation === undefined) continue;
  process.exitCode = 1;
  if (values.guard !== undefined && violation.invariant === crash) {
    process.stdout.write(`seed ${seed} violates: ${crash}\n  ${violation.text}\n`);
    continue;
  }
  if (values.keep) {
    process.stdout.write(`seed ${seed}: ${violation.invariant}: ${violation.text}\n`);
    continue;
  }
  if (single === undefined) process.stdout.write(`${outcome.trace.join('\n')}\n`);
  process.stdout.write(`\nseed ${seed} violates: ${violation.invariant}\n  ${violation.text}\n`);
  const inIts = wish === undefined ? '' : ` --guard "${values.guard}"`;
  process.stdout.write(`Again: npm run simulate -- --seed ${seed}${inIts}\n`);
  break;
}
process.stdout.write(
  `${seeds} ${seeds === 1 ? 'seed' : 'seeds'}, ${violations} ${violations === 1 ? 'violation' : 'violations'}\n`,
);

function guardNamed(name: string | undefined): Partial<Guard> {
  if (name === undefined) return {};
  const guard = guards.find((each) => each.name === name);
  if (guard === undefined) throw new Error(`There is no guard "${name}" in test/simulation/guards.`);
  return guard;
}
