import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  apartTest,
  compareMeasured,
  releaseOf
} from "./chunk-2OOOIEEP.js";
import {
  leftOfJob
} from "./chunk-2OWJROYK.js";
import {
  environmentOf
} from "./chunk-7F7DBRV5.js";
import {
  decideSmoke,
  fitsIntoJob,
  newestDeploy,
  smokeRounds
} from "./chunk-3GF3FD6W.js";
import {
  decideRollback
} from "./chunk-LC6BU3OG.js";
import {
  did,
  nothingElse,
  step
} from "./chunk-FXGBG2MO.js";
import {
  isAct
} from "./chunk-EZJOXTEV.js";
import {
  awaitedOf
} from "./chunk-37VHWOWD.js";
import {
  allContentDigests,
  testsDigest
} from "./chunk-SAITKFGM.js";
import {
  isComplete
} from "./chunk-HU6FTOZV.js";
import {
  inEnvironment,
  latest
} from "./chunk-D43QRV6R.js";
import {
  validationText
} from "./chunk-E6PL2XUX.js";
import {
  referenceTo,
  releaseOn
} from "./chunk-WNC3J4Y2.js";
import {
  partPlaceholders
} from "./chunk-BRELSNAC.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";

// src/core/decisions/nothing-to-start.ts
function isNothingToStart(situation) {
  const { traits, promotion, standing, observation } = situation;
  if (!traits.deferrable || promotion.deployed === void 0 || promotion.migrating !== void 0) return false;
  if (standing.kind !== "on-to" || observation.migrations.kind !== "done") return false;
  const back = decideRollback("production", situation, { stored: [], confirm: void 0 });
  return back.kind === "act" && back.way === "redeploy";
}

// src/steps/smoke/compared-tests.ts
function comparedTests({ live, hop, environment }, placeholders, { record }) {
  const before = latest(inEnvironment(record.entries, environment), "baseline-taken")?.event.measures ?? [];
  const pairs = live.measures(placeholders).map((measure) => ({
    measure,
    was: before.find(({ name }) => name === measure.name)
  }));
  return {
    tests: pairs.flatMap(({ measure, was }) => {
      const apart = apartTest(measure, environment, record);
      return [
        ...was === void 0 ? [] : [comparison(measure, was, hop.from)],
        ...apart === void 0 ? [] : [{ name: `${measure.name}, unlike that of ${apart.other}`, run: apart.run }]
      ];
    }),
    notes: pairs.flatMap(
      ({ measure, was }) => was === void 0 ? `"${measure.name}" is not compared: it was not measured of ${hop.from}.` : []
    )
  };
}
function comparison(measure, was, from) {
  const { name, rules } = measure;
  return {
    name: `${name}, compared with ${from}`,
    run: async (signal) => {
      const now = await measure.take(signal, was);
      return now.kind === "unknown" ? now : compareMeasured(was, now.measured, rules);
    }
  };
}

// src/steps/smoke/smoke.ts
var smoke = step({
  command: "smoke",
  needs: { common: ["smoke", "baseline"], logs: true },
  mindsRetry: true,
  open: (input) => ({
    environment: environmentOf(input, "smoke"),
    release: releaseOf(input, "smoke")
  }),
  gather: nothingElse,
  decide: ({ opened: { environment, release }, situation }) => decideSmoke(environment, release, situation),
  act: async (context, _, { opened: { environment, release }, situation }) => {
    const { project, hop, live, placeholders } = context;
    const version = release === "from" ? hop.from : hop.to;
    const filled = { ...placeholders, ...partPlaceholders(hop.parts?.[release]), version: releaseOn(hop, release) };
    const compared = release === "to" ? comparedTests(context, filled, situation) : { tests: [], notes: [] };
    const tests = [...live.smokeTests(filled, newestDeploy(situation.record.entries, environment)), ...compared.tests];
    const validation = environment === "production" ? project.configuration.validate : void 0;
    const fits = validation && fitsIntoJob(validation, leftOfJob(project));
    if (fits !== void 0 && !isAct(fits)) return fits;
    const { observation } = situation;
    const { leftToMigrate } = awaitedOf(situation, environment);
    const end = await smokeRounds(context, { version, tests, observation, leftToMigrate, validation });
    if (end.kind !== "tested") return end;
    return did({
      ...end,
      notes: [...compared.notes, ...end.notes],
      version,
      tests: tests.map(({ name }) => name),
      testsDigest: testsDigest(project),
      isAssumed: project.product.probes.migrations === void 0,
      isValidation: validation !== void 0
    });
  },
  record: ({ version, migrations, milliseconds, rounds, ...smoked }, { opened }) => ({
    type: "smoke-tested",
    release: opened.release,
    version,
    migrations,
    ...smoked.isAssumed ? { assumed: true } : {},
    tests: smoked.tests,
    testsDigest: smoked.testsDigest,
    milliseconds,
    ...smoked.notes.length === 0 ? {} : { compared: smoked.notes },
    ...smoked.isValidation ? { validatedMilliseconds: milliseconds, rounds } : {}
  }),
  conclude: async (context) => {
    await recordCompletion(context);
    return [];
  },
  report: ({ version, tests, notes, milliseconds, rounds, isValidation }, { opened: { environment } }) => {
    const passed = `${version} on ${environment} passed ${tests.length} of ${tests.length} smoke tests`;
    return {
      headline: isValidation ? `${passed}, ${validationText(milliseconds, rounds)}.` : `${passed} in ${durationText(milliseconds)}.`,
      details: [...tests, ...notes]
    };
  }
});
async function recordCompletion(context) {
  const { project, environment, hop } = context;
  const situation = await context.situation();
  const reference = referenceTo(hop);
  if (environment === "staging") {
    const { rehearsal } = situation;
    if (rehearsal.kind !== "started" || !isComplete(rehearsal, project.traits)) return;
    const contents = allContentDigests(project);
    const { backup } = rehearsal;
    const on = backup === void 0 ? {} : { backup };
    await project.journal.append({ type: "rehearsed", hop: reference, ...on, contents });
    return;
  }
  const { promotion, observation } = situation;
  const waited = promotion.waited !== void 0 && (promotion.migrating !== void 0 || !project.traits.deferrable);
  const migrated = waited || isNothingToStart(situation);
  if (promotion.completed === void 0 && promotion.smoked && migrated && observation.migrations.kind === "done") {
    await project.journal.append({ type: "completed", hop: reference });
  }
}

export {
  smoke
};
