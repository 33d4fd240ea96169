import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  canonicalJson,
  mistakeOf
} from "./chunk-VQ6AOQ3M.js";
import {
  expressionProgram
} from "./chunk-B3IDNAVX.js";
import {
  helmSettings,
  progressKey
} from "./chunk-MRHD2GP4.js";
import {
  askProgram
} from "./chunk-M4XLWBTW.js";
import {
  outputJudge
} from "./chunk-5BVYQXW5.js";
import {
  answersSoon,
  compareNumbers,
  compareRanges,
  compareVersions,
  exactVersion,
  isInRange,
  judge,
  judgeKeys,
  lineExpression,
  longestLine,
  outputRules,
  parseRange,
  parseVersionText,
  readVersion,
  regularExpression,
  require_parse,
  sideOfAll,
  versionOrLine,
  versionRange,
  versionReader,
  versionScheme,
  withinTimeLeft
} from "./chunk-L3TT7463.js";
import {
  composePlace
} from "./chunk-XUEIFE5U.js";
import {
  httpClient,
  judgeTransient,
  malformedResponse,
  refusedAnswer,
  retryAfter,
  shownUrl
} from "./chunk-DCKEJSUG.js";
import {
  ProxyFailure
} from "./chunk-E45A5XVO.js";
import {
  readYaml
} from "./chunk-U2324AUP.js";
import {
  fine,
  problem
} from "./chunk-5KFJR3PX.js";
import {
  partName,
  partPlaceholders,
  partVersion,
  partVersions
} from "./chunk-BRELSNAC.js";
import {
  silentLog
} from "./chunk-V2FWIV6S.js";
import {
  endedWell,
  filledVariables,
  howItEnded,
  lastWords,
  runUserCommand,
  runUserCommandOrFail
} from "./chunk-MIP6TCEH.js";
import {
  childEnvironment
} from "./chunk-NPAGDH5U.js";
import {
  variableNames
} from "./chunk-ZGX2ZA3I.js";
import {
  countText,
  durationText,
  roughText
} from "./chunk-NPESFTYR.js";
import {
  asLibpqReads,
  numberIn,
  parseJson,
  postgresRows,
  textOf,
  valueAt,
  withValueAt
} from "./chunk-HKKH5L7G.js";
import {
  awsKeys,
  rdsKeys
} from "./chunk-ZMOF3DMZ.js";
import {
  argv,
  duration,
  environmentName,
  fineDuration,
  headerName,
  slug,
  template
} from "./chunk-X67IRU5F.js";
import {
  readTextFile
} from "./chunk-HL2FA6NW.js";
import {
  array,
  boolean,
  discriminatedUnion,
  int,
  json,
  literal,
  looseObject,
  m,
  number,
  object,
  record,
  strictObject,
  string,
  tuple,
  union,
  unknown,
  url,
  x
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";
import {
  __commonJS,
  __toESM
} from "./chunk-PRKZQ3BE.js";

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse3 = require_parse();
    var prerelease4 = (r, s) => {
      const e = parse3(r, s);
      return e && e.prerelease.length ? e.prerelease : null;
    };
    module.exports = prerelease4;
  }
});

// src/drivers/releases/product-folder.ts
var productFolder = "product-folder";

// src/core/decisions/checklist.ts
var checkedSteps = [
  "plan",
  "preflight",
  "check",
  "room",
  "backup",
  "restore",
  "rehearsal",
  "approval",
  "restore-point",
  "deploy",
  "wait",
  "smoke",
  "complete"
];
var on = m(["staging", "production"]).default("production").describe("Where it must have been so. `restore` and `rehearsal` are on staging by themselves.");
var evidence = union([
  strictObject({
    step: m(checkedSteps).describe(
      "A step that ended well. `preflight` counts since production last changed; `room` is a backup of this hop that was seen to fit before it was written."
    ),
    on
  }),
  strictObject({
    seen: m(["version", "health", "migrations"]).describe("What a probe of the product showed of the newer release when its smoke tests ran."),
    on
  }),
  strictObject({
    test: lineExpression.describe(
      "A regular expression: a smoke test, or a measure compared with the release before, that has such a name passed. Tests of the configuration count too."
    ),
    on
  }),
  strictObject({
    acknowledged: string().min(1).describe("The id of a manual step of the path, `{to}` included: a person said that it is done.")
  })
]).describe("By what it is ticked. Nothing else ticks it.");
var checklist = strictObject({
  title: string().min(1).describe("As people read it: `Before the upgrade`."),
  url: url().optional().describe("Where the vendor's list is."),
  items: array(strictObject({ text: string().min(1).describe("What is to be done or seen."), evidence })).nonempty()
}).describe("A checklist of the vendor, filled in for each hop from what the journal has.");

// src/core/decisions/known-problems.ts
var knownProblem = strictObject({
  in: m(["log", "settings"]).describe(
    "Where it is looked for: in the server's log, after a release did not start; or in the settings of the deploys and in the files that `server-settings` names."
  ),
  pattern: lineExpression.describe(
    "A regular expression, which is searched for in each line, and in settings also across two lines, with a comma between them. What its groups find is filled into the texts: `(?<migration>v\\d+)` as `{migration}`. One that is named `version` must find the release that it is about."
  ),
  versions: versionRange.optional().describe("Only where the release that runs, or is deployed, is among these."),
  happened: string().min(1).describe("What it means that this is there."),
  means: string().min(1).describe("What follows from it."),
  next: string().min(1).describe("What to do."),
  url: url().optional().describe("Where it is described.")
}).describe("A problem that operators of the product are known to have.");
var mostLines = 2e4;
function problemsIn(problems, { in: place3, text, versions }, scheme) {
  const lines = linesOf(text, place3);
  return problems.filter((problem2) => problem2.in === place3 && concerns(problem2, versions, scheme)).flatMap((problem2) => {
    const pattern2 = new RegExp(problem2.pattern);
    const found = lines.findLast((line2) => pattern2.test(line2.slice(0, longestLine)));
    const groups = found === void 0 ? void 0 : pattern2.exec(found.slice(0, longestLine))?.groups;
    if (found === void 0 || groups?.version !== void 0 && !versions.includes(groups.version)) return [];
    const fill = (said2) => said2.replaceAll(/\{(\w+)\}/g, (whole, name) => groups?.[name] ?? whole);
    const { happened, means, next, url: url2 } = problem2;
    const more = url2 === void 0 ? "" : ` (${url2})`;
    return [{ happened: fill(happened), means: fill(means), next: `${fill(next)}${more}` }];
  });
}
function linesOf(text, place3) {
  const lines = text.split("\n").slice(-mostLines);
  if (place3 === "log") return lines;
  return lines.flatMap((line2, index2) => {
    const next = lines[index2 + 1];
    return next === void 0 ? [line2] : [line2, `${line2.trimEnd().replace(/,$/, "")}, ${next.trim()}`];
  });
}
function concerns({ versions: range }, versions, scheme) {
  if (range === void 0) return true;
  if (scheme === void 0) return false;
  const parsed = parseRange(range, scheme.scheme);
  return versions.some((text) => {
    const read = readVersion(text, scheme);
    return read.kind === "version" && isInRange(read.version, parsed);
  });
}

// src/core/decisions/typical-duration.ts
var span = strictObject({ from: duration.describe("At least, as a rule."), to: duration.describe("At most, as a rule.") }).optional();
var typicalDurations = strictObject({
  patch: span.describe("Of a hop within a minor."),
  minor: span.describe("Of a hop to another minor."),
  major: span.describe("Of a hop to another major."),
  url: url().optional().describe("Where the vendor says so.")
}).describe(
  "How long an upgrade takes as a rule, by its kind: the estimate of a hop until a rehearsal has measured it."
);
function typicalDuration(durations, scheme, labels) {
  const [before, after] = [readVersion(labels.from, scheme), readVersion(labels.to, scheme)];
  if (durations === void 0 || before.kind !== "version" || after.kind !== "version") return void 0;
  const differs = (place3) => before.version.numbers[place3] !== after.version.numbers[place3];
  const kind2 = differs(0) ? "major" : differs(1) ? "minor" : "patch";
  const known = durations[kind2];
  return known === void 0 ? void 0 : { kind: kind2, ...known };
}
function typicalText({ from: from2, to }) {
  return `${roughText(from2)} to ${roughText(to)}, as a rule`;
}

// src/core/path/graph/fact-values.ts
var factTypes = ["boolean", "number", "version", "text"];
var yes = ["true", "yes", "on", "y", "1"];
var no = ["false", "no", "off", "n", "0"];
var nothing = ["", "unknown", "null", "~"];
var acceptedForms = {
  boolean: "true, yes, on or 1; false, no, off or 0",
  number: "a number, such as 3",
  version: "a version in dotted numbers, such as 16.2",
  text: "a word"
};
function readFact(given, type) {
  if (given === void 0) return { kind: "not-known" };
  const text = String(given).trim().toLowerCase();
  if (nothing.includes(text)) return { kind: "not-known" };
  switch (type) {
    case "boolean":
      if (yes.includes(text)) return { kind: "boolean", value: true };
      return no.includes(text) ? { kind: "boolean", value: false } : { kind: "unreadable" };
    case "number":
      return /^[-+]?\d+(\.\d+)?$/.test(text) ? { kind: "number", value: Number(text) } : { kind: "unreadable" };
    case "version":
      return /^v?\d+(\.\d+)*$/.test(text) ? { kind: "version", value: text.replace(/^v/, "").split(".").map(Number) } : { kind: "unreadable" };
    case "text":
      return { kind: "text", value: text };
  }
}
function compareFacts(a, b) {
  if (a.kind === "number" && b.kind === "number") return a.value - b.value;
  if (a.kind === "version" && b.kind === "version") return compareNumbers(a.value, b.value);
  if (a.kind === "boolean" && b.kind === "boolean") return Number(a.value) - Number(b.value);
  if (a.kind === "text" && b.kind === "text") return a.value === b.value ? 0 : a.value < b.value ? -1 : 1;
  return void 0;
}

// src/core/path/graph/facts.ts
var declaredFact = strictObject({
  type: m(factTypes).describe("The type of its values. `text` is compared without regard to case."),
  question: string().min(1).describe("The question to a person: `Does the registry hold npm packages?`"),
  values: array(string().min(1)).min(1).optional().describe("The allowed values of a `text`; left out, any."),
  url: url().optional().describe("Where the vendor says how to find out.")
});
var condition = strictObject({
  fact: slug.describe("The name of a fact of the installation; its value comes from `facts:` or `--facts`."),
  is: union([boolean(), number(), string()]).optional().describe("True when the fact has this value."),
  "is-not": union([boolean(), number(), string()]).optional().describe("True when it has another value."),
  "at-least": union([number(), versionOrLine]).optional().describe("True when the fact is this or more: a number, or a version in quotes."),
  "at-most": union([number(), versionOrLine]).optional().describe("True when the fact is this or less: a number, or a version in quotes.")
}).refine(
  (value) => Object.values(value).filter((part7) => part7 !== void 0).length === 2,
  "a fact and exactly one of is, is-not, at-least, at-most"
);
var when = union([
  condition,
  array(
    union([condition, strictObject({ any: array(condition).min(2).describe("One of these must be true.") })])
  ).min(1)
]).describe(
  "The rule applies only where this is true, e.g. `{ fact: multiple-web-nodes, is: true }`; in a list, all must be true. If a fact is not known, a demand applies, with a note in the plan, and an exception does not."
);
function evaluate(condition3, facts) {
  if (condition3 === void 0) return { kind: "holds" };
  const items = [condition3].flat();
  const truths = items.map(
    (item) => "any" in item ? anyOf(item.any.map((one) => evaluateOne(one, facts))) : evaluateOne(item, facts)
  );
  if (truths.some((truth) => truth.kind === "fails")) return { kind: "fails" };
  return withUnknown(truths, "holds");
}
function anyOf(truths) {
  if (truths.some((truth) => truth.kind === "holds")) return { kind: "holds" };
  return withUnknown(truths, "fails");
}
function withUnknown(truths, otherwise) {
  const facts = truths.flatMap((truth) => truth.kind === "unknown" ? truth.facts : []);
  return facts.length > 0 ? { kind: "unknown", facts: [...new Set(facts)] } : { kind: otherwise };
}
function evaluateOne(condition3, facts) {
  const type = typeCompared(condition3);
  const value = readFact(Object.hasOwn(facts, condition3.fact) ? facts[condition3.fact] : void 0, type);
  const order = compareFacts(value, readFact(comparedWith(condition3), type));
  if (order === void 0) return { kind: "unknown", facts: [condition3.fact] };
  if (condition3.is !== void 0) return decided(order === 0);
  if (condition3["is-not"] !== void 0) return decided(order !== 0);
  return decided(condition3["at-least"] !== void 0 ? order >= 0 : order <= 0);
}
function comparedWith(condition3) {
  return condition3.is ?? condition3["is-not"] ?? condition3["at-least"] ?? condition3["at-most"];
}
function typeCompared(condition3) {
  const value = comparedWith(condition3);
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return "number";
  if (condition3["at-least"] !== void 0 || condition3["at-most"] !== void 0) return "version";
  return /^(true|false|yes|no|on|off)$/i.test(String(value).trim()) ? "boolean" : "text";
}
function decided(holds2) {
  return { kind: holds2 ? "holds" : "fails" };
}
function typesIn(condition3) {
  const all = [condition3 ?? []].flat().flatMap((item) => "any" in item ? item.any : [item]);
  return all.map((one) => ({ fact: one.fact, type: typeCompared(one) }));
}
function factsIn(condition3) {
  if (condition3 === void 0) return [];
  const names = [condition3].flat().flatMap((item) => "any" in item ? item.any.map((one) => one.fact) : [item.fact]);
  return [...new Set(names)];
}

// src/core/model/user-file.ts
var fileKinds = ["compose", "env", "values"];

// src/core/path/rules/file-requirement.ts
var key = union([string().min(1), array(string().min(1)).min(1)]).describe('`redis.host`, or `[annotations, "example.com/host"]` where a name has dots; the name of a variable.');
var place = {
  in: m(fileKinds).describe("The Compose file, the env file, or the values of a chart: the deployer knows which files these are."),
  key
};
var filePlace = strictObject(place);
var scalar = union([string(), number(), boolean()]);
var forms = ["set", "value", "moved-from", "remove"];
var fileRequirement = strictObject({
  ...place,
  set: strictObject({
    propose: scalar.optional().describe("What `configure` writes where there is nothing; left out, a person must."),
    not: array(lineExpression).default([]).describe("Regular expressions: a value in which one is found is an example, and counts as not set.")
  }).optional().describe("It must be set, to whatever is right there."),
  value: scalar.optional().describe("It must have this value."),
  accept: lineExpression.optional().describe("With `value`: other values are right as well, if this is found in them."),
  "where-set": literal(true).optional().describe("With `value`: only where the key is there at all."),
  "moved-from": key.optional().describe("What this key was called before; `configure` moves what is there."),
  remove: literal(true).optional().describe("It must not be there any more.")
}).refine((change2) => forms.filter((form2) => change2[form2] !== void 0).length === 1, {
  error: `exactly one of ${forms.join(", ")}`
}).describe("What one of the user's own files must say before the hop.");

// src/core/path/graph/span.ts
function contains(spans, place3) {
  return spans.some(({ start, end }) => start <= place3 && place3 < end);
}
function uncovered(whole, spans) {
  const sorted = spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  const free = [];
  let place3 = whole.start;
  for (const { start, end } of sorted) {
    if (start > place3) free.push({ start: place3, end: Math.min(start, whole.end) });
    place3 = Math.max(place3, end);
    if (place3 >= whole.end) return free;
  }
  if (place3 < whole.end) free.push({ start: place3, end: whole.end });
  return free;
}
function without(spans, taken2) {
  return taken2.length === 0 ? spans : spans.flatMap((span2) => uncovered(span2, taken2));
}
function firstPlace(length, isTrue) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = low + high >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

// src/core/path/graph/catalogue.ts
function catalogueOf(releases, scheme) {
  const read = versionReader(scheme);
  const unreadable2 = [];
  const found = [];
  for (const release2 of releases) {
    const reading = read(release2.tag);
    if (reading.kind === "ignored") {
      unreadable2.push({ tag: release2.tag, reason: reading.reason });
      continue;
    }
    const { version } = reading;
    found.push({ version, release: release2, isPrerelease: release2.prerelease || version.prerelease.length > 0 });
  }
  const entries = mergeTwins(found.sort(byVersionThenTag));
  const byLabel = new Map(entries.map((entry, place3) => [entry.version.label, place3]));
  const placeOf = (version) => firstPlace(entries.length, (place3) => compareVersions(entryAt(entries, place3).version, version) >= 0);
  return {
    scheme,
    entries,
    unreadable: unreadable2,
    placeOf,
    find: (text) => {
      const reading = read(text);
      const exact = byLabel.get(text);
      if (exact !== void 0 || reading.kind === "ignored") return exact;
      const place3 = placeOf(reading.version);
      const there = entries[place3];
      return there !== void 0 && compareVersions(there.version, reading.version) === 0 ? place3 : void 0;
    },
    spans: (range) => parseRange(range, scheme.scheme).alternatives.map((all) => {
      const sides = (place3) => sideOfAll(entryAt(entries, place3).version, all);
      const start = firstPlace(entries.length, (place3) => !sides(place3).below);
      return {
        start,
        end: Math.max(
          start,
          firstPlace(entries.length, (place3) => sides(place3).above)
        )
      };
    })
  };
}
function entryAt(entries, place3) {
  const entry = entries[place3];
  if (entry === void 0) throw new RangeError(`no release at place ${place3} of ${entries.length}`);
  return entry;
}
function byVersionThenTag(a, b) {
  const order = compareVersions(a.version, b.version);
  if (order !== 0) return order;
  return a.release.tag < b.release.tag ? -1 : a.release.tag > b.release.tag ? 1 : 0;
}
function mergeTwins(sorted) {
  const merged = [];
  for (const entry of sorted) {
    const last = merged.at(-1);
    if (last === void 0 || compareVersions(last.version, entry.version) !== 0) {
      merged.push(entry);
      continue;
    }
    const publishedAt2 = last.release.publishedAt ?? entry.release.publishedAt;
    const withdrawn = last.release.withdrawn ?? entry.release.withdrawn;
    const known = { ...publishedAt2 ? { publishedAt: publishedAt2 } : {}, ...withdrawn ? { withdrawn } : {} };
    merged[merged.length - 1] = { ...last, release: { ...last.release, ...known } };
  }
  return merged;
}

// src/core/path/graph/release-graph.ts
var lineKinds = ["major", "minor"];
function releaseGraphOf(catalogue, unusable2) {
  return {
    catalogue,
    unusable: unusable2,
    lines: { major: linesOf2(catalogue, unusable2, "major"), minor: linesOf2(catalogue, unusable2, "minor") }
  };
}
function linesOf2(catalogue, unusable2, kind2) {
  const list2 = [];
  const ranks = [];
  let start = 0;
  while (start < catalogue.entries.length) {
    const label = lineLabel(catalogue, start, kind2);
    let end = start + 1;
    while (end < catalogue.entries.length && lineLabel(catalogue, end, kind2) === label) end++;
    for (let place3 = start; place3 < end; place3++) ranks.push(list2.length);
    list2.push({ label, start, end, ...summary(catalogue, unusable2, start, end) });
    start = end;
  }
  return {
    kind: kind2,
    list: list2,
    rankOf: (place3) => {
      const rank = ranks[place3];
      if (rank === void 0) throw new RangeError(`no release at place ${place3} of ${ranks.length}`);
      return rank;
    }
  };
}
function summary(catalogue, unusable2, start, end) {
  let newest;
  let isPublished = false;
  for (let place3 = start; place3 < end; place3++) {
    const isFinal = !entryAt(catalogue.entries, place3).isPrerelease;
    isPublished ||= isFinal || unusable2[place3] === void 0;
    const isOvertaken = newest !== void 0 && !entryAt(catalogue.entries, newest).isPrerelease && !isFinal;
    if (unusable2[place3] === void 0 && !isOvertaken) newest = place3;
  }
  return { newest, isPublished };
}
function lineLabel(catalogue, place3, kind2) {
  return entryAt(catalogue.entries, place3).version.numbers.slice(0, kind2 === "major" ? 1 : 2).join(".");
}
function lineOf(lines, place3) {
  return lineAt(lines, lines.rankOf(place3));
}
function lineAt(lines, rank) {
  const line2 = lines.list[rank];
  if (line2 === void 0) throw new RangeError(`no line of rank ${rank} among ${lines.list.length}`);
  return line2;
}

// src/core/path/rules/common.ts
var said = {
  reason: string().min(1).describe("The reason, in a sentence for the person who reads the plan."),
  url: url().optional().describe("Where the vendor says so."),
  when: when.optional()
};
var ends = {
  from: versionRange.describe("Where the hops start."),
  to: versionRange.describe("Where the hops end.")
};
var line = m(lineKinds).describe("Which releases belong together: those with the same first number (`major`) or first two (`minor`).");
var land = m(["newest", "any"]).default("newest").describe(
  "Where a path may stop on its way through a line: at its `newest` usable release, or at `any`. A target that was requested is not affected by this."
);
var missing = m(["ask", "refuse", "pass"]).default("ask").describe(
  "Where the number of a line is missing from the list of releases, such as 1.3 between 1.2 and 1.4: `ask` makes it a manual step, `refuse` forbids passing it, `pass` only mentions it, for products that leave out numbers."
);
var since = versionOrLine.optional().describe("The rule starts with this version: lines that are wholly below it may be skipped.");
var until = versionOrLine.optional().describe("The last version or line to which the rule applies.");
var part = partName.describe(
  "The part beside the release, such as `chart`. Its present version is observed (`probes.parts`), or given (`parts:`, `--part chart=7.10.0`)."
);
function listed(names, most2 = 6) {
  if (names.length > most2) return `${names.slice(0, most2).join(", ")} and ${names.length - most2} more`;
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
function startOf(version, context) {
  return version === void 0 ? 0 : context.catalogue.spans(`>=${version}`)[0]?.start ?? 0;
}

// src/core/path/rules/rule-kind.ts
function ruleKind(name, traits, settings42, doing) {
  const rule = settings42.transform((written7) => {
    const { url: url2, when: when2 } = written7;
    const reason = "reason" in written7 ? written7.reason : written7.text;
    return { name, role: traits.role, reason, url: url2, when: when2, ...doing(written7) };
  });
  return { name, ...traits, settings: settings42, rule };
}

// src/core/path/rules/allowed.ts
function liftable(kinds3) {
  const named = (how) => kinds3.filter(({ lifted }) => lifted === how).map(({ name }) => name);
  const byDefault = named("by-default");
  return { byDefault, all: [...byDefault, ...named("by-name")] };
}
function allowedAmong(kinds3) {
  const { byDefault, all } = liftable(kinds3);
  const settings42 = strictObject({
    ...ends,
    overrules: array(m(all)).default([...byDefault]).describe(
      "The rules that do not apply to these hops. By default, all rules about what a hop passes over; never those about withdrawn and avoided releases."
    ),
    ...said
  }).describe("Hops that may be made although a rule forbids them.");
  return ruleKind("allowed", { role: "grant" }, settings42, ({ from: from2, to, overrules }) => ({
    apply: ({ catalogue }, source) => ({
      exceptions: [{ source, from: catalogue.spans(from2), to: catalogue.spans(to), overrules }]
    }),
    whyInactive: (known) => {
      const usual = overrules.length === byDefault.length ? "there is no rule that it could lift" : `there is no rule ${overrules.join(" or ")} that it could lift`;
      return known.noneIn(from2, to) ?? (overrules.some((name) => known.rules.has(name)) ? void 0 : usual);
    }
  }));
}

// src/core/path/rules/avoid.ts
var settings = strictObject({
  versions: versionRange.describe("The releases on which no hop may land."),
  "fixed-in": versionOrLine.optional().describe("The release that fixes it."),
  ...said
}).describe("Releases that a path goes around, although the vendor has not withdrawn them.");
var avoid = ruleKind("avoid", { role: "demand" }, settings, ({ versions, "fixed-in": fixedIn }) => ({
  avoided: (catalogue, source) => ({
    source,
    spans: catalogue.spans(versions),
    ...fixedIn === void 0 ? {} : { fixedIn }
  }),
  whyInactive: (known) => known.noneIn(versions)
}));

// src/core/path/graph/rule.ts
function labelAt({ catalogue }, place3) {
  return catalogue.entries[place3]?.version.label ?? `place ${place3}`;
}
function from(start) {
  return [{ start, end: Number.MAX_SAFE_INTEGER }];
}

// src/core/path/rules/between-majors.ts
var settings2 = strictObject({
  "leave-from": m(["last-minor", "any"]).default("last-minor").describe("From which line of the old major the next one may be entered."),
  "enter-at": m(["first-minor", "any"]).default("any").describe("At which line of the new major a path may arrive."),
  since,
  ...said
}).describe("Majors are climbed one by one; the keys say how one leads to the next.");
var betweenMajors = ruleKind(
  "between-majors",
  { role: "demand", lifted: "by-default" },
  settings2,
  (settings42) => ({
    apply: (context, source) => effectsOf(settings42, context, source),
    whyInactive: (known) => known.noneIn(settings42.since === void 0 ? void 0 : `>=${settings42.since}`)
  })
);
function effectsOf(settings42, context, source) {
  const { major, minor } = context.lines;
  const start = startOf(settings42.since, context);
  const exits = edgeLines(major, minor, "last");
  const entries = edgeLines(major, minor, "first");
  const next = (rank) => {
    let other = rank + 1;
    while (other < major.list.length && !lineAt(major, other).isPublished) other++;
    return other < major.list.length ? other : void 0;
  };
  const beyond = (place3) => {
    const end = lineOf(major, place3).end;
    return Math.max(end, start);
  };
  const mayLeave = (place3) => settings42["leave-from"] === "any" || exits[major.rankOf(place3)] === minor.rankOf(place3);
  return {
    hops: [
      {
        source,
        blocked: (place3) => {
          if (!mayLeave(place3)) return from(beyond(place3));
          const following = next(major.rankOf(place3));
          if (following === void 0) return [];
          const entry = entries[following];
          const isFree = settings42["enter-at"] === "any" || entry === void 0;
          const allowedEnd = isFree ? lineAt(major, following).end : lineAt(minor, entry).end;
          return from(Math.max(allowedEnd, start));
        },
        why: (place3, to) => {
          const way = `Going from ${labelAt(context, place3)} straight to ${labelAt(context, to)}`;
          const exit = exits[major.rankOf(place3)];
          if (!mayLeave(place3) && exit !== void 0) {
            return `${way} would leave ${lineOf(major, place3).label} before its last line ${lineAt(minor, exit).label}.`;
          }
          const following = next(major.rankOf(place3)) ?? major.rankOf(to);
          const entry = entries[following];
          if (following < major.rankOf(to)) return `${way} would skip ${lineAt(major, following).label}.`;
          return `${way} would enter ${lineAt(major, following).label} past its first line ${entry === void 0 ? "" : lineAt(minor, entry).label}.`;
        }
      }
    ]
  };
}
function edgeLines(major, minor, which) {
  const edges = major.list.map(() => void 0);
  minor.list.forEach((one, rank) => {
    const owner = major.rankOf(one.start);
    if (one.isPublished && (which === "last" || edges[owner] === void 0)) edges[owner] = rank;
  });
  return edges;
}

// src/core/path/graph/part-table.ts
function carrierOf(partTable, place3) {
  return partTable?.rows.find((row) => contains(row.spans, place3));
}

// src/core/path/graph/part-version.ts
var partScheme = "numbers";
function readPart(version) {
  const label = version.replace(/^v/, "");
  const parsed = parseVersionText(label, partScheme);
  return parsed && { label, ...parsed };
}
function isWithin(version, versions) {
  const read = readPart(version);
  return read !== void 0 && isInRange(read, parseRange(versions, partScheme));
}

// src/core/path/rules/needs-part.ts
var byRange = versionRange.describe("What the part must be before the hop.");
var settings3 = strictObject({
  part,
  entering: versionRange.describe("The releases that are entered from below."),
  versions: byRange.optional(),
  "at-least": literal("target").optional().describe(
    "In place of `versions`: before every hop to one of `entering`, the part must be at least the release that the hop leads to."
  ),
  alone: strictObject({
    to: partVersion.optional().describe(
      "The version that the part moves to in a hop of its own, with all the steps of a hop, before the hop that needs it. The manual step is then only for a part whose version is not known. `probes.parts` must show the part. Left out, a person moves it."
    ),
    id: string().min(1).describe("The id with which a person acknowledges that the part was upgraded."),
    text: string().min(1).describe("How the part is upgraded while the release stays the same.")
  }).optional().describe(
    "For a part that can be upgraded while the release stays the same: with `to` that is a hop of its own, without it a manual step of the hop. Left out, the hop is forbidden."
  ),
  ...said
}).refine(
  (value) => value.versions === void 0 !== (value["at-least"] === void 0),
  "exactly one of versions and at-least"
).refine(
  ({ alone, versions }) => alone?.to === void 0 || versions !== void 0 && isWithin(alone.to, versions),
  "a version under `to` that is one of `versions`"
).describe("A hop needs something of the present installation besides its release.");
var needsPart = ruleKind("needs-part", { role: "demand", lifted: "by-name" }, settings3, (settings42) => ({
  part: settings42.part,
  manualId: settings42.alone?.id,
  movesAlone: settings42.alone?.to !== void 0,
  apply: (context, source) => effectsOf2(settings42, context, source),
  whyInactive: (known) => known.noneIn(settings42.entering)
}));
function effectsOf2(settings42, context, source) {
  const entered = context.catalogue.spans(settings42.entering);
  const fit = fitTest(settings42, context);
  const enters = (from2, to) => settings42.versions === void 0 ? contains(entered, to) : isEntered(entered, from2, to);
  const needed = (to) => settings42.versions ?? `${labelAt(context, to)} or later`;
  const known = settings42.url === void 0 ? {} : { url: settings42.url };
  const { alone, versions, part: part7 } = settings42;
  if (alone?.to !== void 0 && versions !== void 0) {
    const first = {
      source,
      part: part7,
      to: alone.to,
      precedes: (from2, to, version) => enters(from2, to) && (version === void 0 ? fit(from2, to) === "misses" : !isWithin(version, versions))
    };
    const { id, text } = alone;
    const unknown2 = {
      id,
      text,
      ...known,
      moves: part7,
      concerns: (from2, to) => enters(from2, to) && fit(from2, to) === "unknown"
    };
    return { partsFirst: [first], manualSteps: [unknown2] };
  }
  if (alone !== void 0) {
    const move = {
      id: alone.id,
      text: alone.text,
      ...known,
      moves: settings42.part,
      concerns: (from2, to) => enters(from2, to) && fit(from2, to) !== "fits"
    };
    return { manualSteps: [move] };
  }
  const check = {
    id: `check-${settings42.part}-${slugOf(settings42.versions ?? "target")}`,
    text: `Make sure that ${settings42.part} is ${settings42.versions ?? "at least the release that the hop leads to"} before this hop: its version is not known. ${settings42.reason}`,
    ...known,
    concerns: (from2, to) => enters(from2, to) && fit(from2, to) === "unknown"
  };
  const blocked = (place3) => {
    if (settings42.versions !== void 0) {
      return !contains(entered, place3) && fit(place3, place3) === "misses" ? entered : [];
    }
    return entered.flatMap(({ start, end }) => {
      const first = firstPlace(end - start, (offset) => fit(place3, start + offset) === "misses");
      return first === end - start ? [] : [{ start: start + first, end }];
    });
  };
  const why = (place3, to) => `Going from ${labelAt(context, place3)} to ${labelAt(context, to)} needs ${settings42.part} ${needed(to)} first; ${presentText(settings42.part, place3, context)}.`;
  return { hops: [{ source, blocked, why }], manualSteps: [check] };
}
function isEntered(entered, from2, to) {
  return contains(entered, to) && !contains(entered, from2);
}
function fitTest(settings42, context) {
  if (settings42.versions === void 0) return atLeastTarget(settings42.part, context);
  return partFit(settings42.part, settings42.versions, context);
}
function partFit(part7, versions, context) {
  const needed = parseRange(versions, partScheme);
  const fits = /* @__PURE__ */ new Map();
  const ofRange = (text) => {
    const known = fits.get(text);
    if (known !== void 0) return known;
    const fit = compareRanges(parseRange(text, partScheme), needed);
    fits.set(text, fit);
    return fit;
  };
  return (place3) => {
    const version = exactAt(part7, place3, context);
    if (version !== void 0) {
      const read = readPart(version);
      return read === void 0 ? "unknown" : isInRange(read, needed) ? "fits" : "misses";
    }
    const range = rangeAt(part7, place3, context);
    return range === void 0 ? "unknown" : ofRange(range);
  };
}
function atLeastTarget(part7, context) {
  const read = versionReader(context.catalogue.scheme);
  return (place3, to) => {
    const version = exactAt(part7, place3, context);
    const reading = version === void 0 ? void 0 : read(version);
    if (reading?.kind !== "version") return "unknown";
    return compareVersions(reading.version, entryAt(context.catalogue.entries, to).version) >= 0 ? "fits" : "misses";
  };
}
function exactAt(part7, place3, context) {
  const published = context.catalogue.entries[place3]?.release.parts?.[part7];
  const row = rowAt(part7, place3, context);
  if (place3 === context.current) return context.parts[part7] ?? published ?? (row && exactVersion(row.versions));
  return published ?? row?.to ?? (context.carriedParts.has(part7) ? void 0 : context.parts[part7]);
}
function rangeAt(part7, place3, context) {
  return rowAt(part7, place3, context)?.versions;
}
function rowAt(part7, place3, { partTables }) {
  return carrierOf(
    partTables.find((one) => one.part === part7),
    place3
  );
}
function presentText(part7, place3, context) {
  const version = exactAt(part7, place3, context);
  if (version !== void 0) {
    return place3 === context.current || !context.carriedParts.has(part7) ? `the present ${part7} is ${version}` : `${labelAt(context, place3)} comes with ${part7} ${version}`;
  }
  const versions = rangeAt(part7, place3, context);
  return versions === void 0 ? "its version is not known" : `${labelAt(context, place3)} comes with ${part7} ${versions}`;
}
function slugOf(text) {
  return text.toLowerCase().replace(/[^0-9a-z.]+/g, "-").replace(/^[-.]+|[-.]+$/g, "");
}

// src/core/path/rules/on-hop.ts
var onHop = {
  entering: versionRange.optional().describe("Belongs to the hop that comes from below these versions and reaches or passes their first."),
  "landing-on": versionRange.optional().describe("Belongs to every hop that ends on one of these versions."),
  from: versionRange.optional().describe("Only for hops that start from these versions."),
  url: url().optional().describe("Where it is described."),
  when: when.optional()
};
var oneTrigger = (value) => value.entering === void 0 !== (value["landing-on"] === void 0);
function hopTest(trigger, { catalogue }) {
  const starts = trigger.from === void 0 ? void 0 : catalogue.spans(trigger.from);
  const entering = trigger.entering === void 0 ? [] : catalogue.spans(trigger.entering);
  const landing = trigger["landing-on"] === void 0 ? [] : catalogue.spans(trigger["landing-on"]);
  return (from2, to) => {
    if (starts !== void 0 && !contains(starts, from2)) return false;
    return contains(landing, to) || entering.some(({ start }) => from2 < start && start <= to);
  };
}
function whyOnNoHop({ entering, "landing-on": landing, from: from2 }, known) {
  return (entering === void 0 ? void 0 : known.allBelow(entering)) ?? known.noneIn(landing, from2);
}

// src/core/path/rules/configuration.ts
var settings4 = strictObject({
  id: string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, "small letters, digits, dots and hyphens, such as chart-4-redis-host").describe("The id of the step: where none of these files is known, a person acknowledges it by this."),
  text: string().min(1).describe("What to change and why, as an instruction to the reader."),
  changes: array(fileRequirement).min(1).describe("What the user's files must say before the hop."),
  "part-entering": strictObject({ part, versions: versionRange.describe("The versions of the part that are entered.") }).optional().describe("Only for hops that bring a part, such as the chart, to these versions from below."),
  ...onHop
}).refine(oneTrigger, "exactly one of entering and landing-on").describe(
  "A change of the user's own files that a release asks for. It blocks its hop until the files have it; `configure` shows and writes it."
);
var configuration = ruleKind("configuration", { role: "remark" }, settings4, (settings42) => ({
  manualId: settings42.id,
  changes: settings42.changes,
  ...settings42["part-entering"] === void 0 ? {} : { part: settings42["part-entering"].part },
  apply: (context, source) => {
    const { id, text, url: url2, "part-entering": entered } = settings42;
    const doubt = source.doubts.length === 0 ? "" : ` (Not known: ${source.doubts.join(", ")}.)`;
    const known = url2 === void 0 ? {} : { url: url2 };
    const onHops = hopTest(settings42, context);
    const fit = entered && partFit(entered.part, entered.versions, context);
    const carried = entered !== void 0 && context.carriedParts.has(entered.part);
    const concerns2 = (from2, to) => onHops(from2, to) && (fit === void 0 || fit(from2) !== "fits" && !(carried && fit(to) === "misses"));
    return { manualSteps: [{ id, text: `${text}${doubt}`, ...known, concerns: concerns2 }] };
  },
  whyInactive: (known) => whyOnNoHop(settings42, known)
}));

// src/core/path/rules/enter-only-from.ts
var settings5 = strictObject({
  entering: versionRange.describe("The versions that are entered from below."),
  from: versionRange.describe("The versions from which that is allowed."),
  ...said
}).describe("Some versions may be entered only from others: 9.x only from 8.19.");
var enterOnlyFrom = ruleKind(
  "enter-only-from",
  { role: "demand", lifted: "by-default" },
  settings5,
  ({ entering, from: from2 }) => ({
    apply: (context, source) => {
      const entered = context.catalogue.spans(entering);
      const starts = context.catalogue.spans(from2);
      return {
        hops: [
          {
            source,
            blocked: (place3) => contains(entered, place3) || contains(starts, place3) ? [] : entered,
            why: (place3, to) => `${labelAt(context, to)} is among the versions (${entering}) that may be entered only from ${from2}, not from ${labelAt(context, place3)}.`
          }
        ]
      };
    },
    whyInactive: (known) => known.noneIn(entering)
  })
);

// src/core/path/rules/finish-line-first.ts
var settings6 = strictObject({ line, since, ...said }).describe("A line may be left only from its newest usable release.");
var finishLineFirst = ruleKind(
  "finish-line-first",
  { role: "demand", lifted: "by-default" },
  settings6,
  (settings42) => ({
    apply: (context, source) => effectsOf3(settings42, context, source),
    whyInactive: (known) => known.noneIn(settings42.since === void 0 ? void 0 : `>=${settings42.since}`)
  })
);
function effectsOf3(settings42, context, source) {
  const lines = context.lines[settings42.line];
  const start = startOf(settings42.since, context);
  return {
    hops: [
      {
        source,
        blocked: (place3) => {
          const { newest, end } = lineOf(lines, place3);
          return end > start && newest !== void 0 && place3 < newest ? from(end) : [];
        },
        why: (place3) => {
          const { newest = place3, label } = lineOf(lines, place3);
          return `${label} is left from its newest usable release, ${labelAt(context, newest)}, not from ${labelAt(context, place3)}.`;
        }
      }
    ]
  };
}

// src/core/path/rules/forbidden.ts
var settings7 = strictObject({ ...ends, ...said }).describe("Hops that may not be made.");
var forbidden = ruleKind("forbidden", { role: "demand", lifted: "by-name" }, settings7, ({ from: from2, to }) => ({
  apply: (context, source) => {
    const starts = context.catalogue.spans(from2);
    const forbiddenEnds = context.catalogue.spans(to);
    return {
      hops: [
        {
          source,
          blocked: (place3) => contains(starts, place3) ? forbiddenEnds : [],
          why: (start, end) => `No hop may go from ${labelAt(context, start)} to ${labelAt(context, end)}.`
        }
      ]
    };
  },
  whyInactive: (known) => known.noneIn(from2, to)
}));

// src/core/path/rules/newest-usable.ts
function newestUsable({ catalogue, unusable: unusable2 }, { start, end }) {
  let prerelease4;
  for (let place3 = end - 1; place3 >= start; place3--) {
    if (unusable2[place3] !== void 0) continue;
    if (!entryAt(catalogue.entries, place3).isPrerelease) return place3;
    prerelease4 ??= place3;
  }
  return prerelease4;
}

// src/core/path/rules/land-on.ts
var settings8 = strictObject({
  line: versionOrLine.describe("The line that is entered, such as `1.2`."),
  "at-least": versionOrLine.optional().describe(
    "The lowest release of the line to land on; an installation that already runs a lower one moves to it before leaving the line."
  ),
  exactly: versionOrLine.optional().describe("The one release of the line to land on."),
  newest: literal(true).optional().describe("Land on the newest usable release of the line."),
  ...said
}).refine(
  (value) => [value["at-least"], value.exactly, value.newest].filter((one) => one !== void 0).length === 1,
  "exactly one of at-least, exactly and newest"
).describe("The release of a line on which a hop from below the line may land.");
var landOn = ruleKind("land-on", { role: "demand", lifted: "by-name" }, settings8, (settings42) => ({
  apply: (context, source) => landOnEffects(settings42, context, source),
  whyInactive: (known) => known.noneIn(settings42.line)
}));
function landOnEffects(settings42, context, source) {
  const [line2 = { start: 0, end: 0 }] = context.catalogue.spans(settings42.line);
  const good = goodPlaces(settings42, line2, context);
  const bad = uncovered(line2, good);
  const isInside = (place3) => place3 >= line2.start && place3 < line2.end;
  const wanted = wording(settings42);
  const entering = {
    source,
    blocked: (place3) => place3 < line2.start ? bad : [],
    why: (_, to) => `${labelAt(context, to)} is not where ${settings42.line} is entered: land on ${wanted}.`
  };
  const leaving = {
    source,
    blocked: (place3) => isInside(place3) && place3 < (good[0]?.start ?? line2.start) ? from(line2.end) : [],
    why: (place3) => `${settings42.line} is not left from ${labelAt(context, place3)}: first land on ${wanted}.`
  };
  const hops = settings42["at-least"] === void 0 ? [entering] : [entering, leaving];
  return { hops, named: settings42.exactly === void 0 ? [] : good };
}
function goodPlaces(settings42, line2, context) {
  const { catalogue } = context;
  if (settings42.exactly !== void 0) return catalogue.spans(settings42.exactly);
  if (settings42["at-least"] !== void 0) {
    return catalogue.spans(`>=${settings42["at-least"]}`).map(({ start }) => ({ start, end: line2.end }));
  }
  const newest = newestUsable(context, line2);
  return newest === void 0 ? [] : [{ start: newest, end: newest + 1 }];
}
function wording(settings42) {
  if (settings42.exactly !== void 0) return settings42.exactly;
  return settings42["at-least"] === void 0 ? "its newest usable release" : `${settings42["at-least"]} or later`;
}

// src/core/path/rules/lines-per-hop.ts
var settings9 = strictObject({
  line,
  "at-most": int().min(1).describe("How many lines one hop may advance. 1 means that none may be skipped."),
  land,
  missing,
  since,
  until,
  ...said
}).describe("One hop may advance over a limited number of lines; the path goes as far as that allows.");
var linesPerHop = ruleKind(
  "lines-per-hop",
  { role: "demand", lifted: "by-default" },
  settings9,
  linesPerHopRule
);
function linesPerHopRule(settings42) {
  return {
    apply: (context, source) => effectsOf4(settings42, context, source),
    whyInactive: (known) => known.noneIn(heldRange(settings42))
  };
}
function heldRange({ since: since2, until: until2 }) {
  const bounds = [...since2 === void 0 ? [] : [`>=${since2}`], ...until2 === void 0 ? [] : [`<=${until2}`]];
  return bounds.length === 0 ? void 0 : bounds.join(" ");
}
function effectsOf4(settings42, context, source) {
  const lines = context.lines[settings42.line];
  const [held = { start: 0, end: 0 }] = context.catalogue.spans(heldRange(settings42) ?? "*");
  const isCounted = (one) => one.isPublished && Math.max(one.start, held.start) < Math.min(one.end, held.end);
  const counted = lines.list.flatMap((one, rank) => isCounted(one) ? [rank] : []);
  const gaps = gapsOf(lines, counted);
  const nextCounted = (place3) => {
    const rank = lines.rankOf(place3);
    return firstPlace(counted.length, (index2) => (counted[index2] ?? 0) > rank);
  };
  const between = (start, end) => {
    const labels = [];
    const last = lines.rankOf(end);
    for (let index2 = nextCounted(start); index2 < counted.length; index2++) {
      const rank = counted[index2] ?? last;
      if (rank >= last) break;
      labels.push(lineAt(lines, rank).label);
    }
    return labels;
  };
  return {
    hops: [
      {
        source,
        blocked: (start) => {
          const last = counted[nextCounted(start) + settings42["at-most"] - 1];
          return last === void 0 ? [] : from(lineAt(lines, last).end);
        },
        why: (start, end) => {
          const way = `Going from ${labelAt(context, start)} straight to ${labelAt(context, end)}`;
          const skipped = between(start, end);
          if (settings42["at-most"] === 1) return `${way} would skip ${listed(skipped)}.`;
          return `${way} would pass over ${listed(skipped)} in one hop, but a hop may advance at most ${settings42["at-most"]} lines.`;
        }
      },
      ...settings42.missing === "refuse" && gaps.length > 0 ? [refusalOf(gaps, lines, context, source)] : []
    ],
    ...settings42.missing === "pass" ? { cautions: [(start, end) => gapsBetween(gaps, lines, start, end)] } : {},
    ...settings42.missing === "ask" ? { manualSteps: gaps.map((gap) => manualStepFor(gap, lines, source)) } : {},
    landings: settings42.land === "any" ? [] : [{ source, ...landNewest(settings42.line, context, isCounted) }]
  };
}
function gapsOf(lines, counted) {
  return counted.flatMap((rank) => {
    const before = lines.list[rank - 1];
    if (before === void 0) return [];
    const above = lineAt(lines, rank).label;
    const [low, high] = [before.label, above].map((label) => label.split(".").map(Number));
    const isSameMajor = lines.kind === "major" || low?.[0] === high?.[0];
    const last = low?.at(-1) ?? 0;
    if (!isSameMajor || (high?.at(-1) ?? 0) - last <= 1) return [];
    const first = [...low?.slice(0, -1) ?? [], last + 1].join(".");
    return [{ rank: rank - 1, below: before.label, above, first }];
  });
}
function isPassed({ rank }, lines, start, end) {
  return lines.rankOf(start) <= rank && rank < lines.rankOf(end);
}
function gapsBetween(gaps, lines, start, end) {
  return gaps.filter((gap) => isPassed(gap, lines, start, end)).map(gapText);
}
function gapText({ below: below2, above }) {
  return `No release between ${below2} and ${above} is listed: make sure that the source of releases is complete.`;
}
function manualStepFor(gap, lines, { url: url2 }) {
  return {
    id: `missing-${gap.first}`,
    text: `${gapText(gap)} Make sure that ${gap.first} was never published, or that it may be skipped.`,
    ...url2 === void 0 ? {} : { url: url2 },
    concerns: (start, end) => isPassed(gap, lines, start, end)
  };
}
function refusalOf(gaps, lines, context, source) {
  const firstAbove = (start) => gaps.find(({ rank }) => lines.rankOf(start) <= rank);
  return {
    source,
    blocked: (start) => {
      const gap = firstAbove(start);
      return gap === void 0 ? [] : from(lineAt(lines, gap.rank + 1).start);
    },
    why: (start, end) => {
      const gap = firstAbove(start);
      return `Going from ${labelAt(context, start)} to ${labelAt(context, end)} would pass ${gap?.first ?? ""}. ${gap === void 0 ? "" : gapText(gap)}`;
    }
  };
}
function landNewest(kind2, context, isCounted) {
  const lines = context.lines[kind2];
  return {
    refuses: (place3) => isCounted(lineOf(lines, place3)) && lineOf(lines, place3).newest !== place3,
    why: (place3) => {
      const { newest, label } = lineOf(lines, place3);
      if (newest === void 0) return `No release of ${label} may be used.`;
      return `Of ${label} the path lands on its newest usable release, ${labelAt(context, newest)}.`;
    }
  };
}

// src/core/path/rules/manual-id.ts
var manualId = string().regex(
  /^[a-z0-9]+([.-][a-z0-9]+)*(-\{to\})?$/,
  "small letters, digits, dots and hyphens, such as code-for-v4; or with -{to} at its end, such as users-told-{to}"
).describe(
  "The id with which a person acknowledges that the step is done. With `-{to}` at its end it is acknowledged for each hop by itself: `users-told-4.1.0`."
);

// src/core/path/rules/listed-upgrades.ts
var settings10 = strictObject({
  major: strictObject({
    id: manualId,
    text: string().min(1).describe("What to do, as an instruction to the reader; `{from}` and `{to}` are filled in.")
  }).optional().describe("A manual step of every hop that the list calls a major upgrade."),
  ...said
}).describe(
  "A hop may only go to a release that the list of releases itself names as an upgrade of the one where it starts (`upgrades-to`; the source `rds-engine` reads them)."
);
var listedUpgrades = ruleKind(
  "listed-upgrades",
  { role: "demand", lifted: "by-default" },
  settings10,
  ({ major, url: url2 }) => ({
    ...major && { manualId: major.id },
    apply: (context, source) => {
      const whole = { start: 0, end: context.catalogue.entries.length };
      const known = url2 === void 0 ? {} : { url: url2 };
      return {
        hops: [
          {
            source,
            blocked: (place3) => {
              const spans = [...upgradesAt(context, place3).keys()].map((to) => ({ start: to, end: to + 1 }));
              return uncovered(whole, spans);
            },
            why: (place3, to) => whyNot(context, place3, to)
          }
        ],
        ...major && {
          manualSteps: [{ ...major, ...known, concerns: (from2, to) => upgradesAt(context, from2).get(to) === "major" }]
        }
      };
    },
    whyInactive: () => void 0
  })
);
function upgradesAt({ catalogue }, place3) {
  const { minor, major } = entryAt(catalogue.entries, place3).release.upgrades ?? { minor: [], major: [] };
  const found = /* @__PURE__ */ new Map();
  for (const [kind2, tags] of [
    ["minor", minor],
    ["major", major]
  ])
    for (const tag2 of tags) {
      const to = catalogue.find(tag2);
      if (to !== void 0) found.set(to, kind2);
    }
  return found;
}
function whyNot(context, place3, to) {
  const from2 = labelAt(context, place3);
  const targets = [...upgradesAt(context, place3).keys()].toSorted((one, other) => one - other);
  const only2 = targets.length === 0 ? `it names no upgrade of ${from2} at all` : `from ${from2} it names ${listed(targets.map((each) => labelAt(context, each)))}`;
  return `The list of releases does not name ${labelAt(context, to)} as an upgrade of ${from2}: ${only2}.`;
}

// src/core/path/rules/manual.ts
var settings11 = strictObject({
  id: manualId,
  text: string().min(1).describe("What to do, as an instruction to the reader; `{from}` and `{to}` are filled in."),
  ...onHop
}).refine(oneTrigger, "exactly one of entering and landing-on").describe("Something only a person can do. It blocks its hop until it is acknowledged by its id.");
var manual = ruleKind("manual", { role: "remark" }, settings11, (settings42) => ({
  manualId: settings42.id,
  apply: (context, source) => {
    const { id, text, url: url2 } = settings42;
    const doubt = source.doubts.length === 0 ? "" : ` (Not known: ${source.doubts.join(", ")}.)`;
    const known = url2 === void 0 ? {} : { url: url2 };
    return { manualSteps: [{ id, text: `${text}${doubt}`, ...known, concerns: hopTest(settings42, context) }] };
  },
  whyInactive: (known) => whyOnNoHop(settings42, known)
}));

// src/core/path/rules/migration-list.ts
var listedMigration = strictObject({
  id: union([string().min(1), int()]).transform(String).describe("The vendor's name or number of the migration."),
  "runs-from": versionOrLine.describe("The first release that can run it."),
  "required-before": versionOrLine.optional().describe("The first release that refuses data on which it has not run. Leave it out while there is none.")
});
var field = string().min(1);
var migrationListSource = strictObject({
  url: string().regex(/^https?:\/\/.*\{(tag|version)\}/, "an address with {tag} or {version} of the target in it").describe("The address of the list in JSON; `{tag}` and `{version}` are those of the target."),
  at: field.optional().describe("Dotted path, in the answer, of the list, or of a mapping from ids. Left out: the whole answer."),
  id: field.optional().describe("Key, in an entry, of the migration's id. Left out for a mapping, where the ids are the keys."),
  "runs-from": field.describe("Key, in an entry, of the first release that can run it."),
  "required-before": field.optional().describe("Key, in an entry, of the first release that refuses data on which it has not run."),
  since: versionOrLine.optional().describe("The first release that has such a list; for a target below it, none is asked for.")
}).describe("The list as it is published with the target, read when a path is planned and pinned in the plan.");

// src/core/path/rules/migrations.ts
var settings12 = strictObject({
  list: array(listedMigration).min(1).optional().describe("The migrations, written out."),
  from: migrationListSource.optional(),
  ...said
}).refine(({ list: list2, from: source }) => list2 === void 0 !== (source === void 0), "exactly one of list and from").describe(
  "Migrations of the data: each must be able to run on a release that the path visits before the one that requires it."
);
var migrations = ruleKind("migrations", { role: "demand", lifted: "by-name" }, settings12, (settings42) => ({
  apply: (context, source) => effectsOf5(listIn(settings42, context), context, source),
  whyInactive: (known) => {
    if (settings42.list === void 0) return void 0;
    const before = settings42.list.flatMap((one) => one["required-before"] ?? []);
    if (before.length === 0) return "no release requires any of them yet";
    return known.allBelow(...before.map((one) => `>=${one}`));
  },
  ...settings42.from === void 0 ? {} : { migrationList: settings42.from }
}));
function listIn(settings42, { migrationLists }) {
  const { list: list2, from: source } = settings42;
  return list2 ?? (source === void 0 ? [] : migrationLists.get(source.url)?.list ?? []);
}
function effectsOf5(list2, context, source) {
  const placeOf = (version) => context.catalogue.spans(`>=${version}`)[0]?.start ?? 0;
  const placed = list2.flatMap((one) => {
    const before = one["required-before"];
    if (before === void 0) return [];
    const text = `${one.id} (runs from ${one["runs-from"]}, required before ${before})`;
    return [{ id: one.id, runsFrom: placeOf(one["runs-from"]), requiredBefore: placeOf(before), text }];
  }).sort((a, b) => a.runsFrom - b.runsFrom);
  const limits = [];
  for (let index2 = placed.length - 1; index2 >= 0; index2--) {
    limits[index2] = Math.min(placed[index2]?.requiredBefore ?? Infinity, limits[index2 + 1] ?? Infinity);
  }
  const firstBeyond = (place3) => firstPlace(placed.length, (index2) => (placed[index2]?.runsFrom ?? 0) > place3);
  return {
    hops: [
      {
        source,
        blocked: (place3) => {
          const limit = limits[firstBeyond(place3)];
          return limit === void 0 ? [] : from(limit);
        },
        why: (place3, to) => {
          const missed = placed.slice(firstBeyond(place3)).filter(({ requiredBefore }) => requiredBefore <= to);
          const names = listed(
            missed.map(({ text }) => text),
            3
          );
          const many = missed.length === 1 ? "migration" : "migrations";
          return `Going from ${labelAt(context, place3)} straight to ${labelAt(context, to)} would pass the ${many} ${names} without a release that can run ${missed.length === 1 ? "it" : "them"}.`;
        }
      }
    ]
  };
}

// src/core/path/rules/moves-together.ts
var settings13 = strictObject({
  part,
  table: array(
    strictObject({
      releases: versionRange.describe("Releases of the product."),
      versions: versionRange.describe("The versions of the part that go with these releases."),
      to: partVersion.optional().describe(
        "Which of them a hop to one of these releases deploys, where there are several: `{parts.NAME}`. Left out, it is known where `versions` is one exact version."
      )
    }).refine(({ to, versions }) => to === void 0 || isWithin(to, versions), {
      path: ["to"],
      error: "a version that is one of `versions`"
    })
  ).min(1).describe("Which versions of the part go with which releases; the first row that matches applies."),
  ...said
}).describe("A part that is deployed together with the release, and in which version.");
var movesTogether = ruleKind("moves-together", { role: "remark" }, settings13, ({ part: part7, table }) => ({
  part: part7,
  partTable: (catalogue, source) => ({
    source,
    part: part7,
    rows: table.map(({ releases, versions, to = exactVersion(versions) }) => ({
      spans: catalogue.spans(releases),
      versions,
      to
    }))
  }),
  whyInactive: (known) => {
    const rows = table.map(({ releases }) => releases);
    return rows.every(known.isEmpty) ? `no release matches ${rows.map((one) => `"${one}"`).join(", ")}` : void 0;
  }
}));

// src/core/path/rules/no-line-skipped.ts
var settings14 = strictObject({ line, land, missing, since, until, ...said }).describe("Every line on the way must be visited.");
var noLineSkipped = ruleKind(
  "no-line-skipped",
  { role: "demand", lifted: "by-default" },
  settings14,
  (settings42) => linesPerHopRule({ ...settings42, "at-most": 1 })
);

// src/core/path/rules/note.ts
var settings15 = strictObject({ text: string().min(1).describe("What the reader of the plan should know."), ...onHop }).refine(oneTrigger, "exactly one of entering and landing-on").describe("A note about a hop. It blocks nothing.");
var note = ruleKind("note", { role: "remark" }, settings15, (settings42) => ({
  apply: (context, source) => ({ remarks: [{ source, concerns: hopTest(settings42, context) }] }),
  whyInactive: (known) => whyOnNoHop(settings42, known)
}));

// src/core/path/rules/only.ts
var settings16 = strictObject({
  hops: array(strictObject(ends)).min(1).describe("The hops that may be made."),
  within: versionRange.optional().describe("Only for hops that start from these versions."),
  ...said
}).describe("The vendor's upgrade graph: whatever is not listed is forbidden.");
var only = ruleKind("only", { role: "demand", lifted: "by-default" }, settings16, ({ hops, within }) => ({
  apply: (context, source) => {
    const { catalogue } = context;
    const whole = { start: 0, end: catalogue.entries.length };
    const starts = catalogue.spans(within ?? "*");
    const listed2 = Array.from({ length: whole.end }, () => []);
    for (const hop of hops) {
      const to = catalogue.spans(hop.to);
      for (const { start, end } of catalogue.spans(hop.from)) {
        for (let place3 = start; place3 < end; place3++) listed2[place3]?.push(...to);
      }
    }
    return {
      hops: [
        {
          source,
          blocked: (place3) => contains(starts, place3) ? uncovered(whole, listed2[place3] ?? []) : [],
          why: (place3, to) => `The hop from ${labelAt(context, place3)} to ${labelAt(context, to)} is not among the listed ones.`
        }
      ]
    };
  },
  whyInactive: (known) => known.noneIn(within)
}));

// src/core/path/rules/required-stops.ts
var settings17 = strictObject({
  at: union([versionOrLine, array(versionOrLine).min(1)]).describe("Releases or lines that no hop may pass over. A line stands for its newest usable release."),
  land: m(["newest", "any"]).default("newest").describe("Whether a stop at a line must be made at its `newest` usable release, or may be made at `any`."),
  ...said
}).describe("Releases at which every path stops; with `when`, only in some installations.");
var requiredStops = ruleKind(
  "required-stops",
  { role: "demand", lifted: "by-default" },
  settings17,
  (settings42) => ({
    apply: (context, source) => effectsOf6(settings42, context, source),
    whyInactive: (known) => known.allBelow(...[settings42.at].flat().map((at) => `>=${at}`))
  })
);
function effectsOf6(settings42, context, source) {
  const stops = [settings42.at].flat().map((at) => stopAt(at, settings42.land, context)).sort((a, b) => a.before - b.before);
  const strictest = strictestFrom(stops);
  const stopAfter = (place3) => strictest[firstPlace(stops.length, (index2) => place3 < (stops[index2]?.before ?? 0))];
  return {
    hops: [
      {
        source,
        blocked: (start) => {
          const stop = stopAfter(start);
          return stop === void 0 ? [] : from(stop.after);
        },
        why: (start, end) => `Going from ${labelAt(context, start)} straight to ${labelAt(context, end)} would pass over the required stop ${stopAfter(start)?.landing ?? ""}.`
      }
    ],
    named: settings42.land === "any" ? [] : stops.map(({ before, after }) => ({ start: before, end: after }))
  };
}
function strictestFrom(stops) {
  const strictest = [];
  let best;
  for (const stop of stops.toReversed()) {
    if (best === void 0 || stop.after <= best.after) best = stop;
    strictest.push(best);
  }
  return strictest.reverse();
}
function stopAt(name, land2, context) {
  const [span2 = { start: 0, end: 0 }] = context.catalogue.spans(name);
  const place3 = newestUsable(context, span2);
  if (place3 === void 0) {
    const why = span2.start === span2.end ? "of which no release is known" : "of which no release may be used";
    return { name, before: span2.start, after: span2.start, landing: `${name}, ${why}` };
  }
  if (land2 === "any") return { name, before: span2.start, after: span2.end, landing: name };
  const label = labelAt(context, place3);
  return { name, before: place3, after: place3 + 1, landing: label === name ? label : `${name} (${label})` };
}

// src/core/path/rules.ts
var withoutExceptions = [
  noLineSkipped,
  linesPerHop,
  finishLineFirst,
  betweenMajors,
  enterOnlyFrom,
  landOn,
  requiredStops,
  forbidden,
  only,
  listedUpgrades,
  needsPart,
  movesTogether,
  migrations,
  avoid,
  manual,
  configuration,
  note
];
var ruleKinds = [...withoutExceptions, allowedAmong(withoutExceptions)];
var liftedBy = liftable(ruleKinds);
var pathRule = strictObject(Object.fromEntries(ruleKinds.map(({ name, rule }) => [name, rule]))).partial().refine((rule) => chosenIn(rule).length === 1, {
  error: `a rule with exactly one key: ${ruleKinds.map(({ name }) => name).join(", ")}`
}).meta({ minProperties: 1, maxProperties: 1 });
function chosenIn(rule) {
  return Object.values(rule).flatMap((chosen) => chosen ?? []);
}
var pathRules = array(pathRule).transform((rules) => rules.flatMap(chosenIn)).refine(
  (rules) => {
    const ids = manualStepIds(rules);
    return new Set(ids).size === ids.length;
  },
  { error: "manual steps whose ids all differ: a step is acknowledged by its id" }
);
function manualStepIds(rules) {
  return rules.flatMap(({ manualId: manualId2 }) => manualId2 ?? []);
}
function fileRequirementsOf(rules) {
  return new Map(
    rules.flatMap(
      ({ manualId: manualId2, changes: changes2 }) => manualId2 === void 0 || changes2 === void 0 ? [] : [[manualId2, changes2]]
    )
  );
}
function partsAskedBy(rules) {
  return [...new Set(rules.flatMap(({ part: part7 }) => part7 ?? []))];
}
function factTypesIn(rules) {
  const types = /* @__PURE__ */ new Map();
  for (const { fact, type } of rules.flatMap(({ when: when2 }) => typesIn(when2))) {
    const known = types.get(fact) ?? [];
    types.set(fact, known.includes(type) ? known : [...known, type]);
  }
  return types;
}
function factsAskedBy(rules) {
  return [...new Set(rules.flatMap(({ when: when2 }) => factsIn(when2)))];
}
function migrationListsAskedBy(rules) {
  return rules.flatMap(({ migrationList }) => migrationList ?? []);
}

// src/world/aws/login.ts
var awsLogin = {
  name: "Log in to AWS",
  action: {
    repository: "aws-actions/configure-aws-credentials",
    ref: "e6de054238d6b7531b4efff3b6587d9aade6a06c",
    version: "v6.2.3"
  },
  with: { "role-to-assume": { variable: "AWS_ROLE" }, "aws-region": { variable: "AWS_REGION" } }
};

// src/world/effects/kind.ts
function kind(name, settings42, open4) {
  const part7 = partOf(name, settings42, open4);
  const tagged = strictObject({ [name]: part7 }).meta({ title: kindTitle(name) });
  return tagged.transform((value) => {
    const chosen = value[name];
    if (chosen === void 0) throw new Error(`kind "${name}" was accepted without its settings`);
    return chosen;
  });
}
function namedKind(kindName, settings42, open4) {
  const tagged = strictObject({
    [kindName]: partOf(kindName, settings42, open4),
    name: slug.optional().describe(`Its name; left out, \`${kindName}\`.`)
  }).meta({ title: kindTitle(kindName) });
  return tagged.transform((value) => {
    const { [kindName]: chosen, name = kindName } = value;
    if (typeof chosen !== "object" || typeof name !== "string")
      throw new Error(`kind "${kindName}" was accepted without its settings`);
    return { ...chosen, name };
  });
}
function partOf(name, settings42, open4) {
  return settings42.transform(
    (chosen) => ({
      kind: name,
      open: (context) => open4(chosen, { ...context, where: `${context.where}.${name}` })
    })
  );
}
function oneOf(kinds3) {
  const [only2] = kinds3;
  return only2 !== void 0 && kinds3.length === 1 ? only2 : union(kinds3);
}
function kindTitle(name) {
  return `kind ${name}`;
}

// src/drivers/probes/all-of/kind.ts
function allHealthy(single2) {
  return kind(
    "all-of",
    array(single2).min(2).describe(
      "Several probes, each of which must say that it is serving: of a front, and of the services behind it."
    ),
    (parts2, context) => {
      const probes = parts2.map((part7, place3) => part7.open({ ...context, where: `${context.where}.${place3}` }));
      return async (signal) => {
        const answers = await Promise.all(probes.map((probe2) => probe2(signal)));
        return joined(answers, "no") ?? joined(answers, "unknown") ?? { kind: "yes" };
      };
    }
  );
}
function joined(answers, wanted) {
  const found = answers.flatMap((answer3) => answer3.kind === wanted ? [answer3] : []);
  const [first, ...others] = found;
  if (first === void 0 || others.length === 0) return first;
  const refused = found.some((answer3) => answer3.refused === true);
  const reason = found.map((answer3) => answer3.reason).join("; ");
  return { kind: wanted, reason, ...refused ? { refused: true } : {} };
}

// src/drivers/probes/basic/kind.ts
var settings18 = strictObject({
  user: template.describe("The name."),
  password: template.meta({
    description: "Its password. A `${NAME}`, never written out.",
    examples: ["${PRODUCTION_PASSWORD}"]
  })
}).describe("A name and its password, sent with each request (HTTP Basic).");
var basic = kind(
  "basic",
  settings18,
  (chosen, { effects, where, placeholders }) => {
    const fill = (key3) => effects.variables.fill(chosen[key3], `${where}.${key3}`, placeholders);
    const value = Buffer.from(`${fill("user")}:${fill("password")}`).toString("base64");
    effects.mask(value);
    const reading = { kind: "token", value };
    return {
      scheme: "Basic",
      current: async () => reading,
      // There is nothing to renew.
      insteadOf: async () => void 0,
      accepted: () => void 0
    };
  }
);

// src/world/secrets/access-token.ts
var longestMargin = 6e4;
var freeFailures = 3;
var longestPause = 3e4;
function accessToken(ask3, clock) {
  let held;
  let failures = 0;
  let failed2;
  let asking;
  let isRenewed = false;
  const now = () => clock.now().getTime();
  const fetchOne = async () => {
    const asked = now();
    const answer3 = await ask3();
    if (answer3.kind === "token") {
      const { value, milliseconds } = answer3;
      held = heldFrom(value, asked, milliseconds);
      failures = 0;
      failed2 = void 0;
      return { kind: "token", value };
    }
    failures += 1;
    const pause = failures < freeFailures ? 0 : Math.min(longestPause, 1e3 * 2 ** (failures - freeFailures));
    failed2 = { reading: answer3, until: now() + pause };
    return held !== void 0 && held.endsAt !== void 0 && now() < held.endsAt ? { kind: "token", value: held.value } : answer3;
  };
  const current2 = async () => {
    if (held !== void 0 && (held.renewAt === void 0 || now() < held.renewAt))
      return { kind: "token", value: held.value };
    if (failed2 !== void 0 && now() < failed2.until) {
      const isGood = held?.endsAt !== void 0 && now() < held.endsAt;
      return isGood && held !== void 0 ? { kind: "token", value: held.value } : failed2.reading;
    }
    asking ??= fetchOne().finally(() => {
      asking = void 0;
    });
    return await asking;
  };
  return {
    scheme: "Bearer",
    current: current2,
    insteadOf: async (refused) => {
      if (held === void 0 || held.value === refused) {
        if (isRenewed && asking === void 0) return void 0;
        isRenewed = true;
        held = void 0;
      }
      return await current2();
    },
    accepted: () => {
      isRenewed = false;
    }
  };
}
function heldFrom(value, asked, milliseconds) {
  if (milliseconds === void 0) return { value, renewAt: void 0, endsAt: void 0 };
  const endsAt = asked + milliseconds;
  return { value, endsAt, renewAt: endsAt - Math.min(longestMargin, milliseconds / 5) };
}

// src/drivers/probes/no-answer.ts
function reasonOf(error2, timeout) {
  if (!(error2 instanceof Error)) return String(error2);
  if (error2 instanceof ProxyFailure) return error2.message;
  if (error2.name === "TimeoutError") return `no answer within ${timeout / 1e3} s`;
  const cause = error2.cause;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error && cause.message !== "" ? cause.message : error2.message;
}
function withoutCredentials(url2) {
  const shown = new URL(url2);
  shown.username = "";
  shown.password = "";
  shown.search = "";
  return shown.toString();
}

// src/drivers/probes/own-connection.ts
var ownConnection = { connection: "close" };

// src/drivers/probes/client-credentials/kind.ts
var settings19 = strictObject({
  "token-url": template.meta({
    description: "Where the server gives out tokens. `{url}` stands for the environment's `url`.",
    examples: ["{url}/oauth2/token"]
  }),
  "client-id": template.meta({ description: "The client that asks.", examples: ["${PRODUCTION_CLIENT_ID}"] }),
  "client-secret": template.meta({
    description: "Its secret. A `${NAME}`, never written out.",
    examples: ["${PRODUCTION_CLIENT_SECRET}"]
  }),
  scope: template.optional().describe("What the token is to be good for, where the server asks for it."),
  auth: m(["basic", "body"]).default("basic").describe("How the client shows who it is: by a Basic header, or in the body of the request."),
  timeout: duration.prefault("10s")
});
var clientCredentials = kind("client-credentials", settings19, open);
function open(chosen, context) {
  const { effects, where } = context;
  const { signal, clock } = effects;
  const fill = (key3) => effects.variables.fill(chosen[key3], `${where}.${key3}`, context.placeholders);
  const url2 = checkedUrl(fill("token-url"), `${where}.token-url`);
  const id = fill("client-id");
  const secret = fill("client-secret");
  effects.mask(secret);
  const login2 = Buffer.from(`${formEncoded(id)}:${formEncoded(secret)}`).toString("base64");
  effects.mask(login2);
  const scope = chosen.scope === void 0 ? {} : { scope: effects.variables.fill(chosen.scope, `${where}.scope`, context.placeholders) };
  const own = chosen.auth === "body" ? { client_id: id, client_secret: secret } : {};
  const body = new URLSearchParams({ grant_type: "client_credentials", ...scope, ...own }).toString();
  const credential = `the credential "${where.replace(/\.client-credentials$/, "")}"`;
  const none = (why, refused) => ({
    kind: "none",
    reason: `${credential} got no token: ${withoutCredentials(url2)} ${why}`,
    refused
  });
  const ask3 = async () => {
    try {
      const response = await effects.fetch(url2, {
        method: "POST",
        headers: {
          ...ownConnection,
          accept: "application/json",
          "content-type": "application/x-www-form-urlencoded",
          ...chosen.auth === "basic" ? { authorization: `Basic ${login2}` } : {}
        },
        body,
        // A secret is never sent on to wherever an answer points.
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(chosen.timeout), signal])
      });
      const { status } = response;
      const text = await response.text();
      if (status !== 200) return none(`answered ${status}${errorCode(text)}`, [400, 401, 403].includes(status));
      const read = tokenIn(text);
      if (read.kind === "malformed") return none(`answered 200, but ${read.why}`, false);
      effects.mask(read.value);
      return read;
    } catch (error2) {
      signal.throwIfAborted();
      if (error2 instanceof UserError) throw error2;
      return none(`does not answer: ${reasonOf(error2, chosen.timeout)}`, false);
    }
  };
  return accessToken(ask3, clock);
}
function formEncoded(text) {
  return new URLSearchParams({ "": text }).toString().slice(1);
}
function errorCode(text) {
  const read = parseJson(text);
  const answer3 = read.kind === "json" ? looseObject({ error: string() }).safeParse(read.value) : void 0;
  return answer3?.success === true && /^[a-z]+(_[a-z]+)*$/.test(answer3.data.error) && answer3.data.error.length <= 40 ? ` "${answer3.data.error}"` : "";
}
var any = unknown().optional();
var tokenAnswer = looseObject({ access_token: any, token_type: any, expires_in: any });
function tokenIn(text) {
  const malformed = (why) => ({ kind: "malformed", why });
  const read = parseJson(text);
  if (read.kind === "not-json") return malformed(`its answer ${read.reason}`);
  const answer3 = tokenAnswer.safeParse(read.value);
  if (!answer3.success) return malformed("its answer is not a JSON object");
  const { access_token: value, token_type: type, expires_in: seconds } = answer3.data;
  if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value))
    return malformed('its answer has no "access_token" that can be sent in a header');
  if (type !== void 0 && (typeof type !== "string" || type.toLowerCase() !== "bearer"))
    return malformed('the "token_type" of its answer is not "Bearer"');
  if (seconds === void 0 || seconds === null) return { kind: "token", value, milliseconds: void 0 };
  const number2 = typeof seconds === "string" && /^\d+$/.test(seconds) ? Number(seconds) : seconds;
  return typeof number2 === "number" && Number.isFinite(number2) && number2 > 0 ? { kind: "token", value, milliseconds: number2 * 1e3 } : malformed('the "expires_in" of its answer is not a number of seconds above 0');
}
function checkedUrl(text, where) {
  const url2 = URL.parse(text);
  if (url2 !== null && /^https?:$/.test(url2.protocol) && url2.username === "" && url2.password === "") return url2.href;
  throw new UserError({
    happened: `The address of ${where} is not one that starts with http:// or https:// and has no user in it.`,
    means: "Without a token nothing can be observed. Nothing was done.",
    next: `Write it in full, such as "{url}/oauth2/token"; who asks is under "client-id" and "client-secret".`
  });
}

// src/drivers/probes/tokens.ts
async function withTokens(templates, context) {
  const used = Object.entries(context.tokens ?? {}).filter(
    ([name]) => templates.some((text) => text.includes(`{${name}}`) || text.includes(`{${name}.header}`))
  );
  const sent = [];
  for (const [name, token] of used) {
    const reading = await token.current();
    if (reading.kind === "none") return { kind: "no-token", reason: reading.reason, refused: reading.refused };
    sent.push({ name, token, value: reading.value });
  }
  return ready(sent, context);
}
function ready(sent, context) {
  const values = Object.fromEntries(
    sent.flatMap(({ name, token, value }) => [
      [name, value],
      [`${name}.header`, `${token.scheme} ${value}`]
    ])
  );
  return {
    kind: "ready",
    context: { ...context, placeholders: { ...context.placeholders, ...values } },
    accepted: () => {
      for (const { token } of sent) token.accepted();
    },
    renewed: async () => {
      const others = [];
      for (const { name, token, value } of sent) {
        const reading = await token.insteadOf(value);
        if (reading === void 0) return void 0;
        if (reading.kind === "none") return { kind: "no-token", reason: reading.reason, refused: reading.refused };
        others.push({ name, token, value: reading.value });
      }
      return others.length === 0 ? void 0 : ready(others, context);
    }
  };
}

// src/drivers/probes/command/looking-command.ts
var commandKeys = {
  run: argv,
  env: record(environmentName, template).default({}).describe("Variables for it, as in a hook."),
  timeout: duration.prefault("30s")
};
var settings20 = strictObject(commandKeys);
async function askCommand({ run, env, timeout }, context, { log, signal }) {
  const limit = AbortSignal.timeout(timeout);
  const ready2 = await withTokens([...run, ...Object.values(env)], context);
  if (ready2.kind === "no-token")
    return { kind: "no-answer", reason: ready2.reason, ...ready2.refused ? { refused: true } : {} };
  const ends2 = signal === void 0 ? limit : AbortSignal.any([limit, signal]);
  try {
    return { kind: "ended", result: await runUserCommand({ run, env, log, signal: ends2 }, ready2.context) };
  } catch (error2) {
    if (!limit.aborted) throw error2;
    return { kind: "no-answer", reason: `its command did not end within ${timeout / 1e3} s` };
  }
}
async function probeCommand(command3, context, signal) {
  try {
    return await askCommand(command3, context, { log: silentLog, signal });
  } catch (error2) {
    if (!(error2 instanceof SystemFailure)) throw error2;
    return { kind: "no-answer", reason: error2.detail.happened.replace(/\.$/, "") };
  }
}

// src/drivers/probes/command/health.ts
var commandHealth = kind(
  "command",
  strictObject(commandKeys).describe("Exit code 0 means that it is serving. Otherwise the last line that it prints says why not."),
  (settings42, context) => async (signal) => {
    const answer3 = await probeCommand(settings42, context, signal);
    if (answer3.kind === "no-answer") {
      const { reason, refused } = answer3;
      return { kind: "unknown", reason, ...refused === void 0 ? {} : { refused } };
    }
    return answer3.result.exitCode === 0 ? { kind: "yes" } : {
      kind: "no",
      reason: `the command of its health probe ${howItEnded(answer3.result)}${lastWords(answer3.result, context)}`
    };
  }
);

// src/drivers/probes/kept-value.ts
import { randomBytes, scryptSync } from "node:crypto";
var form = "scrypt";
var cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
var bytes = 24;
function keptOf(value, was) {
  const [itsForm, itsSalt = "", ...rest] = was?.split(":") ?? [form, randomBytes(16).toString("base64url"), ""];
  if (itsForm !== form || rest.length !== 1) return void 0;
  const hash = scryptSync(canonicalJson(value), itsSalt, bytes, cost).toString("base64url");
  return [form, itsSalt, hash].join(":");
}

// src/drivers/probes/measure.ts
var measureKeys = {
  name: string().min(1).describe("What is measured, as people read it in the report: `patients`."),
  compare: m(["not-fewer", "not-more", "same"]).optional().describe(
    "`not-fewer`: a number that must not fall. `not-more`: one that must not rise. `same`: a value that must not change."
  ),
  tolerance: union([number().min(0), string().regex(/^\d+(\.\d+)?%$/, "a number, or a part of what it was, such as 20%")]).optional().describe(
    "By how much a number may be worse, for what is never twice the same, such as a rate of errors: `0.5`, or a part of what it was: `20%`."
  ),
  "latency-factor": number().min(1).optional().describe("How many times as long it may take at most, by the median of five; 100 ms more are always allowed."),
  apart: boolean().default(false).describe(
    "With `compare: same`, whether production and staging must not have the same value: the id of an installation, which a copy gets anew. Nothing is deployed where they have."
  )
};
var comparesSomething = {
  holds: ({ compare, tolerance, apart, "latency-factor": factor }) => (apart ? compare === "same" : compare !== void 0 || factor !== void 0) && (tolerance === void 0 || compare === "not-fewer" || compare === "not-more"),
  error: 'a measure with "compare" or "latency-factor": what is compared; "apart" goes with "compare: same", "tolerance" with "not-fewer" and "not-more"'
};
function toleranceOf(written7) {
  if (written7 === void 0) return void 0;
  return typeof written7 === "number" ? { by: written7 } : { percent: Number(written7.slice(0, -1)) };
}
var samples = 5;
function measurePart(kind2, keys, read) {
  const { name, compare, tolerance, apart, "latency-factor": factor } = keys;
  return {
    kind: kind2,
    open: (context) => {
      const own = { ...context, where: `${context.where} "${name}"` };
      return {
        name,
        rules: { compare, tolerance: toleranceOf(tolerance), factor, apart },
        take: async (signal, was) => {
          const times = [];
          let last;
          for (let sample = 0; sample < (factor === void 0 ? 1 : samples); sample++) {
            const once = await read(own, signal);
            if (once.kind === "unknown") return { kind: "unknown", reason: once.reason };
            times.push(once.milliseconds);
            last = once.value;
          }
          const milliseconds = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
          return taken({ name, milliseconds }, compare, last, was);
        }
      };
    }
  };
}
function taken({ name, milliseconds }, compare, value, was) {
  const measured = (what) => ({ kind: "taken", measured: { name, milliseconds, ...what } });
  if (compare === void 0) return measured({});
  if (compare === "same") {
    if (value === void 0) return { kind: "unknown", reason: "there is no such value in what was answered" };
    const digest = keptOf(value, was?.digest);
    return measured(digest === void 0 ? {} : { digest });
  }
  const number2 = numberIn(value);
  return number2 === void 0 ? { kind: "unknown", reason: "what was answered is not a number" } : measured({ count: number2 });
}

// src/drivers/probes/command/measure.ts
var commandMeasure = strictObject({
  ...measureKeys,
  command: strictObject(commandKeys).describe("What it prints on its standard output is compared.")
}).refine(comparesSomething.holds, { error: comparesSomething.error }).transform(
  (measure2) => measurePart("command", measure2, async (context, signal) => {
    const answer3 = await probeCommand(measure2.command, context, signal);
    if (answer3.kind === "no-answer") return { kind: "unknown", reason: answer3.reason };
    const { result } = answer3;
    if (!endedWell(result)) return { kind: "unknown", reason: `its command ${howItEnded(result)}` };
    return { kind: "read", value: result.stdout.trim(), milliseconds: result.milliseconds };
  })
);

// src/drivers/probes/command/migrations.ts
import { stripVTControlCharacters } from "node:util";

// src/drivers/probes/expression.ts
import jsonata from "./libraries/jsonata.js";
var longest = 5e3;
var expression = string().min(1).max(longest).superRefine((text, context) => {
  const mistake = text.length > longest ? void 0 : mistakeIn(text);
  if (mistake !== void 0)
    context.addIssue({ code: "custom", message: `an expression in JSONata, which this is not: ${mistake}` });
});
async function evaluate2(text, json2, answers, { effects: { clock, expressions, signal } }) {
  const program = expressions ?? expressionProgram();
  try {
    const asked = { text, json: json2, answers, now: clock.now().getTime() };
    const answered = await program.ask(JSON.stringify(asked), signal);
    if (answered.kind !== "answer") return { kind: "failed", reason: stopped(text, answered.kind) };
    const read = answer.parse(JSON.parse(answered.text));
    return read.kind === "json" ? { kind: "json", value: read.value } : read;
  } finally {
    if (expressions === void 0) program.close();
  }
}
var answer = discriminatedUnion("kind", [
  object({ kind: literal("json"), value: unknown().optional() }),
  object({ kind: literal("failed"), reason: string() })
]);
var shownOfExpression = 60;
function stopped(text, why) {
  const line2 = text.replace(/\s+/g, " ").trim();
  const shown = line2.length > shownOfExpression ? `${line2.slice(0, shownOfExpression)}\u2026` : line2;
  const happened = why === "too-long" ? "takes too long and was stopped" : "needs too much memory and was stopped";
  return `its JSONata expression "${shown}" ${happened}: let it filter and count before it joins or repeats, and give each range, recursion and padding a small bound`;
}
function mistakeIn(text) {
  const read = withinTimeLeft(text, () => treeOf(text));
  return read.kind === "tree" ? forbiddenIn(read.tree, /* @__PURE__ */ new Set()) : read.mistake;
}
function treeOf(text) {
  try {
    return { kind: "tree", tree: jsonata(text).ast() };
  } catch (error2) {
    return { kind: "wrong", mistake: mistakeOf(error2) };
  }
}
var node = looseObject({ type: string().optional(), value: unknown().optional() });
function forbiddenIn(tree, seen) {
  if (typeof tree !== "object" || tree === null || seen.has(tree)) return void 0;
  seen.add(tree);
  if (tree instanceof RegExp)
    return answersSoon(tree.source) ? void 0 : `its regular expression /${tree.source}/ may not end on some texts: where a group that repeats holds something that repeats, say what separates the repetitions`;
  const { type, value } = node.safeParse(tree).data ?? {};
  if (type === "variable" && value === "eval") return "$eval would run what a server answers";
  return firstOf(Object.values(tree), (each) => forbiddenIn(each, seen));
}
function firstOf(values, find) {
  for (const value of values) {
    const found = find(value);
    if (found !== void 0) return found;
  }
  return void 0;
}

// src/drivers/probes/condition.ts
import { isDeepStrictEqual } from "node:util";
var scalar2 = union([string(), number(), boolean(), x()]);
var comparison = strictObject({
  equals: json().optional().describe("The value itself, also a list or a mapping."),
  not: json().optional().describe("Any other value than this."),
  "at-least": number().optional().describe("A number that is this or more."),
  above: number().optional().describe("A number that is more than this."),
  "at-most": number().optional().describe("A number that is this or less."),
  below: number().optional().describe("A number that is less than this."),
  matches: lineExpression.optional(),
  exists: boolean().optional().describe("Whether there is anything, `null` included."),
  "same-as": string().min(1).optional().describe("The dotted path of another value of the answer, which is the same."),
  default: json().optional().describe("What counts where nothing is there: `0`.")
}).refine((written7) => Object.keys(written7).some((key3) => key3 !== "default"), {
  error: "a comparison, such as { at-least: 1 } or { equals: \u2026 }"
});
var condition2 = union([scalar2, array(json()), comparison]);
var stateWord = union([string(), number(), comparison]);
function holds(value, expected, whole) {
  if (!isComparison(expected)) return isDeepStrictEqual(value, expected);
  const given = value === void 0 ? expected.default : value;
  const number2 = numberIn(given);
  const isNumber = (test) => number2 !== void 0 && test(number2);
  const { equals, not, above, below: below2, matches, exists } = expected;
  const [least, most2, other] = [expected["at-least"], expected["at-most"], expected["same-as"]];
  return (equals === void 0 || isDeepStrictEqual(given, equals)) && (not === void 0 || given !== void 0 && !isDeepStrictEqual(given, not)) && (least === void 0 || isNumber((is) => is >= least)) && (above === void 0 || isNumber((is) => is > above)) && (most2 === void 0 || isNumber((is) => is <= most2)) && (below2 === void 0 || isNumber((is) => is < below2)) && (matches === void 0 || matchesText(given, matches)) && (exists === void 0 || given !== void 0 === exists) && (other === void 0 || given !== void 0 && isDeepStrictEqual(given, valueAt(whole, other)));
}
function isOneOf(words3, value, whole) {
  return words3.some((word) => typeof word === "object" ? holds(value, word, whole) : String(word) === String(value));
}
function conditionText(expected) {
  if (!isComparison(expected)) return JSON.stringify(expected);
  const { equals, not, above, below: below2, matches, exists } = expected;
  const [least, most2, other] = [expected["at-least"], expected["at-most"], expected["same-as"]];
  return [
    ...equals === void 0 ? [] : [JSON.stringify(equals)],
    ...not === void 0 ? [] : [`anything but ${JSON.stringify(not)}`],
    ...least === void 0 ? [] : [`at least ${least}`],
    ...above === void 0 ? [] : [`above ${above}`],
    ...most2 === void 0 ? [] : [`at most ${most2}`],
    ...below2 === void 0 ? [] : [`below ${below2}`],
    ...matches === void 0 ? [] : [`a match of ${matches}`],
    ...exists === void 0 ? [] : [exists ? "there" : "absent"],
    ...other === void 0 ? [] : [`the same as "${other}"`]
  ].join(" and ");
}
function isComparison(expected) {
  return typeof expected === "object" && expected !== null && !Array.isArray(expected);
}
function matchesText(value, pattern2) {
  const text = typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
  return text !== void 0 && new RegExp(pattern2).test(text.slice(0, longestLine));
}
function firstUnmet(expected, given, whole) {
  const wrong = Object.entries(expected ?? {}).find(([place3, each]) => !holds(given(place3), each, whole));
  return wrong && `"${wrong[0]}" is not ${conditionText(wrong[1])}`;
}

// src/drivers/probes/migration-status.ts
var path = string().min(1);
var words = array(stateWord).default([]);
var migrationStatusKeys = {
  state: strictObject({
    at: path.describe("Dotted path of the state in the JSON answer: a word, or a number."),
    done: words,
    pending: words,
    running: words.describe(
      "Also the words for a migration that waits in a queue: it will run no matter which release is deployed."
    ),
    failed: words
  }).describe(
    "Which words or numbers mean what: `done: [0], pending: [{ above: 0 }]`. Any other counts as unknown, and never as done."
  ),
  current: path.optional().describe("Dotted path of the migration that is next, runs or failed."),
  applied: path.optional().describe(
    "Dotted path of the newest migration that is complete in the data. Without it, nothing shows that deferred migrations did not run, and a person has to answer for it."
  ),
  progress: strictObject({ done: path, total: path.optional() }).optional().describe("Dotted paths of the numbers that say how far they are."),
  error: path.optional().describe("Dotted path of the error of a failed migration.")
};
var settings21 = object(migrationStatusKeys);
var noError = "it does not say why";
function readMigrationStatus(json2, settings42, what, { effects: { pen } }) {
  const shown = (said2) => said2 === void 0 ? void 0 : pen.value(said2);
  const text = (at2) => at2 === void 0 ? void 0 : shown(textOf(valueAt(json2, at2)));
  const { at, done, pending, running: running2, failed: failed2 } = settings42.state;
  const state2 = text(at);
  if (state2 === void 0) return { kind: "unknown", reason: `${what} has no "${at}"` };
  const is = (meant) => isOneOf(meant, state2, json2);
  const current2 = text(settings42.current) ?? "the next migration";
  const appliedText = text(settings42.applied);
  const applied2 = appliedText === void 0 ? {} : { applied: appliedText };
  const progress2 = settings42.progress === void 0 ? void 0 : readProgress(json2, settings42.progress);
  const read = (status) => ({ kind: "read", status, progress: progress2 });
  if (is(done)) return read({ kind: "done", ...applied2 });
  if (is(pending)) return read({ kind: "pending", next: current2, ...applied2 });
  if (is(failed2)) return read({ kind: "failed", current: current2, error: text(settings42.error) ?? noError, ...applied2 });
  if (is(running2))
    return read({ kind: "running", current: current2, ...progress2 === void 0 ? {} : { progress: progress2 }, ...applied2 });
  return { kind: "unknown", reason: `${what} says "${state2}", which the product definition does not know` };
}
function readProgress(json2, settings42) {
  const [done, total] = [settings42.done, settings42.total].map(
    (place3) => place3 === void 0 ? void 0 : valueAt(json2, place3)
  );
  if (typeof done !== "number") return void 0;
  return typeof total === "number" ? { done, total } : { done };
}

// src/drivers/probes/migration-jobs.ts
var path2 = string().min(1);
var words2 = array(stateWord).default([]);
var delay = strictObject({
  after: duration.describe("For how long the job has been queued."),
  says: string().min(1).describe("Why that happens, and what to do where it does not end; shown beside the wait.")
});
var migrationJobKeys = {
  list: path2.describe("Dotted path of the list in the JSON answer."),
  id: path2.describe("Dotted path, in a job, of what distinguishes it from an earlier attempt at the same migration."),
  migration: path2.describe("Dotted path, in a job, of its migration, named as under `current`."),
  state: strictObject({ at: path2, queued: words2, running: words2, failed: words2, done: words2 }).describe("Which words mean what. Any other word counts as unknown."),
  error: path2.optional().describe("Dotted path, in a job, of why it failed."),
  missing: m(["unknown", "none"]).default("unknown").describe("What an answer without the list means: that they are unknown, or that there are no jobs."),
  newest: m(["first", "last"]).default("first").describe("At which end of the list the newest job is."),
  requested: path2.optional().describe("Dotted path, in a job, of the time at which it was asked for."),
  delays: array(delay).default([]).describe(
    "Why a job may stay queued, by how long it has been. It needs `requested`; the longest that fits is shown."
  )
};
var migrationJobs = strictObject(migrationJobKeys);
function readJobs(list2, settings42, what) {
  const errors = /* @__PURE__ */ new Map();
  const requested = /* @__PURE__ */ new Map();
  const jobs = [];
  for (const each of settings42.newest === "first" ? list2 : list2.toReversed()) {
    const [id, migration, state2] = [settings42.id, settings42.migration, settings42.state.at].map(
      (at) => textOf(valueAt(each, at))
    );
    if (id === void 0 || migration === void 0 || state2 === void 0) {
      const missing3 = id === void 0 ? settings42.id : migration === void 0 ? settings42.migration : settings42.state.at;
      return { kind: "unknown", reason: `a job in ${what} has no "${missing3}"` };
    }
    const error2 = settings42.error === void 0 ? void 0 : textOf(valueAt(each, settings42.error));
    if (error2 !== void 0) errors.set(id, error2);
    const time = settings42.requested === void 0 ? Number.NaN : Date.parse(textOf(valueAt(each, settings42.requested)) ?? "");
    if (!Number.isNaN(time)) requested.set(id, time);
    jobs.push({ id, migration, state: state2 });
  }
  return { kind: "jobs", jobs, errors, requested };
}
function joined2({ status, progress: progress2 }, read, settings42, at) {
  const { jobs, errors } = read;
  if (status.kind === "done") {
    const job = jobs.find((each) => isAtWork(each, settings42) && isNewest(each, jobs));
    return job === void 0 ? { ...status, jobs } : running(job, status, { progress: progress2, note: delayOf(job, read, settings42, at), jobs });
  }
  if (status.kind !== "pending") return { ...status, jobs };
  const { next } = status;
  const newest = jobs.find(({ migration }) => migration === next);
  if (newest === void 0 || isOneOf(settings42.state.done, newest.state, newest)) return { ...status, jobs };
  if (isAtWork(newest, settings42))
    return running(newest, status, { progress: progress2, note: delayOf(newest, read, settings42, at), jobs });
  if (isOneOf(settings42.state.failed, newest.state, newest))
    return { kind: "failed", current: next, error: errors.get(newest.id) ?? noError, ...appliedIn(status), jobs };
  const reason = `the newest job of ${next} says "${newest.state}", which the product definition does not know`;
  return { kind: "unknown", reason };
}
function running({ migration }, status, {
  progress: progress2,
  note: note2,
  jobs
}) {
  return {
    kind: "running",
    current: migration,
    ...progress2 === void 0 ? {} : { progress: progress2 },
    ...note2 === void 0 ? {} : { note: note2 },
    ...appliedIn(status),
    jobs
  };
}
function appliedIn({ applied: applied2 }) {
  return applied2 === void 0 ? {} : { applied: applied2 };
}
function isAtWork({ state: state2 }, { state: { queued, running: words3 } }) {
  return isOneOf([...queued, ...words3], state2, state2);
}
function isNewest(job, jobs) {
  return jobs.find(({ migration }) => migration === job.migration) === job;
}
function delayOf({ id, state: state2 }, { requested }, { state: words3, delays }, at) {
  const since2 = requested.get(id);
  if (since2 === void 0 || !isOneOf(words3.queued, state2, state2)) return void 0;
  const fitting = delays.filter(({ after }) => at - since2 >= after);
  return fitting.toSorted((a, b) => b.after - a.after)[0]?.says;
}

// src/drivers/probes/command/migrations.ts
var { state, current, applied, progress, error } = migrationStatusKeys;
var commandMigrations = kind(
  "command",
  strictObject({
    ...commandKeys,
    jsonata: expression.optional().describe(
      "For a command that prints text: an expression in [JSONata](https://docs.jsonata.org) that turns its whole output, without colours, into the JSON that is read here."
    ),
    state: state.prefault({
      at: "state",
      done: ["done"],
      pending: ["pending"],
      running: ["running"],
      failed: ["failed"]
    }),
    current: current.unwrap().default("current"),
    applied: applied.unwrap().default("applied"),
    progress: progress.unwrap().default({ done: "progress.done", total: "progress.total" }),
    error: error.unwrap().default("error"),
    jobs: migrationJobs.optional().describe("The jobs of its migrations, in the same output.")
  }).describe(
    'It prints JSON and nothing else on its standard output: `{ "state": "pending", "current": "13", "applied": "12" }`; or text, which `jsonata` reads.'
  ),
  (settings42, context) => async (signal) => {
    const answer3 = await probeCommand(settings42, context, signal);
    if (answer3.kind === "no-answer") {
      const { reason, refused } = answer3;
      return { kind: "unknown", reason, ...refused === void 0 ? {} : { refused } };
    }
    const { result } = answer3;
    if (!endedWell(result))
      return { kind: "unknown", reason: `the command of its migrations probe ${howItEnded(result)}` };
    const what = "the output of the command of its migrations probe";
    const printed = await readPrinted(result.stdout, settings42.jsonata, context);
    if (printed.kind === "unreadable") return { kind: "unknown", reason: `${what} ${printed.reason}` };
    const { json: json2 } = printed;
    const status = readMigrationStatus(json2, settings42, what, context);
    if (status.kind === "unknown") return status;
    const { jobs } = settings42;
    if (jobs === void 0) return status.status;
    const found = valueAt(json2, jobs.list);
    const list2 = found === void 0 && jobs.missing === "none" ? [] : found;
    if (!Array.isArray(list2)) return { kind: "unknown", reason: `${what} has no list "${jobs.list}"` };
    const read = readJobs(list2, jobs, what);
    return read.kind === "unknown" ? read : joined2(status, read, jobs, context.effects.clock.now().getTime());
  }
);
async function readPrinted(output, jsonata3, context) {
  if (jsonata3 === void 0) {
    const parsed = parseJson(output);
    return parsed.kind === "not-json" ? { kind: "unreadable", reason: parsed.reason } : { kind: "json", json: parsed.value };
  }
  const read = await evaluate2(jsonata3, stripVTControlCharacters(output), {}, context);
  return read.kind === "failed" ? { kind: "unreadable", reason: `cannot be read: ${read.reason}` } : { kind: "json", json: read.value };
}

// src/drivers/probes/command/reached.ts
var notReached = 1;
var commandReached = kind(
  "command",
  strictObject(commandKeys).describe("Exit code 0 means that the stage is reached, 1 that it is not; any other, that this is unknown."),
  (settings42, context) => async (signal) => {
    const answer3 = await probeCommand(settings42, context, signal);
    if (answer3.kind === "no-answer") {
      const { reason: reason2, refused } = answer3;
      return { kind: "unknown", reason: reason2, ...refused === void 0 ? {} : { refused } };
    }
    const { exitCode } = answer3.result;
    if (exitCode === 0) return { kind: "yes" };
    const reason = `its command ${howItEnded(answer3.result)}`;
    return { kind: exitCode === notReached ? "no" : "unknown", reason };
  }
);

// src/drivers/probes/smoke-settings.ts
var smokeKeys = {
  name: string().min(1).describe("What the test shows, as people read it in the report."),
  times: int().min(1).max(1e3).default(1).describe("How often it must pass in a row; the first time that it does not ends it."),
  pause: fineDuration.prefault("1s").describe("How long to pause between two times.")
};
function smokePart(kind2, { name, times, pause }, run) {
  return {
    kind: kind2,
    open: (context) => {
      const own = { ...context, where: `${context.where} "${name}"` };
      const { clock, signal: stopped2 } = context.effects;
      return {
        name,
        run: async (signal) => {
          for (let time = 1; ; time++) {
            const result = await run(own, signal);
            if (result.kind !== "passed") {
              const which = times === 1 ? "" : `time ${time} of ${times}: `;
              return { ...result, reason: `${which}${result.reason}` };
            }
            if (time >= times) return result;
            await clock.sleep(pause, signal ?? stopped2);
          }
        }
      };
    }
  };
}

// src/drivers/probes/command/smoke.ts
var commandSmokeTest = strictObject({
  ...smokeKeys,
  command: strictObject({
    ...commandKeys,
    timeout: duration.prefault("5m"),
    ...judgeKeys,
    json: record(string(), condition2).optional().describe("Values by dotted path that the JSON on its standard output must have, as for `http`.")
  }).describe("Exit code 0 means passed, where its output is as it must be.")
}).transform(
  (test) => smokePart("command", test, async (context, signal) => {
    const { effects, where } = context;
    const { json: json2 } = test.command;
    const judge2 = outputJudge(outputRules(test.command, context, where));
    const log = {
      ...effects.log,
      output: (line2) => {
        judge2.line(line2, "output");
        effects.log.output(line2);
      }
    };
    const answer3 = await askCommand(test.command, context, { log, signal });
    if (answer3.kind === "no-answer") return { kind: "unknown", reason: answer3.reason };
    if (!endedWell(answer3.result)) return failed(`its command ${howItEnded(answer3.result)}`);
    const fault = judge2.fault();
    if (fault !== void 0) return failed(effects.pen.text(fault));
    return json2 === void 0 ? { kind: "passed" } : judgedJson(answer3.result.stdout, json2);
  })
);
function judgedJson(output, expected) {
  const parsed = parseJson(output);
  if (parsed.kind === "not-json") return failed(`the output of its command ${parsed.reason}`);
  const wrong = firstUnmet(expected, (path4) => valueAt(parsed.value, path4), parsed.value);
  return wrong === void 0 ? { kind: "passed" } : failed(`in the output of its command, ${wrong}`);
}
function failed(reason) {
  return { kind: "failed", reason };
}

// src/drivers/probes/version-text.ts
var versionInText = regularExpression.refine(
  (text) => text.includes("(?<version>"),
  "a pattern with a group (?<version>\u2026) around the version, e.g. Server (?<version>\\d+\\.\\d+\\.\\d+)"
).describe(
  "A regular expression with a group `version`, which is searched for in each line: `Server (?<version>[0-9.]+)`."
);
var longestLine2 = 1e3;
var mostLines2 = 2e4;
function versionFrom(text, pattern2, what) {
  const lines = text.split("\n", mostLines2).map((line2) => line2.slice(0, longestLine2).trim());
  if (pattern2 === void 0) {
    const first = lines.find((line2) => line2 !== "");
    return first === void 0 ? { kind: "unknown", reason: `${what} is empty` } : { kind: "known", value: first };
  }
  const expression2 = new RegExp(pattern2);
  for (const line2 of lines) {
    const version = expression2.exec(line2)?.groups?.version;
    if (version !== void 0 && version !== "") return { kind: "known", value: version };
  }
  return { kind: "unknown", reason: `in ${what}, no line matches ${pattern2}` };
}

// src/drivers/probes/command/version.ts
var commandVersion = kind(
  "command",
  strictObject({ ...commandKeys, pattern: versionInText.optional() }).describe('The version is its first line of output that is not empty, or what "pattern" finds in its output.'),
  (settings42, context) => async (signal) => {
    const answer3 = await probeCommand(settings42, context, signal);
    if (answer3.kind === "no-answer") {
      const { reason, refused } = answer3;
      return { kind: "unknown", reason, ...refused === void 0 ? {} : { refused } };
    }
    const { result } = answer3;
    if (!endedWell(result))
      return { kind: "unknown", reason: `the command of its version probe ${howItEnded(result)}` };
    return versionFrom(result.stdout, settings42.pattern, "the output of the command of its version probe");
  }
);

// src/drivers/probes/command/kind.ts
var command = {
  version: commandVersion,
  health: commandHealth,
  reached: commandReached,
  migrations: commandMigrations,
  smokeTest: commandSmokeTest,
  measure: commandMeasure
};

// src/drivers/probes/first-of/kind.ts
function firstVersion(single2) {
  return kind(
    "first-of",
    array(single2).min(2).describe("Several probes, for releases that answer at different places: the first that finds a version counts."),
    (parts2, context) => {
      const probes = parts2.map((part7, place3) => part7.open({ ...context, where: `${context.where}.${place3}` }));
      return async (signal) => {
        const reasons = [];
        let refused = false;
        for (const probe2 of probes) {
          const reading = await probe2(signal);
          if (reading.kind === "known") return reading;
          reasons.push(reading.reason);
          refused ||= reading.refused === true;
        }
        return { kind: "unknown", reason: reasons.join("; "), ...refused ? { refused: true } : {} };
      };
    }
  );
}

// src/drivers/probes/http/json-answer.ts
async function jsonIn({ url: url2, body, headers }, { jsonata: jsonata3, graphql }, context, earlier) {
  const parsed = parseJson(body);
  if (parsed.kind === "not-json") return { kind: "unknown", reason: `the answer of ${url2} ${parsed.reason}` };
  if (graphql !== void 0) {
    const data = graphqlData(parsed.value);
    if ("reason" in data) return { kind: "unknown", reason: `the answer of ${url2} ${data.reason}` };
    return await transformed(data.data, { url: url2, headers, earlier, jsonata: jsonata3 }, context);
  }
  return await transformed(parsed.value, { url: url2, headers, earlier, jsonata: jsonata3 }, context);
}
async function transformed(raw, { jsonata: jsonata3, ...facts }, context) {
  if (jsonata3 === void 0) return { kind: "json", json: raw, raw, isTransformed: false, ...facts };
  const evaluated = await evaluate2(jsonata3, raw, facts.earlier, context);
  return evaluated.kind === "failed" ? { kind: "unknown", reason: `the answer of ${facts.url} cannot be read: ${evaluated.reason}` } : { kind: "json", json: evaluated.value, raw, isTransformed: true, ...facts };
}
var graphqlAnswer = looseObject({
  data: unknown().optional(),
  errors: array(looseObject({ extensions: looseObject({ code: string() }).optional() })).optional()
});
function graphqlData(json2) {
  const read = graphqlAnswer.safeParse(json2);
  if (!read.success) return { reason: "is not one of GraphQL" };
  const { data, errors = [] } = read.data;
  if (errors.length === 0) return data === void 0 || data === null ? { reason: 'has no "data"' } : { data };
  const codes = [...new Set(errors.flatMap(({ extensions }) => extensions?.code ?? []))].filter(
    (code) => /^[A-Z_]{1,60}$/.test(code)
  );
  return { reason: `has errors of GraphQL${codes.length === 0 ? "" : `: ${codes.join(", ")}`}` };
}

// src/drivers/probes/http/fill.ts
var answerPlace = /(?<!\{)\{(answers\.[^{}]+)\}/g;
function textsOf({ path: path4, headers, body, variables }) {
  return [path4, ...Object.values(headers), ...leaves(body), ...leaves(variables)];
}
function leaves(body) {
  if (typeof body === "string") return [body];
  return typeof body === "object" && body !== null ? Object.values(body).flatMap(leaves) : [];
}
function answerPlaceholders(request2, earlier) {
  const values = {};
  for (const text of textsOf(request2)) {
    for (const [, place3 = ""] of text.matchAll(answerPlace)) {
      const found = textOf(earlierValue(place3, earlier));
      if (found === void 0) return { kind: "missing", reason: missing2(place3) };
      values[place3] = found;
    }
  }
  return { kind: "found", values };
}
function missing2(place3) {
  const [, name = "", ...path4] = place3.split(".");
  return `the answer of the earlier request "${name}" has no "${path4.join(".")}" that is a text or a number`;
}
function earlierValue(place3, earlier) {
  const [, name = "", ...path4] = place3.split(".");
  return Object.hasOwn(earlier, name) ? valueAt(earlier[name], path4.join(".")) : void 0;
}
function forAddress(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]));
}
function filledBody(body, earlier, { effects, where, placeholders }) {
  const fillText = (text) => {
    const [whole] = /^\{answers\.[^{}]+\}$/.exec(text) ?? [];
    if (whole !== void 0) return earlierValue(whole.slice(1, -1), earlier);
    return text.replace(
      /\$\$\{|\$\{[^}]*\}|\{(access|answers)\.[^{}]+\}/g,
      (part7) => effects.variables.fill(part7, `${where}.body`, placeholders)
    );
  };
  const fill = (value) => {
    if (typeof value === "string") return fillText(value);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key3, each]) => [key3, fill(each)]));
  };
  return fill(body);
}

// src/drivers/probes/http/request.ts
var requestKeys = {
  method: m(["GET", "POST", "PUT", "DELETE"]).default("GET"),
  path: template.describe("Appended to the environment's `url`."),
  headers: record(headerName, template).default({}).describe(
    "`{access.<name>}` stands for a credential of the environment, and `{access.<name>.header}` for the whole value of `Authorization`, whichever kind of credential it is."
  ),
  body: union([string(), record(string(), json())]).optional().describe(
    "A text, or a mapping that is sent as JSON. `{access.<name>}` and `{answers.<name>.<path>}` are filled in; any other brace stays as it is."
  ),
  graphql: string().min(1).optional().describe(
    "A query in GraphQL, sent by POST in place of `body`. What is read is the `data` of the answer; an answer with `errors` is not read."
  ),
  variables: record(string(), json()).optional().describe("The variables of that query, filled in as in `body`."),
  content: m(["json", "form"]).default("json").describe("How a `body` that is a mapping is sent."),
  timeout: duration.prefault("10s")
};
var elsewhereKeys = {
  url: template.optional().describe("An address in place of the environment's `url`, such as that of Prometheus; `path` is appended to it.")
};
var requestSettings = strictObject(requestKeys);
async function send(settings42, context, signal, further = {}) {
  const ready2 = await withTokens(textsOf(settings42), context);
  signal?.throwIfAborted();
  if (ready2.kind === "no-token") return withoutToken(ready2, context);
  const answer3 = await sendOnce(settings42, ready2.context, signal, further);
  if (answer3.kind === "no-answer") return answer3;
  if (answer3.status !== 401) {
    ready2.accepted();
    return answer3;
  }
  const renewed = await ready2.renewed();
  if (renewed === void 0) return answer3;
  if (renewed.kind === "no-token") return withoutToken(renewed, context);
  const again = await sendOnce(settings42, renewed.context, signal, further);
  if (again.kind === "answer" && again.status !== 401) renewed.accepted();
  return again;
}
function withoutToken({ reason, refused }, { placeholders }) {
  const url2 = withoutCredentials(placeholders.url ?? "");
  return { kind: "no-answer", reason, url: url2, ...refused ? { refused } : {} };
}
async function sendOnce(settings42, opened, signal, { at, earlier = {} }) {
  const answers = answerPlaceholders(settings42, earlier);
  if (answers.kind === "missing")
    return { kind: "no-answer", reason: answers.reason, url: withoutCredentials(opened.placeholders.url ?? "") };
  const context = { ...opened, placeholders: { ...opened.placeholders, ...answers.values } };
  const fill = (text, key3, placeholders = context.placeholders) => context.effects.variables.fill(text, `${context.where}.${key3}`, placeholders);
  const inAddress = { ...opened.placeholders, ...forAddress(answers.values) };
  const base = settings42.url === void 0 ? "{url}" : settings42.url.replace(/\/$/, "");
  const url2 = at?.href ?? fill(`${base}${settings42.path}`, "path", inAddress);
  const headers = Object.fromEntries(
    Object.entries(settings42.headers).map(([name, value]) => [name, fill(value, `headers.${name}`)])
  );
  const { method, sent, type } = bodyToSend(settings42, earlier, context);
  const { clock } = context.effects;
  const asked = clock.now().getTime();
  const signals = [AbortSignal.timeout(settings42.timeout), context.effects.signal, ...signal ? [signal] : []];
  try {
    const response = await context.effects.fetch(url2, {
      method,
      headers: { ...ownConnection, ...type, ...headers },
      redirect: "manual",
      signal: AbortSignal.any(signals),
      ...sent === void 0 ? {} : { body: sent }
    });
    const { status } = response;
    const refused = status === 401 || status === 403 ? { refused: credentialsOf(settings42, context) } : {};
    const body = await bodyOf(response);
    if (body === void 0) return { kind: "no-answer", reason: tooLarge, url: withoutCredentials(url2) };
    return {
      kind: "answer",
      status,
      body,
      url: withoutCredentials(url2),
      headers: response.headers,
      milliseconds: clock.now().getTime() - asked,
      ...refused
    };
  } catch (error2) {
    context.effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (error2 instanceof UserError) throw error2;
    return { kind: "no-answer", reason: reasonOf(error2, settings42.timeout), url: withoutCredentials(url2) };
  }
}
function bodyToSend({ method, body, content, graphql, variables = {} }, earlier, context) {
  if (graphql !== void 0) {
    const sent = JSON.stringify({ query: graphql, variables: filledBody(variables, earlier, context) });
    return { method: "POST", sent, type: { "content-type": "application/json" } };
  }
  if (body === void 0) return { method, type: {} };
  const filled = filledBody(body, earlier, context);
  if (typeof filled === "string") return { method, sent: filled, type: {} };
  if (content === "json") return { method, sent: JSON.stringify(filled), type: { "content-type": "application/json" } };
  const form2 = new URLSearchParams(
    Object.entries(filled ?? {}).map(([name, value]) => [
      name,
      textOf(value) ?? JSON.stringify(value)
    ])
  );
  return { method, sent: form2.toString(), type: { "content-type": "application/x-www-form-urlencoded" } };
}
var largestMebibytes = 16;
var tooLarge = `its answer has more than ${largestMebibytes} MiB`;
async function bodyOf(response) {
  const { body } = response;
  if (body === null) return await response.text();
  const chunks = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > largestMebibytes * 1024 * 1024) return void 0;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
function credentialsOf({ path: path4, headers, body }, { placeholders }) {
  const written7 = JSON.stringify([path4, headers, body ?? ""]);
  const names = new Set(
    [...written7.matchAll(/\{access\.([a-z0-9-]+)(?:\.header)?\}/g)].flatMap(([, name]) => name ?? [])
  );
  if (names.size === 0) return "no credential was sent";
  const { environment } = placeholders;
  const place3 = environment === void 0 ? "access" : `environments.${environment}.access`;
  return `the credential ${[...names].map((name) => `"${place3}.${name}"`).join(" and ")} was not accepted`;
}
function wrongStatus({ url: url2, status, refused }) {
  const reason = `${url2} answered ${status}`;
  return refused === void 0 ? { kind: "unknown", reason } : { kind: "unknown", reason: `${reason}: ${refused}`, refused: true };
}
function noAnswer({ url: url2, reason, refused }) {
  return { kind: "unknown", reason: `${url2}: ${reason}`, ...refused === void 0 ? {} : { refused } };
}

// src/drivers/probes/http/asked.ts
var jsonata2 = expression.optional().describe(
  "An expression in [JSONata](https://docs.jsonata.org) that turns the JSON answer into the JSON that is read here: it selects, joins and calculates. `$answers.<name>` is the answer of an earlier request, `$now()` the time."
);
var earlierRequest = strictObject({
  name: slug.describe("By this name its answer is used: `{answers.<name>.<dotted path>}`."),
  ...requestKeys,
  absent: array(int()).default([]).describe(
    "Status codes that say that there is no such thing here, as an older release does: its answer then is null."
  ),
  jsonata: jsonata2
});
var chainedKeys = {
  ...requestKeys,
  before: array(earlierRequest).max(10).refine((list2) => new Set(list2.map(({ name }) => name)).size === list2.length, {
    error: "requests whose names all differ"
  }).optional().describe(
    "Requests that are made before, in order, each answered with 200 and JSON. What they answer is filled in as `{answers.<name>.<dotted path>}`, in a path, a header or a body."
  )
};
var askedKeys = {
  ...chainedKeys,
  pages: strictObject({
    list: string().min(1).optional().describe("Dotted path of the list in the answer; left out, the answer is the list."),
    next: string().min(1).optional().describe(
      "Dotted path of the address of the next page, or of a list of links with one whose `relation` or `rel` is `next`. A `Link` header is followed without it."
    )
  }).optional().describe("Reads a list that comes in pages to its end; the first answer then has all of it."),
  jsonata: jsonata2
};
var askedSettings = strictObject(askedKeys);
async function ask(settings42, context, signal) {
  const earlier = {};
  for (const request2 of settings42.before ?? []) {
    const answer4 = await send(request2, context, signal, { earlier });
    if (answer4.kind === "no-answer") return answer4;
    if (request2.absent.includes(answer4.status)) {
      earlier[request2.name] = null;
      continue;
    }
    const isGood = answer4.status === 200;
    const read = isGood ? await jsonIn(answer4, request2, context, earlier) : wrongStatus(answer4);
    if (read.kind === "unknown") {
      const refused = isGood ? void 0 : answer4.refused;
      return {
        kind: "no-answer",
        reason: `its earlier request "${request2.name}" cannot be used: ${read.reason}`,
        url: answer4.url,
        ...refused === void 0 ? {} : { refused: true }
      };
    }
    earlier[request2.name] = read.json;
  }
  const answer3 = await send(settings42, context, signal, { earlier });
  return answer3.kind === "no-answer" ? answer3 : { ...answer3, earlier };
}
async function askFurther(settings42, context, signal, further) {
  const answer3 = await send(settings42, context, signal, further);
  return answer3.kind === "no-answer" ? answer3 : { ...answer3, earlier: further.earlier };
}

// src/world/link-header.ts
function nextPage(headers, url2) {
  const text = headers.get("link") ?? "";
  for (const [, target = "", parameters = ""] of text.matchAll(/<([^>]*)>([^<]*)/g)) {
    const isNext = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    const relations = (isNext?.[1] ?? isNext?.[2] ?? "").toLowerCase().split(/\s+/);
    if (relations.includes("next")) return URL.parse(target, url2.href) ?? void 0;
  }
  return void 0;
}

// src/drivers/probes/http/pages.ts
var mostPages = 20;
async function allItems(first, settings42, more) {
  const items = [];
  const visited = /* @__PURE__ */ new Set();
  for (let page = first; ; ) {
    const list2 = listIn2(page, settings42);
    if (list2 === void 0) {
      const named = settings42.list === void 0 ? "is not a list" : `has no list "${settings42.list}"`;
      return { kind: "unknown", reason: `the answer of ${page.url} ${named}` };
    }
    for (const item of list2) items.push(item);
    const found = nextOf(page, settings42.next);
    if (found === void 0) return items;
    const strange = (how) => ({
      kind: "unknown",
      reason: `the ${settings42.what} at ${page.url} ${how}`
    });
    if (found === "unreadable") return strange("says that there are more, but not at which address");
    const next = new URL(`${found.pathname}${found.search}`, page.url);
    if (visited.has(next.href)) return strange("goes back to a page that was already read");
    visited.add(next.href);
    if (visited.size >= mostPages)
      return strange(
        `continues beyond ${mostPages} pages, so it is not known whole: ask for larger pages, or for fewer items`
      );
    const answer3 = await more(next);
    if (answer3.kind === "unknown") return answer3;
    page = answer3;
  }
}
function listIn2({ json: json2, isTransformed }, { list: list2, missing: missing3 }) {
  const found = list2 === void 0 ? json2 : valueAt(json2, list2);
  if (Array.isArray(found)) return found;
  if (found === void 0 || found === null) return missing3 === "none" ? [] : void 0;
  return isTransformed ? [found] : void 0;
}
var oneLink = looseObject({
  relation: string().optional(),
  rel: string().optional(),
  url: string().optional(),
  href: string().optional()
});
function nextOf({ raw, url: url2, headers }, place3) {
  const found = place3 === void 0 ? void 0 : valueAt(raw, place3);
  if (found === void 0 || found === null || found === "") return nextPage(headers, new URL(url2));
  if (typeof found === "string") return URL.parse(found, url2) ?? "unreadable";
  const links = array(oneLink).safeParse(found);
  if (!links.success) return "unreadable";
  const next = links.data.find(({ relation, rel }) => relation === "next" || rel === "next");
  if (next === void 0) return void 0;
  const address = next.url ?? next.href;
  return (address === void 0 ? null : URL.parse(address, url2)) ?? "unreadable";
}

// src/drivers/probes/http/whole-answer.ts
async function wholeJson(answer3, settings42, context, signal) {
  const { pages } = settings42;
  if (pages === void 0) return await jsonIn(answer3, settings42, context, answer3.earlier);
  const first = await jsonIn(answer3, { graphql: settings42.graphql }, context, answer3.earlier);
  if (first.kind === "unknown") return first;
  const items = await allItems(
    first,
    { list: pages.list, next: pages.next, missing: "unknown", what: "list" },
    async (at) => {
      const page = await askFurther(settings42, context, signal, { at, earlier: answer3.earlier });
      return page.kind === "answer" && page.status === 200 ? await jsonIn(page, { graphql: settings42.graphql }, context, answer3.earlier) : unusable(page);
    }
  );
  if ("kind" in items) return items;
  const whole = pages.list === void 0 ? items : withValueAt(first.raw, pages.list, items);
  const { url: url2, headers, earlier } = first;
  return await transformed(whole, { url: url2, headers, earlier, jsonata: settings42.jsonata }, context);
}
async function readJson(settings42, context, signal) {
  const answer3 = await ask(settings42, context, signal);
  return answer3.kind === "answer" && answer3.status === 200 ? await wholeJson(answer3, settings42, context, signal) : unusable(answer3);
}
async function readPage(settings42, context, { at, earlier, signal }) {
  const answer3 = await askFurther(settings42, context, signal, { at, earlier });
  return answer3.kind === "answer" && answer3.status === 200 ? await jsonIn(answer3, settings42, context, earlier) : unusable(answer3);
}
function unusable(answer3) {
  return answer3.kind === "no-answer" ? noAnswer(answer3) : wrongStatus(answer3);
}

// src/drivers/probes/http/expectation.ts
var expectation = strictObject({
  status: union([int(), array(int()).nonempty()]).default(200).describe("The status code, or the list of those that are accepted."),
  json: record(string(), condition2).optional().describe(
    'Values by dotted path that the JSON answer must have: themselves, `{ "checks.0.status": up }`, or a comparison, `{ count: { at-least: 1 } }`.'
  ),
  header: record(string(), condition2).optional().describe('The same for headers of the answer: `{ Content-Type: { matches: "^text/html" } }`.'),
  contains: string().min(1).optional().describe("A text that the answer must contain."),
  within: fineDuration.optional().describe("The longest time that the answer may take: `500ms`, `2s`.")
}).prefault({});
async function meets(answer3, settings42, context, signal) {
  const { url: url2, status, body, headers, milliseconds } = answer3;
  const { expect: expected } = settings42;
  const notMet = (reason) => ({ kind: "not-met", reason });
  const statuses2 = [expected.status].flat();
  if (!statuses2.includes(status)) return notMet(`${url2} answered ${status} instead of ${statuses2.join(" or ")}`);
  if (expected.contains !== void 0 && !body.includes(expected.contains))
    return notMet(`the answer of ${url2} does not contain "${expected.contains}"`);
  const { within } = expected;
  if (within !== void 0 && milliseconds > within)
    return notMet(
      `${url2} answered after ${durationText(milliseconds)}, and at most ${durationText(within)} are accepted`
    );
  const header = firstUnmet(expected.header, (name) => headers.get(name) ?? void 0, void 0);
  if (header !== void 0) return notMet(`in the answer of ${url2}, the header ${header}`);
  if (expected.json === void 0 && settings42.graphql === void 0) return { kind: "met" };
  const parsed = parseJson(body);
  if (parsed.kind === "not-json") return notMet(`the answer of ${url2} ${parsed.reason}`);
  const read = await wholeJson(answer3, settings42, context, signal);
  if (read.kind === "unknown") return settings42.pages === void 0 ? notMet(read.reason) : read;
  const value = firstUnmet(expected.json, (path4) => valueAt(read.json, path4), read.json);
  return value === void 0 ? { kind: "met" } : notMet(`in the answer of ${url2}, ${value}`);
}

// src/drivers/probes/http/health.ts
var httpHealth = kind(
  "http",
  strictObject({ ...askedKeys, expect: expectation }),
  (settings42, context) => async (signal) => {
    const answer3 = await ask(settings42, context, signal);
    if (answer3.kind === "no-answer") return noAnswer(answer3);
    const met = await meets(answer3, settings42, context, signal);
    if (met.kind === "met") return { kind: "yes" };
    if (met.kind === "unknown") return met;
    const { refused } = answer3;
    return refused === void 0 ? { kind: "no", reason: met.reason } : { kind: "no", reason: `${met.reason}: ${refused}`, refused: true };
  }
);

// src/drivers/probes/http/measure.ts
var httpMeasure = strictObject({
  ...measureKeys,
  http: strictObject({
    ...elsewhereKeys,
    ...askedKeys,
    value: string().min(1).optional().describe("Dotted path, in the JSON answer, of what is compared; left out, the whole answer.")
  })
}).refine(comparesSomething.holds, { error: comparesSomething.error }).transform(
  (measure2) => measurePart("http", measure2, async (context, signal) => {
    const { http: http2, compare } = measure2;
    const answer3 = await ask(http2, context, signal);
    if (answer3.kind === "no-answer") return noAnswer(answer3);
    if (answer3.status !== 200) return wrongStatus(answer3);
    const { milliseconds } = answer3;
    if (compare === void 0) return { kind: "read", value: void 0, milliseconds };
    const read = await wholeJson(answer3, http2, context, signal);
    if (read.kind === "unknown") return read;
    return {
      kind: "read",
      value: http2.value === void 0 ? read.json : valueAt(read.json, http2.value),
      milliseconds
    };
  })
);

// src/drivers/probes/http/migration-start.ts
var statuses = array(int()).nonempty();
var httpMigrationStarter = kind(
  "http",
  strictObject({
    ...chainedKeys,
    method: m(["POST", "PUT"]).default("POST"),
    started: statuses.describe("Status codes that say: started."),
    "nothing-pending": statuses.describe("Status codes that say: there is nothing to start.")
  }),
  (settings42, context) => async (signal) => {
    const answer3 = await ask(settings42, context, signal);
    const call = `${settings42.method} ${answer3.url}`;
    if (answer3.kind === "no-answer") {
      return answer3.refused === void 0 ? { kind: "not-understood", said: `${call} got no answer: ${answer3.reason}` } : { kind: "refused", said: `${call} was not made: ${answer3.reason}` };
    }
    const { status, body, refused } = answer3;
    if (refused !== void 0) return { kind: "refused", said: `${call} answered ${status}: ${refused}` };
    const text = body.replaceAll(/\s+/g, " ").trim();
    const said2 = `${call} answered ${status}${text === "" ? "" : ` "${text.slice(0, longestQuote)}"`}`;
    if (settings42.started.includes(status)) return { kind: "started", said: said2 };
    return { kind: settings42["nothing-pending"].includes(status) ? "nothing-pending" : "not-understood", said: said2 };
  }
);
var longestQuote = 200;

// src/drivers/probes/http/migrations.ts
var listedJobs = strictObject({
  request: askedSettings.optional().describe("The request whose answer has the list; without it, the one above."),
  ...migrationJobKeys,
  next: string().min(1).optional().describe(
    "Dotted path, in the answer as it came, of the address of its next page; in a list of links, such as `link` of FHIR, the one whose `relation` or `rel` is `next` counts. A `Link` header is followed without it."
  )
}).describe(
  "The jobs of its migrations. A job that is new since a deploy with deferred migrations shows that one was started, also while it is queued. Of a migration that is pending, the newest job says whether it runs or has failed."
);
var settings22 = strictObject({ ...askedKeys, ...migrationStatusKeys, jobs: listedJobs.optional() });
var httpMigrations = kind(
  "http",
  settings22,
  (asked, context) => async (signal) => {
    const { jobs: listed2 } = asked;
    const answer3 = await readJson(asked, context, signal);
    if (answer3.kind === "unknown") return answer3;
    const status = readMigrationStatus(answer3.json, asked, `the answer of ${answer3.url}`, context);
    if (status.kind === "unknown") return status;
    if (listed2 === void 0) return status.status;
    const { request: request2 = asked, list: list2, next, missing: missing3 } = listed2;
    const first = listed2.request === void 0 ? answer3 : await readJson(request2, context, signal);
    if (first.kind === "unknown") return first;
    const items = await allItems(
      first,
      { list: list2, next, missing: missing3, what: "list of jobs" },
      async (at) => await readPage(request2, context, { at, earlier: first.earlier, signal })
    );
    if ("kind" in items) return items;
    const read = readJobs(items, listed2, `the answer of ${first.url}`);
    return read.kind === "unknown" ? read : joined2(status, read, listed2, context.effects.clock.now().getTime());
  }
);

// src/drivers/probes/http/reached.ts
var httpReached = kind(
  "http",
  strictObject({
    ...askedKeys,
    expect: expectation.describe("What the answer is when the stage is reached. Another answer means that it is not.")
  }),
  (settings42, context) => async (signal) => {
    const answer3 = await ask(settings42, context, signal);
    if (answer3.kind === "no-answer") return noAnswer(answer3);
    const met = await meets(answer3, settings42, context, signal);
    if (met.kind === "met") return { kind: "yes" };
    if (met.kind === "unknown") return met;
    if (answer3.refused !== void 0)
      return { kind: "unknown", reason: `${met.reason}: ${answer3.refused}`, refused: true };
    return { kind: answer3.status >= 500 ? "unknown" : "no", reason: met.reason };
  }
);

// src/drivers/probes/http/smoke.ts
var httpSmokeTest = strictObject({ ...smokeKeys, http: strictObject({ ...elsewhereKeys, ...askedKeys, expect: expectation }) }).transform(
  (test) => smokePart("http", test, async (context, signal) => {
    const answer3 = await ask(test.http, context, signal);
    if (answer3.kind === "no-answer") return { kind: "unknown", reason: `${answer3.url}: ${answer3.reason}` };
    const met = await meets(answer3, test.http, context, signal);
    if (met.kind === "unknown") return met;
    return met.kind === "met" ? { kind: "passed" } : { kind: "failed", reason: met.reason };
  })
);

// src/drivers/probes/http/version.ts
var place2 = string().min(1);
var settings23 = strictObject({
  ...askedKeys,
  value: union([place2, array(place2).min(1)]).optional().describe(
    "Dotted path of the version in the JSON answer: `data.version`. Of several, for a product that has moved it, the first that is there counts: `[data.version, data.server.version]`."
  ),
  header: place2.optional().describe("The header of the answer that has the version: `X-Server-Version`."),
  pattern: versionInText.optional()
}).refine(({ value, header, pattern: pattern2 }) => value !== void 0 || header !== void 0 || pattern2 !== void 0, {
  message: 'a request that says where in its answer the version is: "value" (JSON), "header" or "pattern" (text)'
}).refine(({ value, header }) => value === void 0 || header === void 0, {
  message: 'a request with either "value" or "header": the version is read from one place'
});
var httpVersion = kind("http", settings23, (asked, context) => async (signal) => {
  const answer3 = await ask(asked, context, signal);
  if (answer3.kind === "no-answer") return noAnswer(answer3);
  if (answer3.status !== 200) return wrongStatus(answer3);
  const { pattern: pattern2 } = asked;
  const read = await readText(answer3, asked, context, signal);
  if (read.kind === "unknown") return read;
  if (pattern2 === void 0) return { kind: "known", value: read.value };
  return versionFrom(read.value, pattern2, read.what);
});
async function readText(answer3, asked, context, signal) {
  const { url: url2, body, headers } = answer3;
  const { value, header } = asked;
  const whole = `the answer of ${url2}`;
  if (header !== void 0) {
    const text = headers.get(header)?.trim() ?? "";
    return text === "" ? { kind: "unknown", reason: `${whole} has no header "${header}"` } : { kind: "known", value: text, what: `the header "${header}" of ${whole}` };
  }
  if (value === void 0) return { kind: "known", value: body, what: whole };
  const places = [value].flat();
  const read = await wholeJson(answer3, asked, context, signal);
  if (read.kind === "unknown") return read;
  for (const path4 of places) {
    const text = textOf(valueAt(read.json, path4));
    if (text !== void 0 && text !== "") return { kind: "known", value: text, what: `"${path4}" in ${whole}` };
  }
  return { kind: "unknown", reason: `${whole} has no ${places.map((path4) => `"${path4}"`).join(" and no ")}` };
}

// src/drivers/probes/http/kind.ts
var http = {
  version: httpVersion,
  health: httpHealth,
  reached: httpReached,
  migrations: httpMigrations,
  migrationStarter: httpMigrationStarter,
  smokeTest: httpSmokeTest,
  measure: httpMeasure
};

// src/drivers/probes/login/kind.ts
var settings24 = strictObject({
  path: template.meta({
    description: "Where one logs in. Appended to the environment's `url`.",
    examples: ["/api/auth/login"]
  }),
  body: record(string(), template).optional().describe('What is sent: `{ username: "${PRODUCTION_USER}", password: "${PRODUCTION_PASSWORD}" }`.'),
  content: m(["json", "form"]).default("json").describe("How `body` is sent."),
  basic: strictObject({ user: template, password: template }).optional().describe("A name and its password in a Basic header, in place of a body or beside it."),
  token: string().min(1).optional().describe("Dotted path of the token in the JSON answer; left out, the answer is the token."),
  expires: string().min(1).optional().describe("Dotted path of the number of seconds for which it is good. Of a JWT it is known without it."),
  timeout: duration.prefault("10s")
}).refine(({ body, basic: basic2 }) => body !== void 0 || basic2 !== void 0, {
  error: 'a login with "body" or "basic": who logs in'
}).describe("A login that yields a token, which is renewed before it expires.");
var login = kind("login", settings24, open2);
function open2(chosen, context) {
  const { effects, where, placeholders } = context;
  const fill = (text, key3) => effects.variables.fill(text, `${where}.${key3}`, placeholders);
  const url2 = fill(`{url}${chosen.path}`, "path");
  const sent = Object.entries(chosen.body ?? {}).map(([name, value]) => [name, fill(value, `body.${name}`)]);
  const headers = {
    ...ownConnection,
    accept: "application/json",
    ...typeOf(chosen),
    ...basicHeader(chosen, fill, effects.mask)
  };
  const content = Object.fromEntries(sent);
  const body = chosen.content === "form" ? new URLSearchParams(content).toString() : JSON.stringify(content);
  const credential = `the credential "${where.replace(/\.login$/, "")}"`;
  const none = (why, refused) => ({
    kind: "none",
    reason: `${credential} got no token: ${withoutCredentials(url2)} ${why}`,
    refused
  });
  const ask3 = async () => {
    try {
      const response = await effects.fetch(url2, {
        method: "POST",
        headers,
        ...chosen.body === void 0 ? {} : { body },
        // A password is never sent on to wherever an answer points.
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(chosen.timeout), effects.signal])
      });
      const text = await response.text();
      const { status } = response;
      if (status < 200 || status > 299) return none(`answered ${status}`, [400, 401, 403].includes(status));
      const read = tokenIn2(text, chosen, effects.clock.now().getTime());
      if (read.kind === "malformed") return none(`answered ${status}, but ${read.why}`, false);
      effects.mask(read.value);
      return read;
    } catch (error2) {
      effects.signal.throwIfAborted();
      if (error2 instanceof UserError) throw error2;
      return none(`does not answer: ${reasonOf(error2, chosen.timeout)}`, false);
    }
  };
  return accessToken(ask3, effects.clock);
}
function typeOf({ body, content }) {
  if (body === void 0) return {};
  return { "content-type": content === "form" ? "application/x-www-form-urlencoded" : "application/json" };
}
function basicHeader({ basic: basic2 }, fill, mask) {
  if (basic2 === void 0) return {};
  const pair = `${fill(basic2.user, "basic.user")}:${fill(basic2.password, "basic.password")}`;
  const encoded = Buffer.from(pair).toString("base64");
  mask(encoded);
  return { authorization: `Basic ${encoded}` };
}
function tokenIn2(text, { token, expires }, now) {
  const malformed = (why) => ({ kind: "malformed", why });
  const isJson = token !== void 0 || expires !== void 0;
  const parsed = isJson ? parseJson(text) : void 0;
  if (parsed?.kind === "not-json") return malformed(`its answer ${parsed.reason}`);
  const found = token === void 0 ? text.trim() : textOf(valueAt(parsed?.value, token));
  if (found === void 0 || !/^[\x21-\x7e]+$/.test(found))
    return malformed(`its answer ${token === void 0 ? "is not" : `has no "${token}" that is`} a token for a header`);
  if (expires === void 0) return { kind: "token", value: found, milliseconds: jwtLifetime(found, now) };
  const seconds = Number(textOf(valueAt(parsed?.value, expires)) ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { kind: "token", value: found, milliseconds: seconds * 1e3 } : malformed(`the "${expires}" of its answer is not a number of seconds above 0`);
}
var claims = looseObject({ exp: number() });
function jwtLifetime(token, now) {
  const [, payload, signature] = token.split(".");
  if (payload === void 0 || signature === void 0) return void 0;
  const parsed = parseJson(Buffer.from(payload, "base64url").toString());
  const read = parsed.kind === "json" ? claims.safeParse(parsed.value) : void 0;
  if (read?.success !== true) return void 0;
  const left = read.data.exp * 1e3 - now;
  return left > 0 ? left : void 0;
}

// src/drivers/probes/logs/kind.ts
var patterns = array(lineExpression).default([]);
var settings25 = strictObject({
  forbid: patterns.describe(
    "Regular expressions, none of which may be found in a line. Where the log has no line at all, that is unknown."
  ),
  except: patterns.describe("Lines in which one of these is found are passed over."),
  expect: patterns.describe("Regular expressions, each of which must be found in some line."),
  timeout: duration.prefault("1m").describe("How long it may take to read the log.")
}).refine(({ forbid, expect: expect2 }) => forbid.length + expect2.length > 0, {
  error: 'a test with "forbid" or "expect": what is looked for'
}).describe(
  "What the server has logged since it was deployed, as `deploy` can show it: a `command` needs `logs`, and a task of Amazon ECS writes to Amazon CloudWatch."
);
var noLine = "the log has no line at all since the deploy, which does not show that nothing forbidden was logged: see that `logs` of the deploy shows what this server writes, or remove this test where it writes nothing";
function lineJudge({ forbid, except, expect: expect2 }) {
  const [bad, fine2] = [forbid, except].map((list2) => list2.map((text) => new RegExp(text)));
  const wanted = expect2.map((text) => ({ text, pattern: new RegExp(text), isFound: false }));
  const found = /* @__PURE__ */ new Map();
  let isEmpty = true;
  return {
    line: (whole) => {
      isEmpty = false;
      const line2 = whole.slice(0, longestLine);
      for (const each of wanted) each.isFound ||= each.pattern.test(line2);
      if (fine2?.some((pattern2) => pattern2.test(line2)) === true) return;
      for (const [index2, pattern2] of (bad ?? []).entries()) {
        const text = forbid[index2] ?? "";
        if (pattern2.test(line2)) found.set(text, (found.get(text) ?? 0) + 1);
      }
    },
    result: () => {
      const missing3 = wanted.filter(({ isFound }) => !isFound).map(({ text }) => `no line has ${text}`);
      const forbidden2 = [...found].map(([text, count]) => `${countText(count, "line")} with ${text}`);
      const wrong = [...forbidden2, ...missing3];
      if (isEmpty && missing3.length === 0) return { kind: "unknown", reason: noLine };
      return wrong.length === 0 ? { kind: "passed" } : { kind: "failed", reason: `in the log since the deploy: ${wrong.join("; ")}` };
    }
  };
}
var logs = {
  smokeTest: strictObject({ ...smokeKeys, logs: settings25 }).transform(
    (test) => smokePart("logs", test, async ({ serverLog, effects }, signal) => {
      if (serverLog === void 0)
        return {
          kind: "unknown",
          reason: "no deploy is recorded here, so it is not known from when on to read the log"
        };
      const judge2 = lineJudge(test.logs);
      const limit = AbortSignal.timeout(test.logs.timeout);
      try {
        await serverLog.read(judge2.line, AbortSignal.any([limit, ...signal === void 0 ? [] : [signal]]));
      } catch (error2) {
        effects.signal.throwIfAborted();
        signal?.throwIfAborted();
        if (limit.aborted)
          return { kind: "unknown", reason: `the log could not be read within ${test.logs.timeout / 1e3} s` };
        if (!(error2 instanceof SystemFailure)) throw error2;
        return { kind: "unknown", reason: error2.detail.happened.replace(/\.$/, "") };
      }
      return judge2.result();
    })
  )
};

// src/drivers/probes/mongodb/kind.ts
var schemaVersion = string().regex(/^\d+\.\d+\.\d+$/, { error: "a version such as 1.2.17" }).describe("The newest migration that the releases know: `1.2.17`.");
var settings26 = strictObject({
  url: template.describe(
    "The address of the MongoDB, best of a user who may only read: `{access.<name>}`, to which each environment gives its own value."
  ),
  collection: string().min(1).describe(
    "Where each database keeps its migrations, a document each with `version: { major, minor, patch }`; the numerically highest counts."
  ),
  expected: array(
    strictObject({
      releases: array(string().min(1)).min(1).describe("The releases that it is about; a `*` at the end stands for any end: `4.1.*`."),
      databases: record(string().min(1), schemaVersion).describe("By database; those of tenants, `<database>-<tenant>`, are held to the same.")
    })
  ).min(1).describe(
    "Of a release that is in none, nothing is known: its migrations are done when it answers. What the databases are at is read of it too, which shows when a newer release has migrated them since."
  ),
  timeout: duration.prefault("30s")
}).describe(
  "Reads how far the databases of a MongoDB are migrated. An older one is still being migrated; one that is newer than the release that answers is refused, even where the server accepts it."
);
var mongodb = {
  migrations: kind("mongodb", settings26, (asked, context) => async (signal, release2) => {
    const { readMigrations } = await import("./migrations-UUZTV7YL.js");
    return await readMigrations(asked, context, { signal, release: release2 });
  })
};

// src/drivers/probes/mongodb-server/kind.ts
var settings27 = strictObject({
  url: template.describe(
    "The address of the MongoDB, of a user with the role `clusterMonitor`; for `migrations.start`, of one that may run `setFeatureCompatibilityVersion` (role `clusterManager`)."
  ),
  timeout: duration.prefault("30s")
}).describe(
  "A MongoDB itself, with all members of its replica set: the oldest release that one of them runs, whether they are ready, and its `featureCompatibilityVersion`, which moves to the new major in a step of its own."
);
var open3 = async () => await import("./server-LRBKJ76V.js");
var mongodbServer = {
  version: kind(
    "mongodb-server",
    settings27,
    (asked, context) => async (signal) => await (await open3()).readVersion(asked, context, signal)
  ),
  health: kind(
    "mongodb-server",
    settings27,
    (asked, context) => async (signal) => await (await open3()).readHealth(asked, context, signal)
  ),
  migrations: kind(
    "mongodb-server",
    settings27,
    (asked, context) => async (signal) => await (await open3()).readCompatibility(asked, context, signal)
  ),
  migrationStarter: kind(
    "mongodb-server",
    settings27,
    (asked, context) => async (signal) => await (await open3()).moveCompatibility(asked, context, signal)
  )
};

// src/drivers/probes/rds-cluster/kind.ts
var key2 = (usual, description2) => string().min(1).default(usual).describe(`${description2} A dotted path in the file; for a CDK application of your own, its own.`);
var settings28 = strictObject({
  ...rdsKeys,
  database: template.optional().describe(
    "The address of a database of Aurora PostgreSQL at the endpoint of the writer, with a role that may log in: it is asked how far each reader is behind. One that is more than ten seconds behind stops a hop, and so does an answer that does not come. Left out, nobody looks."
  ),
  "one-zone": string().min(1).optional().describe(
    "Why all instances may be in one zone. Without it, the writer is not resized before a reader is in another zone."
  ),
  configuration: strictObject({
    file: template.meta({
      description: "The configuration file of the CDK application: JSON or YAML, in the repository. `deploy.cdk` edits the same.",
      examples: ["medplum.production.config.json"]
    }),
    instances: key2("rdsInstances", "How many instances the cluster has, the writer among them."),
    writer: key2("rdsInstanceType", "The class of the instance that is declared as the writer."),
    reader: key2("rdsReaderInstanceType", "The class of all others; left out there, the writer's."),
    foreign: key2(
      "rdsSecretsArn",
      "Set there where the stack uses a database that it does not own: then nothing is planned."
    )
  }).describe("What the CDK application declares. Without a setting of their own, the keys are those of Medplum.")
}).describe("A cluster of Amazon RDS or Aurora, asked through the API of AWS: `docs/aws-rds.md`.");
var rdsCluster = {
  topology: kind("rds-cluster", settings28, (chosen, context) => {
    const opened = import("./probe-G6KWVTCA.js").then(({ openRdsProbe }) => openRdsProbe(chosen, context));
    opened.catch(() => void 0);
    return {
      look: async (signal) => await (await opened).look(signal),
      offer: async (signal) => await (await opened).offer(signal)
    };
  })
};

// src/drivers/probes/rds-engine/kind.ts
var settings29 = strictObject({
  cluster: template.optional().describe(
    "The identifier of the cluster, as `aws rds describe-db-clusters` shows it. Either this or `instance`."
  ),
  instance: template.optional().describe("The identifier of an instance that belongs to no cluster."),
  ...awsKeys
}).refine(({ cluster, instance }) => cluster === void 0 !== (instance === void 0), {
  error: 'either "cluster" or "instance"'
}).describe(
  "The version of the engine of Amazon RDS or Aurora, asked through the API of AWS: known while the cluster and all of its instances are available and none of them waits for another version."
);
var rdsEngineVersion = {
  version: kind("rds-engine", settings29, (asked, context) => async (signal) => {
    const { readEngineVersion } = await import("./version-XD4K22HG.js");
    return await readEngineVersion(asked, context, signal);
  })
};

// src/drivers/probes/sql/health.ts
import { Socket } from "node:net";

// src/drivers/probes/sql/rows.ts
import { access } from "node:fs/promises";
import { resolve } from "node:path";

// src/drivers/probes/sql/sqlite-rows.ts
var answer2 = union([
  object({ rows: array(record(string(), unknown())), milliseconds: number() }),
  object({ code: string() })
]);
var reader = String.raw`
  const { file, query } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const read = () => {
    const { DatabaseSync } = require('node:sqlite');
    const started = performance.now();
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    const statement = database.prepare(query);
    const behind = query.slice(statement.sourceSQL.length).replace(/--[^\n]*|\/\*[^]*?\*\//g, '');
    if (/[^\s;]/.test(behind)) return { code: 'SEVERAL' };
    return { rows: statement.all(), milliseconds: performance.now() - started };
  };
  let answer;
  try {
    answer = read();
  } catch (error) {
    answer = { code: error.code ?? 'unknown' };
  }
  process.stdout.write(JSON.stringify(answer));`;
async function sqliteRows(asked, {
  processes,
  mostBytes,
  signal
}) {
  const tooMuch2 = new AbortController();
  const chunks = [];
  let bytes2 = 0;
  try {
    await processes.run({
      argv: [process.execPath, "--no-warnings", "--eval", reader],
      environment: {},
      input: JSON.stringify(asked),
      signal: AbortSignal.any([signal, tooMuch2.signal]),
      graceMilliseconds: 0,
      onOutput: (chunk) => {
        bytes2 += chunk.byteLength;
        if (bytes2 > mostBytes) tooMuch2.abort();
        else chunks.push(chunk);
      }
    });
  } catch (error2) {
    if (tooMuch2.signal.aborted) return void 0;
    throw error2;
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? { code: "unknown" } : answer2.parse(JSON.parse(text));
}

// src/drivers/probes/sql/rows.ts
var sqlKeys = {
  url: template.optional().describe(
    "The address of a PostgreSQL database, best of a role that may only read: `{access.<name>}`, to which each environment gives its own value."
  ),
  file: template.optional().describe("The file of a SQLite database."),
  query: string().min(1).describe(
    "One statement, in a transaction that may only read: `select count(*) as patients from patient`. It may find 100,000 rows and 16 MB."
  ),
  timeout: duration.prefault("30s")
};
var sqlSettings = strictObject(sqlKeys).refine(({ url: url2, file: file2 }) => url2 === void 0 !== (file2 === void 0), {
  error: 'either "url" (PostgreSQL) or "file" (SQLite)'
});
var most = { rows: 1e5, bytes: 16 * 1024 * 1024 };
var tooMuch = {
  kind: "none",
  reason: `its query finds more than ${most.rows} rows or ${most.bytes / 1024 / 1024} MB: let it count, or limit it`
};
async function readRows(settings42, context, signal) {
  const { effects, where, placeholders } = context;
  const fill = (text, key3) => effects.variables.fill(text, `${where}.${key3}`, placeholders);
  const { url: url2, file: file2, query, timeout } = settings42;
  const started = effects.clock.now().getTime();
  try {
    if (file2 !== void 0)
      return await sqlite(resolve(effects.directory, fill(file2, "file")), settings42, context, signal);
    const rows = await postgresRows({
      url: fill(url2 ?? "", "url"),
      query,
      milliseconds: timeout,
      most,
      signal: AbortSignal.any([effects.signal, ...signal === void 0 ? [] : [signal]])
    });
    return rows === void 0 ? tooMuch : { kind: "rows", rows, milliseconds: effects.clock.now().getTime() - started };
  } catch (error2) {
    effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    return { kind: "none", reason: reasonOf2(error2) };
  }
}
async function sqlite(file2, { query, timeout }, { effects }, signal) {
  await access(file2);
  const limit = AbortSignal.timeout(timeout);
  const ends2 = AbortSignal.any([limit, effects.signal, ...signal === void 0 ? [] : [signal]]);
  try {
    const read = await sqliteRows(
      { file: file2, query },
      { processes: effects.processes, mostBytes: most.bytes, signal: ends2 }
    );
    if (read === void 0) return tooMuch;
    if ("code" in read) return { kind: "none", reason: reasonFor(read.code) };
    return read.rows.length > most.rows ? tooMuch : { kind: "rows", ...read };
  } catch (error2) {
    if (limit.aborted) return { kind: "none", reason: reasonFor("57014") };
    throw error2;
  }
}
var withCode = looseObject({ code: string() });
function reasonOf2(error2) {
  return reasonFor(sqlState(error2));
}
function sqlState(error2) {
  const read = withCode.safeParse(error2);
  return read.success ? read.data.code : void 0;
}
function reasonFor(code) {
  switch (code) {
    case "SEVERAL":
      return "its query has several statements, of which only the first would be read";
    case "ENOENT":
      return "its database does not exist or cannot be reached";
    case "25006":
      return "its query would write, and may only read";
    case "42P01":
      return "a table of its query does not exist";
    case "42703":
      return "a column of its query does not exist";
    case "57014":
      return "its query took too long";
    default:
      return `its query was not answered${code === void 0 ? "" : ` (${code})`}`;
  }
}

// src/drivers/probes/sql/health.ts
var settings30 = strictObject({
  url: template.describe(
    "The address of a PostgreSQL database: `{access.<name>}`, to which each environment gives its own value."
  ),
  write: boolean().default(false).describe(
    "Asks whether it takes writes: a transaction is given a number and committed, which no server does that may only be read. No table is touched."
  ),
  timeout: duration.prefault("3s")
}).describe(
  "A new connection for each look, as an application makes one after a failover. It is serving when it answers."
);
var sqlHealth = kind(
  "sql",
  settings30,
  ({ url: url2, write, timeout }, { effects, where, placeholders }) => {
    return async (signal) => {
      const address = effects.variables.fill(url2, `${where}.url`, placeholders);
      try {
        await ask2(
          address,
          { write, timeout },
          AbortSignal.any([effects.signal, ...signal === void 0 ? [] : [signal]])
        );
        return { kind: "yes" };
      } catch (error2) {
        effects.signal.throwIfAborted();
        signal?.throwIfAborted();
        return answerFor(sqlState(error2), write);
      }
    };
  }
);
async function ask2(url2, { write, timeout }, stopped2) {
  const { default: pg } = await import("./libraries/pg.js");
  const socket = new Socket();
  const options = {
    connectionString: asLibpqReads(url2),
    stream: () => socket,
    application_name: "staged-upgrade",
    connectionTimeoutMillis: timeout,
    statement_timeout: timeout,
    query_timeout: timeout
  };
  const client = new pg.Client(options);
  client.on("error", () => void 0);
  const cut = () => void socket.destroy();
  stopped2.addEventListener("abort", cut, { once: true });
  try {
    await client.connect();
    if (!write) {
      await client.query("SELECT 1");
      return;
    }
    await client.query("BEGIN READ WRITE");
    await client.query("SELECT txid_current()");
    await client.query("COMMIT");
  } finally {
    stopped2.removeEventListener("abort", cut);
    await client.end().catch(() => void 0);
  }
}
function answerFor(code, write) {
  switch (code) {
    case "28P01":
    case "28000":
      return { kind: "unknown", reason: `the database refuses the role or its password (${code})`, refused: true };
    case "0A000":
    case "25006":
    case "55000":
      return { kind: "no", reason: "the database may only be read" };
    default:
      return {
        kind: "no",
        reason: `the database ${write ? "takes no writes" : "does not answer"}${code === void 0 ? "" : ` (${code})`}`
      };
  }
}

// src/drivers/probes/sql/kind.ts
var expect = record(string(), condition2).describe(
  'Values by dotted path in the list of rows: `{ "0.patients": { at-least: 1 } }`; `length` is how many rows there are.'
);
var sql = {
  health: sqlHealth,
  smokeTest: strictObject({ ...smokeKeys, sql: sqlSettings.safeExtend({ expect }) }).transform(
    (test) => smokePart("sql", test, async (context, signal) => {
      const read = await readRows(test.sql, context, signal);
      if (read.kind === "none") return { kind: "unknown", reason: read.reason };
      const { rows } = read;
      const wrong = firstUnmet(
        test.sql.expect,
        (path4) => path4 === "length" ? rows.length : valueAt(rows, path4),
        rows
      );
      return wrong === void 0 ? { kind: "passed" } : { kind: "failed", reason: `in what its query found, ${wrong}` };
    })
  ),
  measure: strictObject({
    ...measureKeys,
    sql: sqlSettings.safeExtend({
      value: string().min(1).optional().describe("Dotted path, in the list of rows, of what is compared: `0.patients`; left out, all rows.")
    })
  }).refine(comparesSomething.holds, { error: comparesSomething.error }).transform(
    (measure2) => measurePart("sql", measure2, async (context, signal) => {
      const read = await readRows(measure2.sql, context, signal);
      if (read.kind === "none") return { kind: "unknown", reason: read.reason };
      const { rows, milliseconds } = read;
      const { value } = measure2.sql;
      return { kind: "read", value: value === void 0 ? rows : valueAt(rows, value), milliseconds };
    })
  )
};

// src/drivers/probes/tcp/kind.ts
import { connect } from "node:net";
var settings31 = strictObject({
  host: template.optional().describe("The host; left out, that of the environment's `url`."),
  port: int().min(1).max(65535).describe("The port that must take a connection."),
  timeout: duration.prefault("5s")
}).describe("A connection that is accepted, whatever protocol is spoken on it.");
async function tryToConnect({ host, port, timeout }, context, signal) {
  const { effects, where, placeholders } = context;
  const address = host === void 0 ? (URL.parse(placeholders.url ?? "")?.hostname ?? "").replace(/^\[|\]$/g, "") : effects.variables.fill(host, `${where}.host`, placeholders);
  const limit = AbortSignal.timeout(timeout);
  const ends2 = AbortSignal.any([limit, effects.signal, ...signal === void 0 ? [] : [signal]]);
  try {
    await new Promise((resolve4, reject) => {
      const socket = connect({ host: address, port, signal: ends2 });
      socket.once("connect", () => {
        socket.destroy();
        resolve4();
      });
      socket.once("error", reject);
    });
    return { kind: "taken" };
  } catch (error2) {
    effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    const reason = limit.aborted ? `no connection within ${timeout / 1e3} s` : reasonOf(error2, timeout);
    return { kind: "not-taken", reason: `port ${port} of ${address}: ${reason}` };
  }
}
var tcp = {
  health: kind("tcp", settings31, (chosen, context) => async (signal) => {
    const taken2 = await tryToConnect(chosen, context, signal);
    return taken2.kind === "taken" ? { kind: "yes" } : { kind: "unknown", reason: taken2.reason };
  }),
  smokeTest: strictObject({ ...smokeKeys, tcp: settings31 }).transform(
    (test) => smokePart("tcp", test, async (context, signal) => {
      const taken2 = await tryToConnect(test.tcp, context, signal);
      return taken2.kind === "taken" ? { kind: "passed" } : { kind: "failed", reason: taken2.reason };
    })
  )
};

// src/drivers/probes/http/evidence.ts
var evidenceSource = strictObject({
  name: string().min(1).describe("What it is, as the heading in the file: `Jobs`."),
  http: strictObject(chainedKeys)
});
var probe = looseObject({ http: looseObject({ path: string(), headers: unknown().optional() }) });
var request = object(chainedKeys);
var severalProbes = union([
  looseObject({ "first-of": array(unknown()) }).transform((found) => found["first-of"]),
  looseObject({ "all-of": array(unknown()) }).transform((found) => found["all-of"])
]);
function answersOfProbes(probes) {
  const named = record(string(), unknown()).safeParse(probes);
  if (!named.success) return [];
  return Object.entries(named.data).flatMap(
    ([name, value]) => requestsOf(value).map((http2) => ({ name: `Answer of the ${name} probe`, http: http2 }))
  );
}
function requestsOf(value) {
  const several = severalProbes.safeParse(value);
  if (several.success) return several.data.flatMap(requestsOf);
  const read = probe.safeParse(value);
  const http2 = read.success ? request.safeParse(read.data.http) : void 0;
  return http2?.success === true ? [http2.data] : [];
}
function openEvidence({ name, http: http2 }, context) {
  return { name, collect: (signal) => answerText(http2, context, signal) };
}
var longest2 = 64 * 1024;
async function answerText(http2, context, signal) {
  try {
    const answer3 = await ask(http2, context, signal);
    if (answer3.kind === "no-answer") return `${http2.method} ${answer3.url}: no answer: ${answer3.reason}`;
    const { body } = answer3;
    const shown = body.length <= longest2 ? body : `${body.slice(0, longest2)}
\u2026 ${body.length - longest2} characters left out`;
    return `${http2.method} ${answer3.url}: ${answer3.status}
${shown}`;
  } catch (error2) {
    if (!(error2 instanceof UserError)) throw error2;
    return error2.message;
  }
}

// src/drivers/probes.ts
var kinds = [
  http,
  command,
  sql,
  mongodb,
  mongodbServer,
  tcp,
  logs,
  rdsCluster,
  rdsEngineVersion
];
function answering(probe2) {
  return oneOf(kinds.flatMap((kind2) => probe2(kind2) ?? []));
}
var oneVersion = answering(({ version }) => version);
var versionProbe = oneOf([oneVersion, firstVersion(oneVersion)]);
var oneHealth = answering(({ health }) => health);
var healthProbe = oneOf([oneHealth, allHealthy(oneHealth)]);
var reachedProbe = answering(({ reached }) => reached);
var migrationsProbe = answering(({ migrations: migrations2 }) => migrations2);
var migrationStarter = answering((kind2) => kind2.migrationStarter);
var smokeTest = answering((kind2) => kind2.smokeTest);
var measure = answering((kind2) => kind2.measure);
var topologyProbe = answering((kind2) => kind2.topology);
var probeLogins = [
  { name: "rds-cluster", login: awsLogin },
  { name: "rds-engine", login: awsLogin }
];
var tokenSource = oneOf([clientCredentials, login, basic]);

// src/drivers/releases/combined/kind.ts
function combined(single2) {
  return kind(
    "combined",
    array(single2).min(2).describe("Several sources, read as one; what several of them have counts once."),
    (parts2, context) => ({
      read: async (signal) => {
        const all = [];
        for (const [place3, part7] of parts2.entries()) {
          all.push(await part7.open({ ...context, where: `${context.where}.${place3}` }).read(signal));
        }
        return { source: all.map(({ source }) => source).join(" and "), tags: all.flatMap(({ tags }) => tags) };
      }
    })
  );
}

// src/drivers/releases/crates/kind.ts
var import_prerelease = __toESM(require_prerelease(), 1);

// src/drivers/releases/all-pages.ts
async function allPages(source, first, mostPages5, read) {
  const items = [];
  const visited = /* @__PURE__ */ new Set();
  for (let url2 = first; url2 !== void 0; ) {
    if (url2.origin !== first.origin) throw malformedResponse(source, first, `leads to another server, ${url2.host}`);
    if (visited.has(url2.href)) throw malformedResponse(source, url2, "goes back to a page that was already read");
    if (visited.size >= mostPages5) throw malformedResponse(source, url2, `continues beyond ${mostPages5} pages`);
    visited.add(url2.href);
    const page = await read(url2);
    for (const item of page.items) items.push(item);
    url2 = page.next;
  }
  return items;
}

// src/drivers/releases/answer.ts
function readJson2(shape, reply, from2) {
  const json2 = parse(reply.body);
  if (json2 === void 0) throw malformedResponse(from2.source, from2.url, "is not JSON");
  const read = shape.safeParse(json2.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place3 = issue?.path.join(".") || "the whole";
  throw malformedResponse(from2.source, from2.url, `has another shape than expected (${place3}: ${issue?.message ?? ""})`);
}
function parse(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return void 0;
  }
}

// src/drivers/releases/published-date.ts
var pattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
function isPublishedDate(text) {
  if (!pattern.test(text) || Number.isNaN(Date.parse(text))) return false;
  const day = text.slice(0, 10);
  return (/* @__PURE__ */ new Date(`${day}T00:00:00Z`)).toISOString().slice(0, 10) === day;
}
function publishedAt(text) {
  return typeof text === "string" && isPublishedDate(text) ? { publishedAt: text } : {};
}

// src/drivers/releases/server-address.ts
function serverAddress(text, where) {
  const url2 = URL.parse(text);
  if (url2 === null || url2.protocol !== "https:" && url2.protocol !== "http:") throw notAnAddress(where);
  const user = decodeURIComponent(url2.username);
  const password = decodeURIComponent(url2.password);
  url2.username = "";
  url2.password = "";
  return { url: url2, headers: user === "" && password === "" ? {} : basicAuthorization(user, password) };
}
function basicAuthorization(user, password) {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}
function below(url2, path4) {
  const folder = new URL(url2);
  if (!folder.pathname.endsWith("/")) folder.pathname += "/";
  const found = new URL(path4, folder);
  if (found.origin !== url2.origin) throw new Error(`${path4} is not below ${shownUrl(url2)}`);
  found.search = url2.search;
  return found;
}
function notAnAddress(where) {
  return new UserError({
    happened: `${where} is not an address of a server.`,
    means: "No releases are known, so no path was planned.",
    next: "Write an address that starts with https:// or http://, e.g. https://charts.example.com."
  });
}

// src/drivers/releases/crates/kind.ts
var publicServer = "https://crates.io";
var settings32 = strictObject({
  crate: string().regex(/^[a-z][a-z0-9_-]*$/i, 'the name of a crate: letters, digits, "_" and "-"').describe("The crate, e.g. `ripgrep`."),
  server: template.optional().describe(`The address of the registry's server. Left out: ${publicServer}.`)
}).describe("All versions of a Rust crate, with their dates; yanked versions count as withdrawn.");
var versionsPage = object({
  versions: array(
    object({
      num: string(),
      created_at: unknown().optional(),
      yanked: boolean(),
      yank_message: string().nullish()
    })
  ),
  meta: object({ total: int().optional(), next_page: string().nullish() }).optional()
});
var userAgent = "staged-upgrade (https://github.com/staged-upgrade/staged-upgrade)";
var pauseMilliseconds = 1e3;
var perPage = 100;
var mostPages2 = 100;
var crates = kind(
  "crates",
  settings32,
  ({ crate, server }, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const source = `crate ${crate}`;
      const written7 = server === void 0 ? publicServer : effects.variables.fill(server, `${where}.server`, placeholders);
      const address = serverAddress(written7, `${where}.server`);
      const get = httpClient(effects, { source });
      const headers = { accept: "application/json", "user-agent": userAgent, ...address.headers };
      const first = below(address.url, `api/v1/crates/${crate}/versions`);
      first.searchParams.set("per_page", String(perPage));
      let total = 0;
      const tags = await allPages(source, first, mostPages2, async (url2) => {
        if (url2 !== first) await effects.clock.sleep(pauseMilliseconds, signal);
        const reply = await get({ url: url2, headers }, signal);
        if (reply.status !== 200) throw refusedAnswer(source, url2, reply);
        const { versions, meta } = readJson2(versionsPage, reply, { source, url: url2 });
        total = Math.max(total, meta?.total ?? 0);
        const next = meta?.next_page ?? void 0;
        return { items: versions.map(tagFrom), next: next === void 0 ? void 0 : new URL(next, url2) };
      });
      if (tags.length < total)
        throw malformedResponse(source, first, `has ${tags.length} of the ${total} versions that it speaks of`);
      return { source, tags };
    }
  })
);
function tagFrom(version) {
  const { num, created_at, yanked, yank_message } = version;
  const reason = yank_message?.trim() || "It is yanked on the registry";
  return {
    tag: num,
    prerelease: (0, import_prerelease.default)(num) !== null,
    ...publishedAt(created_at),
    ...yanked ? { withdrawn: { reason } } : {}
  };
}

// src/drivers/releases/file/kind.ts
import { resolve as resolve2 } from "node:path";

// src/drivers/releases/listed.ts
var versionText = string({
  error: (issue) => typeof issue.input === "number" ? `a version in quotes, because YAML reads 1.10 as the number 1.1` : 'a version in quotes, such as "4.1.12"'
}).min(1);
var date = string().refine(isPublishedDate, "a date such as 2026-04-24 or 2026-04-24T09:30:00Z");
var webAddress = url({ protocol: /^https?$/, error: "an address that starts with https:// or http://" });
var withdrawal = strictObject({
  reason: string().min(1).describe("Why it must not be used; shown in the plan."),
  url: webAddress.optional().describe("Where the vendor says so."),
  "fixed-in": versionText.optional().describe("The release that fixes it.")
}).describe("Marks a release as withdrawn: no path lands on it.");
var listedRelease = union([
  versionText.describe("The version as it is published: `v4.0.4`."),
  strictObject({
    version: versionText.describe("The version as it is published: `v4.0.4`."),
    date: date.optional().describe("When it was published: `2026-04-24`, or with a time and zone."),
    prerelease: boolean().optional().describe("Left out, the version itself decides."),
    withdrawn: withdrawal.optional(),
    notes: string().optional().describe("Release notes in Markdown."),
    url: webAddress.optional().describe("Where its release notes are."),
    parts: record(string().min(1), versionText).optional().describe('Versions of what was published together with it: `{ chart: "8.1.0" }`.'),
    "upgrades-to": strictObject({
      minor: array(versionText).default([]).describe("Within its major."),
      major: array(versionText).default([]).describe("What the vendor calls a major upgrade.")
    }).optional().describe("The releases that the vendor lets it be taken to directly, for the rule `listed-upgrades`.")
  })
]);
function publishedTagFrom(listed2) {
  if (typeof listed2 === "string") return { tag: listed2 };
  const { version: tag2, date: publishedAt2, prerelease: prerelease4, withdrawn, notes, url: url2, parts: parts2, "upgrades-to": upgrades } = listed2;
  return {
    tag: tag2,
    ...publishedAt2 === void 0 ? {} : { publishedAt: publishedAt2 },
    ...prerelease4 === void 0 ? {} : { prerelease: prerelease4 },
    ...withdrawn === void 0 ? {} : { withdrawn: withdrawalFrom(withdrawn) },
    ...notes === void 0 ? {} : { notes },
    ...url2 === void 0 ? {} : { url: url2 },
    ...parts2 === void 0 ? {} : { parts: parts2 },
    ...upgrades === void 0 ? {} : { upgrades }
  };
}
function listedFrom(published) {
  const { tag: version, publishedAt: date2, prerelease: prerelease4, withdrawn, notes, url: url2, parts: parts2, upgrades } = published;
  return {
    version,
    ...date2 === void 0 ? {} : { date: date2 },
    ...prerelease4 === void 0 ? {} : { prerelease: prerelease4 },
    ...withdrawn === void 0 ? {} : {
      withdrawn: {
        reason: withdrawn.reason,
        ...withdrawn.url === void 0 ? {} : { url: withdrawn.url },
        ...withdrawn.fixedIn === void 0 ? {} : { "fixed-in": withdrawn.fixedIn }
      }
    },
    ...notes === void 0 ? {} : { notes },
    ...url2 === void 0 ? {} : { url: url2 },
    ...parts2 === void 0 ? {} : { parts: parts2 },
    ...upgrades === void 0 ? {} : { "upgrades-to": { minor: [...upgrades.minor], major: [...upgrades.major] } }
  };
}
function withdrawalFrom(listed2) {
  return {
    reason: listed2.reason,
    ...listed2.url === void 0 ? {} : { url: listed2.url },
    ...listed2["fixed-in"] === void 0 ? {} : { fixedIn: listed2["fixed-in"] }
  };
}

// src/drivers/releases/release-file.ts
var pinnedMigrations = strictObject({
  url: url(),
  sha256: string().regex(/^[0-9a-f]{64}$/),
  list: array(listedMigration)
});
var fileShape = union([
  array(listedRelease).min(1),
  strictObject({
    source: string().min(1).optional(),
    releases: array(listedRelease).min(1),
    migrations: array(pinnedMigrations).optional()
  })
]);
function parseReleaseFile(text, path4) {
  const read = readYaml(text);
  if (read.kind === "unreadable") throw unreadable(path4, [read.reason]);
  const parsed = fileShape.safeParse(read.value);
  if (!parsed.success) throw unreadable(path4, faults(read.value));
  const { data } = parsed;
  if (Array.isArray(data)) return { source: `the file ${path4}`, tags: data.map(publishedTagFrom) };
  const { source = `the file ${path4}`, releases, migrations: migrations2 } = data;
  return { source, tags: releases.map(publishedTagFrom), ...migrations2 === void 0 ? {} : { migrations: migrations2 } };
}
var shownFaults = 5;
function faults(value) {
  const entries = union([array(unknown()), object({ releases: array(unknown()) })]).safeParse(value);
  if (!entries.success) return ['it holds neither a list of releases nor a key "releases" with one'];
  const list2 = Array.isArray(entries.data) ? entries.data : entries.data.releases;
  if (list2.length === 0) return ["the list is empty"];
  const wrong = list2.flatMap((entry, index2) => {
    const read = listedRelease.safeParse(entry);
    return read.success ? [] : [`release ${index2 + 1}: ${explain(read.error.issues)}`];
  });
  if (wrong.length === 0)
    return ['beside "releases" only the keys "source" and "migrations" are known, the latter as a plan has written it'];
  const more = wrong.length - shownFaults;
  return more > 0 ? [...wrong.slice(0, shownFaults), `and ${more} more`] : wrong;
}
function explain(issues) {
  const [issue] = issues;
  if (issue?.code !== "invalid_union") return describe(issues);
  const [meant] = issue.errors.toSorted((a, b) => depth(b) - depth(a));
  return describe(meant ?? issues);
}
function depth(issues) {
  return Math.max(0, ...issues.map((issue) => issue.code === "unrecognized_keys" ? 1 : issue.path.length));
}
function describe(issues) {
  return issues.map(({ path: path4, message }) => path4.length === 0 ? message : `${path4.join(".")}: ${message}`).join("; ");
}
function unreadable(path4, reasons) {
  return new UserError({
    happened: `The file of releases "${path4}" is not right: ${reasons.join("; ")}.`,
    means: "No releases are known, so no path was planned.",
    next: "Each release is a version in quotes, or has the keys version, date, prerelease, withdrawn, notes, url, parts, upgrades-to."
  });
}

// src/drivers/releases/file/kind.ts
var file = kind(
  "file",
  template.describe(
    "A YAML or JSON file with a list of releases, as `list` takes them or as `plan --save-releases` wrote it. A relative path starts at the folder of the product definition, or else at the root of the repository that has the configuration."
  ),
  (path4, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const filled = effects.variables.fill(path4, where, placeholders);
      const home = placeholders[productFolder];
      const folders = home === void 0 ? [effects.directory] : [home, effects.directory];
      return await readFirst([...new Set(folders.map((folder) => resolve2(folder, filled)))], signal);
    }
  })
);
async function readFirst(paths, signal) {
  for (const path4 of paths) {
    const text = await readIfThere(path4, signal);
    if (text !== void 0) return parseReleaseFile(text, path4);
  }
  throw new UserError({
    happened: `The file of releases was not found: ${paths.map((path4) => `"${path4}"`).join(" and ")} do not exist.`,
    means: "No releases are known, so no path was planned.",
    next: "Correct the path, or check the file out in this job."
  });
}
async function readIfThere(path4, signal) {
  try {
    return await readTextFile(path4, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return void 0;
    throw new UserError(
      {
        happened: `The file of releases "${path4}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        means: "No releases are known, so no path was planned.",
        next: "It must be a readable file in YAML or JSON."
      },
      { cause }
    );
  }
}

// src/drivers/releases/github/retry.ts
function judgeGitHub(reply, attempt, now) {
  const limit = limitOf(reply);
  if (limit === "none") return judgeTransient(reply, attempt, now);
  const wait = retryAfter(reply.headers, now) ?? untilReset(reply, now) ?? 6e4 * 2 ** (attempt - 1);
  return { kind: "again", milliseconds: wait, why: `GitHub's ${limit} rate limit is reached` };
}
function limitOf(reply) {
  if (reply.status !== 403 && reply.status !== 429) return "none";
  if (reply.headers.get("x-ratelimit-remaining") === "0") return "primary";
  if (reply.status === 429 || reply.headers.has("retry-after")) return "secondary";
  return /secondary rate limit|abuse detection/i.test(reply.body.slice(0, 2e3)) ? "secondary" : "none";
}
function untilReset(reply, now) {
  const reset = Number(reply.headers.get("x-ratelimit-reset") || Number.NaN);
  if (limitOf(reply) !== "primary" || Number.isNaN(new Date(reset * 1e3).getTime())) return void 0;
  const served = Date.parse(reply.headers.get("date") ?? "");
  return Math.max(0, reset * 1e3 - (Number.isNaN(served) ? now.getTime() : served)) + 1e3;
}

// src/drivers/releases/github/failure.ts
function refusedByGitHub(source, url2, reply, asked) {
  return refusedAnswer(source, url2, reply, adviceOnReply(reply, asked));
}
function adviceOnReply(reply, { withToken, now }) {
  const limit = limitOf(reply);
  if (limit !== "none") {
    const reset = untilReset(reply, now);
    const again = reset === void 0 ? "later" : `after ${new Date(now.getTime() + reset).toISOString()}`;
    const token = withToken ? "" : " Without a token GitHub answers 60 requests an hour: give the job GITHUB_TOKEN.";
    return `GitHub's ${limit} rate limit is reached: run the command again ${again}, or use a pinned copy with --releases.${token}`;
  }
  if (reply.status === 401) {
    return "The token is not valid, or has expired: renew it, or leave it out for a public repository.";
  }
  if (reply.status === 403) {
    return 'The token may not read this: it needs "contents: read" on the repository, and must be authorized for its organization where single sign-on is asked for.';
  }
  if (reply.status === 404 && withToken) {
    return "Check the name of the repository; for a private one, the token must be given access to it (contents: read).";
  }
  if (reply.status === 404) {
    return 'Check the name of the repository; a private one needs a token that may read it, in GITHUB_TOKEN or under "token".';
  }
  if (reply.status === 422) {
    return "GitHub shows only the newest 1,000 releases of a repository: read its tags (github-tags), or keep a file of releases.";
  }
  return void 0;
}

// src/drivers/releases/github/pages.ts
var perPage2 = 100;
var mostPages3 = 99;
async function allGitHubItems(path4, item, { access: access4, effects, source }, signal) {
  const get = httpClient(effects, { source, judge: judgeGitHub });
  const first = below(access4.api, path4);
  first.searchParams.set("per_page", String(perPage2));
  return await allPages(source, first, mostPages3, async (url2) => {
    const reply = await confirmed(url2, access4, (headers) => get({ url: url2, headers }, signal));
    if (reply.status !== 200) {
      throw refusedByGitHub(source, url2, reply, { withToken: access4.withToken, now: effects.clock.now() });
    }
    const items = readJson2(array(item), reply, { source, url: url2 });
    return { items, next: nextPage(reply.headers, url2) ?? pageAfter(url2, items.length) };
  });
}
async function confirmed(url2, { cache, headers }, get) {
  const stored = await cache.find(url2);
  const reply = await get(stored === void 0 ? headers : { ...headers, "if-none-match": stored.etag });
  if (reply.status === 304 && stored !== void 0) {
    return { status: 200, headers: new Headers({ link: stored.link }), body: stored.body };
  }
  const etag = reply.headers.get("etag");
  if (reply.status === 200 && etag) {
    await cache.keep(url2, { etag, link: reply.headers.get("link") ?? "", body: reply.body });
  }
  return reply;
}
function pageAfter(url2, count) {
  if (count < perPage2) return void 0;
  const next = new URL(url2);
  next.searchParams.set("page", String(Number(url2.searchParams.get("page") ?? "1") + 1));
  return next;
}

// src/drivers/releases/github/settings.ts
import { join as join2 } from "node:path";

// src/drivers/releases/github/page-cache.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
var storedPage = strictObject({
  format: literal(1),
  url: string(),
  etag: string().min(1),
  link: string(),
  body: string(),
  /** SHA-256 of the body, in hex: a damaged page counts as none. */
  sha256: string()
});
var noPageCache = { find: async () => void 0, keep: async () => void 0 };
function pageCacheIn(folder) {
  const pathOf = (url2) => join(folder, `${sha256(url2.href)}.json`);
  return {
    find: async (url2) => {
      const page = await readStored(pathOf(url2));
      return page?.url === url2.href && sha256(page.body) === page.sha256 ? page : void 0;
    },
    keep: async (url2, { etag, link, body }) => {
      const page = { format: 1, url: url2.href, etag, link, body, sha256: sha256(body) };
      const unfinished = `${pathOf(url2)}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true, mode: 448 });
        await writeFile(unfinished, JSON.stringify(page), { mode: 384 });
        await rename(unfinished, pathOf(url2));
      } catch {
        await rm(unfinished, { force: true }).catch(() => void 0);
      }
    }
  };
}
async function readStored(path4) {
  try {
    return storedPage.parse(JSON.parse(await readFile(path4, "utf8")));
  } catch {
    return void 0;
  }
}
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
function cacheFolder(environment) {
  if (environment.STAGED_UPGRADE_CACHE) return environment.STAGED_UPGRADE_CACHE;
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, "staged-upgrade");
  return environment.HOME ? join(environment.HOME, ".cache", "staged-upgrade") : void 0;
}

// src/drivers/releases/github/settings.ts
var githubKeys = {
  repository: string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/, "a repository: owner/name").describe("The repository, e.g. `medplum/medplum`."),
  api: template.optional().describe(
    "The address of the API. Left out: what `GITHUB_API_URL` says, or that of github.com. A product on github.com that is read from GitHub Enterprise needs `https://api.github.com`."
  ),
  token: template.optional().describe(
    "A token that may read the repository: `${RELEASES_TOKEN}`. Left out: `GITHUB_TOKEN` where it is set, sent only to the server that it belongs to. Public repositories need none."
  )
};
var settings33 = strictObject(githubKeys);
var defaultApi = "https://api.github.com";
var apiVersion = "2022-11-28";
function githubAccess(configured, context) {
  const { effects, where, placeholders } = context;
  const home = serverAddress(effects.environment.GITHUB_API_URL || defaultApi, "GITHUB_API_URL").url;
  const api = configured.api === void 0 ? home : serverAddress(effects.variables.fill(configured.api, `${where}.api`, placeholders), `${where}.api`).url;
  const token = readToken(configured.token, context, api.origin === home.origin);
  const folder = cacheFolder(effects.environment);
  return {
    api,
    headers: {
      accept: "application/vnd.github+json",
      "x-github-api-version": apiVersion,
      ...token === void 0 ? {} : { authorization: `Bearer ${token}` }
    },
    withToken: token !== void 0,
    cache: folder === void 0 ? noPageCache : pageCacheIn(join2(folder, "github"))
  };
}
function readToken(configured, context, isHome) {
  const { effects, where, placeholders } = context;
  if (configured !== void 0) return effects.variables.fill(configured, `${where}.token`, placeholders);
  if (!isHome || !effects.environment.GITHUB_TOKEN) return void 0;
  return effects.variables.fill("${GITHUB_TOKEN}", where);
}

// src/drivers/releases/github/releases.ts
var settings34 = strictObject(githubKeys).describe("The releases of a repository on GitHub, with dates and notes. Drafts are left out.");
var release = object({
  tag_name: string().min(1),
  draft: boolean(),
  prerelease: boolean(),
  published_at: string().nullish(),
  html_url: string(),
  body: string().nullish()
});
var githubReleases = kind(
  "github-releases",
  settings34,
  (configured, context) => ({
    read: async (signal) => {
      const { repository } = configured;
      const source = `GitHub releases of ${repository}`;
      const access4 = githubAccess(configured, context);
      const asked = { access: access4, effects: context.effects, source };
      const items = await allGitHubItems(`repos/${repository}/releases`, release, asked, signal);
      const tags = items.filter(({ draft }) => !draft).map(publishedTag);
      return { source, tags: [...new Map(tags.map((tag2) => [tag2.tag, tag2])).values()] };
    }
  })
);
function publishedTag({ tag_name, prerelease: prerelease4, published_at, html_url, body }) {
  return {
    tag: tag_name,
    prerelease: prerelease4,
    url: html_url,
    ...publishedAt(published_at),
    ...body ? { notes: body.replaceAll("\r\n", "\n") } : {}
  };
}

// src/drivers/releases/github/tags.ts
var settings35 = strictObject(githubKeys).describe("The tags of a repository on GitHub. They have no dates, so a rule about the age of releases finds none.");
var tag = object({ name: string().min(1) });
var githubTags = kind("github-tags", settings35, (configured, context) => ({
  read: async (signal) => {
    const { repository } = configured;
    const source = `GitHub tags of ${repository}`;
    const access4 = githubAccess(configured, context);
    const asked = { access: access4, effects: context.effects, source };
    const items = await allGitHubItems(`repos/${repository}/tags`, tag, asked, signal);
    return { source, tags: [...new Set(items.map(({ name }) => name))].map((name) => ({ tag: name })) };
  }
}));

// src/drivers/releases/github/kind.ts
var github = [githubReleases, githubTags];

// src/drivers/releases/helm-index/kind.ts
var import_parse = __toESM(require_parse(), 1);
var import_prerelease2 = __toESM(require_prerelease(), 1);
var settings36 = strictObject({
  url: template.describe("The address of the repository, with or without `/index.yaml`."),
  chart: string().min(1).describe("The name of the chart."),
  version: m(["chart", "app"]).default("chart").describe("What names a release: the version of the chart, or that of the application in it."),
  username: template.optional().describe("The user, where the repository asks for one."),
  password: template.optional().describe("The password: `${CHARTS_PASSWORD}`.")
}).describe("The versions of a chart in a Helm repository, each with the version of the application in it.");
var chartVersion = object({
  version: string().min(1),
  appVersion: string().optional(),
  created: string().optional(),
  deprecated: string().optional()
});
var index = object({ entries: record(string(), unknown()) });
var helmIndex = kind("helm-index", settings36, (configured, context) => ({
  read: async (signal) => {
    const { effects, where, placeholders } = context;
    const fill = (key3) => {
      const text = configured[key3];
      return text === void 0 ? void 0 : effects.variables.fill(text, `${where}.${key3}`, placeholders);
    };
    const { chart } = configured;
    const source = `Helm chart ${chart}${configured.version === "app" ? ", by application" : ""}`;
    const address = serverAddress(fill("url") ?? "", `${where}.url`);
    const url2 = address.url.pathname.endsWith(".yaml") ? address.url : below(address.url, "index.yaml");
    const user = fill("username");
    const headers = user === void 0 ? address.headers : basicAuthorization(user, fill("password") ?? "");
    const reply = await httpClient(effects, { source })({ url: url2, headers }, signal);
    if (reply.status !== 200) throw refusedAnswer(source, url2, reply);
    const read = readYaml(reply.body, "texts");
    const parsed = read.kind === "value" ? index.safeParse(read.value) : void 0;
    if (!parsed?.success) throw malformedResponse(source, url2, "is no index of a Helm repository");
    const { entries } = parsed.data;
    if (!Object.hasOwn(entries, chart)) throw unknownChart(where, chart, Object.keys(entries));
    const versions = array(chartVersion).safeParse(entries[chart]);
    if (!versions.success) throw malformedResponse(source, url2, `holds entries of ${chart} that cannot be read`);
    return { source, tags: configured.version === "chart" ? versions.data.map(byChart) : byApplication(versions.data) };
  }
}));
function byChart({ version, appVersion, created, deprecated }) {
  return {
    tag: version,
    prerelease: (0, import_prerelease2.default)(version) !== null,
    ...publishedAt(created),
    ...deprecated === "true" ? { withdrawn: { reason: "The chart is marked as deprecated" } } : {},
    parts: { chart: version, ...appVersion ? { app: appVersion } : {} }
  };
}
function byApplication(versions) {
  const tags = /* @__PURE__ */ new Map();
  const newestFirst = versions.toSorted((a, b) => compareCharts(b.version, a.version));
  for (const published of newestFirst.map(byChart)) {
    const tag2 = published.parts?.app;
    if (tag2 === void 0) continue;
    const known = tags.get(tag2);
    const { withdrawn: _withdrawn, prerelease: _prerelease, ...rest } = published;
    if (known === void 0) {
      tags.set(tag2, { ...rest, tag: tag2, ...published.withdrawn ? { withdrawn: published.withdrawn } : {} });
    } else if (known.withdrawn !== void 0 && published.withdrawn === void 0) {
      tags.set(tag2, { ...rest, tag: tag2 });
    }
  }
  return [...tags.values()];
}
function compareCharts(a, b) {
  const [one, other] = [(0, import_parse.default)(a), (0, import_parse.default)(b)];
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return one.compare(other);
}
var shownCharts = 10;
function unknownChart(where, chart, known) {
  const more = known.length > shownCharts ? `, and ${known.length - shownCharts} more` : "";
  return new UserError({
    happened: `${where}.chart names "${chart}", which the repository does not have.`,
    means: "No releases are known, so no path was planned.",
    next: `It has ${known.slice(0, shownCharts).join(", ") || "no charts"}${more}.`
  });
}

// src/drivers/releases/list/kind.ts
var list = kind(
  "list",
  array(listedRelease).min(1).describe("The releases, written out here: versions in quotes, or with dates and more."),
  (listed2, { where }) => ({
    read: async () => ({ source: `the list in ${where}`, tags: listed2.map(publishedTagFrom) })
  })
);

// src/drivers/releases/npm/kind.ts
var import_prerelease3 = __toESM(require_prerelease(), 1);
var settings37 = strictObject({
  package: string().regex(
    /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-zA-Z0-9~-][a-zA-Z0-9._~-]*$/,
    "the name of a package: name or @scope/name"
  ).describe("The package, e.g. `unleash-server`."),
  registry: template.optional().describe(
    "The address of the registry. Left out: the one that `npm_config_registry` names, or that npm is set to."
  ),
  token: template.optional().describe("A token that may read the package: `${NPM_TOKEN}`.")
}).describe("All versions of an npm package, with their dates; deprecated versions count as withdrawn.");
var packument = object({
  versions: record(string(), object({ deprecated: unknown().optional() })),
  time: record(string(), unknown()).optional()
});
var npm = kind(
  "npm",
  settings37,
  (configured, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const fill = (key3) => {
        const text = configured[key3];
        return text === void 0 ? void 0 : effects.variables.fill(text, `${where}.${key3}`, placeholders);
      };
      const registry = fill("registry") ?? (effects.environment.npm_config_registry || await npmsOwn(configured.package, effects, where));
      const token = fill("token");
      const source = `npm package ${configured.package}`;
      const address = serverAddress(registry, `${where}.registry`);
      const url2 = below(address.url, configured.package.replace("/", "%2f"));
      const login2 = token === void 0 ? address.headers : { authorization: `Bearer ${token}` };
      const headers = { accept: "application/json", ...login2 };
      const reply = await httpClient(effects, { source })({ url: url2, headers }, signal);
      if (reply.status !== 200) throw refusedAnswer(source, url2, reply);
      const { versions, time = {} } = readJson2(packument, reply, { source, url: url2 });
      const tags = Object.entries(versions).map(
        ([version, { deprecated }]) => ({
          tag: version,
          prerelease: (0, import_prerelease3.default)(version) !== null,
          ...publishedAt(time[version]),
          ...withdrawalOf(deprecated)
        })
      );
      return { source, tags };
    }
  })
);
async function npmsOwn(packageName, effects, where) {
  const [, scope] = /^(@[^/]+)\//.exec(packageName) ?? [];
  const ofScope = scope === void 0 ? void 0 : await npmSetting(`${scope}:registry`, effects, where);
  if (ofScope !== void 0 && URL.canParse(ofScope)) return ofScope;
  const registry = await npmSetting("registry", effects, where);
  if (registry !== void 0 && URL.canParse(registry)) return registry;
  throw notNamed("npm did not say which registry it uses (npm config get registry).", where);
}
async function npmSetting(name, effects, where) {
  const { processes, directory } = effects;
  const environment = childEnvironment(effects);
  const argv2 = ["npm", "config", "get", name];
  const asked = await askProgram(processes, { argv: argv2, environment, directory }).catch((cause) => {
    if (!(cause instanceof SystemFailure)) throw cause;
    throw notNamed(`npm was to say which registry it uses. ${cause.detail.happened}`, where, { cause });
  });
  if (asked === void 0)
    throw notNamed('npm was to say which registry it uses. The program "npm" was not found.', where);
  return asked.exitCode === 0 ? asked.stdout.trim() : void 0;
}
function notNamed(happened, where, options) {
  const means = "The releases were not read, and no path was planned.";
  const next = `Name the registry: ${where}.registry, or the variable npm_config_registry.`;
  return new SystemFailure({ happened, means, next }, options);
}
function withdrawalOf(deprecated) {
  if (typeof deprecated === "string" && deprecated.trim() !== "") return { withdrawn: { reason: deprecated.trim() } };
  if (deprecated === true) return { withdrawn: { reason: "It is marked as deprecated on the registry" } };
  return {};
}

// src/drivers/releases/oci/image-name.ts
var dockerHub = { name: "docker.io", api: "registry-1.docker.io" };
var component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
var path3 = new RegExp(`^${component}(?:/${component})*$`);
function parseImageName(text) {
  const [first = "", ...rest] = text.replace(/^oci:\/\//, "").split("/");
  const namesRegistry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const host = namesRegistry ? first : dockerHub.name;
  const name = namesRegistry ? rest.join("/") : [first, ...rest].join("/");
  if (!path3.test(name)) return void 0;
  const isHub = host === dockerHub.name || host === `index.${dockerHub.name}`;
  const scheme = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host) ? "http" : "https";
  const registry = URL.parse(`${scheme}://${isHub ? dockerHub.api : host}/`);
  if (registry === null || registry.username !== "" || registry.pathname !== "/") return void 0;
  return { registry, repository: isHub && !name.includes("/") ? `library/${name}` : name };
}

// src/drivers/releases/oci/challenge.ts
function readChallenge(header, registry, defaultScope) {
  const text = header ?? "";
  if (/^\s*basic\b/i.test(text)) return { kind: "basic" };
  if (!/^\s*bearer\b/i.test(text)) return { kind: "unknown" };
  const parameters = /* @__PURE__ */ new Map();
  for (const [, name = "", quoted, bare] of text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,"]+))/g)) {
    parameters.set(name.toLowerCase(), quoted ?? bare ?? "");
  }
  const realm = URL.parse(parameters.get("realm") ?? "");
  if (realm === null) return { kind: "unknown" };
  const isSafe = realm.protocol === "https:" || realm.protocol === "http:" && registry.protocol === "http:";
  if (!isSafe || realm.username !== "") return { kind: "unknown" };
  const service = parameters.get("service");
  if (service !== void 0) realm.searchParams.set("service", service);
  realm.searchParams.set("scope", parameters.get("scope") || defaultScope);
  return { kind: "bearer", realm };
}

// src/drivers/releases/oci/registry-client.ts
var tokenAnswer2 = object({ token: string().min(1).optional(), access_token: string().min(1).optional() }).transform((answer3) => answer3.token ?? answer3.access_token).pipe(string());
function registryClient(image, login2, http2, source) {
  const basic2 = login2 && basicAuthorization(login2.user, login2.password);
  let authorization;
  const answerTo = async (refusal, signal) => {
    const scope = `repository:${image.repository}:pull`;
    const challenge = readChallenge(refusal.headers.get("www-authenticate"), image.registry, scope);
    if (challenge.kind === "unknown") return void 0;
    if (challenge.kind === "basic") return basic2;
    const reply = await http2({ url: challenge.realm, headers: basic2 ?? {} }, signal);
    if (reply.status !== 200) throw refusedAnswer(source, challenge.realm, reply);
    return { authorization: `Bearer ${readJson2(tokenAnswer2, reply, { source, url: challenge.realm })}` };
  };
  return async (url2, signal) => {
    const reply = await http2({ url: url2, headers: authorization ?? {} }, signal);
    if (reply.status !== 401) return reply;
    authorization = await answerTo(reply, signal);
    return authorization === void 0 ? reply : await http2({ url: url2, headers: authorization }, signal);
  };
}

// src/drivers/releases/oci/kind.ts
var settings38 = strictObject({
  repository: template.describe(
    "The image or chart, without a tag: `medplum/medplum-server` is on Docker Hub, `ghcr.io/acme/records` elsewhere."
  ),
  username: template.optional().describe("The user, where the registry asks for one."),
  password: template.optional().describe("The password or token: `${REGISTRY_PASSWORD}`.")
}).describe(
  "The tags of an image or a chart in a container registry. They have no dates, and a tag can be moved to another image."
);
var tagList = object({ tags: array(string().min(1)).nullish() });
var perPage3 = 1e3;
var mostPages4 = 1e3;
var ociTags = kind("oci-tags", settings38, (configured, context) => ({
  read: async (signal) => {
    const { effects, where, placeholders } = context;
    const fill = (key3) => {
      const text = configured[key3];
      return text === void 0 ? void 0 : effects.variables.fill(text, `${where}.${key3}`, placeholders);
    };
    const name = fill("repository") ?? "";
    const image = parseImageName(name) ?? notAnImage(name, where);
    const source = `tags of ${name}`;
    const user = fill("username");
    const login2 = user === void 0 ? void 0 : { user, password: fill("password") ?? "" };
    const get = registryClient(image, login2, httpClient(effects, { source }), source);
    const first = below(image.registry, `v2/${image.repository}/tags/list`);
    first.searchParams.set("n", String(perPage3));
    const tags = await allPages(source, first, mostPages4, async (url2) => {
      const reply = await get(url2, signal);
      if (reply.status !== 200)
        throw refusedAnswer(source, url2, reply, adviceOnRegistry(reply.status, login2 !== void 0));
      return { items: readJson2(tagList, reply, { source, url: url2 }).tags ?? [], next: nextPage(reply.headers, url2) };
    });
    return { source, tags: [...new Set(tags)].map((tag2) => ({ tag: tag2 })) };
  }
}));
function adviceOnRegistry(status, withLogin) {
  if (status !== 401 && status !== 403) return void 0;
  return withLogin ? "Check username and password of this source, and that they may pull the image." : "Check the name of the image; a private one needs username and password, which may pull it.";
}
function notAnImage(name, where) {
  throw new UserError({
    happened: `${where}.repository is "${name}", which is not the name of an image.`,
    means: "No releases are known, so no path was planned.",
    next: "Write it in small letters without a tag: medplum/medplum-server, or ghcr.io/acme/records."
  });
}

// src/drivers/releases/pypi/project-page.ts
var projectPage = object({
  versions: array(string()).optional(),
  files: array(
    object({
      filename: string(),
      /** A text is the reason. */
      yanked: union([boolean(), string()]).optional(),
      "upload-time": unknown().optional()
    })
  )
});
function tagsOf(project, { versions, files }) {
  const read = versionReader2(project);
  const byVersion = /* @__PURE__ */ new Map();
  for (const text of versions ?? []) byVersion.set(keyOf(text), { text, files: [] });
  for (const file2 of files) {
    const text = read(file2.filename);
    if (text === void 0) continue;
    const known = byVersion.get(keyOf(text));
    if (known !== void 0) known.files.push(file2);
    else if (versions === void 0) byVersion.set(keyOf(text), { text, files: [file2] });
  }
  return [...byVersion.values()].map(({ text, files: own }) => ({
    tag: text,
    ...firstDate(own),
    ...withdrawalOf2(own)
  }));
}
function firstDate(files) {
  const dates = files.flatMap((file2) => publishedAt(file2["upload-time"]).publishedAt ?? []);
  const [first] = dates.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return first === void 0 ? {} : { publishedAt: first };
}
function withdrawalOf2(files) {
  if (files.length === 0) return { withdrawn: { reason: "The index has no file of it that can be installed" } };
  if (files.some(({ yanked }) => yanked === void 0 || yanked === false)) return {};
  const said2 = files.map(({ yanked }) => yanked).find((each) => typeof each === "string" && each.trim() !== "");
  return { withdrawn: { reason: typeof said2 === "string" ? said2.trim() : "It is yanked on the index" } };
}
var archive = /\.(?:tar\.gz|tar\.bz2|tar\.xz|tgz|zip)$/i;
var builtFile = /\.(?:whl|egg)$/i;
function versionReader2(project) {
  const name = project.split(/[-_.]+/).join("[-_.]+");
  const named = new RegExp(`^${name}-(?<rest>.+)$`, "i");
  return (filename) => {
    const rest = named.exec(filename)?.groups?.rest;
    if (rest === void 0) return void 0;
    if (builtFile.test(rest)) return rest.replace(builtFile, "").split("-")[0];
    return archive.test(rest) ? rest.replace(archive, "") : void 0;
  };
}
function keyOf(text) {
  const [, local = ""] = text.split("+");
  const parsed = parseVersionText(text, "pep440");
  if (parsed === void 0) return text.toLowerCase();
  const numbers = parsed.numbers.slice(0, parsed.numbers.findLastIndex((number2) => number2 !== 0) + 1);
  return JSON.stringify([numbers, parsed.prerelease, parsed.revision, local.toLowerCase().replaceAll(/[-_.]+/g, ".")]);
}

// src/drivers/releases/pypi/kind.ts
var publicIndex = "https://pypi.org/simple";
var settings39 = strictObject({
  project: string().regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i, 'the name of a project: letters, digits, ".", "_" and "-"').describe("The project, e.g. `jupyterhub`."),
  index: template.optional().describe(
    `The address of the index. Left out: the one that \`PIP_INDEX_URL\` names, or ${publicIndex}. It must offer the JSON form of the simple index.`
  )
}).describe(
  "All versions of a Python project, with the dates of their files; versions whose files are all yanked count as withdrawn. They are read by `scheme: pep440`."
);
var accepted = "application/vnd.pypi.simple.v1+json";
var pypi = kind(
  "pypi",
  settings39,
  ({ project, index: index2 }, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const source = `PyPI project ${project}`;
      const written7 = index2 === void 0 ? void 0 : effects.variables.fill(index2, `${where}.index`, placeholders);
      const address = serverAddress(
        written7 ?? (effects.environment.PIP_INDEX_URL || publicIndex),
        written7 === void 0 ? "The variable PIP_INDEX_URL" : `${where}.index`
      );
      const name = project.toLowerCase().replaceAll(/[-_.]+/g, "-");
      const url2 = below(address.url, `${name}/`);
      const headers = { accept: accepted, ...address.headers };
      const reply = await httpClient(effects, { source })({ url: url2, headers }, signal);
      if (reply.status !== 200) throw refusedAnswer(source, url2, reply, reply.status === 406 ? noJson : void 0);
      return { source, tags: tagsOf(project, readJson2(projectPage, reply, { source, url: url2 })) };
    }
  })
);
var noJson = 'This index does not offer its pages as JSON: name another one under "index", or use another release source, such as a file.';

// src/drivers/releases/rds-engine/kind.ts
var settings40 = strictObject({
  engine: template.meta({
    description: "The engine, as `aws rds describe-db-engine-versions` names it.",
    examples: ["aurora-postgresql", "postgres", "aurora-mysql", "mysql", "mariadb"]
  }),
  ...awsKeys
}).describe(
  "All versions of an engine that Amazon RDS has in a region, each with those that it may be upgraded to directly, and which of these are major upgrades. A version that is deprecated there counts as withdrawn."
);
var rdsEngine = kind("rds-engine", settings40, (chosen, context) => ({
  read: async (signal) => {
    const { readEngineVersions } = await import("./read-B4QSCESG.js");
    return await readEngineVersions(chosen, context, signal);
  }
}));

// src/drivers/releases.ts
var single = oneOf([list, file, npm, pypi, crates, ...github, helmIndex, ociTags, rdsEngine]);
var releaseSource = oneOf([single, combined(single)]);

// src/drivers/deployers/cdk/init.ts
var cdkInit = {
  name: "cdk",
  title: "AWS CDK",
  settings: {
    app: {
      usual: "infrastructure",
      question: "In which folder is the CDK application, from the root of the repository?"
    },
    stack: {
      usual: "{system}-{environment}",
      question: "What is the stack called in CloudFormation?",
      comment: "In one account and region, production and staging must be two stacks."
    },
    file: {
      usual: "infrastructure/config.json",
      question: "Which JSON or YAML file does the application read its configuration from?"
    },
    set: {
      usual: { image: "acme/app:{version}" },
      comment: "The keys of that file that are set for a release; the rest of it stays as it is."
    },
    changes: {
      usual: { "AWS::ECS::TaskDefinition": "ContainerDefinitions" },
      comment: "What a deploy means to change: anything else refuses it."
    }
  },
  changesFiles: true,
  login: awsLogin
};

// src/drivers/deployers/cdk/place-rule.ts
var written = looseObject({
  stack: string(),
  account: string().optional(),
  region: string().optional(),
  endpoint: string().optional()
});
var cdkPlace = {
  keys: ["stack", "account", "region", "endpoint"],
  written: (settings42) => {
    const read = written.safeParse(settings42);
    if (!read.success || read.data.account === void 0 || read.data.region === void 0) return void 0;
    const { stack, account, region } = read.data;
    return {
      text: JSON.stringify({ stack, account, region }),
      key: "stack",
      advice: 'give each environment a stack of its own, such as `stack: "{system}-{environment}"`'
    };
  }
};

// src/drivers/deployers/cdk/settings.ts
var resourceType = string().regex(/^[A-Za-z0-9]+(?:::[A-Za-z0-9]+)+$/, "a type of resource, such as AWS::RDS::DBInstance");
var mayBe = { added: "added", removed: "removed" };
var changes = record(resourceType, union([string().min(1), array(string().min(1)).min(1)])).refine((types) => Object.keys(types).length > 0, "at least one type of resource").transform(
  (types) => Object.entries(types).map(([type, names]) => {
    const meant = [names].flat();
    return {
      type,
      properties: meant.filter((name) => name !== mayBe.added && name !== mayBe.removed),
      added: meant.includes(mayBe.added),
      removed: meant.includes(mayBe.removed)
    };
  })
);
var cdkSettings = strictObject({
  app: template.default(".").describe(
    "The folder of the application, with its cdk.json; a relative path starts at the root of the repository."
  ),
  stack: template.describe("The name of the stack, as CloudFormation has it."),
  account: string().regex(/^\d{12}$/, "the number of an account: 12 digits").optional().describe("The account in which the stack is: a job that has logged in to another one deploys nothing."),
  file: template.describe(
    "The JSON or YAML file that the application reads, from the root of the repository. It is changed in place: comments and layout stay as they are, and the change is shown."
  ),
  set: record(string().min(1), template).describe(
    'Keys that are set in it for a state, such as `image: "acme/app:{version}"`; a dot leads to a key below another. A value keeps the type that stands there, and one that is `none` removes its key.'
  ),
  changes: changes.describe(
    "What a deploy means to change: by the type of resource, the properties that may change, and `added` or `removed` where such resources may be. Anything else that the application would change refuses the deploy before it starts, and so does whatever loses data."
  ),
  context: record(
    string().min(1),
    template.refine((text) => variableNames(text).length === 0, {
      error: 'a text without ${NAME}: it is an argument, which every process of the machine can read; a secret belongs into "env"'
    })
  ).default({}).describe(
    "Context values for the application (`--context`), such as `config: medplum.config.json`. They are arguments, which every process of the machine can read: nothing secret, and no `${NAME}`, which belongs into `env`."
  ),
  program: argv.default(["npx", "--no-install", "cdk"]).describe("How the program of the AWS CDK is started in the folder of the application."),
  method: m(["change-set", "direct"]).default("change-set").describe("How the CDK has the stack updated."),
  env: record(environmentName, template).default({}).describe("Variables for the application. Of the secrets of this file it gets those that stand here."),
  "product-variables": strictObject({
    parameters: record(string().min(1), template).describe("By the name of a variable, the whole name of the parameter that the server reads in its place.")
  }).optional().describe(
    "Where the server reads what the product is told by environment variables, such as that it holds back its migrations: parameters of AWS Systems Manager. They are written, or removed, before an update, and read back. Left out, the application gets the variables."
  ),
  "no-services": string().min(1).optional().describe(
    "Why nothing has to be stopped before data is restored, for a stack without a service of Amazon ECS: that its database is used by nobody there, or is stopped by a hook. Left out, a restore that would need it is refused."
  ),
  ready: strictObject({
    within: duration.prefault("15m").describe("How long tasks may take to start or to end."),
    stable: fineDuration.prefault("10s").describe("How long they must stay steady without a break.")
  }).prefault({}).describe(
    "When the services of Amazon ECS in the stack are ready that no update of the stack has started: they were stopped for a restore, or only a parameter has changed."
  ),
  within: duration.prefault("2h").describe("How long an update of the stack that is under way already may take before a deploy starts."),
  ...awsKeys
}).describe("A stack of the AWS CDK. One that is there already is updated; it is not created.");

// src/drivers/deployers/cdk/variable-rule.ts
var written2 = looseObject({
  "product-variables": looseObject({ parameters: record(string(), unknown()) })
});
var cdkUntold = (settings42, variables) => {
  const read = written2.safeParse(settings42);
  if (!read.success) return void 0;
  const { parameters } = read.data["product-variables"];
  const untold = variables.filter((name) => !Object.hasOwn(parameters, name));
  const [first] = untold;
  return first === void 0 ? void 0 : {
    variables: untold,
    missing: "the parameters of this deploy do not name it",
    add: `product-variables: { parameters: { ${first}: /the/name/of/the/parameter } }`
  };
};

// src/drivers/deployers/cdk/kind.ts
var part2 = kind("cdk", cdkSettings, (settings42, context) => ({
  kind: "cdk",
  preflight: async (request2) => {
    const { preflightCdk } = await import("./preflight-Y4S3L2VK.js");
    return await preflightCdk(settings42, context, request2);
  },
  deploy: async (request2) => {
    const { deployCdk } = await import("./deploy-ATAACHHD.js");
    return await deployCdk(settings42, contextOf(context, request2), request2);
  },
  place: async (request2) => {
    const { placeOfCdk } = await import("./place-MIZ7YMLV.js");
    return await placeOfCdk(settings42, contextOf(context, request2), request2);
  },
  preview: async (request2) => {
    const { previewCdk } = await import("./preview-NQRRW6JK.js");
    return await previewCdk(settings42, contextOf(context, request2), request2);
  },
  stop: async (request2) => {
    const { stopCdk } = await import("./services-XPWSXQYH.js");
    await stopCdk(settings42, context, request2);
  },
  logs: async (request2) => {
    const { logsOfCdk } = await import("./services-XPWSXQYH.js");
    await logsOfCdk(settings42, context, request2);
  }
}));
function contextOf(context, { version, from: from2, to, parts: parts2 }) {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts2), version, from: from2, to };
  return { ...context, placeholders };
}
var cdk = { part: part2, init: cdkInit, place: cdkPlace, untold: cdkUntold };

// src/world/processes/programs.ts
import { constants } from "node:fs";
import { access as access2 } from "node:fs/promises";
import { delimiter, join as join3, resolve as resolve3 } from "node:path";
async function programFindings(programs, place3, subject) {
  const missing3 = [];
  for (const { where, program } of programs) {
    if (await isThere(program, place3)) continue;
    missing3.push(
      problem(subject, {
        happened: `The program "${program}", which ${where} starts, is not on this machine.`,
        means: "The step that needs it would fail.",
        next: `Install it on the runner, check it out in this job, or correct ${where}.`
      })
    );
  }
  if (missing3.length > 0 || programs.length === 0) return missing3;
  return [fine(subject, `Their programs are here: ${[...new Set(programs.map((each) => each.program))].join(", ")}.`)];
}
async function isThere(program, { directory, environment }) {
  const candidates = program.includes("/") ? [resolve3(directory, program)] : (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "").map((folder) => join3(resolve3(directory, folder), program));
  for (const candidate of candidates) {
    try {
      await access2(candidate, constants.X_OK);
      return true;
    } catch {
    }
  }
  return false;
}

// src/drivers/deployers/command/init.ts
var commandInit = {
  name: "command",
  title: "a command of yours, such as a script",
  settings: {
    run: { usual: ["./deploy/deploy.sh", "{environment}", "{version}"], input: "deploy" },
    stop: { usual: ["./deploy/stop.sh", "{environment}"], input: "stop" },
    env: {
      usual: (dataVariables) => dataVariables,
      comment: "A command gets the secrets that it names here, and no others."
    }
  }
};

// src/drivers/deployers/command/kind.ts
var settings41 = strictObject({
  run: argv.describe(
    "Puts `{version}` in place. It gets STAGED_UPGRADE_VERSION, _FROM, _TO and _ENVIRONMENT as variables too."
  ),
  stop: argv.optional().describe("Stops the server, so that its database can be replaced. Staging needs it."),
  logs: argv.optional().describe(
    "Prints the server's log from `{since}` on, a time such as 2026-03-01T02:14:09.000Z: for smoke tests of kind `logs`."
  ),
  judge: judge.optional(),
  env: record(environmentName, template).default({}).describe(
    "Variables for these commands, without placeholders of a release: `run` has STAGED_UPGRADE_VERSION. Of the secrets of this file they get those that stand here or in `run`; what else the job has, they inherit."
  )
});
var part3 = kind("command", settings41, (configured, context) => {
  const { stop, logs: logs2 } = configured;
  const fillAll = (run, placeholders) => run.map((text) => context.effects.variables.fill(text, `${context.where}.run`, placeholders));
  return {
    kind: "command",
    // What a command puts in place, only the command knows: whether it is to be had cannot be looked up.
    preflight: async ({ hops, subject }) => {
      filledVariables(configured.env, context);
      const deploys = hops.flatMap(
        ({ from: from2, to, parts: parts2 }) => [
          ["from", from2],
          ["to", to]
        ].map(
          ([side, version]) => fillAll(configured.run, { ...context.placeholders, ...partPlaceholders(parts2?.[side]), version, from: from2, to })
        )
      );
      const stops = stop === void 0 ? [] : [fillAll(stop, context.placeholders)];
      const programs = [...deploys.slice(0, 1), ...stops].map(([program = ""]) => ({ where: context.where, program }));
      return await programFindings(programs, context.effects, subject);
    },
    deploy: async (request2) => {
      const { version, from: from2, to, parts: parts2 } = request2;
      const placeholders = { ...context.placeholders, ...partPlaceholders(parts2), version, from: from2, to };
      await runUserCommandOrFail(
        {
          run: configured.run,
          env: configured.env,
          environment: request2.environment,
          ...configured.judge === void 0 ? {} : {
            judge: outputJudge(
              outputRules(configured.judge, { ...context, placeholders }, `${context.where}.judge`)
            )
          },
          log: request2.log,
          ...request2.signal ? { signal: request2.signal } : {}
        },
        { ...context, placeholders },
        `It is not known whether ${request2.version} was put in place.`
      );
      return {};
    },
    ...logs2 === void 0 ? {} : {
      logs: async ({ since: since2, onLine, signal }) => {
        const result = await runUserCommand(
          { run: logs2, env: configured.env, log: { ...silentLog, output: onLine }, signal },
          { ...context, placeholders: { ...context.placeholders, since: since2.toISOString() } }
        );
        if (endedWell(result)) return;
        throw new SystemFailure({
          happened: `The command ${JSON.stringify(logs2.join(" "))} (${context.where}.logs) ${howItEnded(result)}.`,
          means: "What the server has logged is not known.",
          next: "Correct the command, and run the step again."
        });
      }
    },
    ...stop === void 0 ? {} : {
      stop: async (request2) => {
        await runUserCommandOrFail(
          {
            run: stop,
            env: configured.env,
            log: request2.log,
            ...request2.signal ? { signal: request2.signal } : {}
          },
          context,
          "The server may still be running."
        );
      }
    }
  };
});
var command2 = { part: part3, init: commandInit };

// src/drivers/deployers/compose/init.ts
var composeInit = {
  name: "compose",
  title: "Docker Compose",
  settings: {
    file: {
      usual: "deploy/compose.yml",
      question: "Which Compose file, relative to the root of the repository?"
    },
    project: {
      usual: "{system}-{environment}",
      comment: "On one engine, production and staging must be two projects."
    },
    services: {
      usual: ["app"],
      comment: "The services that are replaced; all others, such as the database, are left alone."
    },
    env: {
      usual: { APP_TAG: "{version}" },
      comment: "Variables of the Compose file. It gets the secrets that are named here, and no others."
    }
  }
};

// src/drivers/deployers/compose/own-files.ts
import { dirname, join as join4 } from "node:path";
var written3 = looseObject({
  file: union([string(), array(string())]),
  "env-file": looseObject({ file: string() }).optional(),
  pinned: unknown().optional()
});
function composeFiles(settings42) {
  const read = written3.safeParse(settings42);
  if (!read.success) return [];
  const { file: file2, "env-file": envFile, pinned } = read.data;
  const files = [file2].flat();
  const [first = ""] = files;
  return [
    ...files.map(
      (path4, index2) => ({
        kind: "compose",
        path: path4,
        ...pinned === void 0 || index2 > 0 ? {} : { ofRelease: true }
      })
    ),
    envFile === void 0 ? { kind: "env", path: join4(dirname(first), ".env"), optional: true } : { kind: "env", path: envFile.file }
  ];
}

// src/drivers/deployers/compose/settings.ts
var serviceName = string().regex(/^[a-zA-Z0-9._-]+$/, "the name of a service in the Compose file");
var variableName = string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "the name of a variable, such as APP_TAG");
var sha2562 = string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal: 64 digits and small letters");
var oneOff = strictObject({
  run: tuple([serviceName, template], template).describe("A service and the command that a container of its own, of the new image, runs: `[web, app, migrate]`."),
  ...judgeKeys,
  ...progressKey,
  needs: array(serviceName).default([]).describe(
    "Services of the release that it needs, such as its database: they are put in place, and are ready, before it runs. Only for `before`."
  ),
  when: m(["upgrade", "always"]).default("upgrade").describe("`upgrade`: with the new release alone. `always`: with the previous one too, when it is put back."),
  timeout: duration.prefault("1h").describe("It is left running after that, and the next run of the step waits for it again.")
});
var readBack = strictObject({
  run: tuple([serviceName, template], template).describe("A service and a command that is run in each of its new containers: `[web, app, --version]`."),
  ...judgeKeys,
  same: boolean().default(false).describe("Whether all new containers must answer the same: with the hash of a schema that all must have, say.")
});
var composeSettings = strictObject({
  file: union([template, array(template).min(1)]).describe("The Compose file, or a list of them; relative paths start at the root of the repository."),
  project: template.optional().describe("The project's name; without it, what Compose takes from the file or its folder."),
  services: array(serviceName).min(1).describe(
    "The services that belong to the release, in the order in which they are replaced. No others are touched."
  ),
  env: record(variableName, template).default({}).describe(
    'Variables for the Compose file, such as `APP_TAG: "{version}"`. They take precedence over its env file.'
  ),
  "env-file": strictObject({
    file: template.describe("The file with the variables of the Compose file."),
    set: record(variableName, template).describe("The lines that are changed in it; all others stay as they are.")
  }).optional().describe("For servers on which people run Compose too: the version is kept in the env file."),
  images: record(serviceName, template).default({}).describe("The image of a service, written into the Compose file; comments and layout stay as they are."),
  pinned: strictObject({
    url: template.describe("Where the file of a release is, with `{version}`."),
    sha256: record(string(), sha2562).describe("The checksum of the file of each release that is deployed.")
  }).optional().describe(
    "For products that publish a Compose file with each release: it is fetched, checked, shown and put in place."
  ),
  pull: m(["always", "missing", "never"]).optional().describe(
    "When images are pulled, before anything stops; without it, the service's `pull_policy`, or else always."
  ),
  strategy: m(["recreate", "rolling"]).default("recreate").describe("`rolling`: one replica at a time, each of which must be ready before an old one is stopped."),
  stop: array(serviceName).min(1).optional().describe(
    "Those of the services that are stopped when the server must not write; left out, all of them. A database that is restored in its container must keep running: then name the others."
  ),
  "stop-first": boolean().default(false).describe("Whether these are stopped before the commands of `before`, which must not run beside them."),
  before: array(oneOff).default([]).describe("Commands of the new image, run before its services are started."),
  after: array(oneOff).default([]).describe("Commands of the new image, run when its services are ready."),
  "read-back": array(readBack).default([]).describe(
    "What the new containers must say of themselves before they count as ready, and before an old one is stopped."
  ),
  ready: strictObject({
    within: duration.prefault("5m").describe("How long containers may take to be ready."),
    stable: fineDuration.prefault("3s").describe("How long they must stay ready without a break.")
  }).prefault({}).describe("A container is ready when its health check says so; one without a health check, when it runs."),
  context: template.optional().describe("The Docker context of the engine; without it, the one of the job."),
  host: template.optional().describe("The address of the engine in place of a context: `ssh://deploy@app.example.com`.")
}).refine(({ context, host }) => context === void 0 || host === void 0, 'either "context" or "host"').describe("Services of Docker Compose, version 2.23 or newer.");

// src/drivers/deployers/compose/kind.ts
var part4 = kind("compose", composeSettings, (settings42, context) => ({
  kind: "compose",
  preflight: async (request2) => {
    const { preflightCompose } = await import("./preflight-WNFBDRT5.js");
    return await preflightCompose(settings42, context, request2);
  },
  deploy: async (request2) => {
    const { deployCompose } = await import("./deploy-LROQFKGI.js");
    return { artifacts: await deployCompose(settings42, contextOf2(context, request2), request2) };
  },
  place: async (request2) => {
    const { placeOfCompose } = await import("./place-ZFK73GGX.js");
    return await placeOfCompose(settings42, contextOf2(context, request2), request2);
  },
  stop: async (request2) => {
    const { stopCompose } = await import("./stop-FWWXF5OD.js");
    await stopCompose(settings42, context, request2);
  },
  logs: async (request2) => {
    const { logsOfCompose } = await import("./logs-3HBLA2H4.js");
    await logsOfCompose(settings42, context, request2);
  }
}));
function contextOf2(context, { version, from: from2, to, parts: parts2 }) {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts2), version, from: from2, to };
  return { ...context, placeholders };
}
var compose = { part: part4, init: composeInit, place: composePlace, files: composeFiles };

// src/drivers/deployers/ecs/init.ts
var ecsInit = {
  name: "ecs",
  title: "Amazon ECS",
  settings: {
    cluster: { usual: "{system}-{environment}", question: "What is the cluster called?" },
    service: { usual: "app", question: "What is the service called?" },
    images: {
      usual: { app: "acme/app:{version}" },
      comment: "By the name of the container, the image of a release."
    }
  },
  login: awsLogin
};

// src/drivers/deployers/ecs/place-rule.ts
var written4 = looseObject({
  cluster: string(),
  service: string(),
  account: string().optional(),
  region: string().optional()
});
var ecsPlace = {
  keys: ["cluster", "service", "account", "region", "endpoint"],
  written: (settings42) => {
    const read = written4.safeParse(settings42);
    if (!read.success || read.data.account === void 0 || read.data.region === void 0) return void 0;
    const { cluster, service, account, region } = read.data;
    return {
      text: JSON.stringify({ cluster, service, account, region }),
      key: "cluster",
      advice: 'give each environment a cluster of its own, such as `cluster: "{system}-{environment}"`, or a service'
    };
  }
};

// src/drivers/deployers/ecs/settings.ts
var ecsSettings = strictObject({
  cluster: template.describe("The name or the ARN of the cluster."),
  service: template.describe("The name of the service. It is there already, and keeps how many tasks it has."),
  images: record(string().min(1), template).refine((images) => Object.keys(images).length > 0, "at least one container").describe(
    'By the name of a container, the image of a release: `web: "acme/app:{version}"`. It is pinned by its digest.'
  ),
  env: record(environmentName, template).default({}).describe("Variables of these containers that are set for a release. All others stay as they are."),
  account: string().regex(/^\d{12}$/, "the number of an account: 12 digits").optional().describe("The account in which the cluster is: a job that has logged in to another one deploys nothing."),
  ready: strictObject({
    within: duration.prefault("15m").describe("How long the deployment may take."),
    stable: fineDuration.prefault("10s").describe("How long it must stay steady without a break.")
  }).prefault({}).describe("A deployment is ready when Amazon ECS calls it completed and as many tasks run as are desired."),
  ...awsKeys
}).describe("A service of Amazon ECS.");

// src/drivers/deployers/ecs/kind.ts
var part5 = kind("ecs", ecsSettings, (settings42, context) => ({
  kind: "ecs",
  preflight: async (request2) => {
    const { preflightEcs } = await import("./preflight-FKQG5CV4.js");
    return await preflightEcs(settings42, context, request2);
  },
  deploy: async (request2) => {
    const { deployEcs } = await import("./deploy-NFZZFHNO.js");
    return { artifacts: await deployEcs(settings42, contextOf3(context, request2), request2) };
  },
  place: async (request2) => {
    const { placeOfEcs } = await import("./place-VGUMT6HQ.js");
    return await placeOfEcs(settings42, contextOf3(context, request2), request2);
  },
  stop: async (request2) => {
    const { stopEcs } = await import("./stop-7JY3JH47.js");
    await stopEcs(settings42, context, request2);
  },
  logs: async (request2) => {
    const { logsOfEcs } = await import("./logs-YX7NFROZ.js");
    await logsOfEcs(settings42, context, request2);
  }
}));
function contextOf3(context, { version, from: from2, to, parts: parts2 }) {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts2), version, from: from2, to };
  return { ...context, placeholders };
}
var ecs = { part: part5, init: ecsInit, place: ecsPlace };

// src/drivers/deployers/helm/init.ts
var helmInit = {
  name: "helm",
  title: "Helm, in Kubernetes",
  settings: {
    release: { usual: "{system}" },
    namespace: {
      usual: "{system}-{environment}",
      comment: "In one cluster, production and staging must be two namespaces."
    },
    chart: {
      usual: "./charts/app",
      question: "Which chart: a folder of the repository, or oci://\u2026?"
    },
    values: {
      usual: ["deploy/{environment}.values.yml"],
      comment: "All values of the release, complete: one file for each environment."
    },
    set: {
      usual: { "image.tag": "{version}" },
      comment: "Where the chart takes the release."
    },
    "product-variables": {
      usual: { at: "extraEnv", form: "list" },
      comment: "Where the chart takes variables: some products are told there to hold back their migrations."
    },
    kubeconfig: {
      usual: "${{PREFIX}{SIDE}_KUBECONFIG}",
      comment: "The text of a kubeconfig."
    }
  }
};

// src/drivers/deployers/helm/own-files.ts
var written5 = looseObject({ values: array(string()).optional() });
function helmFiles(settings42) {
  const read = written5.safeParse(settings42);
  return (read.data?.values ?? []).map((path4) => ({ kind: "values", path: path4 }));
}

// src/drivers/deployers/helm/place-rule.ts
var written6 = looseObject({
  release: string(),
  namespace: string(),
  context: string().optional(),
  kubeconfig: string().optional()
});
var helmPlace = {
  keys: ["release", "namespace", "context", "kubeconfig"],
  written: (settings42) => {
    const read = written6.safeParse(settings42);
    if (!read.success) return void 0;
    const { release: release2, namespace, context, kubeconfig } = read.data;
    if (context === void 0 && kubeconfig === void 0) return void 0;
    return {
      text: JSON.stringify({ release: release2, namespace, context, kubeconfig }),
      key: "namespace",
      advice: 'give each environment a namespace of its own, such as `namespace: "{system}-{environment}"`'
    };
  }
};

// src/drivers/deployers/helm/variable-rule.ts
var helmUntold = (settings42, variables) => typeof settings42 === "object" && settings42 !== null && "product-variables" in settings42 ? void 0 : {
  variables,
  missing: "this deploy does not say where the chart takes variables",
  add: "product-variables: { at: extraEnv, form: list }"
};

// src/drivers/deployers/helm/kind.ts
var part6 = kind("helm", helmSettings, (settings42, context) => ({
  kind: "helm",
  preflight: async (request2) => {
    const { preflightHelm } = await import("./preflight-32AFMNBK.js");
    return await preflightHelm(settings42, context, request2);
  },
  deploy: async (request2) => {
    const { deployHelm } = await import("./deploy-XA3UD6M4.js");
    return { artifacts: await deployHelm(settings42, contextOf4(context, request2), request2) };
  },
  place: async (request2) => {
    const { placeOfHelm } = await import("./place-PRGYJ7A7.js");
    return await placeOfHelm(settings42, contextOf4(context, request2), request2);
  },
  stop: async (request2) => {
    const { stopHelm } = await import("./stop-E35MM4YO.js");
    await stopHelm(settings42, context, request2);
  },
  logs: async (request2) => {
    const { logsOfHelm } = await import("./logs-5LKWC47S.js");
    await logsOfHelm(settings42, context, request2);
  }
}));
function contextOf4(context, { version, from: from2, to, parts: parts2 }) {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts2), version, from: from2, to };
  return { ...context, placeholders };
}
var helm = { part: part6, init: helmInit, place: helmPlace, files: helmFiles, untold: helmUntold };

// src/drivers/deployers.ts
var kinds2 = [command2, compose, helm, cdk, ecs];
var deployer = oneOf(kinds2.map(({ part: part7 }) => part7));
var deployerInit = kinds2.map(({ init }) => init);
var deployPlaceRules = new Map(
  kinds2.flatMap(({ init, place: place3 }) => place3 === void 0 ? [] : [[init.name, place3]])
);
var deployVariableRules = new Map(
  kinds2.flatMap(({ init, untold }) => untold === void 0 ? [] : [[init.name, untold]])
);
function deployFiles(kind2, settings42) {
  return kinds2.find(({ init }) => init.name === kind2)?.files?.(settings42) ?? [];
}

// src/products/stages.ts
var manualStep = strictObject({
  id: string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, "small letters, digits, dots and hyphens, such as tell-users").describe("The id with which a person acknowledges that the step is done."),
  text: string().min(1).describe("What to do, as an instruction to the reader."),
  url: url().exactOptional().describe("Where it is described.")
});
var stage = strictObject({
  name: slug.describe("Its label on the path, in hops and in commands."),
  title: string().min(1).describe("What people read."),
  reason: string().min(1).describe("Why the change has this stage; the plan shows it."),
  url: url().exactOptional().describe("Where it is described."),
  reached: reachedProbe.describe(
    "Says whether this stage is reached. The system is at the last stage of the list whose probe says so; when a later one cannot be asked, its state is unknown."
  ),
  deploy: deployer.optional().describe(
    "Leads here from the stage before. It gets `{from}`, `{to}`, `{environment}` and `{access.<name>}`. Left out: the `deploy` of the environment. A run that was killed runs it again, so it must continue where it was."
  ),
  back: deployer.optional().describe(
    "Leads from here back to the stage before, `{from}`, without losing anything. Left out: the stage cannot be gone back from."
  ),
  parts: partVersions.default({}).describe(
    "The versions of the parts that belong to this stage, by their names; `{parts.chart}` hands them to its deploy."
  ),
  manual: array(manualStep).default([]).describe("What a person must do before; it blocks the hop until acknowledged."),
  smoke: array(smokeTest).default([]).describe("Tests that must pass at this stage, besides those of the product.")
});
var stageList = array(stage).min(2).refine((stages) => new Set(stages.map(({ name }) => name)).size === stages.length, {
  error: "stages whose names all differ"
}).refine((stages) => new Set(stages.flatMap(({ manual: manual2 }) => manual2.map(({ id }) => id))).size === dutiesIn(stages), {
  error: "manual steps whose ids all differ: a step is acknowledged by its id"
});
function dutiesIn(stages) {
  return stages.reduce((sum, { manual: manual2 }) => sum + manual2.length, 0);
}

// src/products/topology.ts
var change = strictObject({
  reason: string().min(1).describe("Why it is a hop of its own; the plan shows it."),
  url: url().exactOptional().describe("Where it is described.")
});
var topologyChanges = strictObject({
  "add-instances": change.describe("Instances are added, so that there is something to fail over to."),
  reader: change.describe("All instances but the one that is declared as the writer get another class."),
  writer: change.describe("The instance that is declared as the writer gets another class."),
  "reader-setting": change.describe("The class of readers of their own is taken out of the configuration."),
  "remove-instances": change.describe("Instances are deleted.")
});

// src/products/definition.ts
var description = {
  name: slug.describe("The name by which the configuration asks for the product."),
  title: string().min(1).describe("The name that people read."),
  documentation: url().optional().describe("The vendor's own page about upgrades."),
  changelog: string().regex(
    /^https:\/\/\S*\{version\}\S*$/,
    "an address with {version}, such as https://example.com/releases/v{version}"
  ).optional().describe(
    "Where the vendor says what a release brings: an address with `{version}`. The diagnostics file has it for both sides of the hop."
  )
};
var access3 = record(slug, strictObject({ description: string().min(1) })).default({}).describe("Credentials that the probes need; each environment gives them a value under `access:`.");
var parts = record(partName, versionProbe).optional().describe(
  "In which version its parts beside the release are there, by their names: `chart`, `database`. What no probe shows, a person gives."
);
var window = strictObject({
  reason: string().min(1).describe("Why, in a sentence for the person who writes the configuration."),
  url: url().optional().describe("Where the vendor says so.")
}).optional().describe(
  "It is upgraded in a maintenance window only: a configuration without `windows` that open and close is refused, unless it waives them with a reason."
);
var tests = {
  "needs-window": window,
  baseline: array(measure).default([]).describe(
    "What is measured before a newer release is deployed, and compared after: on staging in the rehearsal, and on production."
  ),
  smoke: array(smokeTest).default([]).describe("Tests that every installation of the product must pass."),
  stores: array(
    strictObject({
      name: string().min(1).describe("What people call it: `binary storage`."),
      besides: array(string()).nonempty().describe("The kinds of data that do not hold it: `[postgres]`."),
      reason: string().min(1).describe("What is missing on a copy without it."),
      "named-by": strictObject({
        id: slug.describe("By which a person acknowledges that it is apart, where none of these files shows it."),
        settings: array(filePlace).min(1).describe("Keys of the user\u2019s own files by which its server finds it; one of them is enough.")
      }).optional().describe(
        "A copy is not restored on staging before the files that staging is deployed with show that it is staging\u2019s own that its server uses, and not production\u2019s."
      )
    })
  ).default([]).describe(
    "What it keeps outside its database: `preflight` and `plan` warn where no store under `data` can hold it."
  ),
  "known-problems": array(knownProblem).default([]).describe("What operators of it are known to meet, recognized by what is in a log or in its settings."),
  checklists: array(checklist).default([]).describe(
    "The checklists that its vendor asks to be worked through: the report fills them in for each hop, each item by a record of the journal."
  ),
  evidence: array(evidenceSource).default([]).describe(
    "What its vendor will ask for after a failure, such as the list of its jobs: asked of production then, and kept in the diagnostics file beside the whole answers of the probes."
  )
};
var versionsProduct = strictObject({
  ...description,
  versions: versionScheme.describe("How the product's tags and version texts are read."),
  releases: releaseSource.describe("Where the published versions are found."),
  path: pathRules.describe("Which steps from one release to another the vendor allows, and why."),
  facts: record(slug, declaredFact).optional().describe(
    "The facts that `when` of its rules asks for, with what a person must know to answer. One that is not declared is read as its rules compare it."
  ),
  access: access3,
  probes: strictObject({
    health: healthProbe.describe("Is it serving?"),
    version: versionProbe.describe("Which release answers?"),
    migrations: migrationsProbe.optional().describe(
      "How far its migrations are. Without it, migrations are done when the release answers and is healthy."
    ),
    parts
  }).describe("How the live system is observed."),
  durations: typicalDurations.optional(),
  "migrated-by": literal("deploy").optional().describe(
    "Where its migrations are over when the deploy is, as those of a command or a Job of the vendor are: a server that does not answer within `start-timeout` has then failed to start. Left out, its migrations run at start-up and may take their time."
  ),
  migrations: strictObject({
    defer: strictObject({
      env: record(string(), string()).describe("Variables that a deploy sets to keep the migrations back, and leaves unset to let them run.")
    }).describe("How a release is deployed without starting its migrations: this opens the rollback window."),
    start: migrationStarter.describe("How the migrations that were kept back are started."),
    "start-after": duration.optional().describe(
      "How long after a deploy the first of them is started at the soonest: where servers know each other for a while, a start that is asked for sooner waits longer."
    ),
    settle: duration.prefault("10s").describe("How long after a deferred deploy it is watched that nothing has started."),
    trace: duration.prefault("2m").describe("How long the start of a migration may leave no trace in the probe before it counts as lost.")
  }).optional().describe(
    "Left out for a product whose migrations run at start-up and cannot be deferred: it has no rollback window."
  ),
  ...tests
}).refine(
  ({ path: path4, probes }) => path4.every(({ movesAlone, part: part7 = "" }) => !movesAlone || part7 in (probes.parts ?? {})),
  {
    path: ["probes", "parts"],
    error: "a probe for each part that a rule moves in a hop of its own (`alone.to`): only that shows which state it is"
  }
);
var stagesProduct = strictObject({
  ...description,
  stages: stageList.describe(
    "The stages of the change in their order, none of which is left out. The first is where it starts."
  ),
  access: access3,
  probes: strictObject({
    health: healthProbe.optional().describe("Is it serving? Left out: it is taken to serve at every stage that is reached."),
    parts
  }).prefault({}).describe("How the live system is observed, besides the stages."),
  ...tests
});
var topologyProduct = strictObject({
  ...description,
  topology: topologyChanges.describe(
    "Why each change is a hop of its own. What the cluster is now, the environment's `topology` says."
  ),
  access: access3,
  probes: strictObject({
    health: healthProbe.optional().describe(
      "Is it answering? It is asked several times a second while the cluster is changed. Left out, an available cluster is all that is asked of it."
    ),
    writes: healthProbe.optional().describe("Does it take writes? It is asked beside `health`, so that both interruptions are measured."),
    parts
  }).prefault({}).describe("How the live system is observed, besides its topology."),
  ...tests
});
var productDefinition = union([versionsProduct, stagesProduct, topologyProduct]);
function hasVersions(product) {
  return "versions" in product;
}
function isMigratedByDeploy(product) {
  return hasVersions(product) && product["migrated-by"] === "deploy";
}
function hasStages(product) {
  return "stages" in product;
}
function hasTopology(product) {
  return "topology" in product;
}
function reversibleStages({ stages }) {
  return stages.filter(({ back }) => back !== void 0).map(({ name }) => name);
}

export {
  problemsIn,
  typicalDuration,
  typicalText,
  acceptedForms,
  readFact,
  evaluate,
  contains,
  uncovered,
  without,
  catalogueOf,
  entryAt,
  releaseGraphOf,
  lineOf,
  lineAt,
  listed,
  labelAt,
  carrierOf,
  newestUsable,
  listedMigration,
  liftedBy,
  pathRules,
  manualStepIds,
  fileRequirementsOf,
  partsAskedBy,
  factTypesIn,
  factsAskedBy,
  migrationListsAskedBy,
  awsLogin,
  kind,
  namedKind,
  oneOf,
  kindTitle,
  answersOfProbes,
  openEvidence,
  smokeTest,
  measure,
  topologyProbe,
  probeLogins,
  tokenSource,
  readJson2 as readJson,
  productFolder,
  listedFrom,
  parseReleaseFile,
  programFindings,
  deployer,
  deployerInit,
  deployPlaceRules,
  deployVariableRules,
  deployFiles,
  versionsProduct,
  stagesProduct,
  topologyProduct,
  productDefinition,
  hasVersions,
  isMigratedByDeploy,
  hasStages,
  hasTopology,
  reversibleStages
};
