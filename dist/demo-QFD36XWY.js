import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  openProject
} from "./start.js";
import {
  climbPath
} from "./chunk-XCVYXQ6F.js";
import "./steps.js";
import {
  answersFrom,
  renderConfiguration
} from "./chunk-TPEVEAAF.js";
import "./chunk-XBFKWULQ.js";
import "./start.js";
import "./steps.js";
import {
  markStaging_JYNXWVK6 as markStaging
} from "./steps.js";
import {
  planToDo
} from "./steps.js";
import {
  planHops
} from "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import {
  deploy
} from "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./start.js";
import "./terminal.js";
import {
  shippedProducts
} from "./project.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./steps.js";
import "./start.js";
import "./start.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./start.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./start.js";
import {
  endOfRun
} from "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./steps.js";
import "./steps.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import {
  silentLog
} from "./project.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import {
  childEnvironment
} from "./project.js";
import "./start.js";
import {
  variablesFrom
} from "./start.js";
import "./terminal.js";
import "./chunk-CSXL2D7F.js";
import "./start.js";
import "./steps.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./project.js";
import "./start.js";
import "./project.js";
import "./start.js";
import {
  SystemFailure
} from "./start.js";
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
    out(`A server for production on ${first}, with its own records, in ${folder}

`);
    await server("PRODUCTION", "start", first);
    await runSample(effects, "PRODUCTION", ["seed.mjs"]);
    const project = await openProject("staged-upgrade.yml", effects, parts.run);
    const result = await climbSample(project, parts, target);
    if (result.summary === "") return endedByAnswer(result);
    if (keep !== true) {
      out("The demo leaves nothing behind. With --keep, its servers, backups, journal and report stay.\n");
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
    out(`By hand, before its hop: ${step.text} (In this demo it counts as done: --acknowledge ${step.id})
`);
}
async function showRefusal(project, asked, out) {
  const hop = (await planToDo(project, asked)).hops.at(0);
  if (hop === void 0) return;
  const quiet = { ...project, effects: { ...project.effects, log: silentLog } };
  const result = await deploy.run(quiet, { environment: "production", release: "to", hop });
  out(`First, something that is not allowed: deploying ${hop.to} on production at once.
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
