/*
 * Plays the command "infrahub" of a release: its texts, wrapped as on a terminal of 80 columns, and its exit codes, which
 * are 0 even after a failure. Its arguments: the file of the graph, the release, and what "infrahub" is given.
 */
import { readFileSync } from 'node:fs';
import { writeWhole } from '../write-whole.ts';
import { graphVersionOf, type StandInGraph } from './graph.ts';

const [file = '', version = '', ...args] = process.argv.slice(2);
const graph: StandInGraph = JSON.parse(readFileSync(file, 'utf8'));
const target = graphVersionOf(version);
const minor = Number(version.split('.')[1]);
const say = (...lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''));
const coloured = (line: string): string =>
  line.replaceAll(
    /\b(?:SUCCESS|FAILED|ERROR)\b/g,
    (word) => `\u001b[1;3${word === 'SUCCESS' ? 2 : 1}m${word}\u001b[0m`,
  );

/** On 80 columns; from 1.5 on beside the time, and its first line with its place in the source at the right end. */
function log(message: string, source = 'db.py:361'): void {
  const time = minor < 5 ? '' : '[2026-05-04 09:30:12] ';
  const place = minor < 5 ? '' : source;
  const width = 80 - time.length - (place === '' ? 0 : place.length + 1);
  const lines: string[] = [];
  for (const word of message.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines.splice(-1, 1, `${last} ${word}`);
  }
  for (const [index, line] of lines.entries())
    say(
      coloured(
        index === 0
          ? `${time}${line.padEnd(place === '' ? 0 : width + 1)}${place}`
          : `${' '.repeat(time.length)}${line}`,
      ),
    );
}

const numbers = Array.from(
  { length: Math.max(0, target - graph.graphVersion) },
  (_, at) => graph.graphVersion + at + 1,
);
const padded = (number: number): string => String(number).padStart(3, '0');

function check(): void {
  if (minor < 5) log('Checking current state of the Database');
  const from = graph.graphVersion;
  if (numbers.length === 0) log(`Database up-to-date (v${target}), no migration to execute.`);
  else if (minor < 10)
    log(`Database needs to be updated (v${from} -> v${target}), ${numbers.length} migrations pending`);
  else {
    log(`Database version: ${from}`);
    log(`Target version:   ${target}`);
    log(`Pending:          ${numbers.length} migrations`);
    for (const number of numbers) log(`  ${padded(number)} ...`);
  }
}

function upgrade(): void {
  const fault = readFileSync(`${file}.fault`, { encoding: 'utf8', flag: 'a+' }).trim();
  if (fault === 'configuration') {
    say('Configuration not valid, found 1 error(s)', '  cache/address | Value error, no host is named (value_error)');
    process.exit(1);
  }
  if (fault === 'database') {
    log("ERROR Database is unreachable: Couldn't connect to database:7687 (resolved to ())", 'upgrade.py:69');
    log(
      '  Verify that the database is running and that the connection settings in your configuration file are correct.',
      'upgrade.py:70',
    );
    process.exit(1);
  }
  if (minor >= 10) log('Step 1/6: Database migrations', 'upgrade.py:141');
  check();
  for (const number of numbers) {
    const name = `Migration: ${padded(number)}_of_the_stand_in_with_a_name_that_is_long`;
    if (fault === 'migration') {
      log(`${name} FAILED`);
      log('Upgrade cancelled due to migration failure.', 'upgrade.py:94');
      return;
    }
    graph.graphVersion = number;
    log(`${name} SUCCESS`);
  }
  const rebases = args.includes('--rebase-branches');
  const open = graph.branches.filter(({ name, status }) => name !== 'main' && status !== 'MERGED');
  for (const branch of open)
    if (numbers.length > 0) branch.status = rebases && fault !== 'rebase' ? 'OPEN' : 'NEED_UPGRADE_REBASE';
  writeWhole(file, JSON.stringify(graph));
  if (minor >= 5) log(`Found ${open.length} branches that need to be rebased`, 'upgrade.py:121');
  if (minor >= 10) log('Upgrade complete SUCCESS', 'upgrade.py:205');
}

const asked = args.filter((each) => !each.startsWith('-')).join(' ');
if (asked === 'upgrade') upgrade();
else if (asked === 'db migrate' && args.includes('--check')) check();
else if (asked === 'db showmigrations') say(`(database version: ${graph.graphVersion}, target version: ${target})`);
else say(`Error: No such command '${asked}'.`);
