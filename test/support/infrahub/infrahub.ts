/*
 * Plays the command "infrahub" of a release: its texts, wrapped as on a terminal of 80 columns, and its exit codes, which
 * are 0 whatever has happened. Its arguments: the file of the graph, the release, and what "infrahub" is given.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { graphVersionOf, type StandInGraph } from './graph.ts';

const [file = '', version = '', ...args] = process.argv.slice(2);
const graph: StandInGraph = JSON.parse(readFileSync(file, 'utf8'));
const target = graphVersionOf(version);
const isBefore110 = Number(version.split('.')[1]) < 10;
const bold = (text: number): string => `\u001b[1;36m${text}\u001b[0m`;
const say = (...lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''));
const numbers = Array.from(
  { length: Math.max(0, target - graph.graphVersion) },
  (_, at) => graph.graphVersion + at + 1,
);
const padded = (number: number): string => String(number).padStart(3, '0');

function check(): void {
  say('Checking current state of the Database');
  if (numbers.length === 0) say(`Database up-to-date (v${target}), no migration to execute.`);
  else if (isBefore110)
    say(`Database needs to be updated (v${graph.graphVersion} -> v${target}), ${numbers.length}`, 'migrations pending');
  else
    say(
      `Database version: ${bold(graph.graphVersion)}`,
      `Target version: ${bold(target)}`,
      `Pending: ${bold(numbers.length)} migrations`,
      ...numbers.map((number) => `  ${padded(number)} ...`),
    );
}

function upgrade(): void {
  check();
  const fault = readFileSync(`${file}.fault`, { encoding: 'utf8', flag: 'a+' }).trim();
  for (const number of numbers) {
    if (fault === 'migration') {
      say(`Migration: ${padded(number)}_of_the_stand_in FAILED`, 'Upgrade cancelled due to migration failure.');
      return;
    }
    graph.graphVersion = number;
    say(`Migration: ${padded(number)}_of_the_stand_in SUCCESS`);
  }
  const rebases = args.includes('--rebase-branches');
  for (const branch of graph.branches.filter(({ name, status }) => name !== 'main' && status !== 'MERGED'))
    if (numbers.length > 0) branch.status = rebases && fault !== 'rebase' ? 'OPEN' : 'NEED_UPGRADE_REBASE';
  writeFileSync(file, JSON.stringify(graph));
  say('Upgrade complete SUCCESS');
}

const asked = args.filter((each) => !each.startsWith('-')).join(' ');
if (asked === 'upgrade') upgrade();
else if (asked === 'db migrate' && args.includes('--check')) check();
else if (asked === 'db showmigrations') say(`(database version: ${graph.graphVersion}, target version: ${target})`);
else say(`Error: No such command '${asked}'.`);
