/** A process of its own that appends to a folder journal: `append-many.ts FOLDER WRITER COUNT`. Prints each number. */

import { folderJournal } from '../../src/journal/stores/folder/folder.ts';
import { systemClock } from '../../src/world/clock.ts';
import { completed, hop, runOf } from './fixtures.ts';

const [folder = '', writer = '', count = '0'] = process.argv.slice(2);
const journal = folderJournal(folder, { system: 'records', run: runOf(writer) }, systemClock);
for (let number = 1; number <= Number(count); number++) {
  await journal.append({ ...completed, hop: { ...hop, id: `${writer}-${number}` } });
  process.stdout.write(`${number}\n`);
}
