import { systemClock } from '../../world/clock.ts';
import { httpFetch } from '../../world/http.ts';
import { packageVersion } from '../../world/package-version.ts';
import { systemProcesses } from '../../world/processes/process.ts';
import { stopOnSignals } from '../../world/processes/stop.ts';
import { systemWitness } from '../../world/processes/witness.ts';
import { runCli } from './run-cli.ts';
import { terminalRun } from './run-identity.ts';

// Whoever reads the output may stop reading (`staged-upgrade log | head`), or close the terminal.
for (const stream of [process.stdin, process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });
}

// A terminal that does not know its size reports 0, and text would then be wrapped at one character per line.
const usualColumns = 80;
if (process.stdout.columns === 0) process.stdout.columns = usualColumns;
const columnsOf = (stream: NodeJS.WriteStream): number | undefined =>
  stream.isTTY === true ? stream.columns || usualColumns : undefined;

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  version: packageVersion,
  environment: process.env,
  directory: process.cwd(),
  interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
  columns: { out: () => columnsOf(process.stdout), err: () => columnsOf(process.stderr) },
  clock: systemClock,
  processes: systemProcesses,
  witness: systemWitness(process.env),
  fetch: httpFetch(process.env),
  stop: stopOnSignals(process, (signal) =>
    process.stderr.write(`\nStopping (${signal}): what is running is ended, and recorded.\n`),
  ),
  run: terminalRun(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
