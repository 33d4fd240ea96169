import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  StoppedStep
} from "./chunk-6HZPJQFX.js";
import {
  liveWithin,
  projectWithin
} from "./chunk-GGGR33OU.js";
import {
  announce,
  asking,
  isSameAttempt,
  missingConfirmable,
  newRunOf,
  noticeFacts,
  noticeOfFailure,
  readApproval,
  readEnvironment,
  withNewRun
} from "./chunk-37VHWOWD.js";
import {
  readHop
} from "./chunk-Z57QGYIC.js";
import {
  journalLog
} from "./chunk-N5R353EC.js";
import {
  refuseLostRecords
} from "./chunk-LBPCGMRJ.js";
import {
  openLiveSystem,
  situationOf,
  withFiles
} from "./chunk-SAITKFGM.js";
import {
  fullTime,
  markdownOf,
  paragraph
} from "./chunk-L4L2GTLI.js";
import {
  promotionOf,
  recordOf
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment,
  isOf,
  latest
} from "./chunk-D43QRV6R.js";
import {
  approvedOf,
  confirmationFor,
  isConfirmed,
  pathGate
} from "./chunk-OASWQL73.js";
import {
  settingsOf
} from "./chunk-4X6B3AHX.js";
import {
  escapeMarkdown
} from "./chunk-NG6ROUHR.js";
import {
  LeaseLost,
  givingBackIfThrown,
  isLastUnderLease,
  releaseLease,
  releaseQuietly,
  underLease
} from "./chunk-CV6QIYBD.js";
import {
  cannotTell,
  refuse,
  waiting
} from "./chunk-KHLEDX2Y.js";
import {
  referenceTo,
  releaseOn,
  releaseSides
} from "./chunk-WNC3J4Y2.js";
import {
  partPlaceholders
} from "./chunk-BRELSNAC.js";
import {
  endedWell,
  howItEnded,
  runUserCommand,
  runUserCommandOrFail
} from "./chunk-MIP6TCEH.js";
import {
  SystemFailure,
  UserError,
  oneLine
} from "./chunk-NJJAAM2E.js";

// src/steps/hop/hooks.ts
async function runHook(context, name, placeholders = context.placeholders) {
  const { project, environment, live } = context;
  const hooks = settingsOf(
    project.configuration,
    environment
  ).hooks;
  const hook = hooks[name];
  if (hook === void 0) return;
  await context.confirmLease();
  await project.effects.log.group(`Hook ${name}`, async () => {
    await runUserCommandOrFail(
      hook,
      live.context(`environments.${environment}.hooks.${name}`, placeholders),
      `The step stops here, because its hook "${name}" failed.`
    );
  });
}

// src/steps/hop/hop-step.ts
import { basename } from "node:path";

// src/report/production-line.ts
function productionLine(hop, entries, observation) {
  if (observation === void 0) return lastSeen(entries);
  const { version, serving } = observation;
  const runs = version.kind === "known" ? version.value : `something that does not answer (${version.reason})`;
  const serves = serving.kind === "unknown" ? `unknown (${serving.reason})` : serving.kind;
  const data = dataOf(hop, recordOf(entries, hop), version.kind === "known" ? version.value : void 0);
  return `Production runs ${runs}${data === void 0 ? "" : ` on ${data}`}, serving: ${serves}.`;
}
function dataOf({ from, to }, record, version) {
  const { migrating, waited, completed, deployStarted } = promotionOf(record);
  const deferred = latest(inEnvironment(record.entries, "production"), "deploying")?.event.deferred;
  if (completed !== void 0 || migrating !== void 0 && waited !== void 0) return `data of ${to}`;
  if (migrating !== void 0) return `data whose migration to ${to} was started`;
  if (deployStarted) return deferred === false ? `data that ${to} may have migrated` : `data of ${from}`;
  return version === from ? `data of ${from}` : void 0;
}
function lastSeen(entries) {
  const seen = entries.findLast(
    ({ event }) => (event.type === "checked" || event.type === "deployed") && event.environment === "production"
  );
  if (seen?.event.type !== "checked" && seen?.event.type !== "deployed") return "Production was not touched.";
  return `Production was not touched by this step; it was last seen on ${seen.event.version} on ${fullTime(new Date(seen.at))}.`;
}

// src/report/failure-summary.ts
function failureSummary(facts) {
  const { hop, environment, outcome, message } = facts;
  return markdownOf([
    {
      kind: "box",
      tone: outcome === "waiting" ? "note" : "caution",
      text: [{ strong: productionLine(hop, facts.entries, facts.observation) }, ` ${message.next}`]
    },
    paragraph({ strong: outcome }, ` on ${environment}, hop ${hop.from} \u2192 ${hop.to}: ${message.happened}`),
    ...message.means === "" ? [] : [paragraph(message.means)]
  ]);
}

// src/steps/hop/diagnostics.ts
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/report/diagnostics-report.ts
var diagnosticsPrefix = "staged-upgrade-diagnostics-";
function diagnosticsReport({
  hop,
  product,
  changelog,
  observation,
  entries,
  configuration,
  serverLog: serverLog2,
  ended,
  evidence
}) {
  return [
    `# ${escapeMarkdown(`${product}: ${hop.title}`)}`,
    block("What happened", [ended.happened, ended.means, ended.next].filter((line) => line !== "").join("\n")),
    block("Observed", JSON.stringify(observation, void 0, 2)),
    ...evidence.map(({ name, text }) => block(name, text)),
    ...changelog === void 0 ? [] : [block("What the releases bring", changelogLines(hop, changelog))],
    block("Hop", JSON.stringify(hop, void 0, 2)),
    block("Journal", journalLog(entries)),
    block("Configuration", JSON.stringify(configuration, void 0, 2)),
    block("Server log", serverLog2),
    ""
  ].join("\n\n");
}
function changelogLines(hop, changelog) {
  const releases = new Set(releaseSides.map((side) => releaseOn(hop, side)));
  return [...releases].map((release) => `${release}: ${changelog.replaceAll("{version}", release)}`).join("\n");
}
function block(title, text) {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `## ${escapeMarkdown(title)}

${fence}text
${text.trimEnd()}
${fence}`;
}

// src/steps/hop/server-log.ts
var keptLines = 2e3;
var longestRead = 6e4;
var newestMilliseconds = 36e5;
async function readServerLog(context) {
  const { project, live, environment, placeholders } = context;
  const hook = settingsOf(project.configuration, environment).hooks.logs;
  if (hook === void 0) return await throughDeployer(context);
  const result = await runUserCommand(hook, live.context(`environments.${environment}.hooks.logs`, placeholders));
  const text = `${result.stdout}${result.stderr}`;
  if (endedWell(result)) return { kind: "read", text };
  return { kind: "failed", reason: `The hook "logs" ${howItEnded(result)}.`, text };
}
async function throughDeployer({ project, live }) {
  const logs = live.deployerLogs();
  if (logs === void 0) return { kind: "none" };
  const { clock, signal } = project.effects;
  const lines = [];
  const onLine = (line) => {
    lines.push(line);
    if (lines.length > 2 * keptLines) lines.splice(0, keptLines);
  };
  const kept = () => lines.slice(-keptLines).join("\n");
  try {
    await logs({
      since: new Date(clock.now().getTime() - newestMilliseconds),
      onLine,
      signal: AbortSignal.any([signal, AbortSignal.timeout(longestRead)])
    });
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "failed", reason: whyUnread(error), text: kept() };
  }
  return { kind: "read", text: kept() };
}
function whyUnread(error) {
  if (error instanceof SystemFailure || error instanceof UserError) return error.detail.happened;
  if (error instanceof DOMException && error.name === "TimeoutError")
    return "The log could not be read within a minute.";
  throw error;
}

// src/steps/hop/diagnostics.ts
async function writeDiagnostics(context, observation, ended) {
  const { project, hop } = context;
  const { effects, document, journal } = project;
  const name = `${diagnosticsPrefix}${hop.id}.md`;
  const report = diagnosticsReport({
    hop,
    product: project.product.title,
    changelog: project.product.changelog,
    observation,
    entries: await journal.read(),
    configuration: document,
    serverLog: await serverLog(context),
    ended,
    evidence: await evidenceOf(context)
  });
  const save = effects.saveFile ?? writeFile;
  const file = join(effects.startedIn ?? effects.directory, name);
  try {
    await save(file, effects.pen.markdown(report));
  } catch (cause) {
    effects.log.warn(`${name} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`);
    return void 0;
  }
  return file;
}
async function evidenceOf({ live, project }) {
  const { signal } = project.effects;
  return await Promise.all(
    live.evidence().map(async (each) => ({ name: each.name, text: await each.collect(signal) }))
  );
}
async function serverLog(context) {
  const log = await readServerLog(context);
  switch (log.kind) {
    case "read":
      return log.text;
    case "failed":
      return `${log.reason}
${log.text}`;
    case "none":
      return `No hook "logs" is configured for ${context.environment}, and this step does not read it through what deploys it.`;
  }
}

// src/steps/hop/hop-step.ts
async function hopStep(project, input, work) {
  return await givingBackIfThrown(project, () => step(project, input, work));
}
async function step(project, input, { environment, needs, preempts: preempt, body, beforehand }) {
  project.effects.signal.throwIfAborted();
  const entries = await project.journal.read();
  if (!entries.some((entry) => isOf(entry, "planned"))) await refuseLostRecords(project);
  const wanted = input.command === "rollback" && environment === "production" ? "on production" : "planned last";
  const hop = await withFiles(project, readHop(input.hop, entries, project, wanted));
  const plain = contextOf(project, input, { environment, needs, hop, entries });
  const work = async () => await beforehand(plain) ?? await underLease(project, { preempt, entries }, (lease, signal) => {
    const within = { ...project, effects: { ...project.effects, signal } };
    return endOf(contextOf(within, input, { environment, needs, hop, entries, lease }), project.effects.signal, body);
  });
  const end = await recordingStop(plain, work);
  const skipped = end.kind === "already-done";
  const isDone = end.kind === "done" || skipped;
  if (isDone && isLastUnderLease(project.run, input, { environment, skipped })) await releaseQuietly(project);
  switch (end.kind) {
    case "done":
      return stepResult(
        "passed",
        end.headline,
        `${escapeMarkdown(end.headline)}
${(end.details ?? []).map((line) => `
- ${escapeMarkdown(line)}`).join("")}
`,
        end.outputs
      );
    case "already-done":
      return stepResult(
        "skipped",
        `Nothing to do: ${end.because}`,
        `${escapeMarkdown(`Nothing to do: ${end.because}`)}
`,
        end.backup === void 0 ? {} : { backup: end.backup }
      );
    default:
      return await notDone(plain, end);
  }
}
function contextOf(whole, input, { environment, needs, hop, entries, lease }) {
  const project = projectWithin(whole, input.command, needs);
  const live = liveWithin(openLiveSystem(whole, environment, entries), input.command, needs);
  const reference = referenceTo(hop);
  const observe = () => observeWell(live, project.effects);
  return {
    project,
    command: input.command,
    input,
    hop,
    environment,
    live,
    observe,
    situation: async () => {
      const observation = await observe();
      return situationOf({
        hop,
        traits: project.traits,
        now: project.effects.clock.now(),
        observation,
        entries: await project.journal.read(),
        rehearsalMaxAge: project.configuration.rehearsal["max-age"],
        retry: input.retry === true
      });
    },
    record: (event) => project.journal.append({ ...event, hop: reference, environment }),
    confirmLease: async () => {
      const standing = await lease?.confirm();
      if (standing?.kind === "lost") throw new LeaseLost(standing.to);
    },
    placeholders: { from: releaseOn(hop, "from"), to: releaseOn(hop, "to"), ...partPlaceholders(hop.parts?.from) }
  };
}
var looks = 3;
var pauseMilliseconds = 500;
async function observeWell(live, { clock, signal }) {
  for (let look = 1; ; look++) {
    const observation = await live.observe(signal);
    const { version, migrations } = observation;
    if (version.kind === "known" && migrations.kind !== "unknown" || look === looks) return observation;
    await clock.sleep(pauseMilliseconds, signal);
  }
}
async function recordingStop(context, work) {
  const { project, command, hop, environment } = context;
  try {
    return await work();
  } catch (error) {
    if (!project.effects.signal.aborted) throw error;
    const facts = { command, hop: hop.id, environment };
    try {
      const message = `${command} of hop ${hop.id} was stopped; what it was doing may be half done.`;
      await context.record({ type: "ended", command, outcome: "unknown", message });
      await releaseLease(project);
    } catch (cause) {
      const why = project.effects.pen.text(cause instanceof Error ? cause.message : String(cause));
      throw new StoppedStep({ ...facts, notRecorded: why }, { cause: error });
    }
    throw new StoppedStep(facts, { cause: error });
  }
}
async function endOf(context, stop, body) {
  try {
    return await body(context);
  } catch (error) {
    if (error instanceof SystemFailure && !stop.aborted) return { kind: "failed", message: error.detail };
    throw error;
  }
}
var outcomeOf = { waiting: "waiting", refuse: "refused", failed: "failed", unknown: "unknown" };
async function notDone(context, end) {
  const { project, command, input, environment, hop } = context;
  const outcome = outcomeOf[end.kind];
  const { pen } = project.effects;
  const said = {
    happened: pen.text(end.message.happened),
    means: pen.text(end.message.means),
    next: pen.text(end.message.next)
  };
  if (end.kind !== "refuse" || end.unrecorded !== true)
    await context.record({ type: "ended", command, outcome, message: oneLine(said) });
  if (outcome === "failed") await failureHook(context);
  await releaseLease(project);
  if (outcome !== "waiting") await announce(project, noticeOfFailure(context, said, noticeFacts(project)));
  const observation = environment === "production" ? await lookAgain(context) : void 0;
  const entries = await project.journal.read();
  const file = observation !== void 0 && needsEvidence(command, outcome) ? await writeDiagnostics(context, observation, said) : void 0;
  const message = outcome === "waiting" ? withNewRun(said, newRunOf(project, { command, environment: input.environment, input, entries, hop: hop.id })) : withFile(said, file, project.run.kind === "github");
  const summary = failureSummary({ hop, environment, outcome, message, observation, entries });
  return { ...stepResult(outcome, message.happened, summary), message };
}
function needsEvidence(command, outcome) {
  return outcome === "failed" || outcome === "unknown" || outcome === "refused" && command === "rollback";
}
function withFile(message, file, isWorkflow) {
  if (file === void 0) return message;
  const where = isWorkflow ? `${basename(file)}, an artifact of this run` : file;
  return { ...message, next: `${message.next} What the vendor will ask for is in ${where}.`.trimStart() };
}
async function lookAgain({ live }) {
  return await live.observe();
}
async function failureHook(context) {
  try {
    await runHook(context, "on-failure");
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    context.project.effects.log.warn(`The hook "on-failure" failed too: ${error.message}`);
  }
}
function stepResult(outcome, headline, summary, outputs = {}) {
  return { outcome, headline, outputs, summary, text: "" };
}
function isAct(decision) {
  return decision.kind === "act";
}

// src/steps/gate/gate-state.ts
async function environmentGate({ project, hop }, environment) {
  return await gateOf(project, environment, usedApprovals(await project.journal.read(), project.run, environment, hop));
}
async function pathApprovalGate(project, environment) {
  return await gateOf(project, environment, usedByAttempts(await project.journal.read(), project.run, environment));
}
async function gateOf(project, environment, used) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = project.effects.environment;
  return {
    setting: "environment",
    environment,
    approved: await approvedIn(project, environment, used),
    reading: await readEnvironment(project, environment),
    settingsUrl: `${server ?? "https://github.com"}/${repository ?? ""}/settings/environments`
  };
}
function usedApprovals(entries, run, environment, hop) {
  const ofRun = entries.filter((entry) => entry.run.kind === run.kind && entry.run.id === run.id);
  const recorded = ofRun.filter(
    (entry) => isOf(entry, "approved") && entry.event.gate === environment && // What has a note was not seen to be an approval of that job, so that it used none up.
    entry.event.note === void 0 && (entry.event.hop.id !== hop.id || !isSameAttempt(entry.run, run))
  );
  const hops = latest(ofRun, "planned")?.event.hops.length ?? 1;
  const earlier = recorded.filter((entry) => entry.run.attempt < run.attempt).length;
  return {
    approvals: recorded.map(({ event: { by, comment } }) => ({ by, comment: comment ?? "" })),
    untold: Math.max(0, (run.attempt - 1) * hops - earlier)
  };
}
function usedByAttempts(entries, run, environment) {
  const attempts = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    if (!isOf(entry, "approved") || entry.event.gate !== pathGate(environment)) continue;
    const isOther = entry.run.kind === run.kind && entry.run.id === run.id && !isSameAttempt(entry.run, run);
    if (isOther && entry.event.note === void 0) attempts.set(entry.run.attempt, entry);
  }
  const recorded = [...attempts.values()];
  return {
    approvals: recorded.map(({ event: { by, comment } }) => ({ by, comment: comment ?? "" })),
    untold: Math.max(0, run.attempt - 1 - recorded.length)
  };
}
async function approvedIn(project, environment, { approvals, untold }) {
  const runId = project.run.id;
  const reading = await asking(project, (api, here, how) => readApproval(api, { ...here, runId }, how));
  if (reading.kind === "cannot-tell") return { kind: "not-told", reason: reading.reason };
  return approvedOf(reading.approvals, environment, approvals, untold);
}
function passedEnvironment({ environment: gate, approved }) {
  switch (approved.kind) {
    case "by": {
      const { by, comment } = approved.approval;
      return { gate, by, ...comment === "" ? {} : { comment } };
    }
    case "used":
      return {
        gate,
        by: approved.approval.by,
        note: "that approval has admitted another job of this run before, or may have"
      };
    case "nobody":
      return { gate, by: "nobody", note: "GitHub lists nobody; an administrator may have let it pass" };
    case "not-told":
      return { gate, by: "unknown", note: `who approved could not be determined: ${approved.reason}` };
  }
}
async function recordOnce({ project, hop }, passed) {
  const { gate, by, note } = passed;
  const isRecorded = (await project.journal.read()).some(
    (entry) => isOf(entry, "approved") && entry.event.gate === gate && entry.event.by === by && entry.event.note === note && entry.event.hop.digest === hop.digest && isSameAttempt(entry.run, project.run)
  );
  if (!isRecorded) await project.journal.append({ type: "approved", hop: referenceTo(hop), ...passed });
}

// src/core/decisions/gate.ts
function decideGate(gate, state, hop) {
  const untouched = unharmed[gate](hop.to);
  switch (state.setting) {
    case "none":
      return { kind: "act", because: `The configuration asks for no approval ("gates: { ${gate}: none }").` };
    case "dispatch":
      return dispatched(gate, state, hop, untouched);
    case "environment":
      return decideProtection(state, wordsFor(gate, untouched));
    case "path":
      return ofPath(gate, state, hop, untouched);
  }
}
function wordsFor(gate, untouched) {
  return {
    untouched,
    again: "start a new run",
    otherwise: `climb in a terminal, which asks, or write "gates: { ${gate}: none }" into the configuration`
  };
}
function ofPath(gate, { protection, covers }, { id }, untouched) {
  const next = "Start a new run: it plans, and asks once for all of its hops.";
  if (covers === void 0) {
    return refuse(
      `This attempt of the run has no approval of its path ("gates: { scope: path }").`,
      `It is given in the job "approve", in the environment "${protection.environment}", and a run whose jobs are re-run does not give it again. ${untouched}`,
      next
    );
  }
  if (!covers) {
    return refuse(
      `Hop ${id}, as it is configured now, is not among the hops that this run was approved for.`,
      `What was approved must be what is done. ${untouched}`,
      next
    );
  }
  return decideProtection(protection, wordsFor(gate, untouched));
}
function decideProtection(state, words) {
  const { environment, reading, approved, settingsUrl } = state;
  const { untouched, again, otherwise } = words;
  const setUp = `Open ${settingsUrl}, choose "${environment}", tick "Required reviewers", name who approves, and save the protection rules; then ${again}. If it cannot be ticked, the plan of this repository has no reviewers: ${otherwise}.`;
  switch (reading.kind) {
    case "protected":
      return reading.adminsMayBypass === false ? approvedStrictly(environment, reading.reviewers, approved, words) : { kind: "act", because: `${waitsFor(environment, reading.reviewers)}; ${whoApproved(approved)}.` };
    case "unprotected":
      return refuse(
        `The GitHub environment "${environment}" lets jobs start without anybody's approval: ${reading.why}.`,
        untouched,
        setUp
      );
    case "missing":
      return refuse(
        `The GitHub environment "${environment}" does not exist. GitHub makes it when a job names it, without any protection.`,
        untouched,
        setUp
      );
    case "cannot-tell":
      return cannotTell(
        `It could not be determined whether the GitHub environment "${environment}" has required reviewers: ${reading.reason}.`,
        `What cannot be determined never counts as approved. ${untouched}`,
        reading.next ?? "Run it again later; https://www.githubstatus.com shows the status of GitHub."
      );
  }
}
function approvedStrictly(environment, reviewers, approved, { untouched, again }) {
  const nobodyElse = `nobody may bypass its reviewers (${reviewers.join(", ")})`;
  switch (approved.kind) {
    // A job that does not name its environment starts without asking anyone, however well that is protected.
    case "nobody":
      return refuse(
        `Nobody approved this run for the GitHub environment "${environment}", and ${nobodyElse}.`,
        `The job of this step does not wait for them: it does not name the environment. ${untouched}`,
        `Give the job "environment: ${environment}", as "staged-upgrade init --update" writes it; then ${again}.`
      );
    case "used":
      return refuse(
        `Nobody approved this job for the GitHub environment "${environment}": every approval of this run has admitted another of its jobs, or may have, in this attempt or an earlier one. And ${nobodyElse}.`,
        `GitHub does not always ask again when jobs are re-run. ${untouched}`,
        `In place of re-running jobs, ${again}: it asks.`
      );
    case "by":
    case "not-told":
      return { kind: "act", because: `${waitsFor(environment, reviewers)}; ${whoApproved(approved)}.` };
  }
}
function waitsFor(environment, reviewers) {
  return `"${environment}" waits for one of its reviewers (${reviewers.join(", ")})`;
}
function whoApproved(approved) {
  switch (approved.kind) {
    case "by":
      return `${approved.approval.by} approved this run`;
    case "used":
      return `GitHub lists no approval of this job, only approvals that admitted other jobs of this run, or may have, the first by ${approved.approval.by}`;
    case "nobody":
      return "GitHub lists nobody who approved this run: an administrator may have let it pass";
    case "not-told":
      return `it could not be determined who approved this run: ${approved.reason}`;
  }
}
function dispatched(gate, { confirmable, confirmation }, hop, untouched) {
  if (confirmable === void 0) return missingConfirmable(hop.id, untouched);
  if (isConfirmed(gate, confirmable, confirmation)) {
    return { kind: "act", because: `A person started this run with the confirmation of hop ${hop.id}.` };
  }
  const typed = (confirmation ?? "").trim();
  const what = gate === "production" ? `the promotion of hop ${hop.id}` : `the migrations of hop ${hop.id}`;
  return waiting(
    `A person has to confirm ${what}.`,
    typed === "" ? `${untouched} Nothing failed.` : `${untouched} Nothing failed: ${JSON.stringify(typed.slice(0, longestShown))}, with which this run was started, confirms something else, or this hop as it was before it changed or was rehearsed again.`,
    `Read what the rehearsal showed. To continue, start the workflow with "confirm" set to: ${confirmationFor(gate, confirmable)}`
  );
}
var longestShown = 80;
var unharmed = {
  production: () => "Production was not touched.",
  finalize: (to) => `${to} runs on production; its migrations were not started, so the rollback window stays open.`
};

export {
  decideGate,
  decideProtection,
  diagnosticsPrefix,
  readServerLog,
  runHook,
  hopStep,
  isAct,
  environmentGate,
  pathApprovalGate,
  passedEnvironment,
  recordOnce
};
