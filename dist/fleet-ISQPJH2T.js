import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  matricesOf
} from "./chunk-4AY7REVO.js";
import {
  textTable,
  unfinishedClimb
} from "./steps.js";
import {
  saveFleetPage
} from "./steps.js";
import {
  whereaboutsOf
} from "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import {
  dayTime,
  heading,
  list,
  markdownOf,
  paragraph,
  table
} from "./steps.js";
import {
  promotionOf,
  recordOf
} from "./steps.js";
import {
  isOf,
  latest
} from "./steps.js";
import "./start.js";
import "./steps.js";
import {
  isHolderGone
} from "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import {
  eachOf
} from "./project.js";
import "./start.js";
import "./project.js";
import {
  countText,
  roughText
} from "./terminal.js";
import "./start.js";
import {
  UserError
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/core/decisions/fleet.ts
var unresolved = /^(newest|newest-patch|\d+(\.\d+)?)$/;
function fleetTurns(question) {
  const { rings } = question;
  const [first] = rings;
  const isAsked = question.target !== "unfinished";
  const target = isAsked ? unresolved.test(question.target) ? void 0 : question.target : lastAsked(first, question);
  const found = [];
  let behind;
  for (const ring of rings) {
    const turns = behind === void 0 ? turnsOf(ring, target, { ...question, isFirst: found.length === 0 }) : waiting(ring, behind, target, question);
    const closedBecause = behind === void 0 ? whyClosed(ring, turns, target) : `ring ${behind} comes first`;
    found.push({ ring, turns, closedBecause });
    if (closedBecause !== void 0) behind ??= ring.name;
  }
  const complete = target !== void 0 && found.every(({ turns }) => [...turns.values()].every(({ kind }) => kind === "there"));
  return { target, rings: found, complete };
}
function lastAsked(first, { progress }) {
  const asked = (first?.systems ?? []).flatMap((system) => progress.get(system)?.asked ?? []);
  return asked.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)?.target;
}
function turnsOf(ring, target, question) {
  return new Map(ring.systems.map((system) => [system, turnOf(system, ring, target, question)]));
}
function turnOf(system, ring, target, { progress, now, target: given, isFirst }) {
  const standing = progress.get(system);
  const isAsked = given !== "unfinished";
  if (standing?.holder.kind === "acting") return { kind: "acting" };
  if (target === void 0) return isAsked ? { kind: "goes", target: given, why: "asked" } : { kind: "idle" };
  if (standing?.runs?.label === target) return thereOrLook(standing.runs, ring, target, now);
  if (isAsked) return { kind: "goes", target, why: isFirst ? "asked" : "next-ring" };
  if (standing?.climb.kind === "stopped") return standing.climb;
  if (standing?.climb.kind === "waits" && standing.climb.target === target)
    return { kind: "goes", target: "unfinished", why: "continues" };
  return { kind: "goes", target, why: isFirst ? "continues" : "next-ring" };
}
function thereOrLook(runs, { hold }, target, now) {
  const until = Date.parse(runs.since) + hold;
  if (now.getTime() < until) return { kind: "there", holdsUntil: new Date(until) };
  if (Date.parse(runs.seen) < until) return { kind: "goes", target, why: "looked-at-again" };
  return { kind: "there", holdsUntil: void 0 };
}
function waiting(ring, behind, target, { progress, target: given }) {
  return new Map(
    ring.systems.map((system) => {
      const standing = progress.get(system);
      if (standing?.holder.kind === "acting") return [system, { kind: "acting" }];
      if (target !== void 0 && standing?.runs?.label === target)
        return [system, { kind: "there", holdsUntil: void 0 }];
      if (standing?.climb.kind === "stopped") return [system, standing.climb];
      if (given === "unfinished" && standing?.climb.kind === "waits")
        return [system, { kind: "goes", target: "unfinished", why: "continues" }];
      return [system, { kind: "later", behind }];
    })
  );
}
function whyClosed(ring, turns, target) {
  if (target === void 0) return `the target of ring ${ring.name} is not known yet`;
  const open = [...turns].filter(([, { kind }]) => kind !== "there").map(([system]) => system);
  if (open.length > 0)
    return `${named(open)} of ring ${ring.name} ${open.length === 1 ? "has" : "have"} not held ${target} yet`;
  const until = [...turns.values()].flatMap(
    (turn) => turn.kind === "there" && turn.holdsUntil !== void 0 ? [turn.holdsUntil.getTime()] : []
  );
  if (until.length === 0) return void 0;
  return `ring ${ring.name} holds ${target} until ${new Date(Math.max(...until)).toISOString()}`;
}
var mostNamed = 3;
function named(systems) {
  if (systems.length <= mostNamed) return systems.join(", ");
  return `${systems.slice(0, mostNamed).join(", ")} and ${systems.length - mostNamed} more`;
}

// src/core/history/system-progress.ts
function systemProgress(entries, terms) {
  const planned = latest(entries, "planned");
  return {
    runs: runsOf(entries),
    planned,
    done: planned === void 0 ? 0 : planned.event.hops.filter((hop) => isComplete(entries, hop)).length,
    asked: askedOf(entries),
    climb: climbOf(entries),
    holder: whereaboutsOf(entries, { ...terms, production: void 0 }).holder,
    lastRun: entries.at(-1)?.run
  };
}
function isComplete(entries, hop) {
  return promotionOf(recordOf(entries, hop)).completed !== void 0;
}
function runsOf(entries) {
  let runs;
  for (const entry of entries) {
    const { event, at } = entry;
    const label = labelSeen(event);
    if (label !== void 0)
      runs = runs?.label === label && event.type === "at-target" ? { ...runs, seen: at } : { label, since: at, seen: at };
    else if (changesProduction(event)) runs = void 0;
  }
  return runs;
}
function labelSeen(event) {
  switch (event.type) {
    case "at-target":
      return event.version;
    case "completed":
      return event.hop.to;
    case "adopted":
      return event.environment === "production" ? event.version : void 0;
    case "rolled-back":
      return event.environment === "production" ? event.to : void 0;
    default:
      return void 0;
  }
}
var changing = ["deploying", "migrating", "rolling-back", "restoring"];
function changesProduction(event) {
  return changing.includes(event.type) && "environment" in event && event.environment === "production";
}
function askedOf(entries) {
  const last = entries.findLast(
    (entry) => isOf(entry, "at-target") || isOf(entry, "planned") && entry.event.operation === "climb" && entry.event.ring !== void 0
  );
  if (last === void 0) return void 0;
  return { target: last.event.type === "planned" ? last.event.target : last.event.version, at: last.at };
}
function climbOf(entries) {
  const found = unfinishedClimb(entries);
  if (found.kind === "waits") return { kind: "waits", target: found.target };
  const climbed = entries.findLast(
    (entry) => isOf(entry, "planned") && entry.event.operation === "climb"
  );
  if (climbed === void 0) return { kind: "none" };
  if (climbed.event.hops.every((hop) => isComplete(entries, hop))) return { kind: "none" };
  return { kind: "stopped", because: found.because };
}

// src/report/fleet-report.ts
function fleetDocument(facts) {
  const { turns } = facts;
  const { target, rings, complete } = turns;
  const all = rings.flatMap((ring) => [...ring.turns.values()]);
  const counted = (kind) => all.filter((turn) => turn.kind === kind).length;
  return [
    heading(
      1,
      target === void 0 ? `${facts.product}: ${countText(all.length, "system")}` : `${facts.product}: ${countText(all.length, "system")} to ${target}`
    ),
    paragraph(
      complete ? "\u2714 " : "",
      {
        strong: complete ? "Every system runs the target." : `${counted("there")} of ${countText(all.length, "system")} run the target.`
      },
      ` ${tally(counted)}`
    ),
    ...byHand(facts),
    ...rings.flatMap((ring) => ringBlocks(ring, facts))
  ];
}
function tally(counted) {
  const parts = [
    [counted("goes"), "go now"],
    [counted("acting"), "are being worked on"],
    [counted("later"), "come later"],
    [counted("stopped"), "wait for a person"]
  ];
  const said = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return said.length === 0 ? "" : `${said.join(", ")}.`;
}
var columns = ["system", "runs", "path", "now", "run"];
function ringBlocks({ ring, turns, closedBecause }, facts) {
  const hold = ring.hold === 0 ? "" : `, each held for ${roughText(ring.hold)}`;
  const rows = [...turns].map(([system, turn]) => [
    system,
    runsText(facts.progress.get(system)),
    pathText(facts.progress.get(system)),
    turnText(turn, facts.now),
    runLink(facts.progress.get(system))
  ]);
  return [
    heading(2, `Ring ${ring.name}: ${countText(ring.systems.length, "system")}${hold}`),
    ...closedBecause === void 0 ? [] : [paragraph(`Later rings wait: ${closedBecause}.`)],
    ...table(columns, rows)
  ];
}
function runLink(progress) {
  const url = progress?.lastRun?.url;
  return url === void 0 ? "" : [{ link: "newest", url }];
}
function runsText(progress) {
  if (progress === void 0) return "unknown";
  const { runs, planned } = progress;
  if (runs !== void 0) return runs.label;
  if (planned === void 0) return "not seen yet";
  const { current, hops } = planned.event;
  return hops[progress.done - 1]?.to ?? current;
}
function pathText(progress) {
  const planned = progress?.planned?.event;
  if (progress === void 0 || planned === void 0) return "no plan yet";
  const { current, target, hops } = planned;
  const way = `${current} \u2192 ${target}, ${countText(hops.length, "hop")}`;
  return progress.done === 0 ? way : `${way}, ${progress.done} done`;
}
function turnText(turn, now) {
  switch (turn.kind) {
    case "there":
      return turn.holdsUntil === void 0 ? "\u2714 there" : `\u2714 there, held until ${dayTime(turn.holdsUntil.toISOString(), now)}`;
    case "goes":
      return goesWords[turn.why];
    case "acting":
      return "a run is acting on it";
    case "later":
      return `after ring ${turn.behind}`;
    case "stopped":
      return `\u2718 needs a person first: ${turn.because}`;
    case "idle":
      return "nothing was started";
  }
}
var goesWords = {
  asked: "goes now",
  continues: "continues now",
  "next-ring": "its ring starts now",
  "looked-at-again": "has held, and is checked again"
};
var mostNamed2 = 5;
function byHand({ progress }) {
  const steps = /* @__PURE__ */ new Map();
  for (const [system, { planned }] of progress) {
    const manual = (planned?.event.hops ?? []).flatMap((hop) => hop.manual.filter(({ acknowledged }) => !acknowledged));
    for (const { id, text } of new Map(manual.map((step) => [step.id, step])).values()) {
      const known = steps.get(id) ?? { text, systems: [] };
      known.systems.push(system);
      steps.set(id, known);
    }
  }
  if (steps.size === 0) return [];
  return [
    heading(2, "To be done by hand"),
    ...list([...steps].map(([id, { text, systems }]) => [{ code: id }, ` for ${namesOf(systems)}: ${text}`]))
  ];
}
function namesOf(systems) {
  if (systems.length <= mostNamed2) return systems.join(", ");
  return `${systems.slice(0, mostNamed2).join(", ")} and ${systems.length - mostNamed2} more`;
}
function fleetText({ turns, progress, now }, width) {
  return textTable(
    ["ring", "system", "runs", "path", "now"],
    turns.rings.flatMap(
      ({ ring, turns: each }) => [...each].map(([system, turn]) => [
        ring.name,
        system,
        runsText(progress.get(system)),
        pathText(progress.get(system)),
        turnText(turn, now)
      ])
    ),
    width
  );
}

// src/steps/fleet/fleet.ts
var readAtOnce = 8;
async function fleet({ systems, rings: declared, product }, input, { effects, run }) {
  const now = effects.clock.now();
  const read = await eachOf(systems, readAtOnce, async ({ configuration, journal }) => {
    const tolerance = configuration.lock["clock-tolerance"];
    const terms = { now, tolerance, run, isGone: isHolderGone({ configuration, journal, effects }) };
    return [configuration.system, systemProgress(await journal.read(), terms)];
  });
  const progress = new Map(read);
  const rings = declared.map(
    ({ name, hold }) => ({
      name,
      hold,
      systems: systems.filter(({ ring }) => ring === name).map(({ configuration }) => configuration.system)
    })
  );
  const { target: given = "unfinished", operation = "climb" } = input;
  const turns = fleetTurns({ rings, progress, target: given, now });
  const legs = operation === "plan" ? lookedAt(rings, turns, given) : going(turns);
  const facts = { turns, progress, now, product };
  const document = fleetDocument(facts);
  if (input.output !== void 0) await saveFleetPage(effects, input.output, { ...facts, document });
  const headline = headlineOf(turns, legs, systems.length);
  return {
    outcome: turns.complete ? "passed" : "waiting",
    headline,
    outputs: {
      ...matricesOf(legs),
      count: legs.length,
      ...turns.target === void 0 ? {} : { target: turns.target },
      complete: turns.complete
    },
    summary: markdownOf(document),
    text: fleetText(facts, effects.columns?.()),
    ...turns.complete ? {} : { message: { happened: headline, means: "The fleet is not complete.", next: nextOf(turns, legs) } }
  };
}
function refuseOneSystem() {
  throw new UserError({
    happened: "The configuration is of a single system.",
    means: "There is no fleet. Nothing was done.",
    next: 'Use "staged-upgrade report" for it, or write several systems under `systems:` (docs/fleet.md).'
  });
}
function going({ rings }) {
  return rings.flatMap(
    ({ ring, turns }) => [...turns].flatMap(
      ([system, turn]) => turn.kind === "goes" ? [{ system, ring: ring.name, target: turn.target, operation: "climb" }] : []
    )
  );
}
function lookedAt(rings, { target }, given) {
  const wanted = given === "unfinished" ? target ?? "newest" : given;
  return rings.flatMap(
    ({ name, systems }) => systems.map((system) => ({ system, ring: name, target: wanted, operation: "plan" }))
  );
}
function headlineOf({ target, rings, complete }, legs, count) {
  const there = rings.flatMap(({ turns }) => [...turns.values()]).filter(({ kind }) => kind === "there").length;
  if (complete) return `All ${countText(count, "system")} run ${target ?? ""}.`;
  const reached = target === void 0 ? "" : `${there} of ${countText(count, "system")} run ${target}; `;
  return `${reached}${legs.length === 0 ? "none goes" : `${countText(legs.length, "system")} ${legs.length === 1 ? "goes" : "go"}`} now.`;
}
function nextOf({ rings }, legs) {
  const stopped = rings.flatMap(
    ({ turns }) => [...turns].flatMap(([system, { kind }]) => kind === "stopped" ? [system] : [])
  );
  if (stopped.length > 0)
    return `Look at ${stopped.join(", ")} first: what stopped there is in the table. The others continue.`;
  const closed = rings.map(({ closedBecause }) => closedBecause).find((because) => because !== void 0);
  if (legs.length > 0) return "Their jobs plan and climb; a later run continues what is waiting, and the next ring.";
  return closed === void 0 ? "Start a climb of the fleet." : `The next ring waits: ${closed}. A later run continues.`;
}
export {
  fleet,
  refuseOneSystem
};
