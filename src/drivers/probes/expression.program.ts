import { createInterface } from 'node:readline';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Evaluation } from './evaluation.ts';

/*
 * Evaluates expressions in a separate process: each line is a question, and each answer a line. A thread alone would not be
 * enough, since one large allocation in it ends the whole process. The thread here matters after the asking process was
 * killed: an endless evaluation would otherwise keep running.
 */
const maxMegabytes = 512;

if (isMainThread) {
  const worker = new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: maxMegabytes } });
  worker.on('message', (answer: string) => process.stdout.write(`${answer}\n`));
  worker.on('error', () => process.exit(1));
  createInterface({ input: process.stdin })
    .on('line', (question) => worker.postMessage(question))
    .on('close', () => process.exit());
} else {
  const { evaluated } = await import('./evaluation.ts');
  parentPort?.on('message', async (question: string) => {
    const asked: Evaluation = JSON.parse(question);
    parentPort?.postMessage(JSON.stringify(await evaluated(asked)));
  });
}
