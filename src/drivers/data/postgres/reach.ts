import type { ArchiveEntry } from './archive.ts';
import type { SourceFacts } from './source.ts';

/** Whether a copy keeps production's connections to other servers, and its jobs switched on. */
export const outsideSettings = ['cut', 'keep'] as const;
export type OutsideSetting = (typeof outsideSettings)[number];

/**
 * A user mapping contains the password with which a foreign table writes to another server: in a copy that is production's
 * own. Without it the foreign table exists, and leads nowhere.
 */
export function leadsOutside(entry: ArchiveEntry): boolean {
  return entry.text.startsWith('USER MAPPING ');
}

/** What a person should know about a copy without them. */
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
