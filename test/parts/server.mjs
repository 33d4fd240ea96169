/* The system of the tests: a file says which release of a server runs, brought by which chart; its data is a folder. */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [act = '', folder = '', ...words] = process.argv.slice(2);
const file = join(folder, 'running.json');
const running = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

if (act === 'deploy') {
  const [version, chart, from, to] = words;
  if (existsSync(join(folder, 'break'))) {
    rmSync(join(folder, 'break'));
    console.error('it broke in the middle');
    process.exit(3);
  }
  appendFileSync(join(folder, 'deploys'), `${version} ${chart} (${from} to ${to})\n`);
  writeFileSync(file, JSON.stringify({ version, chart }));
} else if (act === 'stop') {
  rmSync(file, { force: true });
} else if (running === undefined) {
  console.error('nothing runs');
  process.exit(1);
} else if (act === 'chart' && existsSync(join(folder, 'chart-unknown'))) {
  process.exit(1);
} else if (act === 'version' || act === 'chart') {
  console.log(running[act]);
} else if (act === 'test') {
  // Release 4 needs what chart 5.9 has set up: without it, it would have lost something.
  process.exit(running.version === words[0] && running.chart === words[1] ? 0 : 1);
}
