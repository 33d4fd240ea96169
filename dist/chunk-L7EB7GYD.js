import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openFleet,
  openProject
} from "./chunk-FGSN4HFK.js";
import {
  initInputs,
  taken
} from "./chunk-FUPUSJEL.js";
import {
  nearest
} from "./chunk-KJR6AY27.js";
import {
  exitCodeOf,
  exitCodes,
  stoppedExitCodes,
  stoppedMessage
} from "./chunk-6HZPJQFX.js";
import {
  LeftQuestion
} from "./chunk-5YZEG5XA.js";
import {
  namesSecret
} from "./chunk-FVAJADZM.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/world/clock.ts
import { setTimeout as delay } from "node:timers/promises";
var systemClock = {
  now: () => /* @__PURE__ */ new Date(),
  sleep: async (milliseconds, signal) => {
    try {
      await delay(milliseconds, void 0, signal ? { signal } : {});
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }
};

// src/world/processes/stop.ts
var stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"];
function stopOnSignals(source, announce = () => void 0) {
  const controller = new AbortController();
  let first;
  const stop = (signal) => () => {
    if (first !== void 0) return;
    first = signal;
    announce(signal);
    controller.abort(new Error(`stopped by ${signal}`));
  };
  const listeners = stopSignals.map((signal) => [signal, stop(signal)]);
  for (const [signal, listener] of listeners) source.on(signal, listener);
  return {
    signal: controller.signal,
    by: () => first,
    release: () => {
      for (const [signal, listener] of listeners) source.off(signal, listener);
    }
  };
}

// src/steps/command.ts
function projectCommand(command) {
  const { load, ...declaration } = command;
  const names = ["config", "system", ...allInputs(declaration)];
  const run = async (project, input, terminal) => await (await load())(project, input, terminal);
  const onProject2 = (project, given, terminal) => run(project, taken(given, names), terminal);
  return {
    ...declaration,
    inputs: ["config", "system", ...declaration.inputs],
    run,
    onProject: onProject2,
    invoke: async (given, { effects, run: identity, terminal }) => {
      const project = await openProject(given.config, effects, identity, given.system);
      const { endOfRun } = await import("./under-lease-WFDBAHGX.js");
      return await endOfRun(project, () => onProject2(project, given, terminal));
    }
  };
}
function allInputs({
  inputs: inputs3,
  inWorkflow = [],
  inTerminal: inTerminal2 = []
}) {
  return [...inputs3, ...inWorkflow, ...inTerminal2];
}
function terminalInputs({ inputs: inputs3, inTerminal: inTerminal2 = [] }) {
  return [...inputs3, ...inTerminal2];
}

// src/commands/adopt.ts
var adopt = projectCommand({
  name: "adopt",
  description: "record a hop that was done by hand",
  inputs: ["hop", "reason"],
  inWorkflow: ["environment"],
  outputs: [],
  load: async () => (await import("./adopt-GVCME2GR.js")).adopt.run
});

// src/commands/approve.ts
var approve = projectCommand({
  name: "approve",
  description: "one approval of the whole path",
  only: "workflow",
  inputs: [],
  outputs: ["count"],
  load: async () => (await import("./approve-6ZQL44YF.js")).approvePath
});

// src/commands/backup.ts
var backup = projectCommand({
  name: "backup",
  description: "back up production, for the rehearsal or as the restore point",
  inputs: ["hop", "purpose"],
  inWorkflow: ["environment", "confirm", "retry"],
  outputs: ["backup"],
  load: async () => (await import("./backup-LYRMPAGB.js")).backup.run
});

// src/commands/check.ts
var check = projectCommand({
  name: "check",
  description: "a hop's first step: may it start, or continue, on production?",
  inputs: ["hop"],
  inWorkflow: ["environment", "retry"],
  outputs: ["start"],
  load: async () => (await import("./check-IYVLSIA5.js")).check.run
});

// src/commands/climb.ts
var climb = projectCommand({
  name: "climb",
  description: "climb the whole path in this terminal, asking at each gate",
  only: "terminal",
  inputs: ["target", "current", "acknowledge", "facts", "parts", "budget", "retry", "output", "yes", "until"],
  outputs: [],
  showsSteps: true,
  load: async () => {
    const { climbPath } = await import("./climb-path-PQKJMDBX.js");
    const { stageOf } = await import("./stage-of-IC4IKIEL.js");
    return (project, { yes, ...input }, terminal) => {
      const gates = yes === true ? { kind: "approve-all", how: "--yes" } : { kind: "ask" };
      return climbPath(project, input, stageOf(terminal, project, gates));
    };
  }
});

// src/commands/configure.ts
var configure = projectCommand({
  name: "configure",
  description: "show what the next hop asks of your files (Compose file, env file, a chart's values), and write it",
  only: "terminal",
  inputs: ["hop", "target", "current", "facts", "parts", "releases"],
  inTerminal: ["prereleases", "minimumAge", "offline", "write"],
  outputs: [],
  load: async () => (await import("./configure-files-LVIJWKAR.js")).configureFiles
});

// src/commands/demo.ts
var demo = {
  name: "demo",
  description: "climb the embedded sample from 1.0.2 to its newest release, on real processes in a temporary folder",
  only: "terminal",
  inputs: ["target", "keep"],
  outputs: [],
  showsSteps: true,
  invoke: async (given, { effects, run, terminal }) => {
    if (terminal === void 0) throw new Error("the demo was started without a terminal");
    const { runDemo } = await import("./demo-FDIQP44G.js");
    return await runDemo({ effects, run, terminal }, given);
  }
};

// src/commands/deploy.ts
var deploy = projectCommand({
  name: "deploy",
  description: "deploy one side of a hop, with its migrations deferred where the product can",
  inputs: ["hop", "environment", "release", "acknowledge"],
  inWorkflow: ["confirm", "retry"],
  outputs: [],
  load: async () => (await import("./deploy-RL4TWBM2.js")).deploy.run
});

// src/commands/fleet.ts
var inputs = ["config", "target", "output"];
var fleet = {
  name: "fleet",
  description: "say where the systems of a fleet stand, and which of them go now",
  inputs,
  inWorkflow: ["operation"],
  outputs: ["systems", "more-systems", "count", "target", "complete"],
  invoke: async (given, { effects, run }) => {
    const opened = await openFleet(given.config, effects, run);
    const { fleet: step, refuseOneSystem } = await import("./fleet-CNT2LKGR.js");
    if (opened === void 0) return refuseOneSystem();
    return await step(opened, taken(given, [...inputs, "operation"]), { effects, run });
  }
};

// src/commands/init.ts
var init = {
  name: "init",
  description: "write the configuration and the workflows into this repository",
  only: "terminal",
  inputs: initInputs,
  outputs: [],
  invoke: async (given, { effects, terminal }) => {
    const { runInit } = await import("./run-init-ILTE6NLK.js");
    const { ownRelease } = await import("./own-release-ZZZS3QTE.js");
    const { terminalQuestions } = await import("./questions-RMFJS6ZF.js");
    const { shippedProducts } = await import("./registry-CWSBVKBI.js");
    return await runInit(taken(given, initInputs), {
      directory: effects.directory,
      products: shippedProducts,
      release: ownRelease(),
      ...terminal?.interactive === true ? { questions: terminalQuestions(effects.signal) } : {}
    });
  }
};

// src/commands/log.ts
var log = projectCommand({
  name: "log",
  description: "print the journal",
  inputs: [],
  outputs: [],
  load: async () => (await import("./print-journal-NVCD5FF6.js")).printJournal
});

// src/commands/mark-disposable.ts
var markDisposable = projectCommand({
  name: "mark-disposable",
  description: "mark staging's data as disposable: once, before the first backup",
  inputs: ["data", "confirm"],
  inWorkflow: ["environment"],
  outputs: [],
  load: async () => {
    const { markStaging } = await import("./mark-disposable-7ETOMKZ3.js");
    return (project, input, terminal) => markStaging(project, input, terminal?.ask);
  }
});

// src/commands/migrate.ts
var migrate = projectCommand({
  name: "migrate",
  description: "start the deferred migrations and watch them to the end: the point of no return",
  inputs: ["hop", "environment", "budget", "retry"],
  inWorkflow: ["confirm"],
  outputs: [],
  load: async () => (await import("./migrate-QDKUULXY.js")).migrate.run
});

// src/commands/plan.ts
var inputs2 = ["target", "current", "acknowledge", "facts", "parts", "releases", "path"];
var inTerminal = ["prereleases", "minimumAge", "saveReleases", "offline", "product"];
var onProject = projectCommand({
  name: "plan",
  description: "plan the path from what production runs to the target, or check your own path",
  inputs: inputs2,
  inWorkflow: ["operation", "ring"],
  inTerminal,
  outputs: ["hops", "count", "current", "target", "complete"],
  load: async () => {
    const { planToDo } = await import("./plan-to-do-QKAQSLDA.js");
    return async (project, input) => (await planToDo(project, input)).result;
  }
});
var plan = {
  ...onProject,
  invoke: async (given, caller) => {
    const input = taken(given, ["config", "system", ...inputs2, ...inTerminal]);
    if (given.product !== void 0) {
      const { planForProduct } = await import("./plan-to-do-QKAQSLDA.js");
      return await planForProduct(given.product, input, caller.effects);
    }
    if (given.offline !== true) return await onProject.invoke(given, caller);
    return await onProject.run(await openProject(given.config, caller.effects, caller.run, given.system), input);
  }
};

// src/commands/preflight.ts
var preflight = projectCommand({
  name: "preflight",
  description: "check the whole path before the first hop: everything that is missing, at once",
  inputs: ["target", "current", "acknowledge", "facts", "parts", "releases", "environment"],
  inTerminal: ["prereleases", "minimumAge"],
  outputs: ["problems"],
  load: async () => (await import("./preflight-OBZBRG43.js")).findProblems
});

// src/commands/rehearse.ts
var rehearse = projectCommand({
  name: "rehearse",
  description: "climb the whole path on staging, from one restore; production is only read",
  inputs: ["budget"],
  inTerminal: ["target", "current", "acknowledge", "facts", "parts"],
  outputs: ["count"],
  showsSteps: true,
  load: async () => {
    const { rehearseInJob, rehearsePath } = await import("./rehearse-path-QCVP7H6T.js");
    const { stageOf } = await import("./stage-of-IC4IKIEL.js");
    return (project, input, terminal) => terminal === void 0 ? rehearseInJob(project, input) : rehearsePath(project, input, stageOf(terminal, project, { kind: "stop" }));
  }
});

// src/commands/report.ts
var report = projectCommand({
  name: "report",
  description: "report the state of the path, or of one hop",
  inputs: ["hop", "environment", "output"],
  inWorkflow: ["retry"],
  outputs: ["complete", "current", "target"],
  load: async () => (await import("./report-LMBKLLAR.js")).report
});

// src/commands/restore.ts
var restore = projectCommand({
  name: "restore",
  description: "restore the rehearsal backup on staging, prove it, and scrub the copy",
  inputs: ["hop"],
  inWorkflow: ["environment", "purpose"],
  outputs: ["backup"],
  load: async () => (await import("./restore-GW3XZAEB.js")).restore.run
});

// src/commands/rollback.ts
var rollback = projectCommand({
  name: "rollback",
  description: "go back to the previous release by the way that is open",
  inputs: ["hop", "environment", "confirm", "reason", "accept"],
  outputs: [],
  load: async () => (await import("./rollback-O3KSBBU4.js")).rollback.run
});

// src/commands/smoke.ts
var smoke = projectCommand({
  name: "smoke",
  description: "run the product's and your own tests",
  inputs: ["hop", "environment", "release"],
  inWorkflow: ["retry"],
  outputs: [],
  load: async () => (await import("./smoke-22Z54Y4Y.js")).smoke.run
});

// src/commands/unlock.ts
var unlock = projectCommand({
  name: "unlock",
  description: "end the lease of a run that is gone, on a machine that cannot be seen from here",
  inputs: ["reason"],
  outputs: [],
  load: async () => (await import("./unlock-S5EJ2PJT.js")).endLease
});

// src/commands/wait.ts
var wait = projectCommand({
  name: "wait",
  description: "wait until the release is serving and its started migrations are complete",
  inputs: ["hop", "environment", "budget"],
  inWorkflow: ["retry"],
  outputs: [],
  load: async () => (await import("./wait-4LKG5QYW.js")).wait.run
});

// src/entries/commands.ts
var allCommands = [
  init,
  plan,
  preflight,
  configure,
  approve,
  check,
  backup,
  restore,
  deploy,
  wait,
  smoke,
  migrate,
  rollback,
  report,
  fleet,
  rehearse,
  climb,
  adopt,
  unlock,
  log,
  markDisposable,
  demo
];
var workflowCommands = allCommands.filter(({ only }) => only !== "terminal");
var terminalCommands = allCommands.filter(({ only }) => only !== "workflow");
function commandNamed(name, commands = allCommands) {
  const command = commands.find((each) => each.name === name);
  if (command !== void 0) return command;
  const names = commands.map((each) => each.name);
  const like = nearest(name, names);
  throw new UserError({
    happened: `The command "${name}" does not exist.`,
    means: "Nothing was done.",
    next: `${like === void 0 ? "" : `Did you mean "${like}"? `}The commands are: ${names.join(", ")}.`
  });
}
async function invokeInWorkflow(name, given, caller) {
  return await commandNamed(name, workflowCommands).invoke(given, caller);
}

// src/world/github/github-time.ts
var defaultApi = "https://api.github.com";
function githubTime(ask, clock, environment) {
  const api = originOf(environment.GITHUB_API_URL || defaultApi);
  let newest;
  return {
    fetch: async (input, init2) => {
      const asked = clock.now();
      const response = await ask(input, init2);
      const from = originOf(response.url || (input instanceof Request ? input.url : String(input)));
      if (api !== void 0 && from === api) newest = readingOf(response.headers, asked, clock.now()) ?? newest;
      return response;
    },
    reading: () => newest
  };
}
function readingOf(headers, asked, answered) {
  const served = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(served) || headers.has("age")) return void 0;
  return { served: new Date(served), asked, answered };
}
function originOf(address) {
  return URL.canParse(address) ? new URL(address).origin : void 0;
}

// src/world/secrets/form-index.ts
var prefix = 8;
var slots = 1 << 20;
function formIndex() {
  const bySlot = /* @__PURE__ */ new Map();
  const taken2 = new Uint8Array(slots);
  return {
    add: (form) => {
      if (form.length < prefix) throw new Error(`a form of ${form.length} characters is too short to be looked for`);
      const folded = lower(form);
      const slot = slotAt(folded, 0);
      const forms = bySlot.get(slot) ?? [];
      if (forms.includes(folded)) return;
      bySlot.set(
        slot,
        [...forms, folded].toSorted((one, other) => other.length - one.length)
      );
      taken2[slot] = 1;
    },
    find: (text) => {
      const folded = lower(text);
      const spans = [];
      let open;
      for (let at = 0; at + prefix <= folded.length; at++) {
        const slot = slotAt(folded, at);
        if (taken2[slot] === 0) continue;
        const found = bySlot.get(slot)?.find((form) => folded.startsWith(form, at));
        if (found === void 0) continue;
        const end = at + found.length;
        if (open !== void 0 && at < open.end) open.end = Math.max(open.end, end);
        else {
          open = { start: at, end };
          spans.push(open);
        }
      }
      return spans;
    }
  };
}
function slotAt(text, at) {
  let hash = 0;
  for (let place = at; place < at + prefix; place++) hash = Math.imul(hash, 31) + text.charCodeAt(place) | 0;
  return (hash ^ hash >>> 12) & slots - 1;
}
function lower(text) {
  const folded = text.toLowerCase();
  return folded.length === text.length ? folded : text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

// src/world/secrets/secrets-within.ts
var longestConnection = 4096;
var longestKey = 40;
var opening = /(?:password|passwd|pwd|passphrase|secret|token|credentials?|key|pin)$/i;
var placing = /(?:host|hostname|server|endpoint|port|database|dbname|engine|user|username|login|email|name|id|identifier|region|zone|type|driver|url|uri)$/i;
var setting = /^(?:true|false|yes|no|on|off|none|null|default)?$/i;
function passwordsOf(value) {
  return [.../* @__PURE__ */ new Set([...passwordOfAddress(value), ...passwordsOfConnection(value), ...passwordsOfJson(value)])];
}
function partsOf(value) {
  return [...queryValuesOf(value), ...textsOfJson(value)];
}
function loginsIn(value) {
  const { username = "", password = "" } = addressIn(value) ?? {};
  if (password === "") return [`x-access-token:${value.trim()}`];
  return [`${decoded(username)}:${decoded(password)}`];
}
function passwordOfAddress(value) {
  const password = addressIn(value)?.password ?? "";
  return password === "" ? [] : [password, decoded(password)];
}
function passwordsOfConnection(value) {
  if (value.length > longestConnection) return [];
  return [...value.matchAll(/[ \t]*=[ \t]*/g)].flatMap(({ index, 0: equals }) => {
    const key = /[a-z0-9_.-][a-z0-9_. -]*$/i.exec(value.slice(Math.max(0, index - longestKey), index))?.[0] ?? "";
    if (!opening.test(key)) return [];
    return valuesAt(value.slice(index + equals.length)).filter((text) => !setting.test(text));
  });
}
function valuesAt(text) {
  const quoted = /^(?:'(?<single>(?:\\.|''|[^'\\])*)'|"(?<double>(?:\\.|""|[^"\\])*)"|\{(?<braced>(?:\}\}|[^}])*)\})/.exec(text);
  const { single, double, braced } = quoted?.groups ?? {};
  const written = single ?? double ?? braced;
  if (written !== void 0) {
    return [written, written.replaceAll("''", "'").replaceAll('""', '"'), written.replace(/\\(.)/g, "$1")];
  }
  return [/^[^;\r\n]*/, /^[^\s;]*/, /^[^\s;,]*/, /^[^\s;&]*/].flatMap((end) => {
    const found = end.exec(text)?.[0].trim() ?? "";
    return [found, decoded(found), found.replace(/\\(.)/g, "$1")];
  });
}
function queryValuesOf(value) {
  return [...addressIn(value)?.searchParams.values() ?? []].filter((text) => text.length > longestWordInside);
}
var longestWordInside = 15;
function textsOfJson(value) {
  return leavesOf(value).filter(({ key, text }) => text.length > longestWordInside || !placing.test(key)).flatMap(({ text }) => [text, ...text.split(/\r?\n/).filter((line) => line.length > longestWordInside)]);
}
function passwordsOfJson(value) {
  return leavesOf(value).flatMap(({ key, text }) => [
    ...opening.test(key) && !setting.test(text) ? [text] : [],
    ...passwordOfAddress(text),
    ...passwordsOfConnection(text)
  ]);
}
function leavesOf(value) {
  if (!/^[{[]/.test(value)) return [];
  try {
    return leavesBelow(JSON.parse(value), "");
  } catch {
    return [];
  }
}
function leavesBelow(value, key) {
  if (typeof value === "string" || typeof value === "number") return [{ key, text: String(value) }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => leavesBelow(part, Array.isArray(value) ? key : name));
}
function addressIn(value) {
  return URL.canParse(value) ? new URL(value) : void 0;
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/world/secrets/secret-forms.ts
var shortestMasked = 4;
var shortestStrong = 8;
var longestWord = 15;
var longestNumber = 11;
var longestNested = 1024;
var mostDerivedLines = 50;
var settings = /^(true|false|yes|no|on|off|none|null|auto|default|always|never|enabled|disabled|inherit)$/i;
var word = /^([a-z]+|[A-Z][a-z]*|[A-Z]+)([-_. ][a-z]+)*$/;
function strengthOf(value) {
  const text = value.trim();
  if (text.length < shortestMasked || settings.test(text)) return "open";
  const isWord = text.length <= longestWord && word.test(text);
  const isNumber = text.length <= longestNumber && /^[\d.]+$/.test(text);
  return text.length < shortestStrong || isWord || isNumber ? "weak" : "strong";
}
function weakestOf(value) {
  const strengths = [value, ...passwordsOf(value.trim())].map(strengthOf);
  return strengths.find((each) => each === "open") ?? strengths.find((each) => each === "weak") ?? "strong";
}
function formsOf(value) {
  const anywhere = /* @__PURE__ */ new Set();
  const words = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Set();
  const texts = textsIn(value);
  for (const { text, isPart, isLine } of texts) {
    const strength = strengthOf(text);
    if (strength === "open") continue;
    if (isPart && strength === "weak") {
      if (isLine && texts.length <= mostDerivedLines) words.add(text);
      continue;
    }
    const derived = isLine && texts.length > mostDerivedLines ? [text] : derivedFrom(text);
    for (const form of derived) {
      if (strength === "strong" || form.length > text.length + 3) anywhere.add(form);
      else words.add(form);
      told.add(form);
    }
    if (strength === "weak" || isLine && texts.length > mostDerivedLines) continue;
    for (const form of text.length > longestNested ? [] : derived.flatMap(derivedFrom)) anywhere.add(form);
    for (const form of [text.toUpperCase(), text.toLowerCase(), ...wrapped(text)]) told.add(form);
  }
  for (const login of loginsIn(value)) {
    for (const form of base64Of(login)) {
      anywhere.add(form);
      told.add(form);
    }
  }
  const masked = (form) => form.length >= shortestMasked;
  return {
    anywhere: [...anywhere].filter((form) => form.length >= shortestStrong),
    words: [...words].filter(masked),
    told: [...told].filter(masked)
  };
}
function textsIn(value) {
  const whole = value.trim();
  const lines = whole.split(/\r?\n/).map((line) => line.trim());
  const texts = [
    { text: whole, isPart: false, isLine: false },
    ...passwordsOf(whole).map((text) => ({ text, isPart: false, isLine: false })),
    ...partsOf(whole).map((text) => ({ text, isPart: true, isLine: false })),
    ...lines.length === 1 ? [] : lines.map((text) => ({ text, isPart: true, isLine: true }))
  ];
  return [...new Map(texts.reverse().map((each) => [each.text, each])).values()];
}
function derivedFrom(text) {
  const whole = text.toWellFormed();
  const json = JSON.stringify(whole).slice(1, -1);
  const component = encodeURIComponent(whole);
  return [
    .../* @__PURE__ */ new Set([
      text,
      json,
      json.replaceAll("/", "\\/"),
      json.replace(/[^\0-\x7f]/g, unicodeEscape),
      component,
      component.replace(/[!'()*]/g, percentEscape),
      new URLSearchParams({ "": whole }).toString().slice(1),
      encodeURI(whole),
      asPassword(whole),
      html(whole, "&quot;", "&#39;"),
      html(whole, "&#34;", "&#x27;"),
      html(whole, '"', "'"),
      whole.replaceAll("'", "'\\''"),
      whole.replaceAll("'", "''"),
      whole.replace(/["$`\\]/g, "\\$&"),
      whole.replace(/[^\w@%+=:,./-]/g, "\\$&"),
      // A table of Markdown, and all of Markdown.
      whole.replaceAll("|", "\\|"),
      whole.replace(/[!-/:-@[-`{-~]/g, "\\$&"),
      Buffer.from(whole).toString("hex"),
      ...base64Of(whole)
    ])
  ];
}
function unicodeEscape(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function percentEscape(character) {
  return `%${character.charCodeAt(0).toString(16)}`;
}
function asPassword(text) {
  const address = new URL("https://host/");
  address.password = text;
  return address.password;
}
function html(text, double, single) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', double).replaceAll("'", single);
}
function base64Of(text) {
  const bytes = Buffer.from(text);
  const inside = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return encoded.slice(Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6));
  });
  const standard = [bytes.toString("base64"), ...inside].filter((form) => form.length >= shortestStrong);
  return standard.flatMap((form) => [form, form.replaceAll("+", "-").replaceAll("/", "_")]);
}
function wrapped(text) {
  return [text, `${text}
`].flatMap((each) => {
    const encoded = Buffer.from(each).toString("base64");
    return [64, 76].flatMap((width) => encoded.length <= width ? [] : chunks(encoded, width));
  });
}
function chunks(text, width) {
  const count = Math.ceil(text.length / width);
  return Array.from({ length: count }, (_, index) => text.slice(index * width, (index + 1) * width)).filter(
    (line) => line.length > longestWord
  );
}

// src/world/secrets/masks.ts
var mask = "***";
function masks(tell) {
  const told = /* @__PURE__ */ new Set();
  const known = /* @__PURE__ */ new Set();
  const words = /* @__PURE__ */ new Set();
  const anywhere = formIndex();
  const redactStrong = (text) => withoutSpans(text, joined(strongSpans(anywhere, text)));
  return {
    add: (value) => {
      const strength = weakestOf(value);
      if (known.has(value)) return strength;
      known.add(value);
      const forms = formsOf(value);
      for (const form of forms.anywhere) anywhere.add(form);
      for (const form of forms.words) words.add(form);
      for (const form of forms.told) {
        if (told.has(form)) continue;
        told.add(form);
        tell(form);
      }
      return strength;
    },
    redactStrong,
    redact: (text) => {
      const spans = [...strongSpans(anywhere, text), ...[...words].flatMap((word2) => wordSpans(word2, text))];
      return withoutSpans(text, joined(spans));
    }
  };
}
function strongSpans(index, text) {
  const spans = index.find(text);
  if (!/[\r\n]|\\[rn]/.test(text)) return spans;
  const squeezed = withoutLineBreaks(text);
  return [
    ...spans,
    ...index.find(squeezed.text).map(({ start, end }) => ({
      start: squeezed.placeOf(start),
      end: squeezed.placeOf(end - 1) + 1
    }))
  ];
}
function withoutLineBreaks(text) {
  const starts = [];
  const places = [];
  const parts = [];
  let length = 0;
  let last = 0;
  const keep = (start, end) => {
    if (start === end) return;
    starts.push(length);
    places.push(start);
    parts.push(text.slice(start, end));
    length += end - start;
  };
  for (const { index, 0: found } of text.matchAll(/(?:\r\n|[\r\n]|\\[rn])+[ \t]*/g)) {
    keep(last, index);
    last = index + found.length;
  }
  keep(last, text.length);
  return {
    text: parts.join(""),
    placeOf: (at) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = low + high + 1 >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return (places[low] ?? 0) + at - (starts[low] ?? 0);
    }
  };
}
var wordCharacter = /[\p{L}\p{N}_-]/u;
function wordSpans(word2, text) {
  const spans = [];
  const isOpen = (inside, outside) => wordCharacter.test(inside) && wordCharacter.test(outside);
  for (let at = text.indexOf(word2); at !== -1; at = text.indexOf(word2, at + 1)) {
    const end = at + word2.length;
    if (isOpen(word2.charAt(0), text.charAt(at - 1)) || isOpen(word2.charAt(word2.length - 1), text.charAt(end))) continue;
    spans.push({ start: at, end });
  }
  return spans;
}
function joined(spans) {
  const all = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last !== void 0 && span.start < last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push(span);
  }
  return all;
}
function withoutSpans(text, spans) {
  if (spans.length === 0) return text;
  let from = 0;
  const kept = spans.map(({ start, end }) => {
    const before = text.slice(from, start);
    from = end;
    return before + mask;
  });
  return kept.join("") + text.slice(from);
}

// src/world/secrets/weak-secrets.ts
var said = {
  weak: "is short or an ordinary word, so it is masked only as a whole word (GitHub masks it inside other words too)",
  open: "is so short or so common that it is not masked"
};
function maskingVariables(secrets, log2) {
  const warned = /* @__PURE__ */ new Set();
  return (value, name) => {
    const strength = secrets.add(value);
    const hasPassword = passwordsOf(value.trim()).length > 0;
    if (strength === "strong" || warned.has(name) || !(hasPassword || namesSecret(name))) return;
    warned.add(name);
    log2.warn(
      `The ${hasPassword ? "password in the " : ""}value of ${name} ${said[strength]}. Replace it with a long random one.`
    );
  };
}

// src/entries/exit.ts
var reportDefectsAt = "https://github.com/staged-upgrade/staged-upgrade/issues";
async function endingOf(work, stop) {
  try {
    const result = await work();
    return { kind: "result", result, exitCode: exitCodes[result.outcome] };
  } catch (error) {
    return endingOfError(error, stop.by());
  }
}
function endingOfError(error, stoppedBy) {
  const signal = stoppedBy ?? (error instanceof LeftQuestion ? "SIGINT" : void 0);
  if (signal !== void 0) {
    return { kind: "stopped", error, exitCode: stoppedExitCodes[signal], message: stoppedMessage(error, signal) };
  }
  if (error instanceof UserError) {
    return { kind: "user-error", error, message: error.detail, exitCode: exitCodeOf.userError };
  }
  if (error instanceof SystemFailure) {
    return { kind: "system-failure", error, message: error.detail, exitCode: exitCodes.failed };
  }
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: void 0 };
  return {
    kind: "defect",
    error,
    exitCode: exitCodeOf.defect,
    ...stack === void 0 ? {} : { stack },
    message: {
      happened: `Staged Upgrade has a defect: ${message}`,
      means: "This is not your mistake. What the step was doing may be half done; the journal has what was started.",
      next: `Please report it at ${reportDefectsAt} with the lines of the log above. Running the step again is safe: it looks first.`
    }
  };
}

export {
  systemClock,
  stopOnSignals,
  terminalInputs,
  terminalCommands,
  invokeInWorkflow,
  githubTime,
  masks,
  maskingVariables,
  endingOf
};
