/** A separate process that appends to a journal: `append-many.ts PLACE WRITER COUNT`, PLACE as JSON. Prints each number. */

import { completed, hop, runOf } from '../fixtures.ts';
import { type JournalPlace, openJournal } from './fixture.ts';

const [given = '', writer = '', count = '0'] = process.argv.slice(2);
const place: JournalPlace = JSON.parse(given);
const journal = openJournal(place, { system: 'records', run: runOf(writer) });
for (let number = 1; number <= Number(count); number++) {
  await journal.append({ ...completed, hop: { ...hop, id: `${writer}-${number}` } });
  process.stdout.write(`${number}\n`);
}
