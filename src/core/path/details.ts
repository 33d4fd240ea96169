import type { PathDetails } from '../model/path-plan.ts';
import type { ReleaseList } from '../model/release.ts';
import type { InactiveRule } from './compile.ts';
import type { Catalogue } from './graph/catalogue.ts';
import type { Unusable } from './graph/usability.ts';

const exampleCount = 3;
const leftOutCount = 100;

/** What the plan was made from; `between` limits the releases whose absence is worth a line. */
export function detailsOf(
  list: ReleaseList,
  catalogue: Catalogue,
  unusable: readonly (Unusable | undefined)[],
  { idle, unknownFacts }: { readonly idle: readonly InactiveRule[]; readonly unknownFacts: readonly string[] },
  between: { readonly start: number; readonly end: number },
): PathDetails {
  const leftOut: PathDetails['leftOut'][number][] = [];
  for (let place = between.start; place < between.end && leftOut.length < leftOutCount; place++) {
    const reason = unusable[place];
    // Prereleases are many, and nobody wonders why they are left out.
    if (reason === undefined || reason.rule === 'prerelease' || reason.rule === 'unlisted') continue;
    const { rule, text, url, fixedIn } = reason;
    leftOut.push({
      version: catalogue.entries[place]?.version.label ?? '',
      rule,
      text,
      ...(url ? { url } : {}),
      ...(fixedIn ? { fixedIn } : {}),
    });
  }
  return {
    source: list.source,
    releases: list.releases.length,
    ignored: ignoredBy(list, catalogue),
    leftOut,
    unknownFacts,
    idle,
  };
}

function ignoredBy(list: ReleaseList, catalogue: Catalogue): PathDetails['ignored'] {
  const groups = Map.groupBy([...list.ignored, ...catalogue.unreadable], ({ reason }) => reason);
  return [...groups].map(([reason, tags]) => ({
    reason,
    count: tags.length,
    examples: tags.slice(0, exampleCount).map(({ tag }) => tag),
  }));
}
