import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openProject
} from "./chunk-FGSN4HFK.js";
import {
  climbPath
} from "./chunk-ICBHBBLD.js";
import "./chunk-QGYSYXAC.js";
import {
  answersFrom,
  renderConfiguration
} from "./chunk-5RBYN6QD.js";
import "./chunk-XBFKWULQ.js";
import "./chunk-FUPUSJEL.js";
import {
  markStaging
} from "./chunk-AJK4TONO.js";
import {
  planToDo
} from "./chunk-I64VNV6I.js";
import {
  planHops
} from "./chunk-PMOYQU3H.js";
import "./chunk-QB7Q6QID.js";
import "./chunk-NPX7W24C.js";
import "./chunk-XRH7E3OA.js";
import "./chunk-GOWLXTQJ.js";
import "./chunk-Y44P25TK.js";
import "./chunk-FVRLMGOS.js";
import "./chunk-7GOB7D27.js";
import "./chunk-QMKQSODE.js";
import "./chunk-PARQMOFR.js";
import "./chunk-YCJ5DPGO.js";
import "./chunk-YNT4UG6W.js";
import "./chunk-75KNHRKZ.js";
import "./chunk-LCBVWAJ4.js";
import "./chunk-WGIHCC5G.js";
import {
  deploy
} from "./chunk-2OOOIEEP.js";
import "./chunk-2OWJROYK.js";
import "./chunk-7F7DBRV5.js";
import "./chunk-SQKKR53W.js";
import "./chunk-3GF3FD6W.js";
import "./chunk-LC6BU3OG.js";
import "./chunk-OTZRXDRM.js";
import "./chunk-EOOVDAYC.js";
import "./chunk-XAVCTZXD.js";
import "./chunk-2K7GC4TE.js";
import "./chunk-SB5BR6WD.js";
import "./chunk-VSMHR5PU.js";
import "./chunk-QY47XVLF.js";
import "./chunk-KJR6AY27.js";
import {
  shippedProducts
} from "./chunk-4IY6IEBM.js";
import "./chunk-2F7I7NFX.js";
import "./chunk-WZDGGMJB.js";
import "./chunk-WSCMQIMT.js";
import "./chunk-AYY5IT3V.js";
import "./chunk-MACXX4FE.js";
import "./chunk-ZD4AXHGN.js";
import "./chunk-MKKIWV4Z.js";
import "./chunk-FXGBG2MO.js";
import "./chunk-JW4MQMAQ.js";
import "./chunk-VB7NNIRI.js";
import "./chunk-EZJOXTEV.js";
import "./chunk-6HZPJQFX.js";
import "./chunk-5YZEG5XA.js";
import "./chunk-GGGR33OU.js";
import "./chunk-37VHWOWD.js";
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
import {
  endOfRun
} from "./chunk-CV6QIYBD.js";
import "./chunk-EWPN2B5P.js";
import "./chunk-JBZEG5WW.js";
import "./chunk-TJFFHHOU.js";
import "./chunk-KHLEDX2Y.js";
import "./chunk-E6PL2XUX.js";
import "./chunk-PZ7VFSWD.js";
import "./chunk-7TUZMR4G.js";
import "./chunk-LQHHNFQW.js";
import "./chunk-DO6CFL5Q.js";
import "./chunk-7POW3KRZ.js";
import "./chunk-G3ROX6QU.js";
import "./chunk-HPBJV7J4.js";
import "./chunk-NC5ORQA5.js";
import "./chunk-MRHD2GP4.js";
import "./chunk-YFFMPJHB.js";
import "./chunk-4UVUI2BM.js";
import "./chunk-NWYZOM3M.js";
import "./chunk-CAUOYVYP.js";
import "./chunk-M4XLWBTW.js";
import "./chunk-QG6HMOOH.js";
import "./chunk-WWXUUFM4.js";
import "./chunk-5BVYQXW5.js";
import "./chunk-L3TT7463.js";
import "./chunk-WNC3J4Y2.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-EJC5YJIG.js";
import "./chunk-DCKEJSUG.js";
import "./chunk-E45A5XVO.js";
import "./chunk-U2324AUP.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-BRELSNAC.js";
import {
  silentLog
} from "./chunk-V2FWIV6S.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-NW77X6IW.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import {
  childEnvironment
} from "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import {
  variablesFrom
} from "./chunk-ZGX2ZA3I.js";
import "./chunk-NPESFTYR.js";
import "./chunk-CSXL2D7F.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-LWQJJA54.js";
import "./chunk-HKKH5L7G.js";
import "./chunk-L5QXXGGG.js";
import "./chunk-ZMOF3DMZ.js";
import "./chunk-X67IRU5F.js";
import "./chunk-JOC32U4G.js";
import "./chunk-LH7BI537.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-HL2FA6NW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/climbing/demo.ts
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

// src/products/sample/embedded-sample.ts
import { fileURLToPath } from "node:url";
var embeddedSample = fileURLToPath(new URL("../examples/sample", packageRoot()));
function packageRoot() {
  return import.meta.url.includes("/src/products/sample/") ? new URL("../../", import.meta.url).href : new URL("./", import.meta.url).href;
}

// src/climbing/demo.ts
var first = "1.0.2";
async function runDemo(parts, { target = "newest", keep }) {
  const out = parts.terminal.write;
  const folder = await realpath(await mkdtemp(join(tmpdir(), "staged-upgrade-demo-")));
  const repository = join(folder, "repository");
  for (const name of ["repository", "production", "staging"]) await mkdir(join(folder, name));
  await cp(embeddedSample, repository, { recursive: true, filter: (source) => !source.endsWith(".github") });
  await writeFile(join(repository, "staged-upgrade.yml"), await demoConfiguration());
  const effects = await demoEffects(parts.effects, folder, repository);
  const server = (side, ...action) => runSample(effects, side, ["deploy.mjs", ...action]);
  try {
    out(`A server for production on ${first}, with records of its own, in ${folder}

`);
    await server("PRODUCTION", "start", first);
    await runSample(effects, "PRODUCTION", ["seed.mjs"]);
    const project = await openProject("staged-upgrade.yml", effects, parts.run);
    const result = await climbSample(project, parts, target);
    if (result.summary === "") return endedByAnswer(result);
    if (keep !== true) {
      out("Nothing of the demo is kept. With --keep, its servers, backups, journal and the report of the climb are.\n");
      return result;
    }
    const report = join(folder, "report.md");
    await writeFile(report, effects.pen.markdown(result.summary));
    out(`The report: ${report}
`);
    return result;
  } finally {
    await server("PRODUCTION", "stop");
    await server("STAGING", "stop");
    if (keep !== true) await rm(folder, { recursive: true, force: true });
  }
}
function endedByAnswer(result) {
  if (result.outcome !== "waiting" || result.message === void 0) return result;
  const message = {
    happened: `The demo ends here: ${result.message.happened}`,
    means: `${result.message.means} Its servers are stopped.`,
    next: "Start it again with the same command. It starts over."
  };
  return { ...result, headline: message.happened, message };
}
async function climbSample(project, { terminal }, target) {
  const out = terminal.write;
  const manual = (await planHops(project, { target })).hops.flatMap((hop) => hop.manual);
  announceManual(manual, out);
  const acknowledge = manual.map((step) => step.id);
  await markSample(project, out);
  await showRefusal(project, { target, acknowledge }, out);
  const gates = terminal.interactive ? { kind: "ask" } : { kind: "approve-all", how: "no terminal is attached to ask at" };
  return await endOfRun(
    project,
    () => climbPath(project, { target, acknowledge }, terminal.stage(project.effects, gates))
  );
}
async function markSample(project, out) {
  const confirm = join(project.effects.environment.SAMPLE_STAGING_STATE ?? "", "records.sqlite");
  const result = await markStaging(project, { confirm });
  if (result.message !== void 0) throw new SystemFailure(result.message);
  out(`Once, for staging: staged-upgrade mark-disposable --confirm ${confirm}
  ${result.headline}

`);
}
function announceManual(manual, out) {
  for (const step of manual)
    out(`By hand, before its hop: ${step.text} (In this demo it is taken as done: --acknowledge ${step.id})
`);
}
async function showRefusal(project, asked, out) {
  const hop = (await planToDo(project, asked)).hops.at(0);
  if (hop === void 0) return;
  const quiet = { ...project, effects: { ...project.effects, log: silentLog } };
  const result = await deploy.run(quiet, { environment: "production", release: "to", hop });
  out(`First, something that must not be done: deploying ${hop.to} on production at once.
`);
  out(`  ${result.outcome}: ${result.message?.happened ?? result.headline}
  ${result.message?.means ?? ""}

`);
}
async function demoConfiguration() {
  const asked = { product: "sample", journal: "${SAMPLE_JOURNAL}" };
  return renderConfiguration(await answersFrom(asked, shippedProducts, void 0));
}
async function demoEffects(effects, folder, repository) {
  const [production, staging] = await freePorts();
  const own = {
    SAMPLE_PRODUCTION_STATE: join(folder, "production"),
    SAMPLE_PRODUCTION_PORT: String(production),
    SAMPLE_PRODUCTION_ADMIN_TOKEN: "a-token-of-production",
    SAMPLE_STAGING_STATE: join(folder, "staging"),
    SAMPLE_STAGING_PORT: String(staging),
    SAMPLE_STAGING_ADMIN_TOKEN: "a-token-of-staging",
    SAMPLE_BACKUPS: join(folder, "backups"),
    SAMPLE_JOURNAL: join(folder, "journal")
  };
  const PATH = [dirname(process.execPath), effects.environment.PATH ?? ""].join(delimiter);
  const environment = { ...effects.environment, ...own, PATH };
  return { ...effects, directory: repository, environment, variables: variablesFrom(environment, () => void 0) };
}
async function runSample(effects, side, script) {
  const names = { STATE: "STATE", PORT: "PORT", TOKEN: "ADMIN_TOKEN" };
  const settings = Object.entries(names).map(([name, kept]) => [
    `SAMPLE_${name}`,
    effects.environment[`SAMPLE_${side}_${kept}`] ?? ""
  ]);
  const result = await effects.processes.run({
    argv: [process.execPath, ...script],
    directory: effects.directory,
    environment: { ...childEnvironment(effects), ...Object.fromEntries(settings) }
  });
  if (result.exitCode !== 0) throw new Error(`${script.join(" ")} of the sample failed: ${result.stderr}`);
}
async function freePorts() {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(servers.map((server) => listeningPort(server)));
  for (const server of servers) server.close();
  return [ports[0] ?? 0, ports[1] ?? 0];
}
function listeningPort(server) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
export {
  endedByAnswer,
  runDemo
};
