import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { fuzz } from './run.ts';
import { smallest } from './target.ts';
import { targets } from './targets.ts';

/** One target in a thread of its own: whoever waits for it can end a case that never ends. */
const asked = z.object({ target: z.string(), seed: z.string(), from: z.number(), cases: z.number() }).parse(workerData);
const target = targets.find(({ name }) => name === asked.target);
if (target === undefined || parentPort === null) throw new Error(`there is no target "${asked.target}"`);
const port = parentPort;
const { tried, found } = await fuzz(target, { ...asked, onCase: (number) => port.postMessage({ number }) });
port.postMessage({
  tried,
  ...(found === undefined
    ? {}
    : {
        found: {
          kind: found.kind,
          what: found.what,
          number: found.number,
          text: await smallest(target, found.text, found),
        },
      }),
});
