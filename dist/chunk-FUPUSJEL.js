import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  backupPurposes,
  operations
} from "./chunk-QY47XVLF.js";
import {
  nearest
} from "./chunk-KJR6AY27.js";
import {
  environmentNames,
  releaseSides
} from "./chunk-WNC3J4Y2.js";
import {
  parseDuration
} from "./chunk-JOC32U4G.js";

// src/core/interface/input.ts
function text(places) {
  return {
    ...placed(places),
    form: { kind: "text" },
    read: ([value = ""]) => ({ kind: "value", value })
  };
}
function word(words, places) {
  return {
    ...placed(places),
    form: { kind: "word", words },
    read: ([given = ""]) => oneOf(given, words)
  };
}
function flag(places) {
  return {
    ...placed(places),
    form: { kind: "flag" },
    read: ([given = ""]) => {
      const said = oneOf(given, ["true", "false"]);
      return said.kind === "value" ? { kind: "value", value: said.value === "true" } : said;
    }
  };
}
function list(places, separator = /[,\n]/) {
  return {
    ...placed(places),
    form: { kind: "list", separator },
    read: (value) => ({ kind: "value", value })
  };
}
function textsIn(written, { form }) {
  if (form.kind !== "list") return [written];
  return written.split(form.separator).map((each) => each.trim()).filter((each) => each !== "");
}
function duration(places) {
  return {
    ...placed(places),
    form: { kind: "duration" },
    read: ([given = ""]) => {
      const value = parseDuration(given);
      return value === void 0 ? { kind: "wrong", text: given, accepted: "a whole number and s, m, h or d: 90s, 15m, 5h, 7d" } : { kind: "value", value };
    }
  };
}
function placed({ action, option }) {
  return {
    ...action === void 0 ? {} : { action: typeof action === "string" ? { description: action } : action },
    ...option === void 0 ? {} : { option: { flags: option[0], description: option[1] } }
  };
}
function oneOf(given, words) {
  const value = words.find((each) => each === given);
  if (value !== void 0) return { kind: "value", value };
  const meant = nearest(given, words);
  return { kind: "wrong", text: given, accepted: listed(words), ...meant === void 0 ? {} : { meant } };
}
function listed(words) {
  const quoted = words.map((each) => `"${each}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

// src/core/interface/inputs.ts
var betweenFacts = /\n|,(?=\s*[^\s,=]+=)/;
var declared = {
  config: text({
    action: {
      description: "The configuration's file, relative to the checkout.",
      default: ".github/staged-upgrade.yml"
    },
    option: ["--config <file>", "the configuration (default: .github/staged-upgrade.yml)"]
  }),
  system: text({
    action: "Which system the step is about, by its name, where the configuration has several (systems).",
    option: [
      "--system <name>",
      "one of several systems of the configuration; for init, a name for your installation, which names the lock, the journal and the backups"
    ]
  }),
  // Without a default of its own: a path that is checked (--path) may end anywhere, unless a target is named.
  target: text({
    action: "Where the path leads, for plan: newest, newest-patch, a line such as 5.1 (its newest patch), an exact version, or unfinished: that of the climb which waits, if one does.",
    option: [
      "--target <version>",
      "newest, newest-patch, a line such as 5.1, an exact version, or unfinished: where the climb that waits leads (default: newest)"
    ]
  }),
  operation: word(operations, {
    action: "What plan plans for: plan (to look, without it), rehearse or climb; the journal keeps it, and only a climb is continued with by itself."
  }),
  ring: text({
    action: "For plan in the workflows of several systems, the ring that a run of the whole fleet takes the system up with; the journal keeps it, and only what was taken up so is continued with in the next ring."
  }),
  current: text({
    action: "The version that production is believed to run; plan ends with an error when production says otherwise.",
    option: ["--current <version>", "what you believe production runs; an error when it says otherwise"]
  }),
  offline: flag({
    option: ["--offline", "plan from --current as given: production is not asked, and nothing is recorded"]
  }),
  product: text({
    option: [
      "--product <name>",
      "a shipped product, such as medplum: what init writes for, or what plan plans for from --current, without any configuration"
    ]
  }),
  write: flag({ option: ["--write", "write the change into the files; without it, it is only shown"] }),
  prereleases: flag({ option: ["--prereleases", "let the path use prereleases"] }),
  minimumAge: duration({ option: ["--minimum-age <duration>", "use no release that is younger: 12h, 7d"] }),
  environment: word(environmentNames, {
    action: "The environment that the step acts on: production or staging.",
    option: ["--environment <name>", "where to act"]
  }),
  hop: text({
    action: "The hop that the step belongs to, as JSON the way plan wrote it into the matrix, or its id such as 1.0.2--1.1.4.",
    option: ["--hop <id>", "the id of a planned hop, such as 1.0.2--1.1.4"]
  }),
  release: word(releaseSides, {
    action: "The side of the hop that deploy and smoke are about: from or to.",
    option: ["--release <side>", "which side of the hop"]
  }),
  purpose: word(backupPurposes, {
    action: "Why backup takes a backup: rehearsal (to be restored on staging) or restore-point (the way back, directly before the deploy).",
    option: ["--purpose <purpose>", "what the backup is for"]
  }),
  budget: duration({
    action: "How long a wait may take before the step ends as waiting, such as 90s, 15m or 5h; without it the configuration's budget counts.",
    option: ["--budget <duration>", "how long to wait at most: 90s, 15m, 5h"]
  }),
  retry: flag({
    action: "Whether migrate starts a migration that has failed once more, true or false; the other steps of a hop on production are given the same.",
    option: ["--retry", "start a migration that has failed once more; it is kept in the journal"]
  }),
  acknowledge: list({
    action: "Ids of manual steps that a person has done, separated by commas or line breaks, besides those in the configuration.",
    option: ["--acknowledge <id>", "a manual step that is done; may be repeated"]
  }),
  facts: list(
    {
      action: "Facts about the installation that conditional rules ask for, as name=value, one a line or separated by commas; they override the configuration's.",
      option: ["--facts <name=value>", "a fact about this installation; may be repeated"]
    },
    betweenFacts
  ),
  parts: list({
    action: "The present versions of parts of production beside its release, as name=version, one a line or separated by commas, such as chart=7.10.0; needed where no probe of the product shows them.",
    option: [
      "--part <name=version>",
      "the present version of a part of production beside its release, such as chart=7.10.0; may be repeated"
    ]
  }),
  releases: text({
    action: "The file with a pinned release list to plan from, in place of asking where the product publishes its releases.",
    option: ["--releases <file>", "plan from a pinned copy of the release list"]
  }),
  saveReleases: text({ option: ["--save-releases <file>", "write the release list that was planned from"] }),
  path: text({
    action: "A path to check against the rules in place of planning one, as versions separated by commas.",
    option: ["--path <versions>", "check this path (1.1.4,1.2.1,1.3.1) against the rules in place of planning one"]
  }),
  confirm: text({
    action: "What a person typed as confirmation: for a gate that is set to dispatch, what the waiting run asked for; for a rollback that loses data, the hop's id; for mark-disposable, the name of staging's database.",
    option: [
      "--confirm <text>",
      "typed as confirmation: the hop's id for a way back that loses data, the database's name for mark-disposable"
    ]
  }),
  data: text({
    action: "For mark-disposable where staging has several stores of data, the name in the configuration of the one that is marked.",
    option: ["--data <name>", "one of staging's stores of data, where there are several (default: each)"]
  }),
  reason: text({
    action: "Why a person asked for this; it is kept in the journal.",
    option: ["--reason <text>", "why; it is kept in the journal"]
  }),
  accept: text({
    action: "For a rollback whose smoke tests have failed before because a test is itself wrong, why it is finished all the same; it is kept in the journal.",
    option: [
      "--accept <reason>",
      "finish a rollback although its smoke tests have failed, and keep in the journal why that is right"
    ]
  }),
  output: text({
    action: "For report, a file to write it into besides the summary: a page that loads nothing if it ends in .html, otherwise Markdown. A file that is no report is left alone.",
    option: [
      "--output <file>",
      "also write the report into a file: a page of its own if it ends in .html, otherwise Markdown"
    ]
  }),
  yes: flag({ option: ["--yes", "approve every gate beforehand"] }),
  until: text({
    option: ["--until <hop>", "stop after this hop (1.0.2--1.1.4), or at the version that it leads to (1.1.4)"]
  }),
  keep: flag({ option: ["--keep", "keep the folder with servers, backups, journal and the report"] }),
  title: text({ option: ["--title <text>", "for --product own: what people call the product"] }),
  published: text({
    option: [
      "--published <where>",
      "for --product own: where its releases are published, as npm:NAME, pypi:NAME, crates:NAME or github:OWNER/NAME"
    ]
  }),
  line: text({ option: ["--line <unit>", "for --product own: which lines must not be skipped: major, minor or none"] }),
  healthPath: text({
    option: ["--health-path <path>", "for --product own: the path that answers 200 when the server is healthy"]
  }),
  versionPath: text({
    option: ["--version-path <path>", "for --product own: the path whose JSON answer says the version"]
  }),
  versionValue: text({
    option: ["--version-value <place>", "for --product own: where the version is in that answer, such as data.version"]
  }),
  database: text({
    option: ["--database <kind>", "what keeps the data, such as postgres; a name that is unknown lists all"]
  }),
  deployer: text({ option: ["--deployer <kind>", "how a release is put in place, such as command"] }),
  store: text({ option: ["--store <kind>", "where backups are kept, such as s3"] }),
  productionUrl: text({ option: ["--production-url <url>", "where production answers"] }),
  stagingUrl: text({ option: ["--staging-url <url>", "where staging answers"] }),
  deploy: text({
    option: ["--deploy <command>", "puts {version} in place in {environment}; split at spaces, no shell"]
  }),
  stop: text({
    option: ["--stop <command>", "stops the server of {environment}, so that its database can be replaced"]
  }),
  scrub: text({
    option: ["--scrub <command>", "makes a copy of live data harmless before a server starts on it"]
  }),
  encryptFor: list({
    option: [
      "--encrypt-for <key...>",
      "public keys of age (age1\u2026) that backups are encrypted for; any one of them reads them"
    ]
  }),
  backupFolder: text({ option: ["--backup-folder <path>", "a folder that the runners of both environments reach"] }),
  journal: text({
    option: [
      "--journal <git|folder>",
      "where the record is kept: a branch of the repository, a folder, or the name of another kind"
    ]
  }),
  runner: text({
    option: ["--runner <labels>", "labels of the runner that reaches production (and staging), separated by commas"]
  }),
  stagingRunner: text({ option: ["--staging-runner <labels>", "labels of the runner that reaches staging"] }),
  action: text({ option: ["--action <pin>", "the action to use, as OWNER/NAME@COMMIT, the full commit"] }),
  variable: list({
    option: ["--variable <name...>", "names of ${NAME}s that are not secrets: they come from variables"]
  }),
  oidc: flag({ option: ["--oidc", "let the jobs ask for an OIDC token, to log in to a cloud"] }),
  schedule: text({
    option: [
      "--schedule <cron>",
      'start a run by itself at these times (UTC) that continues with what waits; "none" for no such runs'
    ]
  }),
  check: flag({
    option: ["--check", "only say whether the workflows are what init would write; exit code 1 when not"]
  }),
  update: flag({ option: ["--update", "write the workflows again, keeping what is between marks"] }),
  force: flag({
    option: ["--force", "replace files that were changed by hand; use an action by a branch or tag"]
  })
};
var inputs = declared;
var stepInputs = {
  summary: flag({
    action: { description: "Whether the step adds to the job summary, true or false.", default: "true" }
  }),
  token: text({
    action: {
      description: "The token that reads approvals and pushes the journal's branch; the job needs contents write for the latter.",
      default: "${{ github.token }}"
    }
  })
};
var inputNames = Object.keys(declared).filter(isInputName);
function isInputName(name) {
  return Object.hasOwn(declared, name);
}
function readGiven(names, textsOf, onWrong) {
  const given = {};
  const read = (name) => {
    const texts = textsOf(name);
    if (texts.length === 0) return;
    const accepted = inputs[name].read(texts);
    if (accepted.kind === "wrong") onWrong(name, accepted);
    else given[name] = accepted.value;
  };
  for (const name of names) read(name);
  return Object.freeze(given);
}
function taken(given, names) {
  const own = {};
  for (const name of names) if (given[name] !== void 0) own[name] = given[name];
  return own;
}

// src/init/options.ts
var initInputs = [
  "product",
  "title",
  "published",
  "line",
  "healthPath",
  "versionPath",
  "versionValue",
  "system",
  "database",
  "deployer",
  "store",
  "encryptFor",
  "productionUrl",
  "stagingUrl",
  "deploy",
  "stop",
  "scrub",
  "backupFolder",
  "journal",
  "runner",
  "stagingRunner",
  "action",
  "variable",
  "oidc",
  "schedule",
  "check",
  "update",
  "force"
];

export {
  textsIn,
  inputs,
  stepInputs,
  inputNames,
  readGiven,
  taken,
  initInputs
};
