import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  withSecretFolder
} from "./chunk-6P3VFYUL.js";
import {
  childEnvironment
} from "./chunk-7VO25ZJG.js";
import {
  variableNames
} from "./chunk-Y47GD42P.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/drivers/deployers/helm/cluster.ts
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
var ofTheJob = /^(?:HELM_KUBE.*|HELM_NAMESPACE|KUBECONTEXT)$/;
async function withCluster(settings, context, signal, work) {
  const { effects, where, placeholders } = context;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const release = fill(settings.release, "release");
  const namespace = fill(settings.namespace, "namespace");
  const kubeContext = settings.context && fill(settings.context, "context");
  return await withSecretFolder(effects.environment, async (folder) => {
    const own = settings.kubeconfig && fill(settings.kubeconfig, "kubeconfig");
    const kubeconfig = own && await kubeconfigFile(own, folder, effects.directory);
    const inherited = Object.entries(childEnvironment(effects, named(settings))).filter(
      ([name]) => !ofTheJob.test(name)
    );
    const environment = {
      ...Object.fromEntries(inherited),
      ...kubeconfig === void 0 ? {} : { KUBECONFIG: kubeconfig }
    };
    const call = (program, flags) => async (args, { log, onLine, input, signal: besides } = {}) => {
      const chunks = [];
      const isShown = log !== void 0 || onLine !== void 0;
      const result = await effects.processes.run({
        argv: [program, ...flags, ...args],
        directory: effects.directory,
        environment,
        signal: AbortSignal.any([effects.signal, signal, besides].filter((each) => each !== void 0)),
        ...input === void 0 ? {} : { input },
        // What is read is read whole: a namespace can have more than a process keeps of its output.
        ...isShown ? {} : { onOutput: (chunk) => void chunks.push(chunk) },
        onLine: (line, stream) => {
          log?.output(line);
          onLine?.(line, stream);
        }
      });
      return isShown ? result : { ...result, stdout: Buffer.concat(chunks).toString("utf8") };
    };
    const pen = effects.pen;
    return await work({
      release,
      namespace,
      name: kubeContext === void 0 ? "the cluster" : `the cluster of the context "${kubeContext}"`,
      folder,
      helm: call("helm", [
        `--namespace=${namespace}`,
        ...kubeContext === void 0 ? [] : [`--kube-context=${kubeContext}`]
      ]),
      kubectl: call("kubectl", [
        `--namespace=${namespace}`,
        ...kubeContext === void 0 ? [] : [`--context=${kubeContext}`]
      ]),
      lastWords: (result) => {
        const text = pen.text((result.stderr.trim() === "" ? result.stdout : result.stderr).trim());
        const lines = text.split("\n").filter((line) => !/^(?:WARNING|W\d{4}|I\d{4})\b/.test(line));
        const last = (lines.findLast((line) => /^Error:/i.test(line)) ?? lines.at(-1) ?? "").trim();
        const words = last.replace(/^Error: /i, "").replace(/\.$/, "");
        return words === "" ? "" : `: ${words.slice(0, 600)}`;
      }
    });
  });
}
function named({ set, kubeconfig = "" }) {
  return [...Object.values(set).map(String), kubeconfig].flatMap(variableNames);
}
async function kubeconfigFile(given, folder, directory) {
  if (!/^\s*\{|\n|^\s*apiVersion:/.test(given)) return resolve(directory, given);
  const file = join(folder, "kubeconfig");
  await writeFile(file, given, { mode: 384 });
  return file;
}
async function readJson(cluster, result, schema, what) {
  const read = result.exitCode === 0 ? schema.safeParse(parsed(result.stdout)) : void 0;
  if (read?.success === true) return read.data;
  const odd = read?.error?.issues[0];
  const why = odd === void 0 ? cluster.lastWords(result) : `: ${odd.path.join(".")} is not as Kubernetes documents it`;
  throw new SystemFailure({
    happened: `${what} could not be read from ${cluster.name}${why}.`,
    means: "What runs there now is not known.",
    next: "Make sure that this job reaches the cluster and may read it, then run the step again: it looks before it acts."
  });
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var needed = { major: 3, minor: 14 };
async function askCluster(cluster) {
  const helm = await cluster.helm(["version", "--template={{.Version}}"]);
  const said = helm.stdout.trim();
  const [major = 0, minor = 0] = said.replace(/^v/, "").split(".").map(Number);
  const isOld = major < needed.major || major === needed.major && minor < needed.minor;
  if (helm.exitCode !== 0 || isOld) {
    throw new SystemFailure({
      happened: helm.exitCode === 0 ? `Helm ${said} is on this machine, and ${needed.major}.${needed.minor} or newer is needed.` : `Helm does not answer on this machine${cluster.lastWords(helm)}.`,
      means: "Nothing was changed.",
      next: `Install Helm ${needed.major}.${needed.minor} or newer on the machine of this job.`
    });
  }
  const answer = await cluster.kubectl(["version", "--output=json"]);
  if (answer.exitCode === 0) return;
  throw new SystemFailure({
    happened: `${capital(cluster.name)} could not be reached${cluster.lastWords(answer)}.`,
    means: "Nothing was changed. What runs there now could not be read.",
    next: "Make sure that the kubeconfig of this job is right and not expired (kubectl version), then run the step again."
  });
}
function capital(text) {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
function askAgain(error) {
  if (error instanceof SystemFailure) return void 0;
  throw error;
}

export {
  withCluster,
  readJson,
  askCluster,
  askAgain
};
