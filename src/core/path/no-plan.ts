import { UserError } from '../messages/errors.ts';
import type { Message } from '../messages/message.ts';
import type { Reason } from '../model/hop.ts';
import type { PathDetails, PathPlan, UnknownRelease } from '../model/path-plan.ts';
import type { ReleaseList } from '../model/release.ts';
import type { Explainer } from './explain.ts';
import { reasonOf, reasonWithSource } from './explain.ts';
import { type Catalogue, entryAt } from './graph/catalogue.ts';
import { labelAt } from './graph/rule.ts';
import { listed } from './rules/common.ts';
import { shortestPath } from './search.ts';
import { readVersion } from './sources/versions/version-scheme.ts';
import { readingFor, type UnreadTags } from './unread-tags.ts';

const nothingDone = 'Nothing was done.';

const accepted = {
  current: 'Give the release that production runs, such as 4.1.12.',
  target: 'Give a release such as 4.1.12, a line such as 4.1, newest or newest-patch.',
} as const;

export function unknownRelease(
  which: 'current' | 'target',
  asked: string,
  nearest: { below?: string; above?: string },
  details: PathDetails,
): UnknownRelease {
  const name = which === 'current' ? 'current release' : 'target';
  const neighbours = Object.values(nearest);
  const message: Message = {
    happened: `The ${name} "${asked}" is not among ${details.releases} known releases (read from: ${details.source}).`,
    means: 'Without knowing its place in the list, no path can be planned.',
    next:
      neighbours.length === 0
        ? `${accepted[which]} If it is one, check \`versions:\` and \`releases:\` of the product.`
        : `The nearest known ${neighbours.length === 1 ? 'release is' : 'releases are'} ${listed(neighbours)}. If it exists, add it to the source under \`releases:\`.`,
  };
  return { kind: 'unknown-release', which, asked, message, nearest, details };
}

/** Nothing can be planned from such a list, and an empty plan would look like good news. */
export function nothingMatches(list: ReleaseList, unread: readonly string[], catalogue: Catalogue): UserError {
  const [example = ''] = unread;
  const reading = readingFor(unread, catalogue.scheme);
  const isOtherScheme = reading !== undefined && reading.scheme !== catalogue.scheme.scheme;
  return new UserError({
    happened: `${catalogue.entries.length} of the ${unread.length + catalogue.entries.length} tags with a version of ${list.source} are read as releases: ${unread.length} of them, such as ${JSON.stringify(example)}, do not match \`versions:\` of the product.`,
    means: 'No path was planned.',
    next:
      reading === undefined
        ? 'Write a pattern for them under `versions:`, with a group (?<version>…) around the version.'
        : `Write under \`versions:\` of the product: ${isOtherScheme ? `scheme: ${reading.scheme}, ` : ''}pattern: '${String(reading.pattern).replaceAll("'", "''")}'`,
  });
}

/** @param unread tags above the present release that nobody has looked at */
export function alreadyThere(
  { graph }: Explainer,
  wanted: string,
  details: PathDetails,
  unread: readonly UnreadTags[] = [],
): PathPlan {
  const { context } = graph;
  const current = labelAt(context, context.current);
  const leftOut = details.leftOut.filter(({ version }) => version !== current);
  const present = context.unusable[context.current];
  const means =
    leftOut.length === 0
      ? 'No hop is needed.'
      : `Newer releases exist but are left out: ${leftOut.map(reasonWithSource).join(' ')}`;
  const message: Message = {
    happened: `The system is already at ${current}, ${wanted}${leftOut.length === 0 ? '' : ' that may be used'}.`,
    means,
    next:
      present === undefined || present.rule === 'unlisted'
        ? 'Nothing needs to be done.'
        : `${reasonWithSource(present)} Plan again when a release that replaces it is published.`,
  };
  const doubt =
    unread.length > 0
      ? { doubt: doubtOf(current, unread, details) }
      : present?.rule === 'unlisted'
        ? { doubt: unlistedDoubt(present.text) }
        : {};
  return { kind: 'already-there', current, target: current, message, ...doubt, details };
}

/** Nothing above it is listed, and neither is the release itself: then the list does not prove that nothing is newer. */
function unlistedDoubt(text: string): Message {
  return {
    happened: `${text} Nothing newer is listed.`,
    means: 'The list may be incomplete, so it could not be determined whether the path ends here.',
    next: 'Make sure that `releases:` of the product names the source that has this release.',
  };
}

function doubtOf(current: string, unread: readonly UnreadTags[], { source }: PathDetails): Message {
  const said = unread.map(
    ({ count, example, because }) =>
      `${count === 1 ? 'one tag is' : `${count} tags are`} left out, such as ${JSON.stringify(example)}, because ${because}`,
  );
  return {
    happened: `Nothing newer than ${current} is known, but of ${source} ${said.join('; and ')}.`,
    means: 'Newer releases may be among them, so it could not be determined whether the path ends here.',
    next: 'Correct `pattern` under `versions:` of the product so that they are read, or name them under `ignore` with the reason.',
  };
}

export function downgrade({ graph }: Explainer, target: number, details: PathDetails): PathPlan {
  const { context } = graph;
  const current = labelAt(context, context.current);
  const older = labelAt(context, target);
  const [first] = shortestPath(graph, target, context.current) ?? [];
  const hop = first === undefined ? undefined : { from: older, to: labelAt(context, first) };
  const message: Message = {
    happened: `${older} is older than the current release ${current}. An upgrade path never goes down.`,
    means: `The data has been changed for ${current}. The way back to ${older} is a restore: everything written since that backup is lost.`,
    next:
      hop === undefined
        ? `If a backup of ${older} exists, restore it and deploy ${older}; the journal lists the backups.`
        : `If the journal has the hop ${hop.from} to ${hop.to}, run \`staged-upgrade rollback\` with that hop: its restore point is a backup of ${older}.`,
  };
  return { kind: 'downgrade', current, target: older, message, ...(hop ? { restoreBefore: hop } : {}), details };
}

export function unusableTarget(survey: Explainer, target: number, details: PathDetails): PathPlan {
  const { context } = survey.graph;
  const label = labelAt(context, target);
  const [block] = survey.graph.refusals(target);
  const reason: Reason = block === undefined ? { rule: 'target', text: `${label} may not be used.` } : reasonOf(block);
  const fixedIn = context.catalogue.find(context.unusable[target]?.fixedIn ?? '');
  const isFixed = fixedIn !== undefined && fixedIn > context.current && survey.graph.isUsable(fixedIn);
  const instead = isFixed ? labelAt(context, fixedIn) : nextUsable(survey, target);
  const message: Message = {
    happened: `${label} may not be the target. ${reasonWithSource(reason)}`,
    means: nothingDone,
    next: instead === undefined ? 'Choose another target.' : `Choose ${instead} instead: --target ${instead}.`,
  };
  const current = labelAt(context, context.current);
  return { kind: 'unusable-target', current, target: label, message, reason, ...(instead ? { instead } : {}), details };
}

/** The next usable release of the same line, or else the previous one. */
function nextUsable({ graph }: Explainer, target: number): string | undefined {
  const { context } = graph;
  const { minor } = context.lines;
  const sameLine = (place: number) =>
    place > context.current && place < context.catalogue.entries.length && minor.rankOf(place) === minor.rankOf(target);
  for (let place = target + 1; sameLine(place); place++) if (graph.isUsable(place)) return labelAt(context, place);
  for (let place = target - 1; sameLine(place); place--) if (graph.isUsable(place)) return labelAt(context, place);
  return undefined;
}

/** The labels of the releases on either side of an unknown version. */
export function nearestKnown(text: string, catalogue: Catalogue): { below?: string; above?: string } {
  const reading = readVersion(text, catalogue.scheme);
  if (reading.kind === 'ignored') return {};
  const place = catalogue.placeOf(reading.version);
  const below = place > 0 ? entryAt(catalogue.entries, place - 1).version.label : undefined;
  const above = place < catalogue.entries.length ? entryAt(catalogue.entries, place).version.label : undefined;
  return { ...(below ? { below } : {}), ...(above ? { above } : {}) };
}
