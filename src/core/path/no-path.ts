import { dayOf } from '../messages/moments.ts';
import type { Reason } from '../model/hop.ts';
import type { PathDetails, PathPlan } from '../model/path-plan.ts';
import { type Cut, cheapestCut, type Obstacle, pathWithout } from './cut.ts';
import { reasonOf, reasonWithSource } from './explain.ts';
import { foundPath } from './found-path.ts';
import { labelAt, type RuleSource } from './graph/rule.ts';
import { sentence } from './graph/usability.ts';
import type { Block } from './graph.ts';
import type { PathRequest } from './path-question.ts';
import { listed } from './rules/common.ts';
import { liftedBy, pathRules } from './rules.ts';
import { type DeadEnd, deadEnd } from './search.ts';
import type { Survey } from './survey.ts';

const shownReasons = 6;

interface Blocked {
  readonly request: PathRequest;
  readonly survey: Survey;
  readonly target: string;
  readonly end: DeadEnd;
}

/** Names the obstacles of the cheapest cut, and what would remove them. */
export function noPath(survey: Survey, request: PathRequest, target: number, details: PathDetails): PathPlan {
  const { context } = survey.graph;
  const end = deadEnd(survey.graph, context.current, target);
  const label = labelAt(context, target);
  const blocked: Blocked = { request, survey, target: label, end };
  const cut = cheapestCut(request, label, survey);
  const named = cut === undefined ? [] : cut.obstacles.map((one) => reasonFor(one, cut, blocked));
  const reasons = [...named, ...reasonsThere(blocked)].filter(
    ({ text }, place, all) => all.findIndex((other) => other.text === text) === place,
  );
  const nearest =
    end.nearest === undefined
      ? undefined
      : foundPath(survey, end.nearest, 'the highest release that can be reached', details);
  const obstacle = { from: labelAt(context, end.from), to: labelAt(context, end.to), reasons };
  const current = labelAt(context, context.current);
  const opens =
    cut === undefined
      ? ''
      : `Without ${named.length === 1 ? 'the first of these' : `the first ${named.length} of these`} there would be a path, ${cut.opened.join(' → ')}. `;
  return {
    kind: 'no-path',
    current,
    target: label,
    message: {
      happened: `There is no allowed path from ${current} to ${label}: it ends at ${obstacle.from}, before ${obstacle.to}.`,
      means: `${opens}${reasons.map((reason) => `${reason.rule}: ${reasonWithSource(reason)}`).join(' ')}`,
      next: [
        ...(cut === undefined ? [] : remedies(cut, blocked)),
        ...(nearest === undefined
          ? []
          : [`The nearest target that can be reached is ${nearest.target}: --target ${nearest.target}.`]),
      ].join(' '),
    },
    obstacle,
    ...(cut === undefined ? {} : { cut: { reasons: named, opened: cut.opened } }),
    ...(nearest ? { nearest } : {}),
    details,
  };
}

/** What forbids the hop at which the path ends, and which of the releases there may not be used. */
function reasonsThere({ survey: { graph }, end }: Blocked): Reason[] {
  const reasons = graph.blocks(end.from, end.to).map(reasonOf);
  for (let place = end.from + 1; place < end.to && reasons.length < shownReasons; place++) {
    const why = graph.context.unusable[place];
    if (why !== undefined && why.rule !== 'prerelease') reasons.push(...graph.refusals(place).map(reasonOf));
  }
  return reasons;
}

function reasonFor(obstacle: Obstacle, cut: Cut, blocked: Blocked): Reason {
  const { request, survey } = blocked;
  switch (obstacle.kind) {
    case 'rule': {
      const source = survey.sources.get(obstacle.place);
      const said = blocksOn(cut.opened, blocked).find((block) => block.source === source || isAvoidedBy(source, block));
      if (said !== undefined) return reasonOf(said);
      return reasonOf({
        source: { rule: source?.rule ?? 'rule', reason: '', doubts: source?.doubts ?? [], ...urlOf(source?.url) },
        text: sentence(source?.reason ?? ''),
      });
    }
    case 'grant': {
      const { name = 'rule', reason = '', url } = request.rules[obstacle.place] ?? {};
      const facts = factsOf(obstacle.place, blocked).join(', ');
      return {
        rule: name,
        text: `${sentence(reason)} It does not apply, because ${facts} is not known.`,
        ...urlOf(url),
      };
    }
    case 'withdrawn':
      return reasonAbout(obstacle.tag, blocked) ?? { rule: 'withdrawn', text: `${obstacle.tag} was withdrawn.` };
    case 'minimum-age': {
      const day = dayOfAge(cut, blocked);
      const until =
        day === undefined
          ? 'The source does not report for each when it was published.'
          : `On ${day} those that are needed will be old enough.`;
      return { rule: 'minimum-age', text: `Releases on the way are newer than the minimum age allows. ${until}` };
    }
    case 'prereleases':
      return { rule: 'prerelease', text: 'Prereleases were not requested, and the path needs one.' };
  }
}

/** An avoided release has a message of its own, which contains the rule's reason. */
function isAvoidedBy(source: RuleSource | undefined, block: Block): boolean {
  return source?.rule === 'avoid' && block.source.rule === 'avoid' && block.text.includes(source.reason);
}

function urlOf(url: string | undefined): { readonly url?: string } {
  return url === undefined ? {} : { url };
}

function reasonAbout(tag: string, { survey: { graph } }: Blocked): Reason | undefined {
  const place = graph.context.catalogue.entries.findIndex(({ release }) => release.tag === tag);
  const [block] = place < 0 ? [] : graph.refusals(place);
  return block && reasonOf(block);
}

/** Every block on the hop at which the path ends and on the hops of the path that would be open. */
function blocksOn(opened: readonly string[], { survey: { graph }, end }: Blocked): Block[] {
  const places = opened.flatMap((label) => graph.context.catalogue.find(label) ?? []);
  return [
    ...graph.blocks(end.from, end.to),
    ...places.slice(1).flatMap((to, index) => graph.blocks(places[index] ?? to, to)),
    ...places.slice(1).flatMap((place) => graph.refusals(place)),
  ];
}

/** The first day on which everything needed is old enough, provided that the rest of the cut is gone. */
function dayOfAge({ obstacles }: Cut, { request, target }: Blocked): string | undefined {
  const others = obstacles.filter(({ kind }) => kind !== 'minimum-age');
  const times = request.releases.releases
    .map(({ publishedAt = '' }) => Date.parse(publishedAt) + (request.minimumAge ?? 0))
    .filter((time) => time > request.now.getTime())
    .toSorted((a, b) => a - b);
  const time = times.find((at) => pathWithout({ ...request, now: new Date(at) }, target, others) !== undefined);
  return time === undefined ? undefined : dayOf(new Date(time).toISOString());
}

function factsOf(place: number, { survey }: Blocked): readonly string[] {
  return survey.undecided.get(place) ?? [];
}

/** What a person can do, in sentences. The settings that it suggests were tried: they open the path. */
function remedies(cut: Cut, blocked: Blocked): string[] {
  const kinds = new Set(cut.obstacles.map(({ kind }) => kind));
  const facts = [...new Set(cut.obstacles.flatMap((one) => ('place' in one ? factsOf(one.place, blocked) : [])))];
  const age = kinds.has('minimum-age')
    ? ['Wait until then, or set a lower minimum age with --minimum-age if you are allowed to.']
    : [];
  const factHint =
    facts.length === 0 ? [] : [`Give the facts: ${facts.map((fact) => `--facts ${fact}=VALUE`).join(' ')}.`];
  const prereleases = kinds.has('prereleases') ? ['If they may be used: --prereleases.'] : [];
  const rules = cut.obstacles.some((one) => one.kind === 'rule' && factsOf(one.place, blocked).length === 0);
  return [...age, ...factHint, ...prereleases, ...(rules ? [exceptionFor(cut, blocked)] : [])];
}

/** An exception that opens the path, or the names of the rules if no exception could. */
function exceptionFor(cut: Cut, blocked: Blocked): string {
  const { request, survey, target } = blocked;
  const { graph } = survey;
  const rules = cut.obstacles.flatMap((one) => (one.kind === 'rule' ? [one.place] : []));
  const sources = new Set(rules.map((place) => survey.sources.get(place)));
  const places = cut.opened.flatMap((label) => graph.context.catalogue.find(label) ?? []);
  const exceptions = places.slice(1).flatMap((to, index) => {
    const from = places[index] ?? to;
    const blocks = graph.blocks(from, to).filter(({ source }) => sources.has(source));
    if (blocks.length === 0) return [];
    const names = liftedBy.all.filter((name) => blocks.some(({ source }) => source.rule === name));
    return [{ from: `=${labelAt(graph.context, from)}`, to: `=${labelAt(graph.context, to)}`, overrules: names }];
  });
  const allowed = pathRules.parse(exceptions.map((one) => ({ allowed: { ...one, reason: 'Tried.' } })));
  const others = cut.obstacles.filter(({ kind }) => kind !== 'rule');
  const opens = pathWithout({ ...request, rules: [...request.rules, ...allowed] }, target, others) !== undefined;
  if (opens && exceptions.length > 0) {
    const texts = exceptions.map(({ from, to, overrules }) => {
      const isUsual = overrules.every((name) => liftedBy.byDefault.includes(name));
      const named = isUsual ? '' : `, overrules: [${overrules.join(', ')}]`;
      return `\`- allowed: { from: "${from}", to: "${to}"${named}, reason: "…" }\``;
    });
    return `Only if the vendor allows it, add to \`path:\` of the product, with the vendor's reason: ${texts.join(' and ')}.`;
  }
  const names = [...new Set(rules.map((place) => survey.sources.get(place)?.rule ?? ''))];
  return `No exception lifts this: only if the vendor allows it, change ${listed(names.map((name) => `\`${name}\``))} in \`path:\` of the product.`;
}
