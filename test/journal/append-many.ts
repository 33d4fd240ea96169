/** A process of its own that appends to a folder journal: `append-many.ts FOLDER WRITER COUNT`. Prints each number. */
import { systemClock } from '../../src/clock.ts';
import { folderJournal } from '../../src/journal/folder.ts';
import { completed, hop, runOf } from './fixtures.ts';

const [folder = '', writer = '', count = '0'] = process.argv.slice(2);
const journal = folderJournal(folder, { system: 'records', run: runOf(writer) }, systemClock);
for (let number = 1; number <= Number(count); number++) {
  await journal.append({ ...completed, hop: { ...hop, id: `${writer}-${number}` } });
  process.stdout.write(`${number}\n`);
}
