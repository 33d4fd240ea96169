import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  basisWithout,
  describeChange,
  givenFor,
  givenVersion,
  isEmpty,
  openPathSource,
  planHops,
  plannedFrom
} from "./chunk-PMOYQU3H.js";
import {
  textTable,
  unfinishedClimb
} from "./chunk-QB7Q6QID.js";
import {
  pathWarnings
} from "./chunk-FVRLMGOS.js";
import {
  shippedProducts
} from "./chunk-4IY6IEBM.js";
import {
  refuseLostRecords
} from "./chunk-LBPCGMRJ.js";
import {
  changedSince,
  doneContents
} from "./chunk-SAITKFGM.js";
import {
  dayOf,
  dayTime,
  folded,
  fullTime,
  heading,
  list,
  markdownOf,
  paragraph,
  section,
  table
} from "./chunk-L4L2GTLI.js";
import {
  longestMatrix,
  matrixHopOf
} from "./chunk-HU6FTOZV.js";
import {
  escapeMarkdown
} from "./chunk-NG6ROUHR.js";
import {
  typicalText
} from "./chunk-CF4GPMPN.js";
import {
  contentDigests
} from "./chunk-VQ6AOQ3M.js";
import {
  askGitHubForTime,
  wrongClock
} from "./chunk-JBZEG5WW.js";
import {
  isDoneByHand
} from "./chunk-WNC3J4Y2.js";
import {
  countText,
  durationText,
  roughText
} from "./chunk-NPESFTYR.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/report/approvals.ts
function countApprovals(hops, { deferrable }, gates) {
  return {
    ...gates.scope === "path" ? { wholePath: true } : {},
    deploys: gates.production === "none" ? 0 : hops,
    // Where migrations run at start-up, the approval of the deploy is the only one there can be.
    migrations: deferrable && gates.finalize !== "none" ? hops : 0
  };
}
function approvalSentence({ deploys, migrations, wholePath }) {
  const all = deploys + migrations;
  if (all === 0) return 'No approval will be asked for: the gates are set to "none".';
  if (wholePath === true) return wholePathSentence(deploys, migrations);
  const parts = [
    ...deploys === 0 ? [] : [`${deploys} before production is deployed`],
    ...migrations === 0 ? [] : [`${migrations} before its migrations start`]
  ];
  return `${all === 1 ? "1 approval" : `${all} approvals`} will be asked for: ${parts.join(" and ")}.`;
}
function wholePathSentence(deploys, migrations) {
  const starts = migrations === 0 ? "" : ` and every start of migrations, ${migrations} points of no return`;
  return `1 approval will be asked for, before the first hop, and it is for the whole path: ${deploys === 1 ? "its deploy" : `all ${deploys} deploys`} on production${migrations === 1 ? " and the start of its migrations, the point of no return" : starts}. Nobody is asked again; a hop whose rehearsal or tests fail still ends the climb.`;
}

// src/report/plan-json.ts
function planJson(plan) {
  const { path, hops, approvals, since, warnings, remarks } = plan;
  return {
    current: hops.at(0)?.hop.from ?? path.current,
    target: path.target,
    hops: hops.map(hopJson),
    complete: hops.length === 0,
    approvals,
    ...warnings.length === 0 ? {} : { warnings },
    notes: [...remarks, ...path.kind === "path" ? path.notes : []],
    details: path.details,
    ...since === void 0 ? {} : { sinceCopy: since }
  };
}
function hopJson({ hop, detail }) {
  const { id, index, from, to, digest, reasons, manual, parts, releases } = hop;
  return {
    id,
    index,
    from,
    to,
    publishedAt: detail.publishedAt ?? null,
    // A plan without a configuration is no plan of a system: there is nothing that could be approved.
    digest: digest === "" ? null : digest,
    reasons,
    manual,
    ...parts === void 0 ? {} : { parts },
    ...releases === void 0 ? {} : { releases },
    notes: { advice: detail.advice, parts: detail.parts, releases: detail.releaseNotes },
    rehearsed: detail.rehearsed ?? null,
    formerlyRehearsed: detail.formerly ?? null,
    estimate: detail.estimate ?? null,
    typical: detail.typical === void 0 ? null : typicalJson(detail.typical)
  };
}
function typicalJson({ kind, from, to }) {
  return { kind, milliseconds: { from, to } };
}

// src/drivers/releases/since-pinned.ts
function sinceSentences(since) {
  if (since.kind === "cannot-tell") return [`What was published since cannot be determined: ${since.reason}`];
  return since.changes.length === 0 ? ["Nothing has changed."] : since.changes.map(describeChange);
}

// src/report/plan-model.ts
function subjectText({ product, system }) {
  return system === void 0 ? product : `${system} (${product})`;
}
function isPublished({ details }) {
  return details.unit === void 0;
}
function wholePathRemarks({ path, remarks }) {
  return [...remarks, ...path.kind === "path" ? path.notes : [], ...path.details.idle.map(({ text }) => text)];
}
function rehearsedAlready({ hops, now }) {
  return hops.flatMap(({ hop, detail: { rehearsed, formerly, estimate } }) => {
    if (rehearsed === void 0) {
      if (formerly === void 0) return [];
      const text2 = `${hop.title} was rehearsed on ${dayTime(formerly.at, now)}, and that does not count any more: ${formerly.because}. It is rehearsed again.`;
      return [{ index: hop.index, text: text2 }];
    }
    const time = estimate === void 0 ? "" : ` "Will take" is ${durationText(estimate.milliseconds)} by ${estimate.basis}.`;
    const { at, countsUntil, changed } = rehearsed;
    const but = changed.length === 0 ? "" : ` But ${changedSince(changed)}: the tests as they are now have not run on staging.`;
    const text = `${hop.title} on ${dayTime(at, now)}; it counts until ${dayTime(countsUntil, now)}.${but}${time}`;
    return [{ index: hop.index, text }];
  });
}
function rehearsedDay({ rehearsed, formerly }, none) {
  if (rehearsed !== void 0) return rehearsed.at.slice(0, 10);
  return formerly === void 0 ? none : "to be repeated";
}
function leftOut({ path }) {
  return path.details.leftOut.map(({ version, text, url, fixedIn }) => {
    const named = text.startsWith(`${version} `) ? text : `${version}: ${text}`;
    const source = url === void 0 ? "" : ` (${url})`;
    return `${named}${source}${fixedIn === void 0 ? "" : ` It is fixed in ${fixedIn}.`}`;
  });
}
function ignoredTags({ path }) {
  return path.details.ignored.map(
    ({ reason, count, examples }) => `${countText(count, "tag")} left out (${examples.join(", ")}${count > examples.length ? ", \u2026" : ""}), because each of them ${reason}.`
  );
}
function partLines({ parts }) {
  if (parts === void 0) return [];
  const names = [.../* @__PURE__ */ new Set([...Object.keys(parts.from), ...Object.keys(parts.to)])];
  return names.map((name) => {
    const [from = "not known", to = "not known"] = [parts.from[name], parts.to[name]];
    return from === to ? `${name} ${from} (it stays)` : `${name} ${from} \u2192 ${to}`;
  });
}
function willTake({ estimate, typical }, written) {
  if (estimate !== void 0) return written(estimate.milliseconds);
  return typical === void 0 ? "not known" : typicalText(typical);
}

// src/report/plan-text.ts
var shownNotes = 8;
function planText(plan, columns) {
  const { hops } = plan;
  return [
    `${subjectText(plan)}, planned ${fullTime(plan.now)}.`,
    table2(plan, columns),
    approvalSentence(plan.approvals),
    section2("Mind", plan.warnings),
    section2(
      "Rehearsals so far",
      rehearsedAlready(plan).map(({ index, text }) => `${index}. ${text}`)
    ),
    section2("Why each hop", hops.flatMap(reasonLines)),
    section2("To do by hand, before the hop", hops.flatMap(manualLines)),
    section2(
      "Parts beside the release",
      hops.flatMap(({ hop }) => partLines(hop).map((line) => `${hop.index}. ${line}`))
    ),
    section2("Worth knowing", hops.flatMap(adviceLines)),
    section2("What the release notes on the way warn of", hops.flatMap(noteLines)),
    section2("Releases that are left out", leftOut(plan)),
    section2("The plan as a whole", [...wholePathRemarks(plan), sourceSentence(plan), ...ignoredTags(plan)]),
    sinceText(plan)
  ].filter((part) => part !== "").join("\n\n");
}
function sinceText({ since }) {
  return since === void 0 ? "" : section2(`Since the copy "${since.copy}" was written`, sinceSentences(since));
}
function sourceSentence({ path: { details } }) {
  const lists = (details.migrations ?? []).map(
    ({ url, sha256, count }) => ` Each hop was checked against ${countText(count, "migration")} as they are published with the target: ${url} (SHA-256 ${sha256}).`
  );
  return `Planned from ${countText(details.releases, details.unit ?? "release")}, read from: ${details.source}.${lists.join("")}`;
}
function table2({ hops, path }, columns) {
  const dated = isPublished(path);
  const rows = hops.map(({ hop, detail }) => [
    String(hop.index),
    hop.from,
    hop.to,
    ...dated ? [detail.publishedAt?.slice(0, 10) ?? "not known"] : [],
    hop.manual.length === 0 ? "-" : hop.manual.map((step) => isDoneByHand(step) ? "done" : "TO DO").join(", "),
    rehearsedDay(detail, "-"),
    willTake(detail, durationText),
    hop.digest === "" ? "-" : hop.digest.slice(0, 12)
  ]);
  const published = dated ? ["published"] : [];
  return textTable(["hop", "from", "to", ...published, "by hand", "rehearsed", "will take", "digest"], rows, columns);
}
function section2(title, lines2) {
  return lines2.length === 0 ? "" : [`${title}:`, ...lines2.map((line) => `  ${line}`)].join("\n");
}
function reasonLines({ hop }) {
  return hop.reasons.map((reason) => `${hop.index}. ${withSource(reason)}`);
}
function manualLines({ hop }) {
  return hop.manual.flatMap((step) => [
    `${hop.index}. [${isDoneByHand(step) ? "x" : " "}] ${step.id}: ${withSource(step)}`,
    ...fileLines(step).map((line) => `      ${line}`)
  ]);
}
function fileLines({ acknowledged, files }) {
  if (files === void 0 || acknowledged) return [];
  if (files.kind === "in-place") return ["Your files have it."];
  return [
    ...files.missing,
    ...files.lines.flatMap(({ path, lines: lines2 }) => [`${path}:`, ...lines2.map((line) => `  ${line}`)])
  ];
}
function adviceLines({ hop, detail }) {
  return [
    ...detail.advice.map((advice) => `${hop.index}. ${withSource(advice)}`),
    ...detail.parts.map((move) => `${hop.index}. ${move.part} ${move.versions}: ${move.reason}`)
  ];
}
function noteLines({ hop, detail: { releaseNotes: releaseNotes2 } }) {
  const left = releaseNotes2.length - shownNotes;
  return [
    ...releaseNotes2.slice(0, shownNotes).map((note) => `${hop.index}. ${noteText(note)}`),
    ...left > 0 ? [`${hop.index}. \u2026 and ${left} more; --json has them.`] : []
  ];
}
function noteText({ version, topic, heading: heading2, excerpt, url }) {
  const said = [heading2, excerpt].filter((part) => part !== "").join(": ");
  return `${version}, ${topic}: ${said}${url === void 0 ? "" : ` (${url})`}`;
}
function withSource({ text, url }) {
  return url === void 0 ? text : `${text} (${url})`;
}

// src/report/plan-report.ts
var shownNotes2 = 25;
function planMarkdown(plan) {
  return markdownOf(planDocument(plan));
}
function planDocument(plan) {
  const { hops, path, since, now } = plan;
  const first = hops.at(0)?.hop.from ?? path.current;
  return [
    heading(2, `${first} \u2192 ${path.target}`),
    paragraph(`${subjectText(plan)}, planned ${dayTime(now.toISOString(), now)}: ${countText(hops.length, "hop")}.`),
    ...hopTable(plan),
    paragraph({ strong: approvalSentence(plan.approvals) }),
    ...section("Mind", list(plan.warnings)),
    ...section("To do by hand", list(hops.flatMap(manualItems))),
    ...section("Why", list(hops.flatMap(({ hop }) => hop.reasons.map((reason) => numbered(hop, withSource2(reason)))))),
    ...section(
      "Rehearsals so far",
      list(rehearsedAlready(plan).map(({ index, text }) => [{ strong: `${index}.` }, ` ${text}`]))
    ),
    ...section(
      "Parts beside the release",
      list(hops.flatMap(({ hop }) => partLines(hop).map((line) => numbered(hop, [line]))))
    ),
    ...section("Worth knowing", list(hops.flatMap(adviceItems))),
    ...section("What the release notes on the way warn of", hops.flatMap(releaseNotes)),
    ...folded("Releases that are left out", list(leftOut(plan))),
    ...folded("How it was planned", list([...wholePathRemarks(plan), sourceSentence(plan), ...ignoredTags(plan)])),
    ...since === void 0 ? [] : folded(`Since the copy "${since.copy}" was written`, list(sinceSentences(since))),
    ...folded("Ids: the digests of what is approved", digests(hops)),
    diagram(hops.map(({ hop }) => hop))
  ];
}
function hopTable({ hops, path, now }) {
  const dated = isPublished(path);
  return table(
    ["hop", "from \u2192 to", ...dated ? ["published"] : [], "by hand", "rehearsed", "will take"],
    hops.map(({ hop, detail }) => [
      String(hop.index),
      { strong: hop.title },
      ...dated ? [detail.publishedAt === void 0 ? "not known" : dayOf(detail.publishedAt)] : [],
      hop.manual.map((step) => `${isDoneByHand(step) ? "\u2714" : "to do:"} ${step.id}`).join(", "),
      detail.rehearsed === void 0 ? detail.formerly === void 0 ? "not yet" : "to be repeated" : `\u2714 ${dayTime(detail.rehearsed.at, now)}`,
      willTake(detail, roughText)
    ])
  );
}
function numbered({ index }, text) {
  return [{ strong: `${index}.` }, " ", ...text];
}
function manualItems({ hop }) {
  return hop.manual.map((step) => ({
    ticked: isDoneByHand(step),
    text: numbered(hop, [`${step.id}: `, ...withSource2(step), ...fileSpans(step)])
  }));
}
function fileSpans({ acknowledged, files }) {
  if (files === void 0 || acknowledged) return [];
  if (files.kind === "in-place") return [" Your files have it."];
  const changes = files.lines.flatMap(({ path, lines: lines2 }) => [
    { break: true },
    { code: path },
    ...lines2.flatMap((line) => [{ break: true }, { code: line }])
  ]);
  return [` ${files.missing.join(" ")}`, ...changes];
}
function adviceItems({ hop, detail }) {
  return [
    ...detail.advice.map((advice) => numbered(hop, withSource2(advice))),
    ...detail.parts.map((move) => numbered(hop, [`${move.part} ${move.versions}: ${move.reason}`]))
  ];
}
function releaseNotes({ hop, detail }) {
  const left = detail.releaseNotes.length - shownNotes2;
  const items = detail.releaseNotes.slice(0, shownNotes2).map(({ version, topic, heading: title, excerpt, url }) => {
    const said = [title, excerpt].filter((part) => part !== "").join(": ");
    return [url === void 0 ? version : { link: version, url }, `, ${topic}: ${said}`];
  });
  return folded(
    `${hop.title}: ${detail.releaseNotes.length} to read`,
    list([...items, ...left > 0 ? [`\u2026 and ${left} more.`] : []])
  );
}
function digests(hops) {
  return list(
    hops.flatMap(({ hop }) => hop.digest === "" ? [] : [numbered(hop, [`${hop.id}: `, { code: hop.digest }])])
  );
}
function withSource2({ text, url }) {
  return url === void 0 ? [text] : [`${text} (`, { link: "source", url }, ")"];
}
function diagram(hops) {
  const nodes = [...hops.slice(0, 1).map((hop) => hop.from), ...hops.map((hop) => hop.to)];
  const lines2 = nodes.map((label, index) => `  s${index}["${label.replaceAll(/["\s]+/g, " ")}"]`);
  const edges = hops.map((hop, index) => `  s${index} -->${mark(hop)} s${index + 1}`);
  return { kind: "diagram", mermaid: ["flowchart LR", ...lines2, ...edges].join("\n") };
}
function mark({ manual }) {
  if (manual.length === 0) return "";
  return manual.every(isDoneByHand) ? "|by hand, done|" : "|by hand|";
}

// src/planning/seen-at-target.ts
async function seenAtTarget(project, { observation, current }, ring, { result, refused }) {
  if (observation === void 0) return result;
  const { serving, migrations } = observation;
  await askGitHubForTime(project);
  const wrong = wrongClock(project, await project.journal.read());
  if (wrong !== void 0) return refused(wrong.message);
  if (serving.kind === "yes" && migrations.kind === "done") {
    await project.journal.append({ type: "at-target", version: current, ring });
    return result;
  }
  const because = serving.kind === "yes" ? `its migrations are ${migrations.kind}` : `${serving.kind === "no" ? "it is not healthy" : "its health is unknown"}: ${serving.reason}`;
  const message = {
    happened: `Production runs ${current}, the target, and ${because}.`,
    means: `It does not count as validated, so no ring behind "${ring}" starts.`,
    next: "Look at the server. The next run of the fleet looks at it again."
  };
  return {
    ...result,
    outcome: serving.kind === "unknown" ? "unknown" : "failed",
    headline: message.happened,
    message,
    outputs: { ...result.outputs, complete: false },
    summary: `**${escapeMarkdown(message.happened)}**

${escapeMarkdown(`${message.means} ${message.next}`)}
`
  };
}

// src/planning/plan-to-do.ts
async function planToDo(project, input, accept = () => void 0) {
  const asked = input.target === unfinished ? await askedBefore(project, input) : input;
  if ("because" in asked) {
    const headline = `Nothing to continue. ${asked.because}`;
    const outputs = { hops: [], count: 0, complete: false };
    return {
      result: { outcome: "skipped", headline, outputs, summary: `${escapeMarkdown(headline)}
`, text: "" },
      hops: []
    };
  }
  const planned = await planHops(project, asked);
  accept(planned.hops);
  return { result: await planResult(project, planned, asked), hops: planned.hops };
}
var unfinished = "unfinished";
async function askedBefore(project, input) {
  const found = unfinishedClimb(await project.journal.read());
  if (found.kind === "nothing") return { because: found.because };
  const { target, acknowledged, given } = found;
  return {
    ...input,
    target,
    acknowledge: [...input.acknowledge ?? [], ...acknowledged],
    // What is given now counts more than what was given then.
    facts: [...given.facts, ...input.facts ?? []],
    parts: [...given.parts, ...input.parts ?? []]
  };
}
async function planResult(project, planned, asked) {
  const result = described(planned, {
    traits: project.traits,
    gates: project.configuration.gates,
    product: project.product.title,
    system: project.configuration.system,
    now: project.effects.clock.now(),
    columns: project.effects.columns?.()
  });
  const first = planned.hops.at(0);
  if (result.outcome === "skipped" && asked.ring !== void 0 && asked.operation === "climb")
    return await seenAtTarget(project, planned, asked.ring, {
      result,
      refused: (message) => clockRefused(message, result)
    });
  if (result.outcome !== "passed" || first === void 0 || !planned.observed) return result;
  const given = givenFor(asked);
  const entries = await project.journal.read();
  await askGitHubForTime(project);
  const wrong = wrongClock(project, entries);
  if (wrong !== void 0) return clockRefused(wrong.message, result);
  const isFirst = !entries.some(({ event }) => event.type === "planned");
  if (isFirst) await refuseLostRecords(project);
  await project.journal.append({
    type: "planned",
    current: first.from,
    target: result.outputs.target ?? first.to,
    hops: planned.hops.map(({ id, from, to, digest, manual, reasons, parts, releases }) => ({
      id,
      from,
      to,
      digest,
      manual: manual.map(({ files: _files, ...step }) => step),
      reasons,
      ...parts === void 0 ? {} : { parts },
      ...releases === void 0 ? {} : { releases }
    })),
    operation: asked.operation ?? "plan",
    ...asked.ring === void 0 ? {} : { ring: asked.ring },
    ...project.traits.waiver === void 0 ? {} : { waiver: project.traits.waiver },
    ...isEmpty(given) ? {} : { given },
    contents: contentDigests(doneContents(project))
  });
  return result;
}
async function planForProduct(name, input, effects) {
  if (input.config !== void 0) {
    throw new UserError({
      happened: `Both a configuration ("${input.config}") and the product "${name}" are given.`,
      means: "A configuration names its own product, so one of the two is not meant. No path was planned.",
      next: "Leave out --product to plan with the configuration, or --config to plan without one."
    });
  }
  const product = shippedProducts.find(name);
  if (product === void 0) {
    throw new UserError({
      happened: `There is no product "${name}".`,
      means: "No path was planned.",
      next: `These are shipped: ${shippedProducts.names.join(", ")}. A product of your own is written into a configuration.`
    });
  }
  const current = givenVersion(input, "--product");
  const basis = basisWithout(product, effects, input);
  const planned = await plannedFrom({
    basis,
    source: await openPathSource(product, effects, input),
    current: { label: current, parts: basis.parts },
    halfDone: void 0,
    digest: () => "",
    evidence: () => ({})
  });
  return described(planned, {
    traits: { deferrable: product.migrations !== void 0, proveRestorePoint: false },
    gates: { production: "environment", finalize: "environment", scope: "hop" },
    product: product.title,
    now: effects.clock.now(),
    columns: effects.columns?.()
  });
}
function described(planned, subject) {
  const { plan: path, hops, current } = planned;
  if (path.kind === "faulty") {
    const means = path.faults.map(({ text }) => `- ${text}`).join("\n");
    return notPlanned({ ...path.message, means }, current, current, { faults: path.faults });
  }
  if (path.kind === "unknown-release") return notPlanned(path.message, current, path.asked, {});
  if (path.kind !== "path" && path.kind !== "already-there") {
    return notPlanned(path.message, current, path.target, refusalJson(path));
  }
  if (planned.missing !== void 0) return notPlanned(planned.missing, current, path.target, { why: "unknown-part" });
  const facts = factsOfPlan(planned, path, subject);
  const first = hops.at(0);
  if (first === void 0 && path.kind === "already-there" && path.doubt !== void 0) {
    return doubted(path.doubt, planned, path, facts);
  }
  if (first === void 0) {
    const { happened, next } = path.kind === "already-there" ? path.message : { happened: "Nothing to do.", next: "" };
    return {
      outcome: "skipped",
      headline: happened,
      outputs: outputsOf(current, path.target, planned, true),
      summary: `${escapeMarkdown(`${happened} ${next}`)}
`,
      text: sinceText(facts),
      json: planJson(facts)
    };
  }
  return {
    outcome: "passed",
    headline: `${first.from} \u2192 ${path.target} in ${hops.length} ${hops.length === 1 ? "hop" : "hops"}.`,
    outputs: outputsOf(first.from, path.target, planned, false),
    summary: planMarkdown(facts),
    text: planText(facts, subject.columns),
    json: planJson(facts)
  };
}
function doubted(message, planned, path, facts) {
  return {
    outcome: "unknown",
    headline: message.happened,
    message,
    outputs: outputsOf(planned.current, path.target, planned, false),
    summary: `**${escapeMarkdown(message.happened)}**

${escapeMarkdown(`${message.means} ${message.next}`)}
`,
    text: "",
    json: { ...planJson(facts), complete: false, why: "tags-left-out" }
  };
}
function factsOfPlan(planned, path, subject) {
  const { hops, details, since, observed, remarks, differences, questions, current } = planned;
  const { traits, gates, ...named } = subject;
  const notObserved = `Production was not asked: ${current} is what "current" says. Nothing was recorded.`;
  return {
    ...named,
    path,
    hops: hops.flatMap((hop, place) => {
      const detail = details[place];
      return detail === void 0 ? [] : [{ hop, detail }];
    }),
    approvals: countApprovals(hops.length, traits, gates),
    ...since === void 0 ? {} : { since },
    warnings: pathWarnings(hops, traits),
    remarks: [...observed ? [] : [notObserved], ...cutMatrix(hops), ...differences, ...questions, ...remarks]
  };
}
function cutMatrix(hops) {
  const last = hops[longestMatrix - 1];
  if (last === void 0 || hops.length === longestMatrix) return [];
  return [
    `The path has ${hops.length} hops, and GitHub runs at most ${longestMatrix} of a matrix: one workflow run climbs to ${last.to}, and a new run continues from there.`
  ];
}
function outputsOf(current, target, { hops }, complete) {
  const matrix = hops.slice(0, longestMatrix).map(matrixHopOf);
  return { current, target, hops: matrix, count: hops.length, complete };
}
function clockRefused(message, { outputs }) {
  const { current = "", target = "" } = outputs;
  return {
    outcome: "refused",
    headline: message.happened,
    message,
    outputs: { current, target, hops: [], count: 0, complete: false },
    summary: `**${escapeMarkdown(message.happened)}**

${escapeMarkdown(`${message.means} ${message.next}`)}
`,
    text: "",
    json: { current, target, hops: [], complete: false, why: "wrong-clock" }
  };
}
function refusalJson(path) {
  switch (path.kind) {
    case "downgrade":
      return { why: path.kind, ...path.restoreBefore === void 0 ? {} : { restoreBefore: path.restoreBefore } };
    case "unusable-target":
      return {
        why: path.kind,
        reasons: [path.reason],
        ...path.instead === void 0 ? {} : { instead: path.instead }
      };
    case "no-path":
      return {
        why: path.kind,
        obstacle: path.obstacle,
        ...path.cut === void 0 ? {} : { cut: path.cut },
        ...path.nearest === void 0 ? {} : { nearest: path.nearest.target }
      };
  }
}
function notPlanned(message, current, target, json) {
  return {
    outcome: "refused",
    headline: message.happened,
    message,
    outputs: { current, target, hops: [], count: 0, complete: false },
    summary: `**No path.** ${escapeMarkdown(message.happened)}

${lines(message.means)}

${escapeMarkdown(message.next)}
`,
    text: "",
    json: { current, target, hops: [], complete: false, ...json }
  };
}
function lines(text) {
  return text.split("\n").map((line) => line.startsWith("- ") ? `- ${escapeMarkdown(line.slice(2))}` : escapeMarkdown(line)).join("\n");
}

export {
  planToDo,
  planForProduct
};
