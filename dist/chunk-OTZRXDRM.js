import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  askForProof,
  decideDeferral,
  deferralUnknown,
  notDeferred,
  unprovedDeferral
} from "./chunk-EOOVDAYC.js";
import {
  looked,
  noLooks,
  tellsByNow
} from "./chunk-XAVCTZXD.js";
import {
  startedMeanwhile
} from "./chunk-2K7GC4TE.js";
import {
  partsNotInPlace
} from "./chunk-ZD4AXHGN.js";
import {
  diagnosticsPrefix,
  readServerLog,
  runHook
} from "./chunk-EZJOXTEV.js";
import {
  ask,
  asking
} from "./chunk-37VHWOWD.js";
import {
  traceOf
} from "./chunk-SAITKFGM.js";
import {
  waysToRollBack
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment,
  isOf,
  ofHop
} from "./chunk-D43QRV6R.js";
import {
  hasVersions,
  isMigratedByDeploy,
  problemsIn
} from "./chunk-CF4GPMPN.js";
import {
  referenceTo,
  releaseNamed,
  releaseOn
} from "./chunk-WNC3J4Y2.js";
import {
  partPlaceholders
} from "./chunk-BRELSNAC.js";
import {
  createTwoFilesPatch
} from "./chunk-SPBY6WGP.js";
import {
  downtimeText,
  durationText
} from "./chunk-NPESFTYR.js";
import {
  array,
  literal,
  object,
  string,
  unknown
} from "./chunk-K63SF6ED.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/core/timing/availability.ts
var steps = Array.from({ length: 64 }, (_, index) => 1.25 ** index);
var notWatched = {
  looks: 0,
  failed: 0,
  downtime: 0,
  longest: 0,
  downSince: void 0,
  hasServed: false,
  wasDownBefore: false,
  answered: steps.map(() => 0),
  slowest: 0
};
function withLook(before, { at, until, isGood }) {
  const looks = before.looks + 1;
  if (isGood) {
    const gap = before.downSince === void 0 ? 0 : until - before.downSince;
    const step = steps.findIndex((most) => until - at <= most);
    return {
      ...before,
      looks,
      hasServed: true,
      downSince: void 0,
      downtime: before.downtime + gap,
      longest: Math.max(before.longest, gap),
      answered: before.answered.map((count, index) => index === step ? count + 1 : count),
      slowest: Math.max(before.slowest, until - at)
    };
  }
  if (!before.hasServed) return { ...before, looks, wasDownBefore: true };
  return { ...before, looks, failed: before.failed + 1, downSince: before.downSince ?? at };
}
function availabilityOf(watched, end) {
  const { looks, failed, downSince, hasServed, wasDownBefore, slowest } = watched;
  const gap = downSince === void 0 ? 0 : end - downSince;
  const downtime = watched.downtime + gap;
  if (!hasServed || wasDownBefore && downtime === 0) return void 0;
  return {
    looks,
    failed,
    downtimeMilliseconds: downtime,
    longestGapMilliseconds: Math.max(watched.longest, gap),
    medianMilliseconds: Math.min(Math.round(medianOf(watched.answered)), slowest),
    slowestMilliseconds: slowest
  };
}
function medianOf(answered) {
  const half = answered.reduce((sum, count) => sum + count, 0) / 2;
  let seen = 0;
  const step = answered.findIndex((count) => {
    seen += count;
    return seen >= half;
  });
  return steps[step] ?? 0;
}
function availabilityText(seen) {
  const { looks, failed, downtimeMilliseconds: down, longestGapMilliseconds: longest } = seen;
  const good = `the others were answered in ${durationText(seen.medianMilliseconds)} (median), at most ${durationText(seen.slowestMilliseconds)}`;
  if (failed === 0)
    return `It kept serving: none of ${looks} health checks failed; ${good.replace("the others", "they")}.`;
  const gaps = longest < down ? `, at most ${downtimeText(longest)} at a time` : "";
  return `Not serving for ${downtimeText(down)}${gaps}: ${failed} of ${looks} health checks failed; ${good}.`;
}
function writesText({
  looks,
  failed,
  downtimeMilliseconds: down,
  longestGapMilliseconds: longest
}) {
  if (failed === 0) return `It kept taking writes: none of ${looks} failed.`;
  return `It took no writes for ${downtimeText(down)}, at most ${downtimeText(longest)} at a time: ${failed} of ${looks} failed.`;
}
function serviceTexts({ availability, writes }) {
  return [
    ...availability === void 0 ? [] : [availabilityText(availability)],
    ...writes === void 0 ? [] : [writesText(writes)]
  ];
}
function availabilityFacts({ availability, writes }) {
  return {
    ...availability === void 0 ? {} : { downtimeMilliseconds: availability.downtimeMilliseconds, availability },
    ...writes === void 0 ? {} : { writes }
  };
}

// src/steps/deploy/watch-availability.ts
function watchService({ health, writes }, clock, signal) {
  const [serving, writing] = [health, writes].map((probe) => watchAvailability(probe, clock, signal));
  return {
    begun: Promise.all([serving?.begun, writing?.begun]).then(() => void 0),
    stop: async () => {
      const [availability, taken] = await Promise.all([serving?.stop(), writing?.stop()]);
      return { availability, writes: taken };
    }
  };
}
var pauseMilliseconds = 200;
function watchAvailability(health, clock, signal) {
  if (health === void 0) return { begun: Promise.resolve(), stop: async () => void 0 };
  const ended = new AbortController();
  const either = AbortSignal.any([ended.signal, signal]);
  const begun = Promise.withResolvers();
  let watched = notWatched;
  const watch = async () => {
    while (!either.aborted) {
      const at = clock.now().getTime();
      const { kind } = await health(either);
      watched = withLook(watched, { at, until: clock.now().getTime(), isGood: kind === "yes" });
      begun.resolve();
      await clock.sleep(pauseMilliseconds, either);
    }
  };
  const watching = watch().catch((error) => {
    if (!either.aborted) throw error;
  }).finally(begun.resolve);
  let result;
  const finish = async () => {
    ended.abort();
    await watching;
    return availabilityOf(watched, clock.now().getTime());
  };
  return {
    begun: begun.promise,
    stop: () => {
      result ??= finish();
      return result;
    }
  };
}

// src/steps/deploy/keep-changes.ts
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

// src/world/github/contents.ts
var file = object({ sha: string(), content: string(), encoding: literal("base64") });
var commit = object({ commit: object({ sha: string().optional() }) });
var reference = object({ object: object({ sha: string() }) });
var pull = object({ html_url: string() });
var pulls = array(pull);
async function keepFile(api, toKeep, asking2) {
  const { branch, proposal } = toKeep;
  const direct = await commitTo(api, toKeep, branch, asking2);
  if (direct.kind !== "refused") return direct;
  const made = await branchFrom(api, toKeep, asking2);
  if (made !== void 0) return { kind: "not-kept", reason: `${direct.reason}; ${made.reason}`, ...adviceOf(made) };
  const there = await commitTo(api, toKeep, proposal, asking2);
  if (there.kind === "refused") return { kind: "not-kept", reason: `${direct.reason}; ${there.reason}` };
  if (there.kind === "not-kept") return there;
  const url = await pullRequest(api, toKeep, asking2);
  return typeof url === "string" ? { kind: "proposed", url, because: direct.reason } : { kind: "not-kept", reason: `it is on the branch "${proposal}", and no pull request was made: ${url.reason}` };
}
async function commitTo(api, { owner, repo, change, message }, branch, asking2) {
  const { path, before, after } = change;
  const place = { owner, repo, path };
  const found = await ask(
    asking2,
    file,
    (request) => api.request("GET /repos/{owner}/{repo}/contents/{path}", { ...place, ref: branch, request })
  );
  if (found.kind === "not-found") return { kind: "not-kept", reason: `the branch "${branch}" has no file ${path}` };
  if (found.kind === "cannot-tell") return { kind: "not-kept", reason: found.reason, ...adviceOf(found) };
  const now = Buffer.from(found.value.content, "base64").toString("utf8");
  if (now === after) return { kind: "committed", commit: void 0 };
  if (now !== before)
    return { kind: "not-kept", reason: `${path} on the branch "${branch}" differs from what this job has checked out` };
  const written = await ask(
    asking2,
    commit,
    (request) => api.request("PUT /repos/{owner}/{repo}/contents/{path}", {
      ...place,
      message,
      content: Buffer.from(after, "utf8").toString("base64"),
      sha: found.value.sha,
      branch,
      request
    })
  );
  if (written.kind === "answered") return { kind: "committed", commit: written.value.commit.sha };
  const reason = written.kind === "not-found" ? "the token may not write to the repository" : written.reason;
  return { kind: "refused", reason };
}
async function branchFrom(api, { owner, repo, branch, proposal }, asking2) {
  const head = await ask(
    asking2,
    reference,
    (request) => api.request("GET /repos/{owner}/{repo}/git/ref/{ref}", { owner, repo, ref: `heads/${branch}`, request })
  );
  if (head.kind !== "answered")
    return head.kind === "cannot-tell" ? head : { kind: "cannot-tell", reason: `there is no branch "${branch}"` };
  const { sha } = head.value.object;
  const made = await ask(
    asking2,
    unknown(),
    (request) => api.request("POST /repos/{owner}/{repo}/git/refs", { owner, repo, ref: `refs/heads/${proposal}`, sha, request })
  );
  if (made.kind === "answered") return void 0;
  if (made.kind === "cannot-tell" && /already exists/i.test(made.reason)) return void 0;
  return made.kind === "cannot-tell" ? made : { kind: "cannot-tell", reason: "the token may not make a branch" };
}
async function pullRequest(api, { owner, repo, branch, proposal, message, description }, asking2) {
  const place = { owner, repo };
  const open = await ask(
    asking2,
    pulls,
    (request) => api.request("GET /repos/{owner}/{repo}/pulls", { ...place, head: `${owner}:${proposal}`, state: "open", request })
  );
  const [existing] = open.kind === "answered" ? open.value : [];
  if (existing !== void 0) return existing.html_url;
  const made = await ask(
    asking2,
    pull,
    (request) => api.request("POST /repos/{owner}/{repo}/pulls", {
      ...place,
      title: message,
      body: description,
      head: proposal,
      base: branch,
      request
    })
  );
  if (made.kind === "answered") return made.value.html_url;
  return made.kind === "cannot-tell" ? made : { kind: "cannot-tell", reason: "the token may not make a pull request" };
}
function adviceOf({ next }) {
  return next === void 0 ? {} : { next };
}

// src/steps/deploy/change-patch.ts
function patchOf({ path, before, after }, pen) {
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after);
  const shown = patch.replaceAll("\r\n", "\n");
  return pen.text(shown) === shown ? patch : void 0;
}

// src/steps/deploy/keep-changes.ts
async function keepChanges(context, version, changes = []) {
  const said = [];
  for (const change of changes) said.push(await keepChange(context, version, change));
  return said;
}
async function keepChange(context, version, change) {
  const { project, hop } = context;
  const message = `Set ${change.path} to ${version}`;
  const kept = await keptBy(context, { change, message });
  const { log } = project.effects;
  switch (kept.kind) {
    case "committed":
      return kept.commit === void 0 ? `The branch has ${change.path} as it is now.` : `${change.path} was committed to the branch (${kept.commit.slice(0, 12)}).`;
    case "proposed": {
      const text = `${change.path} could not be committed to the branch (${kept.because}), so it is proposed: merge ${kept.url} before the next hop, which is refused without it.`;
      log.warn(text);
      return text;
    }
    case "by-hand":
      return `${change.path} was changed in this checkout. Commit it before another checkout continues: git commit -m "${message}" -- ${change.path}`;
    default: {
      const file2 = await savePatch(context, version, change);
      const how = file2 === void 0 ? "Make the same change of it that the log of this deploy shows" : `${file2} is among the files that this job keeps: apply it at the root of the repository (git apply ${file2})`;
      const text = `${change.path} is not in the repository yet: ${kept.reason}. ${how}, and commit it before the next hop, which is refused without it.`;
      log.warn(`Hop ${hop.id}: ${text}`);
      return text;
    }
  }
}
async function keptBy({ project, hop }, { change, message }) {
  const { environment } = project.effects;
  if (environment.GITHUB_ACTIONS !== "true") return { kind: "by-hand" };
  const { GITHUB_REF_NAME: branch, GITHUB_REF_TYPE: type } = environment;
  if (type !== "branch" || !branch) return { kind: "cannot-tell", reason: "the workflow does not run for a branch" };
  return await asking(
    project,
    (api, here, how) => keepFile(
      api,
      {
        ...here,
        branch,
        proposal: `staged-upgrade/${project.configuration.system}/${hop.id.replaceAll(/[^\w.+-]+/g, "-")}`,
        message,
        description: `Hop ${hop.id} has deployed this. Without it, the next hop is refused, and a deploy of this branch would undo the hop.`,
        change
      },
      how
    )
  );
}
async function savePatch({ project, environment, hop }, version, change) {
  const { effects } = project;
  const patch = patchOf(change, effects.pen);
  if (patch === void 0) return void 0;
  const name = `${diagnosticsPrefix}${hop.id}-${environment}-${version === hop.to ? "to" : "from"}-changes.md`;
  const save = effects.saveFile ?? writeFile;
  await save(join(effects.startedIn ?? effects.directory, name), patch);
  return name;
}

// src/steps/deploy/prove-deferral.ts
var pauseMilliseconds2 = 250;
async function proveDeferral(context, { version, before, hasStarted }, first) {
  const { project, live, hop } = context;
  const { clock, signal } = project.effects;
  const settle = project.product.migrations?.settle;
  const shown = { kind: "shown", unproved: void 0, trace: traceOf(first.migrations) };
  if (settle === void 0 || version !== hop.to) return { ...shown, note: `${version} answers and is healthy.` };
  if (hasStarted === true)
    return { ...shown, note: `${version} answers and is healthy; its migrations were started before.` };
  const started = clock.now().getTime();
  const elapsed = () => clock.now().getTime() - started;
  let { migrations } = first;
  let held;
  for (; ; ) {
    const deferral2 = decideDeferral(before ?? {}, held ?? {}, migrations, hop);
    if (deferral2.kind === "started") return await closeWindow(context, deferral2.what);
    const isOver = elapsed() >= settle || deferral2.kind === "proved" && deferral2.nothingPending;
    if (isOver && deferral2.kind !== "cannot-tell") return stands(context, deferral2, settle, traceOf(migrations));
    if (deferral2.kind === "cannot-tell" && elapsed() >= project.configuration["start-timeout"])
      return { kind: "unknown", message: deferralUnknown(version, deferral2.reason) };
    if (deferral2.kind !== "cannot-tell") held ??= traceOf(migrations);
    await clock.sleep(pauseMilliseconds2, signal);
    ({ migrations } = await live.observe(signal));
  }
}
async function closeWindow(context, what) {
  const { environment, hop } = context;
  await context.record({ type: "not-deferred", because: what });
  const wayBack = `To go back: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}; it restores the restore point. Or let the migrations run to the end and record the hop as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "\u2026".`;
  return notDeferred(environment, hop.to, what, wayBack);
}
function stands({ project, environment, hop, input }, deferral2, settle, trace) {
  const note = `Watched for ${settle / 1e3} s: ${deferral2.because}`;
  if (deferral2.kind === "proved") {
    return { kind: "shown", note: deferral2.nothingPending ? deferral2.because : note, unproved: void 0, trace };
  }
  const acknowledged = [...project.configuration.acknowledge, ...input.acknowledge ?? []];
  if (!acknowledged.includes(unprovedDeferral)) return askForProof(environment, hop.to, deferral2.why);
  const said = `Nothing shows whether a migration has started (${deferral2.why}); "${unprovedDeferral}" is acknowledged.`;
  return { kind: "shown", note: `${note} ${said}`, unproved: deferral2.why, trace };
}

// src/steps/deploy/rehearsed-artifacts.ts
async function rehearsedArtifacts({ project, hop }) {
  const entries = inEnvironment(ofHop(await project.journal.read(), referenceTo(hop)), "staging");
  const placed = entries.findLast((entry) => isOf(entry, "put-in-place") && entry.event.release === "to");
  return placed !== void 0 && isOf(placed, "put-in-place") ? placed.event.artifacts : void 0;
}

// src/steps/deploy/why-it-does-not-start.ts
async function explained(context, version, seen) {
  const { project } = context;
  const { product, effects } = project;
  const problems = product["known-problems"];
  if (!problems.some((problem) => problem.in === "log")) return seen;
  const log = await logOf(context);
  const scheme = hasVersions(product) ? product.versions : void 0;
  const text = `${log}
${seen.happened}`;
  const [known] = problemsIn(problems, { in: "log", text, versions: [releaseNamed(context.hop, version)] }, scheme);
  if (known === void 0) return seen;
  return {
    happened: effects.pen.text(`${known.happened} ${seen.happened}`),
    means: `${effects.pen.text(known.means)} ${seen.means}`,
    next: `${effects.pen.text(known.next)} ${seen.next}`
  };
}
async function logOf(context) {
  const log = await readServerLog(context);
  if (log.kind === "none") return "";
  if (log.kind === "failed") context.project.effects.log.warn(log.reason);
  return log.text;
}

// src/steps/deploy/deploy-release.ts
var deployParts = [
  "deploy",
  "hooks.before-deploy",
  "hooks.after-deploy"
];
var pauseMilliseconds3 = 250;
async function deployRelease(context, release) {
  const { project, hop, live } = context;
  const { clock, log, signal } = project.effects;
  const started = clock.now().getTime();
  const side = release.version === hop.to ? "to" : "from";
  const parts = hop.parts?.[side] ?? {};
  const otherParts = hop.parts?.[side === "to" ? "from" : "to"] ?? {};
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts), version: releaseOn(hop, side) };
  if (release.watchOnly !== true) {
    await runHook(context, "before-deploy", placeholders);
    const other = release.onRestored === true ? await startedMeanwhile(context) : void 0;
    if (other !== void 0) return { kind: "settled", settled: touchedBy(other, context) };
  }
  let kept = [];
  const watch = release.watch ?? watchService(live, clock, signal);
  try {
    if (release.watchOnly !== true) await watch.begun;
    await context.confirmLease();
    if (release.watchOnly !== true) {
      const isOnProduction = context.environment === "production";
      const rehearsed = isOnProduction && release.version === hop.to ? await rehearsedArtifacts(context) : void 0;
      const { artifacts, fileChanges } = await log.group(
        `Deploy ${release.version} on ${context.environment}`,
        () => orWhy(
          context,
          release.version,
          () => live.deployer({ version: release.version, from: hop.from, to: hop.to }).deploy({
            version: releaseOn(hop, side),
            from: releaseOn(hop, "from"),
            to: releaseOn(hop, "to"),
            parts,
            otherParts,
            environment: deferral(context),
            ...rehearsed === void 0 ? {} : { rehearsed },
            refuseDrift: isOnProduction,
            log,
            signal
          })
        )
      );
      kept = await keepChanges(context, release.version, fileChanges);
      const content = artifacts === void 0 ? {} : { artifacts };
      if (release.version === hop.to) {
        await context.record({ type: "put-in-place", release: "to", version: hop.to, ...content });
      } else if (context.command === "rollback" && isOnProduction) {
        await context.record({ type: "put-in-place", release: "from", version: hop.from, ...content });
      }
    }
    const answered = await firstAnswer(context, release);
    if (answered.kind === "settled") return answered;
    const seen = await watch.stop();
    const shown = answered.kind === "starting" ? { kind: "shown", note: answered.note, unproved: void 0, trace: {} } : await proveDeferral(context, release, answered.observation);
    if (shown.kind !== "shown") return { kind: "settled", settled: shown };
    await runHook(context, "after-deploy", placeholders);
    const { note, unproved, trace } = shown;
    const milliseconds = clock.now().getTime() - started;
    return { kind: "deployed", milliseconds, seen, note, kept, unproved, trace };
  } finally {
    await watch.stop();
  }
}
function touchedBy(version, { environment, hop }) {
  return {
    kind: "failed",
    message: {
      happened: `After its data was put back, somebody has started ${version} on ${environment}.`,
      means: `It may have changed what was restored, so ${hop.from} was not deployed on it.`,
      next: "Make sure that nothing else deploys there, then run the same rollback again: it restores again."
    }
  };
}
async function orWhy(context, version, deploy) {
  try {
    return await deploy();
  } catch (cause) {
    context.project.effects.signal.throwIfAborted();
    if (!(cause instanceof SystemFailure)) throw cause;
    const detail = await explained(context, version, cause.detail);
    throw detail === cause.detail ? cause : new SystemFailure(detail, { cause });
  }
}
function deferral({ project }) {
  return project.product.migrations?.defer.env ?? {};
}
async function firstAnswer(context, { version }) {
  const { project, live, environment, hop } = context;
  const { clock, signal, log } = project.effects;
  const limit = project.configuration["start-timeout"];
  const started = clock.now().getTime();
  let looks = noLooks;
  for (; ; ) {
    const observation = await live.observe(signal);
    const answers = observation.version.kind === "known" && observation.version.value === version && observation.serving.kind === "yes";
    const other = answers && version === hop.to ? partsNotInPlace(hop, environment, await live.observeParts(signal)) : void 0;
    if (answers && other === void 0) return { kind: "answered", observation };
    const at = clock.now().getTime();
    const elapsed = at - started;
    if (other !== void 0 && elapsed >= limit) return { kind: "settled", settled: withWayBack(other, context) };
    looks = looked(looks, observation, version, at);
    const patience = elapsed >= limit ? 0 : limit;
    const told = project.traits.deferrable ? tellsByNow(looks, observation, { to: version, environment, at, patience }) : void 0;
    if (told !== void 0) return { kind: "settled", settled: withWayBack(told, context) };
    if (elapsed >= limit) return await whyNotAnswering(context, version, observation);
    log.progress({
      text: `Waiting until ${version} answers on ${environment}`,
      done: Math.round(elapsed / 1e3),
      total: limit / 1e3
    });
    await clock.sleep(pauseMilliseconds3, signal);
  }
}
function withWayBack(told, { environment, hop }) {
  if (environment === "staging" || !("message" in told)) return told;
  const { message } = told;
  return { ...told, message: { ...message, next: `${message.next} To go back, ${waysToRollBack(hop.id)}.` } };
}
async function whyNotAnswering(context, version, seen) {
  const answer = notAnswering(context, version, seen);
  if (answer.kind !== "settled" || !("message" in answer.settled)) return answer;
  return {
    kind: "settled",
    settled: { ...answer.settled, message: await explained(context, version, answer.settled.message) }
  };
}
function notAnswering({ project, environment, hop }, version, seen) {
  const limit = `${project.configuration["start-timeout"] / 1e3} s`;
  const answer = seen.version.kind === "unknown" ? `it does not answer (${seen.version.reason})` : seen.version.value === version ? `it says ${version} and is not healthy (${seen.serving.kind === "yes" ? "" : seen.serving.reason})` : `${seen.version.value} answers`;
  const mayMigrate = !project.traits.deferrable && !isMigratedByDeploy(project.product);
  if (mayMigrate && (seen.version.kind === "unknown" || seen.version.value !== version)) {
    return {
      kind: "starting",
      note: `After ${limit} ${answer}: its migrations run at start-up, so the wait continues.`
    };
  }
  const back = environment === "production" ? `To go back, ${waysToRollBack(hop.id)}.` : "Production was not touched.";
  return {
    kind: "settled",
    settled: {
      kind: "failed",
      message: {
        happened: `${version} was deployed on ${environment}, but after ${limit} ${answer}.`,
        means: environment === "production" ? "Production may not be serving." : "The rehearsal found this before production was affected.",
        next: `Look at the server's log. ${back}`
      }
    }
  };
}

export {
  availabilityText,
  serviceTexts,
  availabilityFacts,
  watchService,
  deployParts,
  deployRelease
};
