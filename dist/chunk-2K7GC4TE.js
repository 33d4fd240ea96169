import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";

// src/steps/restore/stopped-server.ts
var pauseMilliseconds = 250;
async function stopServer(context) {
  const { live, project, environment } = context;
  if (mayRun(live)) return void 0;
  const deployer = live.deployer();
  const { log, signal } = project.effects;
  if (deployer.stop !== void 0) {
    const { stop } = deployer;
    await log.group(`Stop the server on ${environment}`, () => stop({ log, signal }));
    return await untilSilent(context);
  }
  const { serving } = await live.observe(signal);
  if (serving.kind !== "yes") return void 0;
  return refuse(
    `The server on ${environment} runs, and the configuration does not say how to stop it.`,
    "It would write to its data while that is replaced. Nothing was restored.",
    `Add "stop" to environments.${environment}.deploy.${deployer.kind}.`
  );
}
function mayRun({ data }) {
  return data().every(({ store }) => store.serverDuringRestore === "running");
}
async function untilSilent(context) {
  const { project, environment } = context;
  const { clock, log, signal } = project.effects;
  const limit = project.configuration["start-timeout"];
  const until = clock.now().getTime() + limit;
  for (; ; ) {
    const version = await startedMeanwhile(context);
    if (version === void 0) return void 0;
    if (clock.now().getTime() >= until) return stillAnswers(environment, version, limit);
    log.progress({ text: `Waiting until ${version} on ${environment} has stopped` });
    await clock.sleep(pauseMilliseconds, signal);
  }
}
function stillAnswers(environment, version, limit) {
  return {
    kind: "failed",
    message: {
      happened: `The server on ${environment} was stopped, but ${durationText(limit)} later ${version} answers there.`,
      means: "It would write to its data while that is replaced. Nothing was restored.",
      next: `Make sure that environments.${environment}.deploy stops every server there, and that nothing else starts one. Then run the step again.`
    }
  };
}
async function startedMeanwhile({ live, observe }) {
  if (mayRun(live)) return void 0;
  const { version, serving } = await observe();
  return version.kind === "known" && serving.kind === "yes" ? version.value : void 0;
}

export {
  stopServer,
  startedMeanwhile
};
