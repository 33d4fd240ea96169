import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  planDeclared
} from "./chunk-NPX7W24C.js";
import {
  halfDoneHop,
  writeOwnFile
} from "./chunk-7GOB7D27.js";
import {
  unprovedDeferral
} from "./chunk-EOOVDAYC.js";
import {
  nearest
} from "./chunk-KJR6AY27.js";
import {
  settingProblems
} from "./chunk-MACXX4FE.js";
import {
  liveWithin
} from "./chunk-GGGR33OU.js";
import {
  allContentDigests,
  clusterText,
  evidenceOf,
  hopDigest,
  hopsTo,
  labelOf,
  namedStates,
  onlyZone,
  openLiveSystem,
  partsOf,
  readLabel,
  stagesSource,
  stateOf,
  topologyText,
  unusableDeclaration,
  withFiles
} from "./chunk-SAITKFGM.js";
import {
  finishRestoreFirst,
  finishRollback,
  unfinishedRestore,
  unfinishedRollback,
  wasRestored
} from "./chunk-HU6FTOZV.js";
import {
  isOf
} from "./chunk-D43QRV6R.js";
import {
  texts
} from "./chunk-4X6B3AHX.js";
import {
  acceptedForms,
  carrierOf,
  catalogueOf,
  contains,
  entryAt,
  evaluate,
  factTypesIn,
  factsAskedBy,
  hasStages,
  hasVersions,
  labelAt,
  liftedBy,
  lineAt,
  lineOf,
  listed,
  listedFrom,
  listedMigration,
  manualStepIds,
  migrationListsAskedBy,
  newestUsable,
  parseReleaseFile,
  partsAskedBy,
  pathRules,
  readFact,
  readJson,
  releaseGraphOf,
  typicalDuration,
  uncovered,
  without
} from "./chunk-CF4GPMPN.js";
import {
  compareNumbers,
  compareVersions,
  exactVersion,
  labelOfVersion,
  readVersion,
  versionReader
} from "./chunk-L3TT7463.js";
import {
  environmentNames,
  hopId,
  releaseOn
} from "./chunk-WNC3J4Y2.js";
import {
  httpClient,
  malformedResponse,
  refusedAnswer,
  releaseLimits
} from "./chunk-DCKEJSUG.js";
import {
  warning
} from "./chunk-5KFJR3PX.js";
import {
  partName,
  partVersion
} from "./chunk-BRELSNAC.js";
import {
  className,
  readInstanceClass
} from "./chunk-LWQJJA54.js";
import {
  readTextFile
} from "./chunk-HL2FA6NW.js";
import {
  L
} from "./chunk-FMH4LM5E.js";
import {
  array,
  record,
  string,
  union,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/planning/given.ts
function givenFor({ facts = [], parts = [] }) {
  return { facts: lastOfEach(facts), parts: lastOfEach(parts) };
}
function isEmpty({ facts, parts }) {
  return facts.length + parts.length === 0;
}
function differencesFromBefore(entries, plan, asked) {
  if (plan.kind !== "path") return [];
  const before = entries.findLast(
    (entry2) => isOf(entry2, "planned") && entry2.event.target === plan.target && (entry2.event.operation ?? "plan") !== "plan"
  );
  if (before === void 0) return [];
  const then = before.event.given ?? { facts: [], parts: [] };
  const now = givenFor(asked);
  const said = ["facts", "parts"].flatMap((kind) => changes(kind.slice(0, -1), then[kind], now[kind]));
  if (said.length === 0) return [];
  return [`The plan of ${before.at} to ${plan.target} was made with something else: ${said.join("; ")}.`];
}
function changes(kind, then, now) {
  const [before, after] = [byName(then), byName(now)];
  return [.../* @__PURE__ */ new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    if (is === void 0) return [`the ${kind} ${name} was given as "${was}" and is not given now`];
    return [`the ${kind} ${name} was ${was === void 0 ? "not given" : `given as "${was}"`} and is "${is}" now`];
  });
}
function lastOfEach(given) {
  return [...byName(given)].map(([name, value]) => `${name}=${value}`);
}
function byName(given) {
  return new Map(
    given.map((text) => {
      const at = text.indexOf("=");
      return [text.slice(0, at), text.slice(at + 1)];
    })
  );
}

// src/core/path/graph/usability.ts
function judgeReleases(catalogue, rules) {
  return catalogue.entries.map((entry2, place) => judge(entry2, place, rules));
}
function judge(entry2, place, rules) {
  const { label } = entry2.version;
  const { withdrawn } = entry2.release;
  if (withdrawn !== void 0) {
    const { reason: reason2, ...rest } = withdrawn;
    return { rule: "withdrawn", text: `${label} was withdrawn: ${sentence(reason2)}`, ...rest };
  }
  const avoided = rules.avoided.find(({ spans }) => contains(spans, place));
  if (avoided !== void 0) {
    const { source, fixedIn } = avoided;
    const known2 = { ...source.url ? { url: source.url } : {}, ...fixedIn ? { fixedIn } : {} };
    return { rule: "avoid", text: `${label} is avoided: ${sentence(source.reason)}`, ...known2 };
  }
  if (entry2.isPrerelease && !rules.allowPrereleases) {
    return { rule: "prerelease", text: `${label} is a prerelease, and prereleases were not requested.` };
  }
  return rules.minimumAge > 0 ? judgeAge(entry2, rules.minimumAge, rules.now) : void 0;
}
function judgeAge({ version, release }, minimumAge, now) {
  const published = release.publishedAt === void 0 ? Number.NaN : Date.parse(release.publishedAt);
  const least = `the minimum age is ${days(minimumAge)}`;
  if (Number.isNaN(published)) {
    return {
      rule: "minimum-age",
      text: `The source does not report when ${version.label} was published, and ${least}.`
    };
  }
  const age = now.getTime() - published;
  if (age >= minimumAge) return void 0;
  return {
    rule: "minimum-age",
    text: `${version.label} was published ${new Date(published).toISOString().slice(0, 10)}, ${days(age)} ago, and ${least}.`
  };
}
function days(milliseconds) {
  const hours = Math.max(0, Math.floor(milliseconds / 36e5));
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

// src/core/model/state.ts
function labelWithPart(label, part, version) {
  return `${label}+${part}-${version.replaceAll(/-{2,}|-$/g, "-").replace(/-$/, "")}`;
}

// src/core/path/hop-parts.ts
function partsAtStart(place, context) {
  return known(context, (name) => context.parts[name] ?? presentOf(name, place, context));
}
function partsAfter(before, place, context) {
  return known(context, (name) => {
    const version = carried(name, place, context);
    return version ?? (context.carriedParts.has(name) ? void 0 : before[name]);
  });
}
function known({ partNames }, versionOf) {
  return Object.fromEntries(
    partNames.flatMap((name) => {
      const version = versionOf(name);
      return version !== void 0 && partVersion.safeParse(version).success ? [[name, version]] : [];
    })
  );
}
function carried(name, place, context) {
  return publishedWith(name, place, context) ?? rowOf(name, place, context)?.to;
}
function presentOf(name, place, context) {
  const versions = rowOf(name, place, context)?.versions;
  return publishedWith(name, place, context) ?? (versions && exactVersion(versions));
}
function publishedWith(name, place, { catalogue }) {
  return entryAt(catalogue.entries, place).release.parts?.[name];
}
function rowOf(name, place, { partTables }) {
  return carrierOf(
    partTables.find(({ part }) => part === name),
    place
  );
}
function without2(parts, names) {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)));
}

// src/core/path/legs.ts
function legsOf([start = 0, ...path], context, { manualSteps, partsFirst }) {
  const legs = [];
  let place = start;
  let label = start === context.current ? context.currentLabel : labelAt(context, start);
  let parts = partsAtStart(start, context);
  const goTo = (to, next) => {
    const releases = { from: labelAt(context, place), to: labelAt(context, to) };
    const isPlain = releases.from === label && releases.to === next.label;
    const isWhole = Object.keys(parts).length + Object.keys(next.parts).length === 0;
    legs.push({
      from: place,
      to,
      labels: { from: label, to: next.label },
      releases: isPlain ? void 0 : releases,
      parts: isWhole ? void 0 : { from: parts, to: next.parts },
      first: next.first
    });
    place = to;
    label = next.label;
    parts = next.parts;
  };
  for (const to of path) {
    for (const first of partsFirst) {
      if (!first.precedes(place, to, parts[first.part])) continue;
      goTo(place, {
        label: labelWithPart(label, first.part, first.to),
        parts: { ...parts, [first.part]: first.to },
        first
      });
    }
    const byHand = manualSteps.flatMap(
      ({ moves, concerns }) => moves !== void 0 && concerns(place, to) ? [moves] : []
    );
    parts = without2(parts, byHand);
    goTo(to, { label: labelAt(context, to), parts: partsAfter(parts, to, context) });
  }
  return legs;
}

// src/core/path/explain.ts
function explainSteps(path, wanted, explainer) {
  return legsOf(path, explainer.graph.context, explainer).map((leg) => {
    const { labels, parts, releases, first } = leg;
    const following = path[path.indexOf(leg.to) + 1];
    const step = first === void 0 ? explainStep(leg.from, leg.to, following, wanted, explainer) : explainMove(leg, first, explainer);
    return {
      ...step,
      ...labels,
      ...parts === void 0 ? {} : { partVersions: parts },
      ...releases === void 0 ? {} : { releases }
    };
  });
}
function explainMove({ to: place, parts }, first, explainer) {
  const { context } = explainer.graph;
  const { part, to, source } = first;
  const before = parts?.from[part];
  const move = before === void 0 ? `moves to ${to}` : `moves, ${before} \u2192 ${to}`;
  const text = `Only the ${part} ${move}; the release stays ${labelAt(context, place)}.`;
  return {
    tag: entryAt(context.catalogue.entries, place).release.tag,
    reasons: [reasonOf({ source, text })],
    ...onTheWay(place, place, explainer),
    parts: []
  };
}
function explainStep(from, to, following, wanted, explainer) {
  const { graph } = explainer;
  const { context } = graph;
  const stops = following === void 0 ? [] : graph.blocks(from, following);
  const goal = following === void 0 ? [{ rule: "target", text: `${labelAt(context, to)} is ${wanted}.` }] : [];
  const lifted = graph.exceptionsUsed(from, to).map(({ source }) => reasonFrom(source));
  return {
    tag: entryAt(context.catalogue.entries, to).release.tag,
    reasons: [...goal, ...stops.map(reasonOf), ...lifted],
    ...onTheWay(from, to, explainer),
    parts: partsAt(context, to)
  };
}
function onTheWay(from, to, { graph, manualSteps, remarks }) {
  const labels = { from: labelAt(graph.context, from), to: labelAt(graph.context, to) };
  const filled = (text) => text.replaceAll("{from}", labels.from).replaceAll("{to}", labels.to);
  return {
    manual: manualSteps.filter((manualStep) => manualStep.concerns(from, to)).map(({ id, text, url }) => ({ id: filled(id), text: filled(text), ...url ? { url } : {} })),
    notes: remarks.filter((remark) => remark.concerns(from, to)).map(({ source }) => reasonFrom(source))
  };
}
function partsAt({ partTables }, place) {
  return partTables.flatMap((partTable) => {
    const row = carrierOf(partTable, place);
    if (row === void 0) return [];
    const { part, source } = partTable;
    return [{ part, versions: row.versions, reason: source.reason, ...source.url ? { url: source.url } : {} }];
  });
}
function saidOf({ text, url }) {
  return url === void 0 ? text : `${text} (${url})`;
}
function reasonOf({ source, text }) {
  return reasonFrom({ ...source, reason: source.reason === "" ? text : `${text} ${source.reason}` });
}
function reasonFrom(source) {
  const doubt = source.doubts.length === 0 ? "" : ` It is not known whether this installation needs it (${source.doubts.join(", ")}), so it applies.`;
  return { rule: source.rule, text: `${sentence(source.reason)}${doubt}`, ...source.url ? { url: source.url } : {} };
}

// src/core/path/notes.ts
function notesOf({ graph: { context }, cautions }, path) {
  const [current = 0] = path;
  const target = path.at(-1) ?? current;
  const notes = [];
  const present = context.unusable[current];
  if (present?.rule === "unlisted") notes.push(present.text);
  else if (present !== void 0 && present.rule !== "minimum-age") {
    notes.push(`The present release should be left: ${saidOf(present)}`);
  }
  if (entryAt(context.catalogue.entries, target).isPrerelease) {
    notes.push(`The target ${labelAt(context, target)} is a prerelease.`);
  }
  const passed = path.slice(1).flatMap((to, index) => passedOver(context, path[index] ?? to, to));
  if (passed.length > 0) {
    notes.push(`The path passes over ${listed(passed)}, where no rule requires a stop.`);
  }
  return [.../* @__PURE__ */ new Set([...notes, ...cautions.flatMap((caution) => caution(current, target))])];
}
function passedOver(context, from, to) {
  const { minor } = context.lines;
  const labels = [];
  for (let rank = minor.rankOf(from) + 1; rank < minor.rankOf(to); rank++) {
    const line = lineAt(minor, rank);
    if (line.isPublished) labels.push(line.label);
  }
  return labels;
}

// src/core/path/compile.ts
function countingRules(rules, facts) {
  const counting = [];
  const idle = [];
  const unknownFacts = /* @__PURE__ */ new Set();
  const undecided = /* @__PURE__ */ new Map();
  for (const [place, rule] of rules.entries()) {
    const { name, reason: reason2, url, when } = rule;
    const truth = evaluate(when, facts);
    if (truth.kind === "unknown") {
      undecided.set(place, truth.facts);
      for (const fact of truth.facts) unknownFacts.add(fact);
    }
    if (truth.kind === "fails") {
      idle.push({
        rule: name,
        text: `Does not apply here, because its condition (${conditionText(when)}) is not met: ${reason2}`
      });
    } else if (truth.kind === "unknown" && rule.role === "grant") {
      idle.push({ rule: name, text: `Does not apply, because ${truth.facts.join(", ")} is not known: ${reason2}` });
    } else {
      const doubts = truth.kind === "unknown" ? truth.facts : [];
      counting.push({ place, rule, source: { rule: name, reason: reason2, ...url ? { url } : {}, doubts } });
    }
  }
  return { counting, idle, unknownFacts: [...unknownFacts], undecided };
}
function conditionText(when) {
  const one = (condition) => Object.entries(condition).filter(([, value]) => value !== void 0).map(([key, value]) => key === "fact" ? value : `${key} ${value}`).join(" ");
  return [when ?? []].flat().map((item) => "any" in item ? item.any.map(one).join(" or ") : one(item)).join(" and ");
}

// src/core/path/details.ts
var exampleCount = 3;
var leftOutCount = 100;
function detailsOf(list, catalogue, unusable, { idle, unknownFacts }, between) {
  const leftOut = [];
  for (let place = between.start; place < between.end && leftOut.length < leftOutCount; place++) {
    const reason2 = unusable[place];
    if (reason2 === void 0 || reason2.rule === "prerelease" || reason2.rule === "unlisted") continue;
    const { rule, text, url, fixedIn } = reason2;
    leftOut.push({
      version: catalogue.entries[place]?.version.label ?? "",
      rule,
      text,
      ...url ? { url } : {},
      ...fixedIn ? { fixedIn } : {}
    });
  }
  return {
    source: list.source,
    releases: list.releases.length,
    ignored: ignoredBy(list, catalogue),
    leftOut,
    unknownFacts,
    idle
  };
}
function ignoredBy(list, catalogue) {
  const groups = Map.groupBy([...list.ignored, ...catalogue.unreadable], ({ reason: reason2 }) => reason2);
  return [...groups].map(([reason2, tags]) => ({
    reason: reason2,
    count: tags.length,
    examples: tags.slice(0, exampleCount).map(({ tag }) => tag)
  }));
}

// src/core/path/graph.ts
function graphOf(context, effects) {
  const hops = effects.flatMap((effect) => effect.hops ?? []);
  const landings = [finalWhereThereIsOne(context), ...effects.flatMap((effect) => effect.landings ?? [])];
  const exceptions = effects.flatMap((effect) => effect.exceptions ?? []);
  const named = new Set(
    effects.flatMap((effect) => (effect.named ?? []).flatMap(({ start, end }) => placesIn(start, end)))
  );
  const lifting = (rule, from) => exceptions.filter((one) => one.overrules.includes(rule.source.rule) && contains(one.from, from));
  const blockedBy = (rule, from) => {
    const lifted = exceptions.length === 0 ? [] : lifting(rule, from).flatMap((exception) => exception.to);
    return without(rule.blocked(from), lifted);
  };
  const unusable = (place) => context.unusable[place];
  const isNamed = (place) => named.has(place);
  return {
    context,
    blocks: (from, to) => hops.filter((rule) => contains(blockedBy(rule, from), to)).map((rule) => ({ source: rule.source, text: rule.why(from, to) })),
    openings: (from, within2) => uncovered(
      within2,
      hops.flatMap((rule) => blockedBy(rule, from))
    ),
    refusals: (place) => {
      const reason2 = unusable(place);
      if (reason2 !== void 0) {
        const { rule, text, url } = reason2;
        return [{ source: { rule, reason: "", ...url ? { url } : {}, doubts: [] }, text }];
      }
      if (isNamed(place)) return [];
      return landings.filter((rule) => rule.refuses(place)).map((rule) => ({ source: rule.source, text: rule.why(place) }));
    },
    isStop: (place) => unusable(place) === void 0 && (isNamed(place) || !landings.some((rule) => rule.refuses(place))),
    isUsable: (place) => unusable(place) === void 0,
    exceptionsUsed: (from, to) => {
      const used = hops.flatMap(
        (rule) => contains(rule.blocked(from), to) ? lifting(rule, from).filter((exception) => contains(exception.to, to)) : []
      );
      return [...new Set(used)];
    }
  };
}
function placesIn(start, end) {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
function finalWhereThereIsOne({ catalogue, lines }) {
  const isPrerelease = (place) => place !== void 0 && catalogue.entries[place]?.isPrerelease === true;
  const newest2 = (place) => lineOf(lines.minor, place).newest;
  return {
    source: { rule: "prerelease", reason: "", doubts: [] },
    refuses: (place) => isPrerelease(place) && newest2(place) !== void 0 && !isPrerelease(newest2(place)),
    why: (place) => `${catalogue.entries[place]?.version.label ?? ""} is a prerelease, and its line has final releases.`
  };
}

// src/core/path/inactive.ts
function inactiveRules(counting, catalogue) {
  const known2 = knownReleases(catalogue, new Set(counting.map(({ source }) => source.rule)));
  return counting.flatMap(({ rule, source }) => {
    const because = rule.whyInactive(known2);
    return because === void 0 ? [] : [{ rule: source.rule, text: `\`${source.rule}\` can never apply, because ${because}: ${source.reason}` }];
  });
}
function knownReleases(catalogue, rules) {
  const end = catalogue.entries.length;
  const isEmpty2 = (range) => catalogue.spans(range).every((span) => span.start === span.end);
  const isAbove = (range) => catalogue.spans(range).every(({ start }) => start === end);
  return {
    rules,
    isEmpty: isEmpty2,
    noneIn: (...ranges) => {
      const range = ranges.find((one) => one !== void 0 && isEmpty2(one));
      return range === void 0 ? void 0 : `no release matches "${range}"`;
    },
    allBelow: (...ranges) => ranges.length > 0 && ranges.every(isAbove) ? `every release is below ${ranges.map((one) => `"${one}"`).join(", ")}` : void 0
  };
}

// src/core/path/minimum-tree.ts
var MinimumTree = class {
  #size;
  #nodes;
  constructor(length) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(1, length)));
    this.#nodes = new Float64Array(2 * this.#size).fill(Number.POSITIVE_INFINITY);
  }
  get(place) {
    return this.#node(this.#size + place);
  }
  set(place, value) {
    let node = this.#size + place;
    this.#nodes[node] = value;
    while (node > 1) {
      node >>>= 1;
      this.#nodes[node] = Math.min(this.#node(2 * node), this.#node(2 * node + 1));
    }
  }
  /** The last place in [start, end) that holds the least number there; undefined when all are infinite. */
  lastMinimum(start, end) {
    let best = 0;
    let left = start + this.#size;
    let right = end + this.#size;
    const rightNodes = [];
    const consider = (node) => {
      if (best === 0 || this.#node(node) <= this.#node(best)) best = node;
    };
    while (left < right) {
      if (left % 2 === 1) consider(left++);
      if (right % 2 === 1) rightNodes.push(--right);
      left >>>= 1;
      right >>>= 1;
    }
    for (const node of rightNodes.toReversed()) consider(node);
    if (best === 0 || this.#node(best) === Number.POSITIVE_INFINITY) return void 0;
    while (best < this.#size) best = this.#node(2 * best + 1) <= this.#node(2 * best) ? 2 * best + 1 : 2 * best;
    return best - this.#size;
  }
  #node(node) {
    return this.#nodes[node] ?? Number.POSITIVE_INFINITY;
  }
};

// src/core/path/search.ts
function shortestPath(graph, current, target) {
  return follow(waysTo(graph, current, target).next, current, target);
}
function waysTo(graph, current, target) {
  const left = new MinimumTree(target - current + 1);
  const next = /* @__PURE__ */ new Map();
  left.set(target - current, 0);
  for (let place = target - 1; place >= current; place--) {
    if (place !== current && !graph.isStop(place)) continue;
    const best = bestOpening(graph, left, place, current, target);
    if (best === void 0) continue;
    next.set(place, best + current);
    left.set(place - current, left.get(best) + 1);
  }
  return { left, next };
}
function bestOpening(graph, left, place, current, target) {
  let best;
  for (const { start, end } of graph.openings(place, { start: place + 1, end: target + 1 })) {
    const found = left.lastMinimum(start - current, end - current);
    if (found !== void 0 && (best === void 0 || left.get(found) <= left.get(best))) best = found;
  }
  return best;
}
function follow(next, current, target) {
  const path = [];
  let place = current;
  while (place !== target) {
    const following = next.get(place);
    if (following === void 0) return void 0;
    path.push(following);
    place = following;
  }
  return path;
}
function deadEnd(graph, current, target) {
  const { left } = waysTo(graph, current, target);
  const opened = new Int32Array(target - current + 2);
  let open = 0;
  let from = current;
  let nearest2;
  for (let place = current; place < target; place++) {
    open += opened[place - current] ?? 0;
    if (place !== current && open === 0) continue;
    if (place !== current && graph.isUsable(place)) nearest2 = place;
    if (place !== current && !graph.isStop(place)) continue;
    from = place;
    for (const { start, end } of graph.openings(place, { start: place + 1, end: target + 1 })) {
      opened[start - current] = (opened[start - current] ?? 0) + 1;
      opened[end - current] = (opened[end - current] ?? 0) - 1;
    }
  }
  let to = from + 1;
  while (to < target && left.get(to - current) === Number.POSITIVE_INFINITY) to++;
  return { from, to, nearest: nearest2 };
}

// src/core/path/unread-tags.ts
var prereleaseWords = /^(a|alpha|b|beta|c|rc|cr|pre|preview|prerelease|dev|devel|development|m|ms|milestone|snapshot|nightly|canary|next|ea|test|testing|candidate|unstable|edge|insiders?|experimental|build|ci|pr|t|i|n)$/i;
function unreadAbove(list, catalogue, current, line) {
  const present = catalogue.entries[current]?.version.numbers ?? [];
  const isAbove = (numbers) => compareNumbers(numbers, present) > 0 && line.every((number, place) => (numbers[place] ?? 0) === number);
  const unread = unreadOf(list, catalogue).filter((tag) => {
    const numbers = numbersIn(tag);
    return numbers !== void 0 && isAbove(numbers);
  });
  const flavours = catalogue.entries.filter(({ version }) => {
    const word = version.prerelease.map((part) => /^[a-z]+/i.exec(String(part))?.[0]).find((part) => part !== void 0);
    return word !== void 0 && !prereleaseWords.test(word) && isAbove(version.numbers);
  });
  return [
    ...tagsOf(unread, "it does not match the version pattern of the product"),
    ...tagsOf(
      flavours.map(({ release }) => release.tag),
      "what follows its numbers makes it a prerelease"
    )
  ];
}
function tagsOf(tags, because) {
  const example = tags.at(-1);
  return example === void 0 ? [] : [{ count: tags.length, example, because }];
}
function unreadOf({ ignored }, { scheme, unreadable }) {
  const wanted = scheme.ignore.map(({ pattern }) => new RegExp(pattern));
  return [...ignored, ...unreadable].map(({ tag }) => tag).filter((tag) => !wanted.some((one) => one.test(tag)) && readVersion(tag, scheme).kind === "ignored");
}
function numbersIn(tag) {
  const text = /\d+(\.\d+)+/.exec(tag)?.[0];
  const numbers = text?.split(".").map(Number);
  return numbers?.every(Number.isSafeInteger) ? numbers : void 0;
}
function hardlyAnyMatch(list, catalogue) {
  const unread = unreadOf(list, catalogue).filter((tag) => numbersIn(tag) !== void 0);
  const matched = catalogue.entries.length;
  return unread.length > 0 && (matched === 0 || matched <= 2 && unread.length >= 20) ? unread : void 0;
}
function readingFor(tags, { scheme }) {
  const forms = Map.groupBy(tags, (tag) => {
    const match = /^(?<before>.*?)\d+(?:\.\d+)+(?<after>.*)$/.exec(tag)?.groups;
    return JSON.stringify([match?.before ?? "", match?.after ?? ""]);
  });
  const most = [...forms].toSorted(([, a], [, b]) => b.length - a.length);
  for (const [form, members] of most) {
    const [before = "", after = ""] = JSON.parse(form);
    const pattern = `^${escaped(before)}(?<version>\\d+(?:\\.\\d+)+)${escaped(after)}$`;
    const fitting = [scheme, "numbers"].find(
      (one) => members.every((tag) => readVersion(tag, { scheme: one, pattern, ignore: [] }).kind === "version")
    );
    if (fitting !== void 0) return { scheme: fitting, pattern };
  }
  return void 0;
}
function escaped(text) {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

// src/core/path/no-plan.ts
var nothingDone = "Nothing was done.";
function unknownRelease(which, asked, nearest2, details) {
  const name = which === "current" ? "present release" : "target";
  const neighbours = Object.values(nearest2);
  const message = {
    happened: `The ${name} "${asked}" is not among ${details.releases} known releases (read from: ${details.source}).`,
    means: "Without knowing its place in the list, no path can be planned.",
    next: neighbours.length === 0 ? "Write a release (4.1.12), a line (4.1), newest or newest-patch; or check `versions:` and `releases:` of the product." : `The nearest known ${neighbours.length === 1 ? "release is" : "releases are"} ${listed(neighbours)}. If it exists, add it to the source under \`releases:\`.`
  };
  return { kind: "unknown-release", which, asked, message, nearest: nearest2, details };
}
function nothingMatches(list, unread, catalogue) {
  const [example = ""] = unread;
  const reading = readingFor(unread, catalogue.scheme);
  const isOtherScheme = reading !== void 0 && reading.scheme !== catalogue.scheme.scheme;
  return new UserError({
    happened: `${catalogue.entries.length} of the ${unread.length + catalogue.entries.length} tags with a version of ${list.source} are read as releases: ${unread.length} of them, such as ${JSON.stringify(example)}, do not match \`versions:\` of the product.`,
    means: "No path was planned.",
    next: reading === void 0 ? "Write a pattern for them under `versions:`, with a group (?<version>\u2026) around the version." : `Write under \`versions:\` of the product: ${isOtherScheme ? `scheme: ${reading.scheme}, ` : ""}pattern: '${String(reading.pattern).replaceAll("'", "''")}'`
  });
}
function alreadyThere({ graph }, wanted, details, unread = []) {
  const { context } = graph;
  const current = labelAt(context, context.current);
  const leftOut = details.leftOut.filter(({ version }) => version !== current);
  const present = context.unusable[context.current];
  const means = leftOut.length === 0 ? "No hop is needed." : `Newer releases exist but are left out: ${leftOut.map(saidOf).join(" ")}`;
  const message = {
    happened: `The system is already at ${current}, ${wanted}${leftOut.length === 0 ? "" : " that may be used"}.`,
    means,
    next: present === void 0 || present.rule === "unlisted" ? "Nothing needs to be done." : `${saidOf(present)} Plan again when a release that replaces it is published.`
  };
  const doubt = unread.length > 0 ? { doubt: doubtOf(current, unread, details) } : present?.rule === "unlisted" ? { doubt: unlistedDoubt(present.text) } : {};
  return { kind: "already-there", current, target: current, message, ...doubt, details };
}
function unlistedDoubt(text) {
  return {
    happened: `${text} Nothing newer is listed.`,
    means: "The list may be incomplete, so it could not be determined whether the path ends here.",
    next: "Make sure that `releases:` of the product names the source that has this release."
  };
}
function doubtOf(current, unread, { source }) {
  const said = unread.map(
    ({ count, example, because }) => `${count === 1 ? "one tag is" : `${count} tags are`} left out, such as ${JSON.stringify(example)}, because ${because}`
  );
  return {
    happened: `Nothing newer than ${current} is known, but of ${source} ${said.join("; and ")}.`,
    means: "Newer releases may be among them, so it could not be determined whether the path ends here.",
    next: "Correct `pattern` under `versions:` of the product so that they are read, or name them under `ignore` with the reason."
  };
}
function downgrade({ graph }, target, details) {
  const { context } = graph;
  const current = labelAt(context, context.current);
  const older = labelAt(context, target);
  const [first] = shortestPath(graph, target, context.current) ?? [];
  const hop = first === void 0 ? void 0 : { from: older, to: labelAt(context, first) };
  const message = {
    happened: `${older} is older than the present release ${current}. An upgrade path never goes down.`,
    means: `The data has been changed for ${current}. The way back to ${older} is a restore: everything written since that backup is lost.`,
    next: hop === void 0 ? `If a backup of ${older} exists, restore it and deploy ${older}; the journal lists the backups.` : `If the journal has the hop ${hop.from} to ${hop.to}, run \`staged-upgrade rollback\` with that hop: its restore point is a backup of ${older}.`
  };
  return { kind: "downgrade", current, target: older, message, ...hop ? { restoreBefore: hop } : {}, details };
}
function unusableTarget(survey, target, details) {
  const { context } = survey.graph;
  const label = labelAt(context, target);
  const [block] = survey.graph.refusals(target);
  const reason2 = block === void 0 ? { rule: "target", text: `${label} may not be used.` } : reasonOf(block);
  const fixedIn = context.catalogue.find(context.unusable[target]?.fixedIn ?? "");
  const isFixed = fixedIn !== void 0 && fixedIn > context.current && survey.graph.isUsable(fixedIn);
  const instead = isFixed ? labelAt(context, fixedIn) : nextUsable(survey, target);
  const message = {
    happened: `${label} may not be the target. ${saidOf(reason2)}`,
    means: nothingDone,
    next: instead === void 0 ? "Choose another target." : `Choose ${instead} instead: --target ${instead}.`
  };
  const current = labelAt(context, context.current);
  return { kind: "unusable-target", current, target: label, message, reason: reason2, ...instead ? { instead } : {}, details };
}
function nextUsable({ graph }, target) {
  const { context } = graph;
  const { minor } = context.lines;
  const sameLine = (place) => place > context.current && place < context.catalogue.entries.length && minor.rankOf(place) === minor.rankOf(target);
  for (let place = target + 1; sameLine(place); place++) if (graph.isUsable(place)) return labelAt(context, place);
  for (let place = target - 1; sameLine(place); place--) if (graph.isUsable(place)) return labelAt(context, place);
  return void 0;
}
function nearestKnown(text, catalogue) {
  const reading = readVersion(text, catalogue.scheme);
  if (reading.kind === "ignored") return {};
  const place = catalogue.placeOf(reading.version);
  const below = place > 0 ? entryAt(catalogue.entries, place - 1).version.label : void 0;
  const above = place < catalogue.entries.length ? entryAt(catalogue.entries, place).version.label : void 0;
  return { ...below ? { below } : {}, ...above ? { above } : {} };
}

// src/core/path/survey.ts
function surveyOf(request, asked) {
  const { counting, idle, unknownFacts, undecided } = countingRules(request.rules, request.facts ?? {});
  const listed2 = catalogueOf(request.releases.releases, request.scheme);
  const { catalogue, unlisted } = withPresent(listed2, request.current);
  const inactive = inactiveRules(counting, listed2);
  const unmatched = hardlyAnyMatch(request.releases, listed2);
  if (unmatched !== void 0) throw nothingMatches(request.releases, unmatched, listed2);
  const usability = {
    avoided: counting.flatMap(({ rule, source }) => rule.avoided?.(catalogue, source) ?? []),
    allowPrereleases: request.allowPrereleases ?? false,
    minimumAge: request.minimumAge ?? 0,
    now: request.now
  };
  const unusable = judgeReleases(catalogue, usability);
  for (const place of placesOf(asked, catalogue)) {
    unusable[place] = judge(entryAt(catalogue.entries, place), place, { ...usability, allowPrereleases: true });
  }
  if (unlisted !== void 0) unusable[unlisted] = notListed(catalogue, unlisted, request.releases.source);
  const details = (start, end) => detailsOf(request.releases, catalogue, unusable, { idle: [...idle, ...inactive], unknownFacts }, { start, end });
  const unknown2 = (which, name) => unknownRelease(which, name, nearestKnown(name, listed2), details(0, 0));
  const current = catalogue.find(request.current);
  if (current === void 0) return unknown2("current", request.current);
  const partTables = counting.flatMap(({ rule, source }) => rule.partTable?.(catalogue, source) ?? []);
  const context = {
    ...releaseGraphOf(catalogue, unusable),
    partTables,
    carriedParts: /* @__PURE__ */ new Set([
      ...partTables.map(({ part }) => part),
      ...catalogue.entries.flatMap(({ release }) => Object.keys(release.parts ?? {}))
    ]),
    parts: request.parts ?? {},
    partNames: [.../* @__PURE__ */ new Set([...partsAskedBy(request.rules), ...request.partNames ?? []])],
    current,
    currentLabel: request.currentLabel ?? labelAt({ catalogue }, current),
    migrationLists: request.migrationLists ?? /* @__PURE__ */ new Map()
  };
  const effects = counting.flatMap(({ rule, source }) => rule.apply?.(context, source) ?? []);
  return {
    kind: "surveyed",
    graph: graphOf(context, effects),
    manualSteps: effects.flatMap((effect) => effect.manualSteps ?? []),
    partsFirst: effects.flatMap((effect) => effect.partsFirst ?? []),
    remarks: effects.flatMap((effect) => effect.remarks ?? []),
    cautions: effects.flatMap((effect) => effect.cautions ?? []),
    sources: new Map(counting.map(({ place, source }) => [place, source])),
    undecided,
    details,
    unknown: unknown2,
    unread: (line) => unreadAbove(request.releases, catalogue, current, line)
  };
}
function placesOf(names, catalogue) {
  return names.flatMap((name) => catalogue.find(name) ?? []);
}
function withPresent(listed2, current) {
  if (listed2.find(current) !== void 0 || listed2.entries.length === 0) return { catalogue: listed2 };
  const reading = readVersion(current, listed2.scheme);
  if (reading.kind === "ignored") return { catalogue: listed2 };
  const present = { tag: current.trim(), version: reading.version.label, prerelease: false };
  const catalogue = catalogueOf([...listed2.entries.map(({ release }) => release), present], listed2.scheme);
  const unlisted = catalogue.find(current);
  return {
    catalogue: { ...catalogue, unreadable: listed2.unreadable },
    ...unlisted === void 0 ? {} : { unlisted }
  };
}
function notListed(catalogue, place, source) {
  const { label } = entryAt(catalogue.entries, place).version;
  const [below, above] = [place - 1, place + 1].map((one) => catalogue.entries[one]?.version.label);
  const between = below === void 0 ? `below ${above}` : above === void 0 ? `above ${below}` : `between ${below} and ${above}`;
  return {
    rule: "unlisted",
    text: `The present release ${label} is not listed by ${source}; it was placed by its version, ${between}.`
  };
}

// src/core/path/target.ts
function resolveTarget(text, current, releaseGraph) {
  const { catalogue, lines } = releaseGraph;
  if (text === "newest") {
    return newestOf({ start: 0, end: catalogue.entries.length }, "the newest release", current, releaseGraph, []);
  }
  if (text === "newest-patch") {
    const line2 = lineOf(lines.minor, current);
    return newestOf(
      line2,
      `the newest release of the present line ${line2.label}`,
      current,
      releaseGraph,
      numbersOf(line2.label)
    );
  }
  const line = /^v?(?<numbers>\d+(?:\.\d+)?)$/.exec(text)?.groups?.numbers;
  const [span] = line === void 0 ? [] : catalogue.spans(line);
  if (line !== void 0 && span !== void 0 && span.start < span.end) {
    return newestOf(span, `the newest release of ${line}`, current, releaseGraph, numbersOf(line));
  }
  const place = catalogue.find(text.replace(/^=\s*/, ""));
  if (place === void 0) return { kind: "unknown" };
  return { kind: place < current ? "older" : "release", place, wanted: "the requested release" };
}
function numbersOf(line) {
  return line.split(".").map(Number);
}
function newestOf(span, wanted, current, releaseGraph, line) {
  if (span.end <= current) return { kind: "older", place: newestUsable(releaseGraph, span) ?? span.end - 1, wanted };
  const above = { start: Math.max(span.start, current), end: span.end };
  const place = highestUsable(releaseGraph, above);
  if (place !== void 0 && place > current) return { kind: "release", place, wanted };
  if (span.start > current) return { kind: "release", place: span.end - 1, wanted };
  return { kind: "nothing-newer", wanted, end: span.end, line };
}
function highestUsable({ unusable }, { start, end }) {
  for (let place = end - 1; place >= start; place--) if (unusable[place] === void 0) return place;
  return void 0;
}

// src/core/path/check-path.ts
function checkPath(request) {
  const survey = surveyOf(request, [...request.path, ...request.target === void 0 ? [] : [request.target]]);
  if (survey.kind === "unknown-release") return survey;
  const { graph } = survey;
  const { catalogue, current } = graph.context;
  const named = request.path.map((name) => ({ name, place: catalogue.find(name) }));
  const hops = named[0]?.place === current ? named.slice(1) : named;
  const unknown2 = hops.filter(({ place }) => place === void 0).map(({ name }) => unknownFault(name, survey));
  const places = [current, ...hops.flatMap(({ place }) => place ?? [])];
  const end = endFaults(request.target, places, survey);
  const faults = [...unknown2, ...places.slice(1).flatMap((to, index) => hopFaults(places, index, to, graph)), ...end];
  const details = survey.details(current, Math.max(...places) + 1);
  if (faults.length === 0 && places.length > 1) {
    return { kind: "sound", path: describe(places, survey, details) };
  }
  const label = labelAt(graph.context, current);
  if (faults.length === 0) {
    faults.push({
      fault: "already-there",
      from: label,
      to: label,
      text: `The path has no hops: it ends at the present release ${label}.`,
      reasons: []
    });
  }
  const message = {
    happened: `The path ${request.path.join(", ")} has ${faults.length === 1 ? "a fault" : `${faults.length} faults`}.`,
    means: faults.map(({ text }) => text).join(" "),
    next: `Run \`staged-upgrade plan --target ${request.path.at(-1) ?? "newest"}\`, which plans a path that the rules allow.`
  };
  const last = labelAt(graph.context, places.at(-1) ?? current);
  return { kind: "faulty", current: label, end: last, faults, message, details };
}
function describe(places, survey, details) {
  const { context } = survey.graph;
  return {
    kind: "path",
    current: context.currentLabel,
    target: labelAt(context, places.at(-1) ?? context.current),
    steps: explainSteps(places, "the end of the path that was given", survey),
    notes: notesOf(survey, places),
    details
  };
}
function unknownFault(name, survey) {
  const { happened, next } = survey.unknown("target", name).message;
  return {
    fault: "unknown-release",
    from: name,
    to: name,
    text: `${happened.replace("The target", "The release")} ${next}`,
    reasons: []
  };
}
function hopFaults(places, index, to, graph) {
  const { context } = graph;
  const from = places[index] ?? to;
  const ends = { from: labelAt(context, from), to: labelAt(context, to) };
  if (to === from) {
    return [
      {
        fault: "already-there",
        ...ends,
        text: `The path is already at ${ends.to} when it names it again.`,
        reasons: []
      }
    ];
  }
  if (to < from) {
    return [
      {
        fault: "downgrade",
        ...ends,
        text: `${ends.to} is older than ${ends.from}: a hop never goes down.`,
        reasons: []
      }
    ];
  }
  const blocks = graph.blocks(from, to).map(reasonOf);
  const skipped = blocks.length === 0 ? [] : [{ fault: "skipped", ...ends, text: texts2(blocks), reasons: blocks }];
  return [...skipped, ...landingFaults(to, index === places.length - 2, graph)];
}
function landingFaults(place, isLast, graph) {
  const label = labelAt(graph.context, place);
  const fault = graph.isUsable(place) ? "not-a-stop" : "unusable";
  if (isLast && fault === "not-a-stop") return [];
  const reasons = graph.refusals(place).map(reasonOf);
  if (reasons.length === 0) return [];
  const text = fault === "unusable" ? texts2(reasons) : `The path may not stop at ${label}. ${texts2(reasons)}`;
  return [{ fault, from: label, to: label, text, reasons }];
}
function texts2(reasons) {
  return reasons.map(saidOf).join(" ");
}
function endFaults(target, places, survey) {
  if (target === void 0) return [];
  const { context } = survey.graph;
  const resolved = resolveTarget(target, context.current, context);
  if (resolved.kind === "unknown") return [unknownFault(target, survey)];
  const goal = resolved.kind === "nothing-newer" ? context.current : resolved.place;
  const last = places.at(-1) ?? context.current;
  const ends = { from: labelAt(context, last), to: labelAt(context, goal) };
  if (last < goal) {
    return [
      {
        fault: "stops-short",
        ...ends,
        text: `The path stops at ${ends.from}, short of the target ${ends.to}.`,
        reasons: []
      }
    ];
  }
  if (last > goal) {
    return [
      {
        fault: "overshoots",
        ...ends,
        text: `The path ends at ${ends.from}, beyond the target ${ends.to}.`,
        reasons: []
      }
    ];
  }
  return [];
}

// src/core/path/sources/topology/cautions.ts
function cautionsOf({ change, from, to }) {
  if (change === "remove-instances") {
    return [
      {
        id: `remove-${from.instances - to.instances}-of-${from.instances}-instances`,
        text: `${from.instances - to.instances} of ${from.instances} instances ${from.instances - to.instances === 1 ? "is" : "are"} deleted${to.instances === 1 ? "; with one instance, a failure or maintenance is an outage" : ""}. Make sure that the load fits on what is left.`,
        url: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html"
      }
    ];
  }
  const [before, after] = change === "writer" ? [[from.writer], to.writer] : [from.readers, to.readers[0]];
  if (change === "reader-setting" || change === "add-instances" || after === void 0) return [];
  return before.flatMap((each) => betweenClasses(each, after, change === "writer" ? "writer" : "reader"));
}
var classesPage = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.DBInstanceClass.Summary.html";
function betweenClasses(from, to, role) {
  const [before, after] = [readInstanceClass(from), readInstanceClass(to)];
  if (before === void 0 || after === void 0 || from === to) return [];
  const steps = [];
  const add = (id, text) => {
    steps.push({ id: `${id}-${role}`, text, url: classesPage });
  };
  if (before.memory === void 0 || after.memory === void 0) {
    add(
      "class-unknown",
      `Whether ${to} is smaller than ${from} could not be determined. Compare their memory and their limits of connections.`
    );
  } else if (after.memory < before.memory) {
    add(
      "smaller",
      `${to} has ${after.memory} GiB of memory, and ${from} has ${before.memory}. Make sure that the load fits, and that parameters that were set as numbers (shared_buffers, max_connections) still do.`
    );
  }
  if (before.architecture !== after.architecture) {
    add(
      "architecture",
      `${to} is ${after.architecture === "arm64" ? "Graviton (ARM)" : "x86"}, and ${from} is not. Make sure that reservations cover it, and that extensions and queries were tested on it: floating-point results may differ in their last digits.`
    );
  }
  if (before.hasLocalDisks !== after.hasLocalDisks) {
    add(
      "local-disks",
      `${after.hasLocalDisks ? to : from} has local disks and ${after.hasLocalDisks ? from : to} has none: temporary files and the optimized-reads cache lie there. Make sure that large sorts and index builds have the room that they need.`
    );
  }
  return steps;
}

// src/core/path/sources/topology/offer.ts
function isOffered({ classes }, instanceClass) {
  return classes.kind === "known" ? classes.value.some((each) => className(each) === instanceClass) : void 0;
}
function nearOffers({ classes }, instanceClass) {
  const wanted = readInstanceClass(instanceClass);
  if (classes.kind === "unknown" || wanted === void 0) return [];
  const near = classes.value.filter((each) => {
    const other = readInstanceClass(each);
    return other !== void 0 && (other.family === wanted.family || other.size === wanted.size);
  });
  return [...new Set(near.map(className))].toSorted();
}

// src/core/path/sources/topology/source.ts
function topologySource(knowledge) {
  return { stateOf, pathTo: (current, target) => pathTo(knowledge, current, target) };
}
function pathTo(knowledge, current, target) {
  const { title } = knowledge;
  const start = readLabel(current.label);
  if (start === void 0) return notATopology("current", current.label, knowledge);
  const goal = goalOf(target, start);
  if (goal === void 0) return notATopology("target", target, knowledge);
  const hops = hopsTo(start, goal);
  const last = hops.at(-1)?.to ?? start;
  const ends = { current: current.label, target: labelOf(last), details: detailsOf2(knowledge) };
  if (hops.length === 0) {
    return {
      ...ends,
      kind: "already-there",
      message: { happened: `${title} is at ${topologyText(start)}.`, means: "There is nothing to do.", next: "" }
    };
  }
  const { offer } = knowledge;
  if (offer !== void 0 && isOffered(offer, goal.instanceClass) === false) {
    const near = nearOffers(offer, goal.instanceClass);
    const text = `${goal.instanceClass} cannot be had for ${offer.engine}.`;
    return {
      ...ends,
      kind: "unusable-target",
      reason: { rule: "offered", text },
      message: {
        happened: text,
        means: "No path was planned: a resize to it would fail on its first instance.",
        next: near.length === 0 ? "Name another class. Some need a newer version of the engine first." : `Name another class: ${near.join(", ")}. Some need a newer version of the engine first.`
      }
    };
  }
  const obstacle = obstacleOf(hops, knowledge);
  if (obstacle !== void 0) {
    const [first] = hops;
    const place = { from: labelOf(first?.from ?? start), to: labelOf(first?.to ?? last) };
    return { ...ends, kind: "no-path", message: obstacle.message, obstacle: { ...place, reasons: [obstacle.reason] } };
  }
  return { ...ends, kind: "path", steps: hops.map((hop) => stepOf(hop, knowledge)), notes: notesOf2(knowledge) };
}
function goalOf(target, start) {
  const instanceClass = className(target);
  if (readInstanceClass(instanceClass) !== void 0) return { instances: Math.max(start.instances, 2), instanceClass };
  const exact = readLabel(target);
  if (exact === void 0 || exact.hasReaderSetting) return void 0;
  return { instances: exact.instances, instanceClass: exact.writer };
}
function obstacleOf(hops, { obstacles, offer }) {
  const [first] = obstacles;
  if (first !== void 0) {
    const text2 = sentence2(first);
    return {
      reason: { rule: "readiness", text: text2 },
      message: {
        happened: obstacles.map(sentence2).join(" "),
        means: "No path was planned from here, and nothing was changed.",
        next: "Put that in order first, then plan again."
      }
    };
  }
  const adding = hops.find(({ change }) => change === "add-instances");
  if (adding === void 0 || offer?.quota.kind !== "known") return void 0;
  const { used, most } = offer.quota.value;
  const more = adding.to.instances - adding.from.instances;
  if (used + more <= most) return void 0;
  const text = `The account may have ${most} instances and has ${used}: ${more} more cannot be added.`;
  return {
    reason: { rule: "quota", text },
    message: {
      happened: text,
      means: "No path was planned: its first hop adds an instance.",
      next: 'Ask AWS for a higher quota of "DB instances" in this region (Service Quotas), or delete instances that nobody uses.'
    }
  };
}
function sentence2(phrase) {
  return `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)}.`;
}
function notesOnCluster(seen) {
  const zone = seen.members.length > 1 && seen.oneZone === void 0 ? onlyZone(seen) : void 0;
  return [
    clusterText(seen),
    ...zone === void 0 ? [] : [`All instances are in the zone ${zone}: the writer is not resized before a reader is in another one.`]
  ];
}
function notesOf2({ offer, seen }) {
  if (offer === void 0)
    return [
      "Whether the provider has these classes for this engine version was not asked: no live cluster was looked at."
    ];
  return [
    ...seen === void 0 ? [] : notesOnCluster(seen),
    ...offer.classes.kind === "unknown" ? [`Which classes can be had for ${offer.engine} could not be determined: ${offer.classes.reason}.`] : [],
    ...offer.quota.kind === "unknown" ? [`How many instances the account may have could not be determined: ${offer.quota.reason}.`] : []
  ];
}
function stepOf(hop, { reasons }) {
  const { change, from, to } = hop;
  const { reason: reason2, url } = reasons[change];
  return {
    from: labelOf(from),
    to: labelOf(to),
    tag: labelOf(to),
    reasons: [
      {
        rule: change,
        text: `${topologyText(from)} becomes ${topologyText(to)}. ${reason2}`,
        ...url === void 0 ? {} : { url }
      }
    ],
    manual: cautionsOf(hop),
    notes: [],
    parts: [],
    partVersions: { from: partsOf(from), to: partsOf(to) }
  };
}
function notATopology(which, asked, knowledge) {
  const { title, offer } = knowledge;
  const near = offer === void 0 ? [] : nearOffers(offer, className(asked));
  return {
    kind: "unknown-release",
    which,
    asked,
    message: {
      happened: which === "current" ? `"${asked}" is not a state of ${title}.` : `The target "${asked}" is not a class of instances.`,
      means: "No path was planned.",
      next: which === "current" ? "Write it as the plan does: 1x-t4g.medium for one instance, 2x-t4g.medium+reader-r6g.large for two of which the reader is larger." : `Name the class that all instances shall have, such as --target r6g.2xlarge; or their number as well: --target 3x-r6g.2xlarge.${near.length === 0 ? "" : ` There are ${near.join(", ")}.`}`
    },
    nearest: {},
    details: detailsOf2(knowledge)
  };
}
function detailsOf2({ title, offer }) {
  return {
    source: offer === void 0 ? `the definition of ${title}` : `what can be had for ${offer.engine}`,
    releases: offer?.classes.kind === "known" ? offer.classes.value.length : 0,
    unit: "instance type",
    ignored: [],
    leftOut: [],
    unknownFacts: [],
    idle: []
  };
}

// src/core/path/found-path.ts
function foundPath(survey, target, wanted, details) {
  const { graph } = survey;
  const { context } = graph;
  const path = shortestPath(graph, context.current, target);
  if (path === void 0) return void 0;
  return {
    kind: "path",
    current: context.currentLabel,
    target: labelAt(context, target),
    steps: explainSteps([context.current, ...path], wanted, survey),
    notes: notesOf(survey, [context.current, ...path]),
    details
  };
}

// src/core/path/cut.ts
var mostWork = 15e5;
function cheapestCut(request, target, survey, most = 3) {
  const all = obstaclesTo(request, target, survey);
  const size = Math.max(1, request.releases.releases.length);
  let left = Math.floor(mostWork / size);
  for (let count = 1; count <= most; count++) {
    for (const obstacles of subsets(all, count)) {
      if (left-- <= 0) return void 0;
      const opened = pathWithout(request, target, obstacles);
      if (opened !== void 0) return { obstacles, opened };
    }
  }
  return void 0;
}
function pathWithout(request, target, obstacles) {
  const survey = surveyOf(without3(request, obstacles), [target]);
  if (survey.kind === "unknown-release") return void 0;
  const { graph } = survey;
  const { catalogue, current } = graph.context;
  const end = catalogue.find(target);
  if (end === void 0 || end <= current || !graph.isUsable(end)) return void 0;
  const path = shortestPath(graph, current, end);
  return path && [current, ...path].map((place) => catalogue.entries[place]?.version.label ?? "");
}
function obstaclesTo(request, target, survey) {
  const { catalogue, current, unusable } = survey.graph.context;
  const end = catalogue.find(target) ?? catalogue.entries.length;
  const between = catalogue.entries.slice(current, end).map((entry2, index) => ({
    entry: entry2,
    why: unusable[current + index]?.rule
  }));
  const grants = request.rules.flatMap(
    ({ role }, place) => role === "grant" && survey.undecided.has(place) ? [{ kind: "grant", place }] : []
  );
  const demands = request.rules.flatMap(
    ({ role }, place) => role === "demand" && survey.sources.has(place) ? [{ kind: "rule", place }] : []
  );
  const doubtful = demands.filter(({ place }) => survey.undecided.has(place));
  return [
    ...between.some(({ why }) => why === "minimum-age") ? [{ kind: "minimum-age" }] : [],
    ...grants,
    ...doubtful,
    ...demands.filter((one) => !doubtful.includes(one)),
    ...between.flatMap(
      ({ entry: entry2, why }) => why === "withdrawn" ? [{ kind: "withdrawn", tag: entry2.release.tag }] : []
    ),
    ...between.some(({ why }) => why === "prerelease") ? [{ kind: "prereleases" }] : []
  ];
}
function without3(request, obstacles) {
  const has = (kind) => obstacles.some((one) => one.kind === kind);
  const gone = new Set(obstacles.flatMap((one) => one.kind === "rule" ? [one.place] : []));
  const granted = new Set(obstacles.flatMap((one) => one.kind === "grant" ? [one.place] : []));
  const tags = new Set(obstacles.flatMap((one) => one.kind === "withdrawn" ? [one.tag] : []));
  const { minimumAge, ...rest } = request;
  return {
    ...rest,
    ...minimumAge === void 0 || has("minimum-age") ? {} : { minimumAge },
    ...has("prereleases") ? { allowPrereleases: true } : {},
    rules: request.rules.flatMap((rule, place) => {
      if (gone.has(place)) return [];
      return [granted.has(place) ? { ...rule, when: void 0 } : rule];
    }),
    releases: {
      ...request.releases,
      releases: request.releases.releases.map((release) => {
        if (!tags.has(release.tag)) return release;
        const { withdrawn: _, ...kept } = release;
        return kept;
      })
    }
  };
}
function* subsets(items, count, start = 0) {
  if (count === 0) {
    yield [];
    return;
  }
  for (let place = start; place <= items.length - count; place++) {
    const item = items[place];
    if (item === void 0) continue;
    for (const others of subsets(items, count - 1, place + 1)) yield [item, ...others];
  }
}

// src/core/path/no-path.ts
var shownReasons = 6;
function noPath(survey, request, target, details) {
  const { context } = survey.graph;
  const end = deadEnd(survey.graph, context.current, target);
  const label = labelAt(context, target);
  const blocked = { request, survey, target: label, end };
  const cut = cheapestCut(request, label, survey);
  const named = cut === void 0 ? [] : cut.obstacles.map((one) => reasonFor(one, cut, blocked));
  const reasons = [...named, ...reasonsThere(blocked)].filter(
    ({ text }, place, all) => all.findIndex((other) => other.text === text) === place
  );
  const nearest2 = end.nearest === void 0 ? void 0 : foundPath(survey, end.nearest, "the highest release that can be reached", details);
  const obstacle = { from: labelAt(context, end.from), to: labelAt(context, end.to), reasons };
  const current = labelAt(context, context.current);
  const opens = cut === void 0 ? "" : `Without ${named.length === 1 ? "the first of these" : `the first ${named.length} of these`} there would be a path, ${cut.opened.join(" \u2192 ")}. `;
  return {
    kind: "no-path",
    current,
    target: label,
    message: {
      happened: `There is no allowed path from ${current} to ${label}: it ends at ${obstacle.from}, before ${obstacle.to}.`,
      means: `${opens}${reasons.map((reason2) => `${reason2.rule}: ${saidOf(reason2)}`).join(" ")}`,
      next: [
        ...cut === void 0 ? [] : waysOut(cut, blocked),
        ...nearest2 === void 0 ? [] : [`The nearest target that can be reached is ${nearest2.target}: --target ${nearest2.target}.`]
      ].join(" ")
    },
    obstacle,
    ...cut === void 0 ? {} : { cut: { reasons: named, opened: cut.opened } },
    ...nearest2 ? { nearest: nearest2 } : {},
    details
  };
}
function reasonsThere({ survey: { graph }, end }) {
  const reasons = graph.blocks(end.from, end.to).map(reasonOf);
  for (let place = end.from + 1; place < end.to && reasons.length < shownReasons; place++) {
    const why = graph.context.unusable[place];
    if (why !== void 0 && why.rule !== "prerelease") reasons.push(...graph.refusals(place).map(reasonOf));
  }
  return reasons;
}
function reasonFor(obstacle, cut, blocked) {
  const { request, survey } = blocked;
  switch (obstacle.kind) {
    case "rule": {
      const source = survey.sources.get(obstacle.place);
      const said = blocksOn(cut.opened, blocked).find((block) => block.source === source || isAvoidedBy(source, block));
      if (said !== void 0) return reasonOf(said);
      return reasonOf({
        source: { rule: source?.rule ?? "rule", reason: "", doubts: source?.doubts ?? [], ...urlOf(source?.url) },
        text: sentence(source?.reason ?? "")
      });
    }
    case "grant": {
      const { name = "rule", reason: reason2 = "", url } = request.rules[obstacle.place] ?? {};
      const facts = factsOf(obstacle.place, blocked).join(", ");
      return {
        rule: name,
        text: `${sentence(reason2)} It does not apply, because ${facts} is not known.`,
        ...urlOf(url)
      };
    }
    case "withdrawn":
      return reasonAbout(obstacle.tag, blocked) ?? { rule: "withdrawn", text: `${obstacle.tag} was withdrawn.` };
    case "minimum-age": {
      const day = dayOfAge(cut, blocked);
      const until = day === void 0 ? "The source does not report for each when it was published." : `On ${day} those that are needed will be old enough.`;
      return { rule: "minimum-age", text: `Releases on the way are newer than the minimum age allows. ${until}` };
    }
    case "prereleases":
      return { rule: "prerelease", text: "Prereleases were not requested, and the path needs one." };
  }
}
function isAvoidedBy(source, block) {
  return source?.rule === "avoid" && block.source.rule === "avoid" && block.text.includes(source.reason);
}
function urlOf(url) {
  return url === void 0 ? {} : { url };
}
function reasonAbout(tag, { survey: { graph } }) {
  const place = graph.context.catalogue.entries.findIndex(({ release }) => release.tag === tag);
  const [block] = place < 0 ? [] : graph.refusals(place);
  return block && reasonOf(block);
}
function blocksOn(opened, { survey: { graph }, end }) {
  const places = opened.flatMap((label) => graph.context.catalogue.find(label) ?? []);
  return [
    ...graph.blocks(end.from, end.to),
    ...places.slice(1).flatMap((to, index) => graph.blocks(places[index] ?? to, to)),
    ...places.slice(1).flatMap((place) => graph.refusals(place))
  ];
}
function dayOfAge({ obstacles }, { request, target }) {
  const others = obstacles.filter(({ kind }) => kind !== "minimum-age");
  const times = request.releases.releases.map(({ publishedAt = "" }) => Date.parse(publishedAt) + (request.minimumAge ?? 0)).filter((time2) => time2 > request.now.getTime()).toSorted((a, b) => a - b);
  const time = times.find((at) => pathWithout({ ...request, now: new Date(at) }, target, others) !== void 0);
  return time === void 0 ? void 0 : new Date(time).toISOString().slice(0, 10);
}
function factsOf(place, { survey }) {
  return survey.undecided.get(place) ?? [];
}
function waysOut(cut, blocked) {
  const kinds = new Set(cut.obstacles.map(({ kind }) => kind));
  const facts = [...new Set(cut.obstacles.flatMap((one) => "place" in one ? factsOf(one.place, blocked) : []))];
  const age = kinds.has("minimum-age") ? ["Wait until then, or set a lower minimum age with --minimum-age if you are allowed to."] : [];
  const told = facts.length === 0 ? [] : [`Give the facts: ${facts.map((fact) => `--facts ${fact}=VALUE`).join(" ")}.`];
  const prereleases = kinds.has("prereleases") ? ["If they may be used: --prereleases."] : [];
  const rules = cut.obstacles.some((one) => one.kind === "rule" && factsOf(one.place, blocked).length === 0);
  return [...age, ...told, ...prereleases, ...rules ? [exceptionFor(cut, blocked)] : []];
}
function exceptionFor(cut, blocked) {
  const { request, survey, target } = blocked;
  const { graph } = survey;
  const rules = cut.obstacles.flatMap((one) => one.kind === "rule" ? [one.place] : []);
  const sources = new Set(rules.map((place) => survey.sources.get(place)));
  const places = cut.opened.flatMap((label) => graph.context.catalogue.find(label) ?? []);
  const exceptions = places.slice(1).flatMap((to, index) => {
    const from = places[index] ?? to;
    const blocks = graph.blocks(from, to).filter(({ source }) => sources.has(source));
    if (blocks.length === 0) return [];
    const names2 = liftedBy.all.filter((name) => blocks.some(({ source }) => source.rule === name));
    return [{ from: `=${labelAt(graph.context, from)}`, to: `=${labelAt(graph.context, to)}`, overrules: names2 }];
  });
  const allowed = pathRules.parse(exceptions.map((one) => ({ allowed: { ...one, reason: "Tried." } })));
  const others = cut.obstacles.filter(({ kind }) => kind !== "rule");
  const opens = pathWithout({ ...request, rules: [...request.rules, ...allowed] }, target, others) !== void 0;
  if (opens && exceptions.length > 0) {
    const texts3 = exceptions.map(({ from, to, overrules }) => {
      const isUsual = overrules.every((name) => liftedBy.byDefault.includes(name));
      const named = isUsual ? "" : `, overrules: [${overrules.join(", ")}]`;
      return `\`- allowed: { from: "${from}", to: "${to}"${named}, reason: "\u2026" }\``;
    });
    return `Only if the vendor allows it, add to \`path:\` of the product, with the vendor's reason: ${texts3.join(" and ")}.`;
  }
  const names = [...new Set(rules.map((place) => survey.sources.get(place)?.rule ?? ""))];
  return `No exception lifts this: only if the vendor allows it, change ${listed(names.map((name) => `\`${name}\``))} in \`path:\` of the product.`;
}

// src/core/path/planner.ts
function planPath(request) {
  const survey = surveyOf(request, [request.target]);
  if (survey.kind === "unknown-release") return survey;
  const { context } = survey.graph;
  const { current } = context;
  const target = resolveTarget(request.target, current, context);
  if (target.kind === "unknown") return survey.unknown("target", request.target);
  if (target.kind === "nothing-newer") {
    return alreadyThere(survey, target.wanted, survey.details(current + 1, target.end), survey.unread(target.line));
  }
  const { place, wanted } = target;
  if (place === current) return alreadyThere(survey, wanted, survey.details(current, current + 1));
  if (place < current) return downgrade(survey, place, survey.details(place, current));
  const details = survey.details(current, place + 1);
  if (!survey.graph.isUsable(place)) return unusableTarget(survey, place, details);
  return foundPath(survey, place, wanted, details) ?? noPath(survey, request, place, details);
}

// src/core/path/versions-source.ts
function startingAt({
  label,
  release = label,
  parts
}) {
  return { current: release, parts, ...release === label ? {} : { currentLabel: label } };
}
function versionsSource(knowledge, title) {
  return {
    stateOf: ({ text, parts }) => {
      const label = labelOfVersion(text, knowledge.scheme, title);
      return label.kind === "known" ? { kind: "known", value: { label: label.value, parts } } : label;
    },
    pathTo: (current, target) => planPath({ ...knowledge, ...startingAt(current), target })
  };
}

// src/drivers/releases/markdown-sections.ts
var longestLine = 4e3;
var fence = /^ {0,3}(?<marks>`{3,}|~{3,})(?<info>.*)$/;
var atx = /^ {0,3}(?<marks>#{1,6})(?=[ \t]|$)(?<text>.*)$/;
var underline = /^ {0,3}(?<mark>=+|-+)[ \t]*$/;
var bold = /^ {0,3}(?:\*\*(?<stars>[^*]+)\*\*|__(?<lines>[^_]+)__):?[ \t]*$/;
var noParagraph = /^\s*$|^ {0,3}(?:>|[-*+][ \t]|\d+[.)][ \t]|\|)/;
function sectionsOf(markdown) {
  const sections = [{ heading: "", level: 0, lines: [] }];
  const open = (heading, level) => {
    sections.push({ heading: heading.trim(), level, lines: [] });
  };
  let openFence;
  const text = markdown.replace(/\r\n?/g, "\n").replace(/<!--[\s\S]*?(-->|$)/g, "");
  for (const whole of text.split("\n")) {
    const line = whole.slice(0, longestLine);
    const fenced = fence.exec(line)?.groups;
    const marks = fenced?.marks ?? "";
    if (openFence !== void 0) {
      const closes = marks.startsWith(openFence) && (fenced?.info ?? "").trim() === "";
      if (closes) openFence = void 0;
      continue;
    }
    if (marks !== "" && !(marks.startsWith("`") && fenced?.info?.includes("`"))) {
      openFence = marks;
      continue;
    }
    const headed = atx.exec(line)?.groups;
    if (headed) {
      open((headed.text ?? "").trim().replace(/(?:^|[ \t])#+$/, ""), headed.marks?.length ?? 1);
      continue;
    }
    const current = sections.at(-1);
    const above = current?.lines.at(-1);
    const mark2 = underline.exec(line)?.groups?.mark;
    if (mark2 !== void 0 && above !== void 0 && !noParagraph.test(above)) {
      current?.lines.pop();
      open(above, mark2.startsWith("=") ? 1 : 2);
      continue;
    }
    const strong = bold.exec(line)?.groups;
    if (strong) {
      open(strong.stars ?? strong.lines ?? "", 7);
      continue;
    }
    current?.lines.push(line);
  }
  return sections;
}

// src/drivers/releases/plain-text.ts
var joiner = "\u2060";
var longestInput = 4e3;
function plainText(markdown) {
  return neutral(
    stripMarkup(markdown.slice(0, longestInput)).replace(new RegExp("\\p{Cf}|\\p{Co}|\\p{Cs}", "gu"), "").replace(new RegExp("\\p{Cc}+", "gu"), " ").replace(/\s+/g, " ").trim()
  );
}
function stripMarkup(markdown) {
  let text = markdown.replace(/<!--[\s\S]*?(-->|$)/g, "");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/<((?:https?:\/\/|mailto:)[^<>\s]*)>/gi, "$1").replace(/<\/?[a-z!?][^<>]*>/gi, " ").replace(/!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\])/g, "$1");
  }
  return text.replace(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/gm, " \u2022 ").replace(/^[ \t]*>[ \t]?/gm, "").replace(/\*{1,3}|`+|~~|__/g, "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
function neutral(text) {
  return text.replace(/\b[a-z][a-z0-9+.-]*:\/+/gi, "").replace(/:(?=:|\/\/)/g, `:${joiner}`).replace(/www\./gi, `www${joiner}.`).replace(/[@#]/g, `$&${joiner}`).replace(/&(?=[a-z])/gi, `&${joiner}`).replace(/(GH)-(?=\d)/gi, `$1${joiner}-`);
}
function bounded(text, characters) {
  const all = [...text];
  if (all.length <= characters) return text;
  const cut = all.slice(0, characters - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > characters / 2 ? cut.slice(0, space) : cut).trimEnd()}\u2026`;
}

// src/drivers/releases/notes.ts
var longestHeading = 120;
var longestExcerpt = 400;
var mostNotes = 20;
var patterns = [
  ["breaking", /\bbreaking\b|\bincompatib|\bbackwards?[- ]incompat|\baction required\b/i],
  ["migration", /\bmigrat(?:e|es|ed|ing|ions?)\b|\bupgrad(?:e|ing)\b|\bmanual steps?\b/i],
  ["deprecation", /\bdeprecat|\bremov(?:ed|als?|es)\b|\bend[- ]of[- ](?:life|support)\b|\bsunset/i],
  ["known issue", /\bknown (?:issues?|problems?|bugs?|limitations?)\b/i],
  ["security", /\bsecurity\b|\bvulnerabilit|\bCVE-\d{4}-\d+|\bGHSA-/i],
  ["configuration", /\bconfig(?:uration|s)?\b|\bsettings?\b|\benvironment variables?\b|\bhelm values\b/i]
];
var markedBullets = [
  [
    "breaking",
    /\bBREAKING\b|\*\*[Bb]reaking\b|^\W*(?:\w+(?:\([^)]*\))?!|[Bb]reaking(?: changes?)?):|\bACTION REQUIRED\b/
  ],
  ["security", /\bCVE-\d{4}-\d+|\bGHSA-[0-9a-z-]+/]
];
var saysNothing = /^\W*(?:none|nothing|no|n\/a|tbd|no (?:breaking changes|known issues|deprecations|migrations?))?\W*$/i;
function notesOnTheWay(releases, from, to, scheme) {
  const read = versionReader(scheme);
  const [start, end] = [read(from), read(to)];
  if (start.kind !== "version" || end.kind !== "version") return [];
  const onTheWay2 = [];
  for (const release of releases) {
    const reading = read(release.tag);
    if (reading.kind !== "version") continue;
    const isAfter = compareVersions(reading.version, start.version) > 0;
    const toEnd = compareVersions(reading.version, end.version);
    if (isAfter && (toEnd === 0 || toEnd < 0 && !release.prerelease))
      onTheWay2.push({ version: reading.version, release });
  }
  onTheWay2.sort((a, b) => compareVersions(a.version, b.version));
  return onTheWay2.flatMap(({ release }) => notesOf3(release));
}
function notesOf3(release) {
  const url = safeAddress(release.url);
  const head = { version: release.version, ...url === void 0 ? {} : { url } };
  const found = findNotes(sectionsOf(release.notes ?? ""));
  const notes = found.slice(0, mostNotes).map((note) => ({ ...head, ...note }));
  const [next] = found.slice(mostNotes);
  if (next === void 0) return notes;
  return [...notes, { ...head, topic: next.topic, heading: `${found.length - mostNotes} more`, excerpt: "" }];
}
function findNotes(sections) {
  const found = [];
  let above = [];
  for (const [place, section] of sections.entries()) {
    above = above.filter(({ level }) => level < section.level);
    const named = plainText(section.heading);
    const inherited = above.findLast(({ topic: topic2 }) => topic2 !== void 0)?.topic;
    const topic = topicOf(named, patterns) ?? inherited;
    const trail = [...above.filter((one) => one.topic !== void 0).map(({ heading: heading2 }) => heading2), named];
    above.push({ level: section.level, heading: named, topic });
    if (topic === void 0) {
      found.push(...bulletsOf(section, named));
      continue;
    }
    const excerpt = plainText(section.lines.join("\n"));
    const goesOn = (sections[place + 1]?.level ?? 0) > section.level;
    const isEmpty2 = section.lines.every((line) => line.trim() === "");
    if (isEmpty2 ? goesOn : saysNothing.test(excerpt)) continue;
    const heading = bounded(trail.join(" \u203A "), longestHeading);
    found.push({ topic, heading, excerpt: bounded(excerpt, longestExcerpt) });
  }
  return found;
}
function bulletsOf(section, heading) {
  return section.lines.flatMap((line) => {
    const bullet = /^\s*(?:[-*+]|\d+[.)])[ \t]+(?<text>.*)$/.exec(line)?.groups?.text;
    const topic = bullet === void 0 ? void 0 : topicOf(bullet, markedBullets);
    if (bullet === void 0 || topic === void 0) return [];
    return [{ topic, heading: bounded(heading, longestHeading), excerpt: bounded(plainText(bullet), longestExcerpt) }];
  });
}
function topicOf(text, among) {
  return among.find(([, pattern]) => pattern.test(text))?.[0];
}
function safeAddress(text) {
  const url = text === void 0 ? null : URL.parse(text);
  if (url === null || url.protocol !== "https:" && url.protocol !== "http:") return void 0;
  return url.href.replace(
    /[()<>[\]\\`|*_~\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}

// src/drivers/releases/migration-list.ts
import { createHash } from "node:crypto";
var entry = record(string(), unknown());
var container = union([array(entry), record(string(), entry)]);
function migrationListUrl({ url }, release) {
  return url.replaceAll("{tag}", encodeURIComponent(release.tag)).replaceAll("{version}", encodeURIComponent(release.version));
}
async function readMigrationList(settings, address, effects) {
  const url = new URL(address);
  const source = "the list of migrations";
  const reply = await httpClient(effects, { source })({ url }, effects.signal);
  if (reply.status !== 200) throw refusedAnswer(source, url, reply);
  const malformed = (what) => malformedResponse(source, url, what);
  const found = within(readJson(unknown(), reply, { source, url }), settings.at);
  const read = container.safeParse(found);
  if (!read.success) throw malformed("has no list of migrations where the product definition looks for it");
  const entries = Array.isArray(read.data) ? read.data.map((one) => ({ id: settings.id === void 0 ? void 0 : one[settings.id], one })) : Object.entries(read.data).map(([key, one]) => ({ id: settings.id === void 0 ? key : one[settings.id], one }));
  const list = entries.map(({ id, one }) => {
    const before = settings["required-before"] === void 0 ? void 0 : one[settings["required-before"]];
    const migration = listedMigration.safeParse({
      id,
      "runs-from": one[settings["runs-from"]],
      ...before === void 0 || before === null ? {} : { "required-before": before }
    });
    if (migration.success) return migration.data;
    throw malformed(`has a migration that cannot be read (${JSON.stringify(one).slice(0, 200)})`);
  });
  if (list.length === 0) throw malformed("lists no migration");
  return { url: address, sha256: createHash("sha256").update(reply.body).digest("hex"), list };
}
function within(json, path) {
  let value = json;
  for (const key of path?.split(".") ?? []) {
    const record2 = record(string(), unknown()).safeParse(value);
    value = record2.success ? record2.data[key] : void 0;
  }
  return value;
}

// src/drivers/releases/pinned.ts
var mark = "The releases that a plan was made from";
function pinnedText({ source, tags, migrations }) {
  const sorted = tags.toSorted((a, b) => compareNatural(a.tag, b.tag));
  const releases = sorted.map((tag) => listedFrom(tag));
  const head = `# ${mark}, as their source had them. Use it with: plan --releases FILE
`;
  const lists = migrations === void 0 || migrations.length === 0 ? {} : { migrations };
  return head + L({ source, releases, ...lists }, { lineWidth: 0, singleQuote: false, aliasDuplicateObjects: false });
}
async function writePinned(path, published) {
  await writeOwnFile(path, { title: "The copy of the releases", text: pinnedText(published), mark });
}
async function readPinned(path) {
  let text;
  try {
    text = await readTextFile(path);
  } catch (cause) {
    throw new UserError(
      {
        happened: `The copy of the releases "${path}" cannot be read: ${reason(cause)}.`,
        means: "No releases are known, so no path was planned.",
        next: "Correct the path, or write the copy with: staged-upgrade plan --save-releases FILE"
      },
      { cause }
    );
  }
  return parseReleaseFile(text, path);
}
function compareNatural(a, b) {
  const [one, other] = [a, b].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (const [place, part] of (one ?? []).entries()) {
    const counterpart = other?.[place];
    if (counterpart === void 0) return 1;
    const order = compareParts(part, counterpart);
    if (order !== 0) return order;
  }
  return (one?.length ?? 0) - (other?.length ?? 0) || compareTexts(a, b);
}
function compareParts(a, b) {
  const areNumbers = /^\d/.test(a) && /^\d/.test(b);
  if (!areNumbers) return compareTexts(a, b);
  const [one, other] = [a, b].map((digits) => digits.replace(/^0+(?=\d)/, ""));
  return (one?.length ?? 0) - (other?.length ?? 0) || compareTexts(one ?? "", other ?? "");
}
function compareTexts(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function reason(cause) {
  return cause instanceof Error ? cause.message : String(cause);
}

// src/planning/release-list.ts
import { access } from "node:fs/promises";
import { resolve } from "node:path";

// src/drivers/releases/compare-releases.ts
function compareReleases(pinned, now, scheme) {
  const read = versionReader(scheme);
  const versions = /* @__PURE__ */ new Map();
  for (const { tag } of [...pinned.releases, ...now.releases]) {
    const reading = versions.has(tag) ? void 0 : read(tag);
    if (reading?.kind === "version") versions.set(tag, reading.version);
  }
  const versionOf = ({ tag }) => versions.get(tag);
  const before = byLabel(pinned.releases);
  const after = byLabel(now.releases);
  const knownLines = new Set(
    pinned.releases.filter(({ prerelease }) => !prerelease).flatMap((release) => lineOf2(versionOf(release)) ?? [])
  );
  const all = [...new Map([...before, ...after]).values()].toSorted((a, b) => {
    const [one, other] = [versionOf(a), versionOf(b)];
    return one && other ? compareVersions(one, other) : Number(other === void 0) - Number(one === void 0);
  });
  return all.flatMap(({ version }) => {
    const old = before.get(version);
    const current = after.get(version);
    if (current === void 0) return [{ kind: "gone", version }];
    if (old !== void 0) return changesOf(old, current);
    const line = current.prerelease ? void 0 : lineOf2(versionOf(current));
    return [
      {
        kind: "published",
        version,
        ...current.publishedAt === void 0 ? {} : { publishedAt: current.publishedAt },
        ...line !== void 0 && knownLines.has(line) ? { patchOf: line } : {}
      }
    ];
  });
}
function changesOf(old, current) {
  const { version } = current;
  const changes2 = [];
  if (current.withdrawn !== void 0 && old.withdrawn === void 0) {
    changes2.push({ kind: "withdrawn", version, withdrawn: current.withdrawn });
  }
  if (old.withdrawn !== void 0 && current.withdrawn === void 0) {
    changes2.push({ kind: "no-longer-withdrawn", version, reason: old.withdrawn.reason });
  }
  const [before, now] = [old.publishedAt, current.publishedAt];
  if (before !== void 0 && now !== void 0 && Date.parse(before) !== Date.parse(now)) {
    changes2.push({ kind: "date-changed", version, before, now });
  }
  return changes2;
}
function byLabel(releases) {
  return new Map(releases.map((release) => [release.version, release]));
}
function lineOf2(version) {
  return version && version.numbers.length > 2 ? version.numbers.slice(0, 2).join(".") : void 0;
}
function describeChange(change) {
  const { version } = change;
  switch (change.kind) {
    case "published": {
      const what = change.patchOf === void 0 ? "a new release" : `a new patch of ${change.patchOf}`;
      return `${version} is ${what}${change.publishedAt === void 0 ? "" : `, published ${change.publishedAt.slice(0, 10)}`}.`;
    }
    case "withdrawn": {
      const { reason: reason2, fixedIn } = change.withdrawn;
      return `${version} was withdrawn: ${reason2}${fixedIn === void 0 ? "" : ` (fixed in ${fixedIn})`}.`;
    }
    case "no-longer-withdrawn":
      return `${version} is no longer withdrawn; the reason was: ${change.reason}.`;
    case "gone":
      return `${version} is not published any more.`;
    case "date-changed":
      return `${version} is dated ${change.now} now, ${change.before} before: it may have been published again.`;
  }
}

// src/drivers/releases/read-releases.ts
function readReleases({ source, tags }, scheme) {
  if (tags.length > releaseLimits.releases) throw tooMany(source, tags.length);
  const read = versionReader(scheme);
  const ignored = [];
  const readings = [];
  for (const published of tags) {
    const reading = read(published.tag);
    if (reading.kind === "ignored") ignored.push({ tag: published.tag, reason: reading.reason });
    else readings.push({ version: reading.version, published });
  }
  readings.sort((a, b) => compareVersions(a.version, b.version) || compareTexts2(a.published.tag, b.published.tag));
  const releases = [];
  for (const twins of sameVersion(readings)) {
    const [first, ...others] = twins;
    releases.push(merge(first, others));
    const { label } = first.version;
    for (const { published } of others) ignored.push({ tag: published.tag, reason: `names ${label} once more` });
  }
  return { source, releases, ignored };
}
function tooMany(source, count) {
  return new SystemFailure({
    happened: `${source} lists ${count} releases; ${releaseLimits.releases} is the most that is read.`,
    means: "The releases are not known whole, so no path was planned.",
    next: "Check that the source is right; otherwise plan from a shorter list with --releases."
  });
}
function* sameVersion(sorted) {
  let twins;
  for (const reading of sorted) {
    if (twins !== void 0 && compareVersions(twins[0].version, reading.version) === 0) {
      twins.push(reading);
      continue;
    }
    if (twins !== void 0) yield twins;
    twins = [reading];
  }
  if (twins !== void 0) yield twins;
}
function merge(first, others) {
  const all = [first, ...others].map(({ published }) => published);
  const dates = all.flatMap(({ publishedAt: publishedAt2 }) => publishedAt2 ?? []);
  const publishedAt = dates.length === all.length ? latest(dates) : void 0;
  const withdrawn = all.find((published) => published.withdrawn !== void 0)?.withdrawn;
  const notes = all.find((published) => published.notes !== void 0)?.notes;
  const url = all.find((published) => published.url !== void 0)?.url;
  const parts = all.find((published) => published.parts !== void 0)?.parts;
  const upgrades = all.find((published) => published.upgrades !== void 0)?.upgrades;
  return {
    version: first.version.label,
    tag: first.published.tag,
    prerelease: first.version.prerelease.length > 0 || all.some(({ prerelease }) => prerelease === true),
    ...publishedAt === void 0 ? {} : { publishedAt },
    ...withdrawn === void 0 ? {} : { withdrawn },
    ...notes === void 0 ? {} : { notes },
    ...url === void 0 ? {} : { url },
    ...parts === void 0 ? {} : { parts },
    ...upgrades === void 0 ? {} : { upgrades }
  };
}
function latest(dates) {
  return dates.reduce((late, date) => Date.parse(date) > Date.parse(late) ? date : late, dates[0] ?? "") || void 0;
}
function compareTexts2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/planning/release-list.ts
async function readReleaseList(product, effects, { releases: copy, saveReleases, offline }) {
  const scheme = product.versions;
  const fileOf = (name) => pinnedFile(effects, name);
  const fromSource = () => product.releases.open({ effects, where: `the releases of ${product.title}`, placeholders: {} }).read(effects.signal);
  const compare = (name, pinned, now) => ({
    kind: "compared",
    copy: name,
    changes: compareReleases(pinned, readReleases(now, scheme), scheme)
  });
  if (copy !== void 0) {
    const pinned = await readPinned(fileOf(copy));
    const list2 = readReleases(pinned, scheme);
    const since = await orCannotTell(copy, offline === true, async () => compare(copy, list2, await fromSource()));
    if (saveReleases !== void 0) await writePinned(fileOf(saveReleases), pinned);
    return { list: list2, published: pinned, since };
  }
  const published = await fromSource();
  const list = readReleases(published, scheme);
  if (saveReleases === void 0) return { list, published };
  const before = await exists(fileOf(saveReleases)) ? await readPinned(fileOf(saveReleases)) : void 0;
  await writePinned(fileOf(saveReleases), published);
  return before === void 0 ? { list, published } : { list, published, since: compare(saveReleases, readReleases(before, scheme), published) };
}
function pinnedFile({ startedIn, directory }, name) {
  return resolve(startedIn ?? directory, name);
}
async function orCannotTell(copy, offline, compared) {
  if (offline) return { kind: "cannot-tell", copy, reason: "With --offline, no source is asked." };
  try {
    return await compared();
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return { kind: "cannot-tell", copy, reason: error.detail.happened };
  }
}
async function exists(path) {
  return await access(path).then(
    () => true,
    () => false
  );
}

// src/planning/migration-lists.ts
async function migrationListsFor({ path, versions }, target, {
  effects,
  published,
  save
}) {
  const read = versionReader(versions);
  const isBelow = (since) => {
    const [one, other] = [read(target.tag), read(since)];
    return one.kind === "version" && other.kind === "version" && compareVersions(one.version, other.version) < 0;
  };
  const lists = /* @__PURE__ */ new Map();
  for (const source of migrationListsAskedBy(path)) {
    if (source.since !== void 0 && isBelow(source.since)) continue;
    const address = migrationListUrl(source, target);
    const pinned = published.migrations?.find(({ url }) => url === address);
    lists.set(source.url, pinned ?? await readMigrationList(source, address, effects));
  }
  if (save !== void 0 && lists.size > 0) {
    const kept = (published.migrations ?? []).filter(({ url }) => ![...lists.values()].some((one) => one.url === url));
    await writePinned(pinnedFile(effects, save), { ...published, migrations: [...kept, ...lists.values()] });
  }
  return lists;
}

// src/planning/opened-source.ts
async function openPathSource(product, effects, asked, topology) {
  if (hasStages(product)) return openStages(product, asked);
  if (!hasVersions(product)) return openTopology(product, asked, topology);
  return openVersions(product, await readReleaseList(product, effects, asked), asked);
}
function openVersions(product, read, asked) {
  const { list, published, since } = read;
  const { saveReleases: save } = asked;
  return {
    answer: async (current, basis) => {
      const first = answerFrom(product, list, { asked, current, basis });
      const target = targetOf(first, list);
      if (target === void 0) return first;
      const { effects } = basis;
      const lists = await migrationListsFor(product, target, {
        effects,
        published,
        ...save === void 0 ? {} : { save }
      });
      if (lists.size === 0) return first;
      const answer = answerFrom(product, list, { asked, current, basis, lists });
      const migrations = [...lists.values()].map(({ url, sha256, list: all }) => ({ url, sha256, count: all.length }));
      return { ...answer, details: { ...answer.details, migrations } };
    },
    detail: (step) => {
      const [from, to] = [releaseOn(step, "from"), releaseOn(step, "to")];
      const release = list.releases.find(({ version }) => version === to);
      return {
        releaseNotes: notesOnTheWay(list.releases, from, to, product.versions),
        ...from === to || release?.publishedAt === void 0 ? {} : { publishedAt: release.publishedAt }
      };
    },
    ...since === void 0 ? {} : { since }
  };
}
var newest = "newest";
function answerFrom(product, releases, question) {
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
    ...minimumAge === void 0 ? {} : { minimumAge },
    now: effects.clock.now(),
    ...lists === void 0 ? {} : { migrationLists: lists }
  };
  if (path === void 0) return versionsSource(knowledge, product.title).pathTo(current, target ?? newest);
  const check = checkPath({
    ...knowledge,
    ...startingAt(current),
    path: namesIn(path),
    ...target === void 0 ? {} : { target }
  });
  return check.kind === "sound" ? check.path : check;
}
function targetOf(answer, { releases }) {
  switch (answer.kind) {
    case "path":
    case "no-path":
      return releases.find(({ version }) => version === answer.target);
    case "faulty":
      return releases.find(({ version }) => version === answer.end);
    default:
      return void 0;
  }
}
function openStages({ stages, title }, asked) {
  refuseReleases(title, asked);
  return {
    answer: async (current) => stagesSource(stages, title).pathTo(current, asked.target ?? newest),
    detail: () => ({ releaseNotes: [] })
  };
}
function openTopology({ topology: reasons, title }, asked, probe) {
  refuseReleases(title, asked);
  return {
    answer: async (current) => {
      const [seen, offer] = await Promise.all([probe?.look(), probe?.offer()]);
      const unusable = seen?.kind === "known" ? unusableDeclaration(seen.value) : void 0;
      const knowledge = {
        title,
        reasons,
        obstacles: unusable === void 0 ? [] : [unusable],
        ...offer === void 0 ? {} : { offer },
        ...seen?.kind === "known" ? { seen: seen.value } : {}
      };
      return topologySource(knowledge).pathTo(current, asked.target ?? newest);
    },
    detail: () => ({ releaseNotes: [] })
  };
}
function refuseReleases(title, { path, releases, saveReleases }) {
  const given = [
    ...path === void 0 ? [] : ["a path to check"],
    ...releases === void 0 ? [] : ["a pinned release list"],
    ...saveReleases === void 0 ? [] : ["a file to write the release list to"]
  ];
  if (given.length === 0) return;
  throw new UserError({
    happened: `${given.join(" and ")} ${given.length === 1 ? "is" : "are"} given, and ${title} has no releases.`.replace(
      /^./,
      (first) => first.toUpperCase()
    ),
    means: "Its path follows from its definition alone. No path was planned.",
    next: "Leave it out."
  });
}
function namesIn(path) {
  const names = path.split(/[,\n]/).map((name) => name.trim()).filter((name) => name !== "");
  if (names.length > 0) return names;
  throw new UserError({
    happened: `The path "${path}" names no release.`,
    means: "No path was checked.",
    next: "Write its releases in order, such as 1.1.4,1.2.1,1.3.1."
  });
}

// src/steps/environment/parts-input.ts
function partsOf2({ parts = [] }) {
  return Object.fromEntries(parts.map(partOf));
}
function partOf(text) {
  const [, name = "", value = ""] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  const version = value.replace(/^v(?=\d)/, "");
  if (partName.safeParse(name).success && partVersion.safeParse(version).success) return [name, version];
  throw new UserError({
    happened: `The part ${JSON.stringify(text)} is not of the form name=version.`,
    means: "No path was planned.",
    next: "Write, for example, chart=7.10.0."
  });
}
function presentParts(observed, given) {
  const seen = Object.entries(observed).flatMap(([name, reading]) => {
    if (reading.kind === "unknown") return [];
    const said = given[name];
    if (said === void 0 || said === reading.value) return [[name, reading.value]];
    throw new UserError({
      happened: `The part "${name}" is given as ${said}, but production shows ${reading.value}.`,
      means: "One of the two is wrong, so no path was planned.",
      next: `Leave "${name}" out of "parts", or find out which server answers at environments.production.url.`
    });
  });
  return { ...given, ...Object.fromEntries(seen) };
}
function partsAskedIn(document) {
  const found = [...texts({ environments: document.environments, smoke: document.smoke })].flatMap(
    ({ text }) => [...text.matchAll(/(?<!\{)\{parts\.([^{}]+)\}/g)].map(([, name = ""]) => name)
  );
  return [...new Set(found)];
}
function missingPart(asked, hops, observed) {
  for (const { id, from, to, parts } of hops) {
    for (const [side, label] of [
      ["from", from],
      ["to", to]
    ]) {
      const name = asked.find((each) => parts?.[side][each] === void 0);
      if (name === void 0) continue;
      const reading = observed[name];
      const seen = reading?.kind === "unknown" ? ` The probe says: ${reading.reason}.` : "";
      return {
        happened: `Which version of the part "${name}" belongs to ${label} is not known, and a command of hop ${id} asks for {parts.${name}}.`,
        means: `It could not be deployed.${seen} Nothing was done.`,
        next: id === hops[0]?.id && side === "from" ? `Say what production has: --part ${name}=VERSION, the input "parts", or "parts: { ${name}: VERSION }" in the configuration.` : `Write one exact version for ${label} into the table of a \`moves-together\` rule for "${name}", or use a source of releases that publishes it with them.`
      };
    }
  }
  return void 0;
}

// src/planning/facts-input.ts
function factsOf2({ facts = [] }) {
  return Object.fromEntries(facts.map(factOf));
}
function factOf(text) {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === void 0 || value === void 0) {
    throw new UserError({
      happened: `The fact "${text}" is not of the form name=value.`,
      means: "No path was planned.",
      next: "Write, for example, multiple-web-nodes=true."
    });
  }
  return [name.trim(), value.trim()];
}
function readableFacts(facts, product) {
  if (!hasVersions(product)) return facts;
  const { path, facts: declared = {} } = product;
  const types = factTypesIn(path);
  for (const [name, value] of Object.entries(facts)) {
    const own = Object.hasOwn(declared, name) ? declared[name] : void 0;
    for (const type of own === void 0 ? types.get(name) ?? [] : [own.type])
      checkFact(name, value, type, own?.values);
  }
  return facts;
}
function factQuestions(names, product) {
  if (!hasVersions(product)) return [];
  const { path, facts: declared = {} } = product;
  const types = factTypesIn(path);
  return names.map((name) => {
    const own = Object.hasOwn(declared, name) ? declared[name] : void 0;
    const type = own?.type ?? types.get(name)?.[0] ?? "text";
    const asked = own === void 0 ? "" : ` ${own.question}${own.url === void 0 ? "" : ` (${own.url})`}`;
    const forms = own?.values?.join(", ") ?? acceptedForms[type];
    return `The fact "${name}" is not known, so what depends on it counts.${asked} Say it under "facts", or with --facts ${name}=VALUE: ${forms}.`;
  });
}
function checkFact(name, value, type, words) {
  const reading = readFact(value, type);
  const isOther = reading.kind === "text" && words !== void 0 && !words.some((word) => word.trim().toLowerCase() === reading.value);
  if (reading.kind !== "unreadable" && !isOther) return;
  const accepted = type === "text" && words !== void 0 ? words.join(", ") : acceptedForms[type];
  throw new UserError({
    happened: `The fact "${name}" is ${JSON.stringify(String(value))}, which is not ${isOther ? "one of its values" : `a ${type}`}.`,
    means: "Rules depend on it, so no path was planned.",
    next: `Accepted: ${accepted}; or unknown, and then what depends on it counts.`
  });
}

// src/planning/path-question.ts
function basisOf({ configuration, document, product, effects }, asked, observed = {}) {
  const { facts, acknowledge, releases } = configuration;
  const minimumAge = asked.minimumAge ?? releases["minimum-age"];
  return {
    product,
    effects,
    facts: readableFacts({ ...facts, ...factsOf2(asked) }, product),
    parts: presentParts(observed, { ...configuration.parts, ...partsOf2(asked) }),
    partNames: partsAskedIn(document),
    acknowledged: /* @__PURE__ */ new Set([...acknowledge, ...asked.acknowledge ?? []]),
    allowPrereleases: asked.prereleases ?? releases.prereleases,
    ...minimumAge === void 0 ? {} : { minimumAge }
  };
}
function basisWithout(product, effects, asked) {
  const { minimumAge } = asked;
  return {
    product,
    effects,
    facts: readableFacts(factsOf2(asked), product),
    parts: partsOf2(asked),
    partNames: [],
    acknowledged: new Set(asked.acknowledge),
    allowPrereleases: asked.prereleases ?? false,
    ...minimumAge === void 0 ? {} : { minimumAge }
  };
}
function uselessInputs({ product, facts, parts, partNames, acknowledged }, asked) {
  const own = product.migrations === void 0 ? [] : [unprovedDeferral];
  const rules = hasVersions(product) ? product.path : [];
  const manual = hasStages(product) ? product.stages.flatMap((stage) => stage.manual.map(({ id }) => id)) : manualStepIds(rules);
  const ids = [.../* @__PURE__ */ new Set([...manual, ...asked, ...own])];
  const factNames = factsAskedBy(rules);
  const named = [...partsAskedBy(rules), ...partNames, ...Object.keys(product.probes.parts ?? {})];
  return [
    ...[...acknowledged].filter((id) => !ids.some((known2) => isNamedBy(known2, id))).map((id) => `"${id}" was acknowledged, but ${product.title} has no such manual step.${meant(id, ids)}`),
    ...Object.keys(facts).filter((name) => !factNames.includes(name)).map(
      (name) => `The fact "${name}" was given, but no rule of ${product.title} asks for it.${meant(name, factNames)}`
    ),
    ...Object.keys(parts).filter((name) => !named.includes(name)).map((name) => `The part "${name}" was given, but nothing asks for its version.${meant(name, named)}`)
  ];
}
function isNamedBy(known2, id) {
  const [start = "", end] = known2.split("{to}");
  return end === void 0 ? known2 === id : id.length > start.length && id.startsWith(start);
}
function meant(name, known2) {
  const near = nearest(name, known2);
  return near === void 0 ? "" : ` Did you mean "${near}"?`;
}

// src/planning/checks/stores.ts
function storeFindings({ stores, title }, data) {
  return stores.filter(({ besides }) => data.every(({ kind }) => besides.includes(kind))).map(
    ({ name, reason: reason2 }) => warning(`the ${name}`, {
      happened: `${title} has ${/^[aeiou]/.test(name) ? "an" : "a"} ${name}, and nothing under "data" holds it: it is in no backup.`,
      means: reason2,
      next: `Add it to "data" of both environments, as a second store beside the database; or leave it, if it is backed up elsewhere and staging has its own.`
    })
  );
}

// src/planning/observed-version.ts
function refuseHalfRestored(project, entries) {
  const restoring = unfinishedRestore(entries);
  if (restoring === void 0) return;
  const { hop } = restoring.event;
  const hops = entries.flatMap((entry2) => isOf(entry2, "planned") ? entry2.event.hops : []);
  const planned = hops.findLast(({ id, digest }) => id === hop.id && digest === hop.digest);
  const isOtherwiseConfigured = planned !== void 0 && hopDigest(project, planned) !== hop.digest;
  const restored = wasRestored(entries, restoring);
  throw new SystemFailure(finishRestoreFirst({ restoring, restored, isOtherwiseConfigured }));
}
function observedVersion({ version }, { current: given }, rollback, entries) {
  if (version.kind === "unknown") {
    const happened = `The version of production could not be determined: ${version.reason}.`;
    const means = "A path is planned from what production runs, so none was planned.";
    if (rollback === void 0) {
      throw new SystemFailure({
        happened,
        means,
        next: "Make sure that the server runs and that this runner reaches environments.production.url. In a terminal, --offline plans from what --current says."
      });
    }
    const { id } = rollback.event.hop;
    throw new SystemFailure({
      happened,
      means: `The rollback of hop ${id} was started on ${rollback.at} and is not finished. ${means}`,
      next: finishRollback(id)
    });
  }
  const label = version.value;
  const release = namedStates(entries).find((state) => state.label === label)?.release ?? label;
  if (given !== void 0 && given !== label && given !== release) {
    throw new UserError({
      happened: `The input "current" is "${given}", but production runs ${version.value}.`,
      means: "One of the two is wrong, so no path was planned.",
      next: 'Leave "current" out, or find out which server answers at environments.production.url.'
    });
  }
  return version.value;
}

// src/planning/plan-path.ts
async function planHops(project, asked) {
  if (asked.offline === true) return await planOffline(project, asked);
  const entries = await project.journal.read();
  const production = liveWithin(openLiveSystem(project, "production", entries), "plan", planDeclared.needs);
  const source = await openPathSource(project.product, project.effects, asked, production.topology);
  const [observation, parts] = await Promise.all([production.observe(), production.observeParts()]);
  const basis = basisOf(project, asked, parts);
  refuseHalfRestored(project, entries);
  const halfDone = stillHalfDone(halfDoneHop(entries), observation);
  const current = halfDone === void 0 ? stateOf2(observedVersion(observation, asked, unfinishedRollback(entries), entries), entries, basis.parts) : stateOf2(halfDone.hop.to, entries, { ...basis.parts, ...halfDone.hop.parts?.to });
  const planned = await plannedFrom({
    basis,
    source,
    current,
    halfDone,
    digest: (hop) => hopDigest(project, hop),
    evidence: (hop) => evidenceOf(entries, hop, {
      now: project.effects.clock.now(),
      rehearsalMaxAge: project.configuration.rehearsal["max-age"],
      traits: project.traits,
      validation: project.configuration.validate?.for,
      contents: allContentDigests(project)
    })
  });
  const missing = missingPart(basis.partNames, planned.hops, parts);
  const differences = differencesFromBefore(entries, planned.plan, asked);
  const remarks = [...planned.remarks, ...await settingRemarks(project, planned.hops)];
  const hops = await Promise.all(planned.hops.map((hop) => withFiles(project, hop)));
  return {
    ...planned,
    hops,
    remarks,
    observed: true,
    observation,
    differences,
    ...missing === void 0 ? {} : { missing }
  };
}
async function settingRemarks(project, hops) {
  const versions = hops.flatMap((hop) => [releaseOn(hop, "from"), releaseOn(hop, "to")]);
  const environments = project.traits.waiver === void 0 ? environmentNames : ["production"];
  const found = await Promise.all(environments.map((each) => settingProblems(project, each, versions)));
  const stores = storeFindings(project.product, project.configuration.environments.production.data);
  const texts3 = [...found.flat(), ...stores].map(({ happened, means, next }) => `${happened} ${means} ${next}`);
  for (const text of texts3) project.effects.log.warn(text);
  return [...new Set(texts3)];
}
async function planOffline(project, asked) {
  const current = givenVersion(asked, "--offline");
  const basis = basisOf(project, asked);
  const planned = await plannedFrom({
    basis,
    source: await openPathSource(basis.product, basis.effects, asked),
    current: { label: current, parts: basis.parts },
    halfDone: void 0,
    digest: (hop) => hopDigest(project, hop),
    evidence: () => ({})
  });
  return { ...planned, hops: await Promise.all(planned.hops.map((hop) => withFiles(project, hop))) };
}
function givenVersion({ current }, option) {
  if (current !== void 0) return current;
  throw new UserError({
    happened: `With ${option}, production is not asked what it runs, and "current" is not given.`,
    means: "A path starts at the present release, so none was planned.",
    next: "Say it: --current 4.19.5."
  });
}
function stateOf2(label, entries, parts) {
  const named = namedStates(entries).find((state) => state.label === label);
  return { label, ...named === void 0 ? {} : { release: named.release }, parts };
}
async function plannedFrom(toPlan) {
  const { basis, source, current, halfDone, digest } = toPlan;
  const plan = await source.answer(current, basis);
  const unfinished = halfDone === void 0 ? [] : [stepOf2(halfDone)];
  const steps = [...unfinished, ...plan.kind === "path" ? plan.steps : []];
  const pairs = steps.map((step, index) => ({
    step,
    hop: hopOf(step, index, { count: steps.length, acknowledged: basis.acknowledged, digest })
  }));
  const remarks = uselessInputs(
    basis,
    steps.flatMap(({ manual }) => manual.map(({ id }) => id))
  );
  for (const remark of remarks) basis.effects.log.warn(remark);
  return {
    current: current.label,
    plan,
    halfDone,
    hops: pairs.map(({ hop }) => hop),
    details: pairs.map(({ step, hop }) => detailOf(step, hop, toPlan)),
    ...source.since === void 0 ? {} : { since: source.since },
    observed: false,
    questions: factQuestions(plan.details.unknownFacts, basis.product),
    differences: [],
    remarks
  };
}
function detailOf(step, hop, { basis, source, evidence }) {
  const { product } = basis;
  const labels = { from: releaseOn(hop, "from"), to: releaseOn(hop, "to") };
  const typical = hasVersions(product) ? typicalDuration(product.durations, product.versions, labels) : void 0;
  return {
    advice: step.notes,
    parts: step.parts,
    ...source.detail(step),
    ...evidence(hop),
    ...typical === void 0 ? {} : { typical }
  };
}
function stillHalfDone(halfDone, { version }) {
  if (halfDone === void 0 || version.kind === "unknown") return halfDone;
  return version.value === halfDone.hop.to ? halfDone : void 0;
}
function stepOf2({ hop, since }) {
  return {
    from: hop.from,
    to: hop.to,
    tag: hop.to,
    reasons: [{ rule: "half-done", text: `This hop was started on production on ${since} and is finished first.` }],
    manual: hop.manual,
    notes: [],
    parts: [],
    ...hop.parts === void 0 ? {} : { partVersions: hop.parts },
    ...hop.releases === void 0 ? {} : { releases: hop.releases }
  };
}
function hopOf(step, index, { count, acknowledged, digest }) {
  const manual = step.manual.map(({ id, text, url }) => ({
    id,
    text,
    ...url === void 0 ? {} : { url },
    acknowledged: acknowledged.has(id)
  }));
  const { partVersions: parts, releases } = step;
  const known2 = {
    ...parts === void 0 ? {} : { parts },
    ...releases === void 0 ? {} : { releases }
  };
  return {
    id: hopId(step.from, step.to),
    index: index + 1,
    count,
    from: step.from,
    to: step.to,
    title: `${step.from} \u2192 ${step.to}`,
    digest: digest({ from: step.from, to: step.to, ...known2 }),
    reasons: step.reasons,
    manual,
    ...known2
  };
}

export {
  describeChange,
  givenFor,
  isEmpty,
  openPathSource,
  partsAskedIn,
  basisWithout,
  storeFindings,
  planHops,
  givenVersion,
  plannedFrom
};
