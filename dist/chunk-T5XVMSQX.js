import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  decideProtection,
  isAct,
  passedEnvironment,
  pathApprovalGate,
  recordOnce
} from "./chunk-EZJOXTEV.js";
import {
  readBranchesOf
} from "./chunk-37VHWOWD.js";
import {
  hopsOf
} from "./chunk-Z57QGYIC.js";
import {
  recordOf,
  rehearsalOf
} from "./chunk-HU6FTOZV.js";
import {
  latest
} from "./chunk-D43QRV6R.js";
import {
  approvedEnvironment,
  environmentOfGate,
  environmentOn,
  pathGate
} from "./chunk-OASWQL73.js";
import {
  escapeMarkdown
} from "./chunk-NG6ROUHR.js";
import {
  wrongClock
} from "./chunk-JBZEG5WW.js";
import {
  cannotTell,
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  referenceTo
} from "./chunk-WNC3J4Y2.js";
import {
  countText
} from "./chunk-NPESFTYR.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/core/decisions/approve-path.ts
function decidePathApproval(protection, approved, branches) {
  const untouched = "Nothing was approved, and production was not touched.";
  const again = "start a new run";
  const decision = decideProtection(protection, {
    untouched,
    again,
    otherwise: "climb in a terminal, which asks"
  });
  if (decision.kind !== "act") return decision;
  const page = `Open ${protection.settingsUrl}, choose "${approved}", name the default branch alone under "Deployment branches and tags"; then ${again}.`;
  switch (branches.kind) {
    case "protected":
    case "named":
      return decision;
    case "any":
      return refuse(
        `The GitHub environment "${approved}" admits workflows from any branch: ${branches.why}.`,
        `It asks nobody and holds the credentials of production, so whoever can push a branch could use them. ${untouched}`,
        page
      );
    case "missing":
      return refuse(
        `The GitHub environment "${approved}" does not exist. GitHub makes it when a job names it, open to every branch.`,
        `With "gates: { scope: path }" the jobs that change production run in it. ${untouched}`,
        page
      );
    case "cannot-tell":
      return cannotTell(
        `It could not be determined which branches the GitHub environment "${approved}" lets in: ${branches.reason}.`,
        `What cannot be determined never counts as protected. ${untouched}`,
        branches.next ?? "Run it again later; https://www.githubstatus.com shows the status of GitHub."
      );
  }
}

// src/steps/approve/approve.ts
var approveDeclared = {
  needs: { common: ["journal"] },
  writesJournal: true,
  gateAt: () => "production"
};
async function approvePath(project) {
  const entries = await project.journal.read();
  const hops = plannedBy(project, entries);
  const environment = environmentOn(environmentOfGate.production, project);
  const approved = environmentOn(approvedEnvironment, project);
  const protection = await pathApprovalGate(project, environment);
  const decision = decidePathApproval(protection, approved, await readBranchesOf(project, approved));
  if (!isAct(decision)) return notApproved(decision);
  const wrong = wrongClock(project, entries);
  if (wrong !== void 0) return notApproved(wrong);
  const passed = passedEnvironment(protection);
  if (passed.note !== void 0) project.effects.log.warn(decision.because);
  for (const hop of hops)
    await recordOnce({ project, hop: referenceTo(hop) }, { ...passed, gate: pathGate(environment) });
  const headline = `${countText(hops.length, "hop")} approved for production by ${passed.by}: ${hops.map(({ id }) => id).join(", ")}.`;
  const rows = hops.map(
    (hop) => `- ${escapeMarkdown(hop.title)}: ${rehearsed(hop, entries, project.traits)}; digest \`${hop.digest}\``
  );
  const summary = [
    `**${escapeMarkdown(headline)}**`,
    "",
    ...rows,
    "",
    "Each goes to production, and its migrations start there, without another question, but only as it was planned and only when its rehearsal has passed. One that fails on staging or on production ends the climb.",
    ""
  ].join("\n");
  return { outcome: "passed", headline, outputs: { count: hops.length }, summary, text: "" };
}
function rehearsed(hop, entries, traits) {
  const rehearsal = rehearsalOf(entries, recordOf(entries, hop), traits);
  return rehearsal.kind === "passed" ? `rehearsed on ${rehearsal.at}` : "will be rehearsed first";
}
function plannedBy({ run, configuration }, entries) {
  if (configuration.gates.scope !== "path") {
    throw new UserError({
      happened: '"approve" is for one approval of a whole path, and "gates: { scope: path }" is not in the configuration.',
      means: "Each hop is approved by itself. Nothing was approved.",
      next: 'Run "staged-upgrade init --update": it takes the job out of the workflow. Or add it to the configuration.'
    });
  }
  if (run.kind === "terminal") {
    throw new UserError({
      happened: '"approve" is a step of a workflow: its job has waited for reviewers.',
      means: "Nothing was approved.",
      next: 'In a terminal, "staged-upgrade climb" asks, once for all hops.'
    });
  }
  const own = entries.filter((entry) => entry.run.kind === run.kind && entry.run.id === run.id);
  const planned = latest(own, "planned");
  if (planned === void 0) {
    throw new UserError({
      happened: "This run has planned no path.",
      means: "There is nothing that it could be approved for. Nothing was approved.",
      next: 'Let a job before this one run "plan", as "staged-upgrade init --update" writes it.'
    });
  }
  return hopsOf(planned.event);
}
var outcomeOf = {
  waiting: "waiting",
  refuse: "refused",
  failed: "failed",
  unknown: "unknown"
};
function notApproved(settled) {
  if (settled.kind === "already-done")
    return { outcome: "skipped", headline: settled.because, outputs: {}, summary: "", text: "" };
  const { message } = settled;
  const summary = `**${outcomeOf[settled.kind]}**: ${escapeMarkdown(message.happened)}

${escapeMarkdown(message.means)}

${escapeMarkdown(message.next)}
`;
  return { outcome: outcomeOf[settled.kind], headline: message.happened, message, outputs: {}, summary, text: "" };
}

export {
  approveDeclared,
  approvePath
};
