import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  restoreBackup,
  whyNotAll
} from "./chunk-LCBVWAJ4.js";
import {
  decideTakeStaging
} from "./chunk-SQKKR53W.js";
import {
  storedFor
} from "./chunk-WZDGGMJB.js";
import {
  did,
  step
} from "./chunk-FXGBG2MO.js";
import {
  newestUsable
} from "./chunk-37VHWOWD.js";
import {
  decideMayBeEmptied
} from "./chunk-E23ERQN2.js";
import {
  settingsSaid
} from "./chunk-SAITKFGM.js";
import {
  identitiesOf
} from "./chunk-52LCQ3LF.js";
import {
  stagingOf
} from "./chunk-4X6B3AHX.js";
import {
  alreadyDone,
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  contentsText
} from "./chunk-HPBJV7J4.js";
import {
  releaseOn
} from "./chunk-WNC3J4Y2.js";
import {
  runUserCommandOrFail
} from "./chunk-MIP6TCEH.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";

// src/core/decisions/restore.ts
function decideRestoreAndScrub(situation, stored) {
  const { rehearsal } = situation;
  const decision = decideRestore(situation, stored);
  if (decision.kind !== "already-done" || rehearsal.kind !== "started" || rehearsal.scrubbed) return decision;
  if (rehearsal.backup === void 0) return decision;
  return {
    kind: "act",
    how: "scrub",
    id: rehearsal.backup,
    because: "The copy was restored before; it is scrubbed now."
  };
}
function decideRestore(situation, stored) {
  const { hop, rehearsal } = situation;
  if (rehearsal.kind === "passed")
    return alreadyDone(`The rehearsal of this hop passed on ${rehearsal.at}.`, rehearsal.backup);
  const backup = newestUsable("rehearsal", stored, situation);
  if (backup === void 0) {
    return refuse(
      `The store has no rehearsal backup for hop ${hop.id} with digest ${hop.digest.slice(0, 12)} that is young enough.`,
      "Staging was not touched.",
      'Run the backup step of this hop first (job "read"), or check that this runner reaches the same store.'
    );
  }
  if (rehearsal.kind === "started" && rehearsal.backup === backup.id) {
    return alreadyDone(
      `${backup.id} was restored and proved on ${rehearsal.startedAt}; the rehearsal continues from there.`,
      backup.id
    );
  }
  const because = rehearsal.kind === "void" ? `The rehearsal starts over: ${rehearsal.because}.` : `${backup.id} must be proved.`;
  return { kind: "act", how: "restore", backup, because };
}
function decideProof({ hop, promotion }, stored) {
  const point = promotion.restorePoint?.event.backup;
  const backup = stored.find((manifest) => manifest.id === point);
  if (backup === void 0) {
    return refuse(
      `There is no restore point of hop ${hop.id} to prove${point === void 0 ? "" : `: ${point} is not in the store`}.`,
      "Nothing was restored.",
      'Run "backup" with the purpose "restore-point" first, in this run.'
    );
  }
  if (promotion.pointProved) return alreadyDone(`${backup.id} was restored on staging and found equal.`, backup.id);
  return {
    kind: "act",
    how: "restore",
    backup,
    because: `${backup.id} must be proved before production is deployed.`
  };
}

// src/core/decisions/storage-apart.ts
var nothing = "Nothing was restored, and nothing was started.";
function whyStorageIsNotApart(question) {
  const { name, id, keys, release, named, production, staging, acknowledged } = question;
  const own = staging.flatMap(namesOf);
  for (const { path, key, value } of named) {
    const said = `"${path}", which staging is deployed with at ${release}, says ${key}: "${value}"`;
    if (production.flatMap(namesOf).includes(value)) {
      return refuse(
        `${said}: that is production's ${name}.`,
        `A server on staging would write and remove in it. ${nothing}`,
        `Name staging's own there: ${own.map((each) => `"${each}"`).join(" or ")}.`
      );
    }
    if (!own.includes(value)) {
      return refuse(
        `${said}, and the copy of the ${name} is restored to ${own.map((each) => `"${each}"`).join(", ")}.`,
        `The server would not have what is restored, and what it would have instead is not known. ${nothing}`,
        `Correct ${key}, or environments.staging.data.`
      );
    }
  }
  if (named.length > 0 || acknowledged) return void 0;
  return refuse(
    `No file that staging is deployed with at ${release} says which ${name} it uses (${keys.join(", ")}).`,
    `Whether its server would write into production's is not known. ${nothing}`,
    `Write it into a file that the deploy names, or into one under "server-settings" of staging. Where neither can be, look for yourself, and add "${id}" to "acknowledge" in the configuration.`
  );
}
function namesOf({ lineage, location }) {
  return [.../* @__PURE__ */ new Set([...Object.values(lineage), ...Object.values(location)])];
}

// src/steps/restore/storage-apart.ts
async function whyStorageIsShared({ project, live, hop, input }, backup) {
  if (!asksForStorage(project)) return void 0;
  const seen = await identitiesOf(live.data(), project.effects.signal);
  return await whyNotShownApart(project, hop, {
    production: backup.data.map(({ identity }) => identity),
    staging: seen.map(([, identity]) => identity),
    acknowledged: input.acknowledge ?? []
  });
}
function asksForStorage({ product }) {
  return product.stores.some((store) => store["named-by"] !== void 0);
}
async function whyNotShownApart(project, hop, sides) {
  const acknowledged = [...project.configuration.acknowledge, ...sides.acknowledged];
  for (const { name, besides, "named-by": by } of project.product.stores) {
    if (by === void 0) continue;
    const [production, staging] = [sides.production, sides.staging].map(
      (side) => side.filter(({ kind }) => !besides.includes(kind))
    );
    if (production === void 0 || staging === void 0 || staging.length === 0) continue;
    for (const side of ["from", "to"]) {
      const named = await settingsSaid(project, { environment: "staging", hop, side }, by.settings);
      const refused = whyStorageIsNotApart({
        ...{ id: by.id, named, production, staging },
        name: name.replace(/^the /, ""),
        keys: by.settings.map(({ key }) => [key].flat().join(".")),
        release: releaseOn(hop, side),
        acknowledged: acknowledged.includes(by.id)
      });
      if (refused !== void 0) return refused;
    }
  }
  return void 0;
}

// src/steps/restore/restore.ts
var restore = step({
  command: "restore",
  needs: { common: ["backup", "decryption"], own: ["data", "deploy", "hooks.scrub"] },
  open: ({ purpose }) => ({ environment: "staging", isProof: purpose === "restore-point" }),
  gather: ({ project, hop }) => storedFor(project, hop),
  decide: ({ opened, situation, gathered: stored }) => situation.traits.dataless ? decideTakeStaging(situation) : opened.isProof ? decideProof(situation, stored) : decideRestoreAndScrub(situation, stored),
  act: async (context, decision, { opened }) => {
    if (decision.how === "take") return did({ headline: decision.because });
    if (decision.how === "scrub") {
      const scrubbed = await scrubCopy(context);
      return did({ backup: decision.id, headline: decision.because, scrubbed });
    }
    const { backup } = decision;
    const { project } = context;
    const entries = await project.journal.read();
    const { system } = project.configuration;
    const mayReplace = (data, now) => decideMayBeEmptied({ backup, data, now, entries, system });
    const refused = await whyNotAll(context, backup, mayReplace) ?? await whyStorageIsShared(context, backup);
    if (refused !== void 0) return refused;
    const end = await restoreBackup(context, backup, mayReplace, opened.isProof ? "point-proved" : "restored");
    if (end.kind === "settled") return end.settled;
    const { milliseconds, contents } = end;
    return did({
      backup: backup.id,
      headline: `Restored ${backup.id} on staging in ${durationText(milliseconds)}: ${contentsText(contents)}, equal to the backup.`,
      scrubbed: await scrubCopy(context)
    });
  },
  record: ({ scrubbed }) => scrubbed === void 0 ? { type: "staging-taken" } : { type: "scrubbed", waived: scrubbed.isWaived, milliseconds: scrubbed.milliseconds },
  report: ({ backup, headline, scrubbed }) => ({
    headline,
    details: scrubbed === void 0 ? [] : [`The copy was ${scrubbed.how.replace(/\.$/, "")}.`],
    outputs: backup === void 0 ? {} : { backup }
  })
});
async function scrubCopy(context) {
  const { project, live } = context;
  const { scrub } = stagingOf(project.configuration).hooks;
  if (scrub === void 0) {
    return { isWaived: true, milliseconds: 0, how: 'not scrubbed: no hook "scrub" is configured' };
  }
  if ("waive" in scrub) return { isWaived: true, milliseconds: 0, how: `not scrubbed: ${scrub.waive}` };
  const started = project.effects.clock.now().getTime();
  await context.confirmLease();
  await project.effects.log.group(
    "Hook scrub",
    () => runUserCommandOrFail(
      scrub,
      live.context("environments.staging.hooks.scrub", context.placeholders),
      "The copy of live data was not scrubbed, so no server is started on it."
    )
  );
  const milliseconds = project.effects.clock.now().getTime() - started;
  return { isWaived: false, milliseconds, how: `scrubbed in ${durationText(milliseconds)}` };
}

export {
  asksForStorage,
  whyNotShownApart,
  restore
};
