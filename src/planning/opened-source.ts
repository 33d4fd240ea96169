import { UserError } from '../core/messages/errors.ts';
import { releaseOn } from '../core/model/hop.ts';
import type { PathStep } from '../core/model/path-plan.ts';
import type { Release, ReleaseList } from '../core/model/release.ts';
import type { State } from '../core/model/state.ts';
import { checkPath } from '../core/path/check-path.ts';
import type { MigrationLists } from '../core/path/graph/rule.ts';
import { stagesSource } from '../core/path/sources/stages/source.ts';
import { unusableDeclaration } from '../core/path/sources/topology/declared.ts';
import { topologySource } from '../core/path/sources/topology/source.ts';
import { startingAt, versionsSource } from '../core/path/versions-source.ts';
import type { TopologyProbe } from '../drivers/probes/topology.ts';
import { notesOnTheWay } from '../drivers/releases/notes.ts';
import type { SincePinned } from '../drivers/releases/since-pinned.ts';
import {
  hasStages,
  hasVersions,
  type ProductDefinition,
  type StagesProduct,
  type TopologyProduct,
  type VersionsProduct,
} from '../products/definition.ts';
import type { HopDetail } from '../report/plan-model.ts';
import type { Effects } from '../world/effects/effects.ts';
import { migrationListsFor } from './migration-lists.ts';
import type { PathAnswer, PathBasis } from './path-question.ts';
import type { PlanInput } from './plan-input.ts';
import { type ReleasesRead, readReleaseList } from './release-list.ts';

/** A path source, with everything read that it needs from the outside world. */
export interface OpenedSource {
  /** The requested path, or the given path, checked. */
  answer(current: State, basis: PathBasis): Promise<PathAnswer>;
  /** What else it knows about the state that a step leads to. */
  detail(step: PathStep): Pick<HopDetail, 'releaseNotes' | 'publishedAt'>;
  /** How its releases differ from a pinned copy; undefined if there is none. */
  readonly since?: SincePinned;
}

/** @param topology undefined if no live system is looked at */
export async function openPathSource(
  product: ProductDefinition,
  effects: Effects,
  asked: PlanInput,
  topology?: TopologyProbe,
): Promise<OpenedSource> {
  if (hasStages(product)) return openStages(product, asked);
  if (!hasVersions(product)) return openTopology(product, asked, topology);
  return openVersions(product, await readReleaseList(product, effects, asked), asked);
}

function openVersions(product: VersionsProduct, read: ReleasesRead, asked: PlanInput): OpenedSource {
  const { list, published, since } = read;
  const { saveReleases: save } = asked;
  return {
    answer: async (current, basis) => {
      const first = answerFrom(product, list, { asked, current, basis });
      const target = targetOf(first, list);
      if (target === undefined) return first;
      const { effects } = basis;
      const lists = await migrationListsFor(product, target, {
        effects,
        published,
        ...(save === undefined ? {} : { save }),
      });
      if (lists.size === 0) return first;
      const answer = answerFrom(product, list, { asked, current, basis, lists });
      const migrations = [...lists.values()].map(({ url, sha256, list: all }) => ({ url, sha256, count: all.length }));
      return { ...answer, details: { ...answer.details, migrations } };
    },
    detail: (step) => {
      const [from, to] = [releaseOn(step, 'from'), releaseOn(step, 'to')];
      const release = list.releases.find(({ version }) => version === to);
      return {
        releaseNotes: notesOnTheWay(list.releases, from, to, product.versions),
        ...(from === to || release?.publishedAt === undefined ? {} : { publishedAt: release.publishedAt }),
      };
    },
    ...(since === undefined ? {} : { since }),
  };
}

const newest = 'newest';

interface Question {
  readonly asked: PlanInput;
  readonly current: State;
  readonly basis: PathBasis;
  readonly lists?: MigrationLists;
}

/** @param lists left out while it is unknown where the path leads, and so which lists there are */
function answerFrom(product: VersionsProduct, releases: ReleaseList, question: Question): PathAnswer {
  const { asked, current, basis, lists } = question;
  const { path, target } = asked;
  const { effects, facts, partNames, allowPrereleases, minimumAge } = basis;
  const knowledge = {
    releases,
    scheme: product.versions,
    rules: product.path,
    facts,
    partNames,
    allowPrereleases,
    ...(minimumAge === undefined ? {} : { minimumAge }),
    now: effects.clock.now(),
    ...(lists === undefined ? {} : { migrationLists: lists }),
  };
  if (path === undefined) return versionsSource(knowledge, product.title).pathTo(current, target ?? newest);
  const check = checkPath({
    ...knowledge,
    ...startingAt(current),
    path: namesIn(path),
    ...(target === undefined ? {} : { target }),
  });
  return check.kind === 'sound' ? check.path : check;
}

/** Where hops lead that are possible or asked about; undefined if there are none. */
function targetOf(answer: PathAnswer, { releases }: ReleaseList): Release | undefined {
  switch (answer.kind) {
    case 'path':
    case 'no-path':
      return releases.find(({ version }) => version === answer.target);
    case 'faulty':
      return releases.find(({ version }) => version === answer.end);
    default:
      return undefined;
  }
}

function openStages({ stages, title }: StagesProduct, asked: PlanInput): OpenedSource {
  refuseReleases(title, asked);
  return {
    answer: async (current) => stagesSource(stages, title).pathTo(current, asked.target ?? newest),
    detail: () => ({ releaseNotes: [] }),
  };
}

function openTopology(
  { topology: reasons, title }: TopologyProduct,
  asked: PlanInput,
  probe: TopologyProbe | undefined,
): OpenedSource {
  refuseReleases(title, asked);
  return {
    answer: async (current) => {
      const [seen, offer] = await Promise.all([probe?.look(), probe?.offer()]);
      const unusable = seen?.kind === 'known' ? unusableDeclaration(seen.value) : undefined;
      const knowledge = {
        title,
        reasons,
        obstacles: unusable === undefined ? [] : [unusable],
        ...(offer === undefined ? {} : { offer }),
        ...(seen?.kind === 'known' ? { seen: seen.value } : {}),
      };
      return topologySource(knowledge).pathTo(current, asked.target ?? newest);
    },
    detail: () => ({ releaseNotes: [] }),
  };
}

/** Options for a path of versions only: ignoring them silently would hide that they have no effect. */
function refuseReleases(title: string, { path, releases, saveReleases }: PlanInput): void {
  const given = [
    ...(path === undefined ? [] : ['a path to check']),
    ...(releases === undefined ? [] : ['a pinned release list']),
    ...(saveReleases === undefined ? [] : ['a file to write the release list to']),
  ];
  if (given.length === 0) return;
  throw new UserError({
    happened:
      `${given.join(' and ')} ${given.length === 1 ? 'is' : 'are'} given, but ${title} has no releases.`.replace(
        /^./,
        (first) => first.toUpperCase(),
      ),
    means: 'Its path follows from its definition alone. No path was planned.',
    next: 'Leave it out.',
  });
}

function namesIn(path: string): string[] {
  const names = path
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length > 0) return names;
  throw new UserError({
    happened: `The path "${path}" contains no release.`,
    means: 'No path was checked.',
    next: 'Write its releases in order, such as 1.1.4,1.2.1,1.3.1.',
  });
}
