import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { ProcessRequest, ProcessResult } from '../../../world/processes/process.ts';
import { withSecretFolder } from '../../../world/secrets/secret-folder.ts';
import { variableNames } from '../../../world/variables.ts';
import type { Pen } from '../../../world/writing/pen.ts';
import { type ClusterApi, parsed, withClusterApi } from './cluster-api.ts';
import type { HelmSettings } from './settings.ts';

/** A release in a cluster, accessed through `helm` and `kubectl` of this machine. */
export interface Cluster {
  readonly release: string;
  readonly namespace: string;
  /** For messages: `the cluster of the context "production"`. */
  readonly name: string;
  /** A folder for this deploy alone, which only this user can read. */
  readonly folder: string;
  /** For repeated reads: starting a program for each look would cost more than everything else. */
  readonly api: ClusterApi;
  helm(args: readonly string[], call?: ClusterCall): Promise<ProcessResult>;
  /** For changes, and for requests that are made once. */
  kubectl(args: readonly string[], call?: ClusterCall): Promise<ProcessResult>;
  /** The last output of a call, without secrets, for a message: empty, or a phrase that begins with a colon. */
  lastWords(result: ProcessResult): string;
}

export interface ClusterCall {
  readonly log?: Log;
  readonly onLine?: ProcessRequest['onLine'];
  readonly input?: string;
  /** Besides those of the step. */
  readonly signal?: AbortSignal;
}

/** What the configuration names is used, whatever the job has set. */
const ofTheJob = /^(?:HELM_KUBE.*|HELM_NAMESPACE|KUBECONTEXT)$/;

/** Opens the cluster for some work. Programs get credentials in a file that is removed afterwards, never as arguments. */
export async function withCluster<Result>(
  settings: HelmSettings,
  context: PartContext,
  signal: AbortSignal | undefined,
  work: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const release = fill(settings.release, 'release');
  const namespace = fill(settings.namespace, 'namespace');
  const kubeContext = settings.context && fill(settings.context, 'context');
  return await withSecretFolder(effects.environment, async (folder) => {
    const own = settings.kubeconfig && fill(settings.kubeconfig, 'kubeconfig');
    const kubeconfig = own && (await kubeconfigFile(own, folder, effects.directory));
    const inherited = Object.entries(childEnvironment(effects, named(settings))).filter(
      ([name]) => !ofTheJob.test(name),
    );
    const environment = {
      ...Object.fromEntries(inherited),
      ...(kubeconfig === undefined ? {} : { KUBECONFIG: kubeconfig }),
    };
    refuseOtherRecords(effects.environment.HELM_DRIVER, where);
    const flags = (forContext: string): readonly string[] => [
      `--namespace=${namespace}`,
      ...(kubeContext === undefined ? [] : [`${forContext}=${kubeContext}`]),
    ];
    const request = { directory: effects.directory, environment };
    const until = AbortSignal.any([effects.signal, ...(signal === undefined ? [] : [signal])]);
    const call =
      (argv: readonly [string, ...string[]]): Cluster['helm'] =>
      async (args, { log, onLine, input, signal: besides } = {}) => {
        const chunks: Uint8Array[] = [];
        const isShown = log !== undefined || onLine !== undefined;
        const result = await effects.processes.run({
          ...request,
          argv: [...argv, ...args],
          signal: besides === undefined ? until : AbortSignal.any([until, besides]),
          ...(input === undefined ? {} : { input }),
          // Reads are complete: a namespace can have more output than is kept of a process.
          ...(isShown ? {} : { onOutput: (chunk) => void chunks.push(chunk) }),
          onLine: (line, stream) => {
            log?.output(line);
            onLine?.(line, stream);
          },
        });
        return isShown ? result : { ...result, stdout: Buffer.concat(chunks).toString('utf8') };
      };
    const errorLine = (text: string): string => errorLineOf(effects.pen, text);
    const lastWords = ({ stdout, stderr }: ProcessResult): string => {
      const words = errorLine((stderr.trim() === '' ? stdout : stderr).trim());
      return words === '' ? '' : `: ${words}`;
    };
    const helm = ['helm', ...flags('--kube-context')] as const;
    const kubectl = ['kubectl', ...flags('--context')] as const;
    return await withClusterApi(
      { processes: effects.processes, kubectl, request, folder, signal: until, lastWords, errorLine },
      async (api) =>
        await work({
          release,
          namespace,
          name: kubeContext === undefined ? 'the cluster' : `the cluster of the context "${kubeContext}"`,
          folder,
          api,
          helm: call(helm),
          kubectl: call(kubectl),
          lastWords,
        }),
    );
  });
}

/** Its last line that says what is wrong, without secrets. */
function errorLineOf(pen: Pen, text: string): string {
  const lines = pen
    .text(text)
    .split('\n')
    .filter((line) => !/^(?:WARNING|W\d{4}|I\d{4})\b/.test(line));
  const last = (lines.findLast((line) => /^Error:/i.test(line)) ?? lines.at(-1) ?? '').trim();
  return last
    .replace(/^Error: /i, '')
    .replace(/\.$/, '')
    .slice(0, 600);
}

/** @throws UserError if Helm would keep its releases elsewhere than in Secrets */
function refuseOtherRecords(driver: string | undefined, where: string): void {
  if (driver === undefined || /^(?:secrets?)?$/.test(driver)) return;
  throw new UserError({
    happened: `The variable HELM_DRIVER of this job is "${driver}", and ${where} reads the releases that Helm keeps in Secrets.`,
    means: 'Which revision is in place would not be seen. Nothing was changed.',
    next: 'Take the variable away, and move the record of the release into Secrets where it is kept elsewhere.',
  });
}

function named({ set, kubeconfig = '' }: HelmSettings): string[] {
  return [...Object.values(set).map(String), kubeconfig].flatMap(variableNames);
}

/** A secret contains the text of the file; a machine has the file itself. */
async function kubeconfigFile(given: string, folder: string, directory: string): Promise<string> {
  if (!/^\s*\{|\n|^\s*apiVersion:/.test(given)) return resolve(directory, given);
  const file = join(folder, 'kubeconfig');
  await writeFile(file, given, { mode: 0o600 });
  return file;
}

/** Reads from the API of the cluster. Rejects with a SystemFailure if it refuses, or answers something else. */
export async function readApi<Schema extends z.ZodType>(
  cluster: Cluster,
  path: string,
  schema: Schema,
  what: string,
): Promise<z.output<Schema>> {
  const answer = await cluster.api.get(path);
  if (answer.kind === 'refused') throw notRead(cluster, what, answer.why);
  return asDocumented(cluster, answer.text, schema, what);
}

/** Reads JSON from a call. Rejects with a SystemFailure if it failed, or answered something else. */
export async function readJson<Schema extends z.ZodType>(
  cluster: Cluster,
  result: ProcessResult,
  schema: Schema,
  what: string,
): Promise<z.output<Schema>> {
  if (result.exitCode !== 0) throw notRead(cluster, what, cluster.lastWords(result));
  return asDocumented(cluster, result.stdout, schema, what);
}

function asDocumented<Schema extends z.ZodType>(
  cluster: Cluster,
  text: string,
  schema: Schema,
  what: string,
): z.output<Schema> {
  const read = schema.safeParse(parsed(text));
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.join('.') ?? '';
  throw notRead(cluster, what, `: ${path} is not as Kubernetes documents it`);
}

export function notRead({ name }: Cluster, what: string, why: string): SystemFailure {
  return new SystemFailure({
    happened: `${what} could not be read from ${name}${why}.`,
    means: 'What runs there now is not known.',
    next: 'Make sure that this job reaches the cluster and may read it, then run the step again.',
  });
}

const needed = { major: 3, minor: 14 };

/** Rejects with a SystemFailure if Helm is not installed, or too old. */
export async function askHelm(cluster: Cluster): Promise<void> {
  const helm = await cluster.helm(['version', '--template={{.Version}}']);
  const said = helm.stdout.trim();
  const [major = 0, minor = 0] = said.replace(/^v/, '').split('.').map(Number);
  const isOld = major < needed.major || (major === needed.major && minor < needed.minor);
  if (helm.exitCode === 0 && !isOld) return;
  throw new SystemFailure({
    happened:
      helm.exitCode === 0
        ? `Helm ${said} is on this machine, and ${needed.major}.${needed.minor} or newer is needed.`
        : `Helm does not answer on this machine${cluster.lastWords(helm)}.`,
    means: 'Nothing was changed.',
    next: `Install Helm ${needed.major}.${needed.minor} or newer on the machine of this job.`,
  });
}

/** Rejects with a SystemFailure if kubectl is not installed, or the cluster does not answer. Nothing has been changed then. */
export async function askCluster(cluster: Cluster): Promise<void> {
  const answer = await cluster.api.get('/version');
  if (answer.kind === 'answer') return;
  throw new SystemFailure({
    happened: `${capital(cluster.name)} could not be reached${answer.why}.`,
    means: 'Nothing was changed. What runs there now could not be read.',
    next: 'Make sure that the kubeconfig of this job is right and not expired (kubectl version), then run the step again.',
  });
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** A look that failed while something else continues is repeated. */
export function askAgain(error: unknown): undefined {
  if (error instanceof SystemFailure) return undefined;
  throw error;
}
