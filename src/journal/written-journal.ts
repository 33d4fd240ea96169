import { journalEvent } from '../core/model/event.ts';
import { mapTexts, type Pen } from '../world/writing/pen.ts';
import type { Journal } from './journal.ts';

/** A journal to which everything is written with the pen: it outlives every run, and many can read it. */
export function writtenJournal(journal: Journal, pen: Pen): Journal {
  return { ...journal, append: (event) => journal.append(journalEvent.parse(mapTexts(event, pen.value))) };
}
