import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  capital,
  desiredTag,
  openEcs,
  runningNow
} from "./chunk-N7G73IKR.js";
import "./chunk-4D6GTSEL.js";
import "./chunk-EJC5YJIG.js";
import "./chunk-J7GVVAV2.js";
import {
  requireAccount
} from "./chunk-G6ELUBJS.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";
import "./chunk-S5KHKUAU.js";
import "./chunk-RXKSJZAV.js";
import {
  awsAccess
} from "./chunk-QWH5Y4IL.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-K63SF6ED.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/drivers/deployers/ecs/stop.ts
async function stopEcs(settings, context, { log, signal }) {
  const access = awsAccess(settings, context, signal);
  await requireAccount(settings, access, context.where);
  const service = await openEcs(settings, context, access);
  const seen = await service.look();
  const { desiredCount = 0, serviceArn = "" } = seen;
  if (desiredCount > 0) {
    log.info(`Stopping ${service.title}, which has a desired count of ${desiredCount}.`);
    await service.tag(serviceArn, { [desiredTag]: String(desiredCount) });
    await service.update({ desiredCount: 0 });
  }
  const { clock } = context.effects;
  const started = clock.now().getTime();
  for (; ; ) {
    const { runningCount = 0, pendingCount = 0 } = await service.look();
    if (runningCount === 0 && pendingCount === 0) return;
    if (clock.now().getTime() - started >= settings.ready.within) {
      throw new SystemFailure({
        happened: `${capital(service.title)} still runs tasks after ${durationText(settings.ready.within)}.`,
        means: await runningNow(service),
        next: "See why they do not end (stopTimeout of the containers), then run the step again."
      });
    }
    await clock.sleep(1e3, access.signal);
  }
}
export {
  stopEcs
};
