import type { Message } from '../core/messages/message.ts';
import type { Entry } from '../core/model/event.ts';
import { type Hop, releaseOn, releaseSides } from '../core/model/hop.ts';
import type { Observation } from '../core/model/observation.ts';
import { escapeMarkdown } from '../world/writing/markdown.ts';
import { journalLog } from './journal-log.ts';

/** The prefix of the names of these files; the hop's id follows. */
export const diagnosticsPrefix = 'staged-upgrade-diagnostics-';

export interface Diagnostics {
  readonly hop: Hop;
  readonly product: string;
  /** The address of the vendor's release notes, with `{version}`. */
  readonly changelog: string | undefined;
  readonly observation: Observation;
  readonly entries: readonly Entry[];
  /** The configuration as written: secrets are only names in it. */
  readonly configuration: unknown;
  readonly serverLog: string;
  /** How the step ended for which this was written. */
  readonly ended: Message;
  /** Answers of the server, by what they are. */
  readonly evidence: readonly { readonly name: string; readonly text: string }[];
}

/** One Markdown file to attach to a support request. */
export function diagnosticsReport({
  hop,
  product,
  changelog,
  observation,
  entries,
  configuration,
  serverLog,
  ended,
  evidence,
}: Diagnostics): string {
  return [
    `# ${escapeMarkdown(`${product}: ${hop.title}`)}`,
    block('What happened', [ended.happened, ended.means, ended.next].filter((line) => line !== '').join('\n')),
    block('Observed', JSON.stringify(observation, undefined, 2)),
    ...evidence.map(({ name, text }) => block(name, text)),
    ...(changelog === undefined ? [] : [block('What the releases bring', changelogLines(hop, changelog))]),
    block('Hop', JSON.stringify(hop, undefined, 2)),
    block('Journal', journalLog(entries)),
    block('Configuration', JSON.stringify(configuration, undefined, 2)),
    block('Server log', serverLog),
    '',
  ].join('\n\n');
}

function changelogLines(hop: Hop, changelog: string): string {
  const releases = new Set(releaseSides.map((side) => releaseOn(hop, side)));
  return [...releases].map((release) => `${release}: ${changelog.replaceAll('{version}', release)}`).join('\n');
}

/** A fence longer than any in the text, so that a log cannot end it. */
function block(title: string, text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `## ${escapeMarkdown(title)}\n\n${fence}text\n${text.trimEnd()}\n${fence}`;
}
