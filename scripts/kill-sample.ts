import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { climbWithKills } from '../test/kills/climb.ts';
import { type Kill, tally } from '../test/kills/tally.ts';
import { Random } from '../test/simulation/random.ts';
import { builtCli } from '../test/support/program.ts';

/*
 * Kills the real program, with SIGKILL, while it climbs the embedded sample with its real servers; then runs it again.
 * After each kill it checks whether anything was lost, and in the end each path must be complete.
 *   npm run kills -- --kills 200           ends at the first violation, with its seed, and exit code 1
 *   npm run kills -- --kills 20 --seed 7   the same moments again, as far as a real clock allows
 *   npm run kills -- --from 2.0.1          starts near the end of the path
 *   npm run kills -- --at-once 3           this many samples side by side: most of the time is spent waiting
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    from: { type: 'string', default: '1.0.2' },
    'at-once': { type: 'string', default: '2' },
    trace: { type: 'boolean', default: false },
  },
});

const wanted = Number(values.kills);
const seed = Number(values.seed);
const kills: Kill[] = [];
let started = 0;
let violations = 0;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}; nothing is left running.`)));

const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-kills-program-'));

async function climbOneAfterTheOther(random: Random, program: string): Promise<void> {
  while (kills.length < wanted && violations === 0) {
    started += 1;
    const { faults, trace, folder } = await climbWithKills({
      program,
      from: values.from,
      random: random.fork(),
      mayKill: () => kills.length < wanted && violations === 0,
      killed: (kill) => kills.push(kill),
      signal: stop.signal,
    });
    if (values.trace || faults.length > 0) process.stdout.write(`${trace.join('\n')}\n`);
    if (faults.length === 0) continue;
    violations += faults.length;
    process.exitCode = 1;
    process.stdout.write(`seed ${seed} violates:\n${faults.map((fault) => `  ${fault}\n`).join('')}`);
    process.stdout.write(`Everything is kept in ${folder}. Again: npm run kills -- --seed ${seed}\n`);
  }
}

process.stdout.write(`seed ${seed}\n`);
try {
  const program = await builtCli();
  const random = new Random(seed);
  const lanes = Array.from({ length: Number(values['at-once']) }, () => random.fork());
  const ends = await Promise.allSettled(lanes.map((lane) => climbOneAfterTheOther(lane, program)));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.stdout.write(tally(kills));
const climbs = `${started} ${started === 1 ? 'climb' : 'climbs'}`;
process.stdout.write(
  `${kills.length} ${kills.length === 1 ? 'kill' : 'kills'} in ${climbs}, ${violations} ${violations === 1 ? 'violation' : 'violations'}\n`,
);
