import type { ArchiveEntry } from './archive.ts';
import type { SourceFacts } from './source.ts';

/** Whether a copy keeps production's ways to other servers, and its jobs switched on. */
export const outsideSettings = ['cut', 'keep'] as const;
export type OutsideSetting = (typeof outsideSettings)[number];

/**
 * A user mapping holds the password with which a foreign table writes into another server: on a copy that is production's
 * own. Without it the foreign table is there, and leads nowhere.
 */
export function leadsOutside(entry: ArchiveEntry): boolean {
  return entry.text.startsWith('USER MAPPING ');
}

/** What a person should know of a copy that was cut off. */
export function cutText(
  entries: readonly ArchiveEntry[],
  { jobTables }: Pick<SourceFacts, 'jobTables'>,
): string | undefined {
  const servers = new Set(
    entries.filter(leadsOutside).map(({ text }) => / SERVER (?<server>.*) \S+$/.exec(text)?.groups?.server ?? text),
  );
  const parts = [
    ...(servers.size === 0
      ? []
      : [`no user mapping was restored for the foreign servers ${[...servers].map((name) => `"${name}"`).join(', ')}`]),
    ...jobTables.map(({ name }) => `the jobs in ${name} are switched off`),
  ];
  return parts.length === 0
    ? undefined
    : `This copy does not act on anything outside of it: ${parts.join(', and ')}. If staging has its own servers for these, let the scrub hook set them.`;
}
