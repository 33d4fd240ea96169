import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  did,
  nothingElse,
  step
} from "./chunk-FXGBG2MO.js";
import "./chunk-JW4MQMAQ.js";
import "./chunk-VB7NNIRI.js";
import "./chunk-EZJOXTEV.js";
import "./chunk-6HZPJQFX.js";
import "./chunk-5YZEG5XA.js";
import "./chunk-GGGR33OU.js";
import {
  notReady,
  restoreUnfinished,
  withNothingPending
} from "./chunk-37VHWOWD.js";
import "./chunk-Z57QGYIC.js";
import "./chunk-GHPLM4ES.js";
import "./chunk-E23ERQN2.js";
import "./chunk-7VMRUZVB.js";
import "./chunk-N5R353EC.js";
import "./chunk-LBPCGMRJ.js";
import "./chunk-SAITKFGM.js";
import "./chunk-52LCQ3LF.js";
import "./chunk-L4L2GTLI.js";
import "./chunk-HU6FTOZV.js";
import "./chunk-D43QRV6R.js";
import "./chunk-OASWQL73.js";
import "./chunk-TYRW65SW.js";
import "./chunk-OBZJYD3D.js";
import "./chunk-4X6B3AHX.js";
import "./chunk-NG6ROUHR.js";
import "./chunk-CF4GPMPN.js";
import "./chunk-VQ6AOQ3M.js";
import "./chunk-B3IDNAVX.js";
import "./chunk-CV6QIYBD.js";
import "./chunk-EWPN2B5P.js";
import "./chunk-JBZEG5WW.js";
import "./chunk-TJFFHHOU.js";
import {
  alreadyDone,
  cannotTell,
  refuse
} from "./chunk-KHLEDX2Y.js";
import "./chunk-E6PL2XUX.js";
import "./chunk-DO6CFL5Q.js";
import "./chunk-7POW3KRZ.js";
import "./chunk-HPBJV7J4.js";
import "./chunk-MRHD2GP4.js";
import "./chunk-M4XLWBTW.js";
import "./chunk-5BVYQXW5.js";
import "./chunk-L3TT7463.js";
import "./chunk-WNC3J4Y2.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-DCKEJSUG.js";
import "./chunk-E45A5XVO.js";
import "./chunk-U2324AUP.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-BRELSNAC.js";
import "./chunk-V2FWIV6S.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-NPESFTYR.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-LWQJJA54.js";
import "./chunk-HKKH5L7G.js";
import "./chunk-ZMOF3DMZ.js";
import "./chunk-X67IRU5F.js";
import "./chunk-JOC32U4G.js";
import "./chunk-LH7BI537.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-HL2FA6NW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/core/decisions/adopt.ts
function decideAdopt(situation) {
  const { hop, promotion, standing } = situation;
  const unfinished = restoreUnfinished(situation);
  if (unfinished !== void 0) return unfinished;
  if (promotion.completed !== void 0)
    return alreadyDone(`Hop ${hop.id} was completed on ${promotion.completed.at}.`);
  if (standing.kind === "unknown") {
    return cannotTell(
      `The version of production could not be determined: ${standing.reason}.`,
      "What would be adopted is not known. Nothing was recorded.",
      "Check that the server is running and that this machine can reach its url."
    );
  }
  if (standing.kind !== "on-to") {
    const runs = standing.kind === "on-from" ? hop.from : standing.version;
    return refuse(
      `Production runs ${runs}, not ${hop.to}.`,
      "A hop can be adopted only when production already runs what it leads to. Nothing was recorded.",
      "Name the hop that leads to what production runs, or start a new run."
    );
  }
  return notReady(situation, hop.to) ?? {
    kind: "act",
    because: `Production runs ${hop.to}, healthy${withNothingPending(situation.observation)}.`
  };
}

// src/steps/adopt/adopt.ts
var adopt = step({
  command: "adopt",
  needs: {},
  open: (input) => ({ environment: "production", reason: reasonOf(input) }),
  gather: nothingElse,
  decide: ({ situation }) => decideAdopt(situation),
  act: async ({ hop }, { because }) => did({ because, hop }),
  record: ({ hop }, { opened }) => ({ type: "adopted", version: hop.to, reason: opened.reason }),
  report: ({ hop, because }) => ({ headline: `Hop ${hop.id} is adopted as done by hand. ${because}` })
});
function reasonOf({ reason }) {
  if (reason !== void 0) return reason;
  throw new UserError({
    happened: 'The option "reason" is missing.',
    means: "A hop that was done by hand is recorded only with a reason, which stays in the journal. Nothing was recorded.",
    next: 'Say why: --reason "deployed by hand during the outage of 3 March".'
  });
}
export {
  adopt
};
