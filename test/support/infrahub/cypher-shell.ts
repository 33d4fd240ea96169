/* Answers as cypher-shell does in the format "plain": its argument is the file of the graph, its input the queries. */
import { readFileSync } from 'node:fs';
import { cypherAnswer } from './graph.ts';

const graph = JSON.parse(readFileSync(process.argv[2] ?? '/data/graph.json', 'utf8'));
const lines = cypherAnswer(readFileSync(0, 'utf8'), graph);
process.stdout.write(lines.map((line) => `${line}\n`).join(''));
