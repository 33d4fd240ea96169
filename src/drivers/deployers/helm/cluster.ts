import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { SystemFailure } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Log } from '../../../world/log.ts';
import { childEnvironment } from '../../../world/processes/child-environment.ts';
import type { ProcessRequest, ProcessResult } from '../../../world/processes/process.ts';
import { withSecretFolder } from '../../../world/secrets/secret-folder.ts';
import { variableNames } from '../../../world/variables.ts';
import type { HelmSettings } from './settings.ts';

/** A release in a cluster, asked through `helm` and `kubectl` of this machine. */
export interface Cluster {
  readonly release: string;
  readonly namespace: string;
  /** For messages: `the cluster of the context "production"`. */
  readonly name: string;
  /** A folder for this deploy alone, which only this user can read. */
  readonly folder: string;
  helm(args: readonly string[], call?: ClusterCall): Promise<ProcessResult>;
  kubectl(args: readonly string[], call?: ClusterCall): Promise<ProcessResult>;
  /** What a call said last, without secrets, for a message: empty, or a phrase that begins with a colon. */
  lastWords(result: ProcessResult): string;
}

export interface ClusterCall {
  readonly log?: Log;
  readonly onLine?: ProcessRequest['onLine'];
  readonly input?: string;
  /** Besides those of the step. */
  readonly signal?: AbortSignal;
}

/** What the configuration names is meant, whatever the job has. */
const ofTheJob = /^(?:HELM_KUBE.*|HELM_NAMESPACE|KUBECONTEXT)$/;

/** Opens the cluster for some work. Credentials reach the programs by a file that is removed afterwards, never as arguments. */
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
    const call =
      (program: string, flags: readonly string[]): Cluster['helm'] =>
      async (args, { log, onLine, input, signal: besides } = {}) => {
        const chunks: Uint8Array[] = [];
        const isShown = log !== undefined || onLine !== undefined;
        const result = await effects.processes.run({
          argv: [program, ...flags, ...args],
          directory: effects.directory,
          environment,
          signal: AbortSignal.any([effects.signal, signal, besides].filter((each) => each !== undefined)),
          ...(input === undefined ? {} : { input }),
          // What is read is read whole: a namespace can have more than a process keeps of its output.
          ...(isShown ? {} : { onOutput: (chunk) => void chunks.push(chunk) }),
          onLine: (line, stream) => {
            log?.output(line);
            onLine?.(line, stream);
          },
        });
        return isShown ? result : { ...result, stdout: Buffer.concat(chunks).toString('utf8') };
      };
    const pen = effects.pen;
    return await work({
      release,
      namespace,
      name: kubeContext === undefined ? 'the cluster' : `the cluster of the context "${kubeContext}"`,
      folder,
      helm: call('helm', [
        `--namespace=${namespace}`,
        ...(kubeContext === undefined ? [] : [`--kube-context=${kubeContext}`]),
      ]),
      kubectl: call('kubectl', [
        `--namespace=${namespace}`,
        ...(kubeContext === undefined ? [] : [`--context=${kubeContext}`]),
      ]),
      lastWords: (result) => {
        const text = pen.text((result.stderr.trim() === '' ? result.stdout : result.stderr).trim());
        const lines = text.split('\n').filter((line) => !/^(?:WARNING|W\d{4}|I\d{4})\b/.test(line));
        const last = (lines.findLast((line) => /^Error:/i.test(line)) ?? lines.at(-1) ?? '').trim();
        const words = last.replace(/^Error: /i, '').replace(/\.$/, '');
        return words === '' ? '' : `: ${words.slice(0, 600)}`;
      },
    });
  });
}

function named({ set, kubeconfig = '' }: HelmSettings): string[] {
  return [...Object.values(set).map(String), kubeconfig].flatMap(variableNames);
}

/** A secret has the text of the file; a machine has the file. */
async function kubeconfigFile(given: string, folder: string, directory: string): Promise<string> {
  if (!/^\s*\{|\n|^\s*apiVersion:/.test(given)) return resolve(directory, given);
  const file = join(folder, 'kubeconfig');
  await writeFile(file, given, { mode: 0o600 });
  return file;
}

/** Reads JSON from a call. Rejects with a SystemFailure where it failed, or answered something else. */
export async function readJson<Schema extends z.ZodType>(
  cluster: Cluster,
  result: ProcessResult,
  schema: Schema,
  what: string,
): Promise<z.output<Schema>> {
  const read = result.exitCode === 0 ? schema.safeParse(parsed(result.stdout)) : undefined;
  if (read?.success === true) return read.data;
  const odd = read?.error?.issues[0];
  const why =
    odd === undefined ? cluster.lastWords(result) : `: ${odd.path.join('.')} is not as Kubernetes documents it`;
  throw new SystemFailure({
    happened: `${what} could not be read from ${cluster.name}${why}.`,
    means: 'What runs there now is not known.',
    next: 'Make sure that this job reaches the cluster and may read it, then run the step again: it looks before it acts.',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const needed = { major: 3, minor: 14 };

/** Rejects with a SystemFailure when the programs are not here, or the cluster does not answer. Nothing has been changed then. */
export async function askCluster(cluster: Cluster): Promise<void> {
  const helm = await cluster.helm(['version', '--template={{.Version}}']);
  const said = helm.stdout.trim();
  const [major = 0, minor = 0] = said.replace(/^v/, '').split('.').map(Number);
  const isOld = major < needed.major || (major === needed.major && minor < needed.minor);
  if (helm.exitCode !== 0 || isOld) {
    throw new SystemFailure({
      happened:
        helm.exitCode === 0
          ? `Helm ${said} is on this machine, and ${needed.major}.${needed.minor} or newer is needed.`
          : `Helm does not answer on this machine${cluster.lastWords(helm)}.`,
      means: 'Nothing was changed.',
      next: `Install Helm ${needed.major}.${needed.minor} or newer on the machine of this job.`,
    });
  }
  const answer = await cluster.kubectl(['version', '--output=json']);
  if (answer.exitCode === 0) return;
  throw new SystemFailure({
    happened: `${capital(cluster.name)} could not be reached${cluster.lastWords(answer)}.`,
    means: 'Nothing was changed. What runs there now could not be read.',
    next: 'Make sure that the kubeconfig of this job is right and not expired (kubectl version), then run the step again.',
  });
}

export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** A look that failed while something else goes on is taken again. */
export function askAgain(error: unknown): undefined {
  if (error instanceof SystemFailure) return undefined;
  throw error;
}
