import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { caseOf } from '../test/fuzz/run.ts';
import type { Target } from '../test/fuzz/target.ts';
import { targets } from '../test/fuzz/targets.ts';

/**
 * Passes mutated texts to everything that reads what others wrote: `npm run fuzz -- --cases 10000 [--only NAME]
 * [--seed TEXT] [--from NUMBER]`. Fails with the shortest text that it found for a defect, or for what takes more
 * than a second of processor time.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000' },
    only: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
  },
});
const [cases, from] = [Number(values.cases), Number(values.from)];
if (!Number.isSafeInteger(cases) || cases < 1 || !Number.isSafeInteger(from))
  throw new Error('--cases and --from are whole numbers');
const chosen = targets.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) throw new Error(`--only is one of ${targets.map(({ name }) => name).join(', ')}`);

/** A case that has not ended by then never will, however busy the machine is. */
const endlessMilliseconds = 120_000;

const message = z.object({
  number: z.number().optional(),
  tried: z.number().optional(),
  found: z.object({ kind: z.string(), what: z.string(), number: z.number(), text: z.string() }).optional(),
});
type Outcome = { readonly tried: number; readonly found?: NonNullable<z.output<typeof message>['found']> };

function run(target: Target): Promise<Outcome> {
  const workerData = { target: target.name, seed: values.seed, from, cases };
  const worker = new Worker(new URL('../test/fuzz/worker.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    let number = from;
    const end = (): void => {
      void worker.terminate();
      const text = caseOf(target, values.seed, number);
      resolve({ tried: number - from + 1, found: { kind: 'slow', what: 'it does not end', number, text } });
    };
    // Counted from the first case: a thread may take minutes to start on a busy machine.
    let timer: NodeJS.Timeout | undefined;
    worker.on('message', (value) => {
      clearTimeout(timer);
      const said = message.parse(value);
      if (said.tried !== undefined) return resolve({ tried: said.tried, ...(said.found ? { found: said.found } : {}) });
      number = said.number ?? number;
      timer = setTimeout(end, endlessMilliseconds);
    });
    worker.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

for (const target of chosen) {
  const started = performance.now();
  const { tried, found } = await run(target);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(
    `${target.name.padEnd(20)}${String(tried).padStart(8)} cases${seconds.padStart(6)} s${found ? `  ${found.kind}` : ''}\n`,
  );
  if (!found) continue;
  process.exitCode = 1;
  const shown =
    found.text.length > 2_000
      ? `${JSON.stringify(found.text.slice(0, 2_000))} … (${found.text.length} characters)`
      : JSON.stringify(found.text);
  process.stdout.write(
    `\n${found.what}\n\n${shown}\n\nnpm run fuzz -- --only ${target.name} --seed ${values.seed} --from ${found.number} --cases 1\n\n`,
  );
}
