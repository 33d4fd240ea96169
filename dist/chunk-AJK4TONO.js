import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  nearest
} from "./chunk-KJR6AY27.js";
import {
  markCommand,
  option,
  verdictOnMark
} from "./chunk-E23ERQN2.js";
import {
  asRecorded,
  identitiesOf,
  openData,
  productionStores
} from "./chunk-52LCQ3LF.js";
import {
  dataPlace
} from "./chunk-TYRW65SW.js";
import {
  valueAt
} from "./chunk-4X6B3AHX.js";
import {
  releaseLease,
  underLease
} from "./chunk-CV6QIYBD.js";
import {
  alreadyDone,
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  compareIdentities,
  describeLocation,
  mayBeOne
} from "./chunk-DO6CFL5Q.js";
import {
  fine,
  problem
} from "./chunk-5KFJR3PX.js";
import {
  variableNames
} from "./chunk-ZGX2ZA3I.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/steps/mark-disposable/mark-disposable.ts
import { randomUUID } from "node:crypto";

// src/core/decisions/mark-disposable.ts
function decideMark({ data, found, production, entries, system }) {
  const { identity, name } = found;
  const place2 = describeLocation(identity);
  for (const known of production.filter((each) => mayBeOne(each, identity))) {
    const comparison = compareIdentities(known, identity);
    if (comparison.kind === "different") continue;
    return refuse(
      `"${name}" (${place2}) was not marked: as far as the journal and the backups know, it is production's ${data.noun}, or was.`,
      "What is marked as disposable may be emptied. Nothing was changed.",
      `Correct ${dataPlace("staging", data)}. If it is staging's nevertheless (${comparison.reason}), give staging an empty ${data.noun} under another name, then: ${markCommand}${option(data)}.`
    );
  }
  const { mark } = identity;
  const standing = verdictOnMark(data, identity, entries, system);
  if (standing.kind === "refuse" && mark.kind === "disposable" && mark.system !== system) return standing;
  if (standing.kind === "counts") {
    const { at, run } = standing.marked;
    return alreadyDone(`"${name}" (${place2}) was marked as disposable by ${run.actor} on ${at}.`);
  }
  return { kind: "act", because: `"${name}" (${place2}) is not known to be production's.` };
}
function decideNameTyped(data, { identity, name }, typed) {
  if (typed === name) return void 0;
  const place2 = describeLocation(identity);
  if (typed === void 0) {
    return refuse(
      `${dataPlace("staging", data)} points to ${place2}, and its name was not typed.`,
      "Each rehearsal empties what is marked, so a person must type its name. It was not marked.",
      `If everything in it may be lost: ${markCommand}${option(data)} --confirm NAME, with the name of the database (of several, all names as they stand here; of files, the whole path); on GitHub, the input "confirm".`
    );
  }
  return refuse(
    `"${typed}" was typed, and ${dataPlace("staging", data)} points to another one (${place2}).`,
    "Each rehearsal empties what is marked. It was not marked.",
    "Look where the address of staging leads, and correct it; or type the name of what is there, which of files is the whole path."
  );
}

// src/config/part-variables.ts
function partVariables(parts, environment) {
  const used = Object.entries(parts).map(([where, part]) => ({
    where,
    variables: variablesIn(part, where, environment)
  }));
  const complete = used.filter(({ variables }) => variables.every(({ isSet }) => isSet));
  const shared = new Set(complete.flatMap(({ variables }) => variables.map(({ name }) => name)));
  return used.map((part) => {
    if (complete.includes(part)) return { ...part, state: "here" };
    const own = part.variables.some(({ name, isSet }) => isSet && !shared.has(name));
    return { ...part, state: own ? "missing" : "elsewhere" };
  });
}
function variableFindings(parts, subject) {
  const count = new Set(parts.flatMap(({ variables }) => variables.map(({ name }) => name))).size;
  if (parts.every(({ state }) => state === "here")) {
    return [fine(subject, count === 0 ? "It uses none." : `All ${count} that are used are set.`)];
  }
  return parts.flatMap(({ where, variables, state }) => {
    const unset = variables.filter(({ isSet }) => !isSet);
    if (state === "here") return [];
    if (state === "missing") return unset.map(forgotten(subject));
    const names = unset.map(({ name }) => name).join(", ");
    return [
      {
        kind: "cannot-tell",
        subject,
        happened: `${where} was not checked: ${names} ${unset.length === 1 ? "is" : "are"} not set here.`,
        means: "Whether it is correct is not known.",
        next: "Also run preflight in the job that has them; if this is that job, set them in its env:."
      }
    ];
  });
}
function forgotten(subject) {
  return ({ name, places }) => problem(subject, {
    happened: `The environment variable ${name}, which ${places.join(" and ")} ${places.length === 1 ? "uses" : "use"}, is not set.`,
    means: "The steps that need it would stop with an error.",
    next: `Set ${name} in the env: of this job (from a secret of its environment), or in the terminal that runs the command.`
  });
}
function variablesIn(part, where, environment) {
  const places = /* @__PURE__ */ new Map();
  for (const { text, place: place2 } of textsIn(part, where)) {
    for (const name of variableNames(text)) places.set(name, [...places.get(name) ?? [], place2]);
  }
  return [...places].map(([name, used]) => ({ name, places: used, isSet: Boolean(environment[name]) }));
}
function* textsIn(value, place2) {
  if (typeof value === "string") yield { text: value, place: place2 };
  else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, `${place2}.${key}`);
  }
}

// src/steps/environment/production-data-now.ts
var place = "environments.production.data";
async function productionDataNow(project) {
  const { document, effects } = project;
  const [part] = partVariables({ [place]: valueAt(document, place.split(".")) }, effects.environment);
  if (part?.state !== "here") return [];
  try {
    const seen = await identitiesOf(openData(project, "production"), effects.signal);
    return seen.map(([, identity]) => asRecorded(identity));
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    effects.log.warn(`Staging was not compared with production's data as it is now: ${error.message}`);
    return [];
  }
}

// src/steps/mark-disposable/mark-disposable.ts
var markDeclared = {
  needs: { common: ["journal", "backup"], own: ["data"] },
  writesJournal: true,
  gateAt: () => void 0
};
async function markStaging(project, input, ask) {
  const { environment = "staging" } = input;
  if (environment !== "staging") {
    throw new UserError({
      happened: `"mark-disposable" was asked for ${environment}.`,
      means: "Only staging is ever disposable. Nothing was marked.",
      next: 'Leave the environment out, or say "staging".'
    });
  }
  const chosen = chosenFrom(openData(project, "staging"), input);
  try {
    const entries = await project.journal.read();
    const end = await underLease(
      project,
      { preempt: false, entries },
      (lease) => markAll({ project, lease, typed: input.confirm, ask }, chosen)
    );
    return markResult(end);
  } finally {
    await releaseLease(project);
  }
}
function chosenFrom(data, { data: named, confirm }) {
  const names = data.map(({ name }) => name);
  if (named === void 0) {
    if (confirm === void 0 || data.length <= 1) return data;
    throw new UserError({
      happened: `"${confirm}" was typed, and staging has several stores of data: ${names.join(", ")}.`,
      means: "It is not known which of them is meant. Nothing was marked.",
      next: `Mark each by itself: staged-upgrade mark-disposable --data ${names[0]} --confirm NAME; on GitHub, the inputs "data" and "confirm".`
    });
  }
  const found = data.filter(({ name }) => name === named);
  if (found.length > 0) return found;
  const meant = nearest(named, names);
  throw new UserError({
    happened: `environments.staging.data has no "${named}".`,
    means: "Nothing was marked.",
    next: `${meant === void 0 ? "" : `Did you mean "${meant}"? `}It has ${names.join(", ")}.`
  });
}
async function markAll(marking, chosen) {
  const { project } = marking;
  const earlier = productionStores(await project.journal.read(), (await project.store().list()).backups);
  const production = [...earlier, ...await productionDataNow(project)];
  if (chosen.length > 1) {
    for (const data of chosen) {
      const refused = await whyNot(project, data, production);
      if (refused !== void 0) return refused;
    }
  }
  const marked = [];
  const before = [];
  for (const data of chosen) {
    const end = await markOne(marking, data, production);
    if (end.kind === "marked") marked.push(end.headline);
    else if (end.kind === "already-done") before.push(end.because);
    else return marked.length === 0 ? end : withMarked(end, marked);
  }
  if (marked.length === 0) return { kind: "already-done", because: before.join(" ") };
  return {
    kind: "done",
    headline: `${[...marked, ...before].join(" ")} Backups that were taken before cannot be restored there.`
  };
}
function withMarked(end, marked) {
  const { message } = end;
  return { ...end, message: { ...message, means: `${message.means} Before that: ${marked.join(" ")}` } };
}
async function whyNot({ configuration, journal, effects }, data, production) {
  const entries = await journal.read();
  const { system } = configuration;
  let refused;
  await data.store.markDisposable(async (found) => {
    const decision = decideMark({ data, found, production, entries, system });
    if (decision.kind !== "act" && decision.kind !== "already-done") refused = decision;
    return void 0;
  }, effects.signal);
  return refused;
}
async function markOne({ project, lease, typed, ask }, data, production) {
  const { configuration, journal, effects } = project;
  const { system } = configuration;
  const entries = await journal.read();
  const id = (effects.newId ?? randomUUID)();
  let settled;
  let target;
  const decide = async (found) => {
    target = found;
    const decision = decideMark({ data, found, production, entries, system });
    if (decision.kind !== "act") {
      settled = decision;
      return void 0;
    }
    settled = decideNameTyped(data, found, typed ?? await ask?.(question(found)));
    if (settled !== void 0) return void 0;
    const standing = await lease.confirm();
    if (standing.kind === "lost") throw leaseGone();
    return { id, system };
  };
  const after = await data.store.markDisposable(decide, effects.signal);
  if (settled !== void 0) return settled;
  if (after === void 0 || target === void 0 || after.mark.kind !== "disposable" || after.mark.id !== id)
    throw notSeen(data, after);
  const { tiedTo } = after.mark;
  const { name } = target;
  await journal.append({
    type: "disposable-marked",
    mark: id,
    tiedTo,
    data: data.name,
    name,
    identity: asRecorded(after)
  });
  return { kind: "marked", headline: `"${name}" (${describeLocation(after)}) is marked as disposable.` };
}
function question({ identity, name }) {
  return `Each rehearsal will empty "${name}" (${describeLocation(identity)}). Type its name if all of it may be lost:`;
}
function notSeen({ noun }, after) {
  return new SystemFailure({
    happened: `The mark was written, and is not what the ${noun} shows.`,
    means: `It does not count${after === void 0 ? "" : `: ${describeLocation(after)}`}.`,
    next: `Run mark-disposable again. If it stays so, something between here and the ${noun} changes what is written.`
  });
}
function leaseGone() {
  return new SystemFailure({
    happened: "Another run took over while the name was asked for.",
    means: "Nothing was marked.",
    next: "When that run has ended, run mark-disposable again."
  });
}
var outcomeOf = { waiting: "waiting", refuse: "refused", failed: "failed", unknown: "unknown" };
function markResult(end) {
  const nothing = { outputs: {}, text: "" };
  if (end.kind === "done")
    return { ...nothing, outcome: "passed", headline: end.headline, summary: `${end.headline}
` };
  if (end.kind === "already-done") {
    const headline = `Nothing to do: ${end.because}`;
    return { ...nothing, outcome: "skipped", headline, summary: `${headline}
` };
  }
  const { message } = end;
  return { ...nothing, outcome: outcomeOf[end.kind], headline: message.happened, message, summary: "" };
}

export {
  partVariables,
  variableFindings,
  markDeclared,
  markStaging
};
