import type { FilledChecklist, FilledItem } from '../core/decisions/checklists.ts';
import { dayTime } from '../core/messages/moments.ts';
import { type Block, type Document, folded, type Item, list, paragraph, section } from './document.ts';

/** The vendor's checklists, each item with its evidence and where in the journal that is. */
export function checklistsDocument(lists: readonly FilledChecklist[], now: Date): Document {
  return section(
    'Checklists of the vendor',
    lists.flatMap(({ title, url, items }): readonly Block[] => {
      const done = items.filter(({ state }) => state.kind === 'done').length;
      return folded(`${title}: ${done} of ${items.length}`, [
        ...(url === undefined ? [] : [paragraph({ link: "The vendor's list", url })]),
        ...list(items.map((item) => line(item, now))),
      ]);
    }),
  );
}

function line({ text, state }: FilledItem, now: Date): Item {
  const said = text.replace(/\.$/, '');
  if (state.kind === 'open') return { ticked: false, text: `${said}: ${state.missing}.` };
  const { by, entry } = state;
  return { ticked: true, text: `${said}: ${by} (${dayTime(entry.at, now)}, record ${entry.sequence} of the journal).` };
}
