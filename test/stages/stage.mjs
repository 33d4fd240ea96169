/* The system of the tests: a word in a file says which stage it is at. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [act = '', folder = '', word = ''] = process.argv.slice(2);
const file = join(folder, 'stage');
const stages = ['old', 'second', 'switched'];
const now = readFileSync(file, 'utf8');

if (act === 'whole') process.exit(stages.includes(now) ? 0 : 1);
// What was set up stays: a stage is reached as long as a later one is.
if (act === 'reached') process.exit(stages.indexOf(now) >= stages.indexOf(word) ? 0 : 1);
if (act === 'reach' || act === 'back') {
  const breaks = join(folder, 'break');
  if (existsSync(breaks)) {
    rmSync(breaks);
    console.error('it broke in the middle');
    process.exit(3);
  }
  writeFileSync(file, word);
}
