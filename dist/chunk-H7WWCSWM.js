import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  couldNotStart
} from "./start.js";
import {
  withSecretFolder
} from "./chunk-6P3VFYUL.js";
import {
  childEnvironment
} from "./project.js";
import {
  variableNames
} from "./start.js";
import {
  literal,
  looseObject,
  string
} from "./start.js";
import {
  SystemFailure,
  UserError
} from "./start.js";

// src/drivers/deployers/helm/cluster-api.ts
import { join } from "node:path";

// src/world/processes/companion.ts
import { Readable } from "node:stream";
var endedWithItsInput = `exec 3<&0 </dev/null
"$@" 3<&- &
program=$!
{ while read -r _; do :; done <&3; kill -TERM 0; } >/dev/null 2>&1 &
watcher=$!
trap '' TERM
exec 3<&- 2>/dev/null
wait "$program"
code=$?
kill -TERM 0
wait "$watcher"
exit "$code"`;
var notFound = 127;
var graceMilliseconds = 5e3;
async function startCompanion(processes, { argv, signal, ...request2 }, says) {
  signal.throwIfAborted();
  const [program] = argv;
  const input = new Readable({ read: () => void 0 });
  const overdue = new AbortController();
  const { promise: serving, resolve: serves } = Promise.withResolvers();
  const running = processes.run({
    ...request2,
    argv: ["/bin/sh", "-c", endedWithItsInput, "sh", ...argv],
    input,
    signal: overdue.signal,
    onLine: (line, stream) => {
      if (stream === "stdout" && says(line)) serves(true);
    }
  });
  const ended = running.then(
    () => void 0,
    () => void 0
  );
  const end = async () => {
    input.push(null);
    const timer = setTimeout(() => overdue.abort(), graceMilliseconds);
    await ended;
    clearTimeout(timer);
  };
  const stop = () => void end();
  signal.addEventListener("abort", stop, { once: true });
  const first = await Promise.race([serving, running]).finally(() => signal.removeEventListener("abort", stop));
  if (first === true) return { kind: "serves", companion: { ended, end } };
  signal.throwIfAborted();
  if (first.exitCode === notFound) throw couldNotStart(program, Object.assign(new Error(), { code: "ENOENT" }));
  return { kind: "ended", result: first };
}

// src/world/socket-client.ts
import { Agent, request } from "node:http";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
var silenceMilliseconds = 6e4;
var mostConnections = 8;
function socketClient(socketPath) {
  const agent = new Agent({ keepAlive: true, maxSockets: mostConnections });
  const send = async (path, { headers = {}, signal }, options, read) => {
    signal.throwIfAborted();
    const asked = request({
      ...{ socketPath, path, headers: { host: "localhost", ...headers } },
      agent: options.mayBeSilent ? false : agent
    });
    const stop = () => void asked.destroy(new Error("aborted"));
    signal.addEventListener("abort", stop, { once: true });
    if (!options.mayBeSilent) {
      const seconds = silenceMilliseconds / 1e3;
      asked.setTimeout(silenceMilliseconds, () => asked.destroy(new Error(`it sent nothing for ${seconds} s`)));
    }
    try {
      return await new Promise((resolve2, reject) => {
        asked.on("error", reject);
        asked.on("response", (response) => void read(response).then(resolve2, reject));
        asked.end();
      });
    } catch (cause) {
      signal.throwIfAborted();
      throw cause;
    } finally {
      signal.removeEventListener("abort", stop);
    }
  };
  const whole = async (response) => ({
    status: response.statusCode ?? 0,
    text: await text(response)
  });
  return {
    get: async (path, call) => await send(path, call, { mayBeSilent: false }, whole),
    lines: async (path, onLine, call) => await send(path, call, { mayBeSilent: true }, async (response) => {
      if (response.statusCode !== 200) return await whole(response);
      for await (const line of createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY }))
        onLine(line);
      return { status: 200, text: "" };
    }),
    close: () => agent.destroy()
  };
}

// src/drivers/deployers/helm/cluster-api.ts
async function withClusterApi(options, work) {
  return await withSocketFolder(options.folder, async (folder) => {
    const connection = lazyConnection({ ...options, folder });
    try {
      return await work(apiBy(connection.open, options));
    } finally {
      await connection.close();
    }
  });
}
var longestSocketName = 100;
async function withSocketFolder(folder, work) {
  if (Buffer.byteLength(socketIn(folder)) <= longestSocketName) return await work(folder);
  return await withSecretFolder({ RUNNER_TEMP: "/tmp" }, work);
}
function socketIn(folder) {
  return join(folder, "api");
}
var otherMethods = "^([^G]|G[^E]|GE[^T]|GET.)";
function lazyConnection({ processes, kubectl, request: request2, folder, signal, lastWords }) {
  let opening;
  const opened = async () => {
    const socket = socketIn(folder);
    const found = await startCompanion(
      processes,
      {
        ...request2,
        argv: [
          ...kubectl,
          ...["proxy", `--unix-socket=${socket}`, "--append-server-path", `--reject-methods=${otherMethods}`]
        ],
        signal
      },
      (line) => line.startsWith("Starting to serve")
    );
    if (found.kind === "ended") throw notOpened(lastWords(found.result));
    const { companion } = found;
    const client = socketClient(socket);
    void companion.ended.then(() => {
      client.close();
      opening = void 0;
    });
    return { companion, client };
  };
  return {
    open: async () => {
      opening ??= opened();
      const mine = opening;
      try {
        return (await mine).client;
      } catch (error) {
        if (opening === mine) opening = void 0;
        throw error;
      }
    },
    close: async () => {
      const known = await opening?.catch(() => void 0);
      await known?.companion.end();
    }
  };
}
function notOpened(why) {
  return new SystemFailure({
    happened: `"kubectl proxy" ended at once${why}.`,
    means: "What runs there now is not known.",
    next: "Make sure that the kubeconfig of this job is right (kubectl version), then run the step again."
  });
}
function apiBy(open, { signal, told }) {
  const asked = async (ask, asking) => {
    const client = await open();
    try {
      return answerOf(await ask(client), told);
    } catch (cause) {
      asking.throwIfAborted();
      const why = cause instanceof Error ? cause.message : String(cause);
      return { kind: "refused", status: void 0, why: `: kubectl, which passes it on, does not answer (${why})` };
    }
  };
  return {
    get: async (path, accept = "application/json") => await asked((client) => client.get(path, { headers: { accept }, signal }), signal),
    lines: async (path, onLine, besides) => {
      const asking = besides === void 0 ? signal : AbortSignal.any([signal, besides]);
      return await asked((client) => client.lines(path, onLine, { signal: asking }), asking);
    }
  };
}
var refusal = looseObject({ kind: literal("Status"), message: string().default("") });
function answerOf({ status, text: text2 }, told) {
  if (status === 200) return { kind: "answer", text: text2 };
  if (status === 401) return { kind: "refused", status, why: ": the server does not accept its login (Unauthorized)" };
  const read = refusal.safeParse(parsed(text2));
  const said = read.success ? read.data.message : status === 500 ? text2 : "";
  const words = told(said.trim());
  return { kind: "refused", status, why: words === "" ? `: HTTP ${status}` : `: ${words}` };
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}

// src/drivers/deployers/helm/cluster.ts
import { writeFile } from "node:fs/promises";
import { join as join2, resolve } from "node:path";
var ofTheJob = /^(?:HELM_KUBE.*|HELM_NAMESPACE|KUBECONTEXT)$/;
async function withCluster(settings, context, signal, work) {
  const { effects, where, placeholders } = context;
  const fill = (text2, key) => effects.variables.fill(text2, `${where}.${key}`, placeholders);
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
    refuseOtherRecords(effects.environment.HELM_DRIVER, where);
    const flags = (forContext) => [
      `--namespace=${namespace}`,
      ...kubeContext === void 0 ? [] : [`${forContext}=${kubeContext}`]
    ];
    const request2 = { directory: effects.directory, environment };
    const until = AbortSignal.any([effects.signal, ...signal === void 0 ? [] : [signal]]);
    const call = (argv) => async (args, { log, onLine, input, signal: besides } = {}) => {
      const chunks = [];
      const isShown = log !== void 0 || onLine !== void 0;
      const result = await effects.processes.run({
        ...request2,
        argv: [...argv, ...args],
        signal: besides === void 0 ? until : AbortSignal.any([until, besides]),
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
    const told = (text2) => toldBy(effects.pen, text2);
    const lastWords = ({ stdout, stderr }) => {
      const words = told((stderr.trim() === "" ? stdout : stderr).trim());
      return words === "" ? "" : `: ${words}`;
    };
    const helm = ["helm", ...flags("--kube-context")];
    const kubectl = ["kubectl", ...flags("--context")];
    return await withClusterApi(
      { processes: effects.processes, kubectl, request: request2, folder, signal: until, lastWords, told },
      async (api) => await work({
        release,
        namespace,
        name: kubeContext === void 0 ? "the cluster" : `the cluster of the context "${kubeContext}"`,
        folder,
        api,
        helm: call(helm),
        kubectl: call(kubectl),
        lastWords
      })
    );
  });
}
function toldBy(pen, text2) {
  const lines = pen.text(text2).split("\n").filter((line) => !/^(?:WARNING|W\d{4}|I\d{4})\b/.test(line));
  const last = (lines.findLast((line) => /^Error:/i.test(line)) ?? lines.at(-1) ?? "").trim();
  return last.replace(/^Error: /i, "").replace(/\.$/, "").slice(0, 600);
}
function refuseOtherRecords(driver, where) {
  if (driver === void 0 || /^(?:secrets?)?$/.test(driver)) return;
  throw new UserError({
    happened: `The variable HELM_DRIVER of this job is "${driver}", and ${where} reads the releases that Helm keeps in Secrets.`,
    means: "Which revision is in place would not be seen. Nothing was changed.",
    next: "Take the variable away, and move the record of the release into Secrets where it is kept elsewhere."
  });
}
function named({ set, kubeconfig = "" }) {
  return [...Object.values(set).map(String), kubeconfig].flatMap(variableNames);
}
async function kubeconfigFile(given, folder, directory) {
  if (!/^\s*\{|\n|^\s*apiVersion:/.test(given)) return resolve(directory, given);
  const file = join2(folder, "kubeconfig");
  await writeFile(file, given, { mode: 384 });
  return file;
}
async function readApi(cluster, path, schema, what) {
  const answer = await cluster.api.get(path);
  if (answer.kind === "refused") throw notRead(cluster, what, answer.why);
  return asDocumented(cluster, answer.text, schema, what);
}
async function readJson(cluster, result, schema, what) {
  if (result.exitCode !== 0) throw notRead(cluster, what, cluster.lastWords(result));
  return asDocumented(cluster, result.stdout, schema, what);
}
function asDocumented(cluster, text2, schema, what) {
  const read = schema.safeParse(parsed(text2));
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.join(".") ?? "";
  throw notRead(cluster, what, `: ${path} is not as Kubernetes documents it`);
}
function notRead({ name }, what, why) {
  return new SystemFailure({
    happened: `${what} could not be read from ${name}${why}.`,
    means: "What runs there now is not known.",
    next: "Make sure that this job reaches the cluster and may read it, then run the step again."
  });
}
var needed = { major: 3, minor: 14 };
async function askHelm(cluster) {
  const helm = await cluster.helm(["version", "--template={{.Version}}"]);
  const said = helm.stdout.trim();
  const [major = 0, minor = 0] = said.replace(/^v/, "").split(".").map(Number);
  const isOld = major < needed.major || major === needed.major && minor < needed.minor;
  if (helm.exitCode === 0 && !isOld) return;
  throw new SystemFailure({
    happened: helm.exitCode === 0 ? `Helm ${said} is on this machine, and ${needed.major}.${needed.minor} or newer is needed.` : `Helm does not answer on this machine${cluster.lastWords(helm)}.`,
    means: "Nothing was changed.",
    next: `Install Helm ${needed.major}.${needed.minor} or newer on the machine of this job.`
  });
}
async function askCluster(cluster) {
  const answer = await cluster.api.get("/version");
  if (answer.kind === "answer") return;
  throw new SystemFailure({
    happened: `${capital(cluster.name)} could not be reached${answer.why}.`,
    means: "Nothing was changed. What runs there now could not be read.",
    next: "Make sure that the kubeconfig of this job is right and not expired (kubectl version), then run the step again."
  });
}
function capital(text2) {
  return `${text2.slice(0, 1).toUpperCase()}${text2.slice(1)}`;
}
function askAgain(error) {
  if (error instanceof SystemFailure) return void 0;
  throw error;
}

export {
  parsed,
  withCluster,
  readApi,
  readJson,
  notRead,
  askHelm,
  askCluster,
  askAgain
};
