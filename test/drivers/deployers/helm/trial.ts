import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Artifact } from '../../../../src/core/model/artifacts.ts';
import type { DeployPlace } from '../../../../src/core/model/deploy-place.ts';
import type { DeployRequest } from '../../../../src/drivers/deployers/deployer.ts';
import { deployer } from '../../../../src/drivers/deployers.ts';
import { systemClock } from '../../../../src/world/clock.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { databaseEffects } from '../../../support/database-effects.ts';
import type { TestCluster } from '../../../support/kubernetes/cluster.ts';
import type { Image } from '../../../support/kubernetes/node-agent.ts';

/** A release of a test's own, in a namespace of its own. */
export interface Trial {
  readonly folder: string;
  readonly namespace: string;
  /** What the deploys logged, all lines. */
  readonly logged: string[];
  /** The reported progress. */
  readonly progressed: readonly string[];
  /** Once the deploy waits for this, its time is over: the time need not pass, nor be enough on a busy machine. */
  givesUpAt(waitsFor: RegExp): void;
  deploy(version: string, more?: Partial<DeployRequest>): Promise<readonly Artifact[]>;
  stop(): Promise<void>;
  logs(since: Date): Promise<readonly string[]>;
  place(): Promise<DeployPlace>;
  preflight(...versions: readonly string[]): Promise<readonly string[]>;
  write(file: string, text: string): Promise<void>;
  kubectl(...args: readonly string[]): Promise<string>;
  helm(...args: readonly string[]): Promise<string>;
  /** The images of the pods of the Deployment that run, sorted. */
  images(): Promise<readonly string[]>;
  /** `[number, status]` of each revision, the oldest first. */
  revisions(): Promise<readonly (readonly [number, string])[]>;
}

/** A server that answers with its version, at the address of its pod. */
export function serving(version: string): Image {
  const program = `
    console.log('${version} listens');
    require('node:http').createServer((_, response) => response.end('${version}')).listen(8080, process.env.POD_IP);
    process.on('SIGTERM', () => process.exit(0));`;
  return { command: [process.execPath, '-e', program] };
}

/** One that runs and never answers, and one that ends at once. */
export const silent: Image = { command: ['sleep', '100000'] };
export const crashing: Image = { command: ['sh', '-c', 'echo "no such table: patients"; exit 7'] };

export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: {{ .Values.replicas }}
  progressDeadlineSeconds: {{ .Values.deadline }}
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: web
          image: "{{ .Values.image.name }}:{{ .Values.image.tag }}{{ with .Values.image.digest }}@{{ . }}{{ end }}"
          env: {{ toJson .Values.extraEnv }}
          readinessProbe: { httpGet: { path: /, port: 8080 } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ port: 8080 }]
`;

export const hook = (event: string): string => `apiVersion: batch/v1
kind: Job
metadata:
  name: migrate
  annotations:
    helm.sh/hook: ${event}
    helm.sh/hook-delete-policy: before-hook-creation
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: migrate
          image: "{{ .Values.hook.image }}"
          command: [sh, -c, {{ tpl .Values.hook.command . | quote }}]
`;

export const statefulSet = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: queue }
spec:
  replicas: 1
  serviceName: queue
  selector: { matchLabels: { app: queue } }
  template:
    metadata: { labels: { app: queue } }
    spec:
      terminationGracePeriodSeconds: 2
      containers:
        - name: queue
          image: "acme/queue:{{ .Values.image.tag }}"
          readinessProbe: { httpGet: { path: /, port: 8080 } }
`;

const values = `replicas: 1
deadline: 600
extraEnv: []
image: { name: acme/web, tag: none, digest: "" }
hook: { image: "acme/tools:1", command: "echo migrated to {{ .Values.image.tag }}" }
`;

let trials = 0;
/** Longer than anything takes: whoever waits for its end decides when it has come. */
const within = 600_000;

export interface TrialOptions {
  readonly settings?: Readonly<Record<string, unknown>> & { readonly hooks?: object; readonly ready?: object };
  /** Templates of the chart by name, besides the Deployment. */
  readonly templates?: Readonly<Record<string, string>>;
  /** Those of another trial, whose release is driven with other settings. */
  readonly folder?: string;
  readonly namespace?: string;
  readonly variables?: Readonly<Record<string, string>>;
}

export async function startTrial(
  test: TestContext,
  cluster: TestCluster,
  {
    settings: { hooks, ready, ...settings } = {},
    templates = {},
    folder: there,
    namespace: known,
    variables = {},
  }: TrialOptions = {},
): Promise<Trial> {
  const folder = there ?? (await mkdtemp(join(tmpdir(), 'staged-upgrade-helm-trial-')));
  trials += 1;
  const namespace = known ?? `trial-${trials}`;
  if (known === undefined) await cluster.kubectl('create', 'namespace', namespace);
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  if (there === undefined) await writeChart();
  async function writeChart(): Promise<void> {
    await write('chart/Chart.yaml', 'apiVersion: v2\nname: records\nversion: 1.4.0\n');
    await write('chart/values.yaml', values);
    for (const [name, text] of Object.entries({ web: deployment, ...templates }))
      await write(`chart/templates/${name}.yaml`, text);
    await write('values.yml', 'replicas: 1\n');
  }
  const logged: string[] = [];
  const note = (text: string): void => void logged.push(text);
  const progressed: string[] = [];
  let ahead = 0;
  let late: RegExp | undefined;
  const progress = ({ text }: { readonly text: string }): void => {
    progressed.push(text);
    if (late?.test(text) === true) ahead += within;
  };
  const log = { ...silentLog, info: note, output: note, warn: note, progress };
  const clock = { ...systemClock, now: () => new Date(systemClock.now().getTime() + ahead) };
  const effects = databaseEffects(variables, { environment: cluster.environment, directory: folder, clock });
  const part = deployer.parse({
    helm: {
      release: 'records',
      namespace,
      chart: './chart',
      values: ['values.yml'],
      set: { 'image.tag': '{version}' },
      'product-variables': { at: 'extraEnv' },
      ...settings,
      hooks: { within: `${within / 1000}s`, ...hooks },
      ready: { within: `${within / 1000}s`, stable: '500ms', ...ready },
    },
  });
  const opened = part.open({ effects, where: 'deploy', placeholders: {} });
  const kubectl = async (...args: readonly string[]) => await cluster.kubectl(`--namespace=${namespace}`, ...args);
  const helm = async (...args: readonly string[]) => await cluster.helm(`--namespace=${namespace}`, ...args);
  test.after(async () => {
    if (there !== undefined) return;
    await cluster.kubectl('delete', 'namespace', namespace, '--wait=false');
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder,
    namespace,
    logged,
    progressed,
    givesUpAt: (waitsFor) => {
      late = waitsFor;
    },
    deploy: async (version, more = {}) => {
      const request = { version, from: '1.0.2', to: version, parts: {}, environment: {}, log, ...more };
      return (await opened.deploy(request)).artifacts ?? [];
    },
    stop: async () => await opened.stop?.({ log }),
    logs: async (since) => {
      const lines: string[] = [];
      await opened.logs?.({
        since,
        onLine: (line) => void lines.push(line),
        signal: new AbortController().signal,
      });
      return lines;
    },
    place: async () => {
      const place = await opened.place?.({ version: '1.1.4', from: '1.0.2', to: '1.1.4', parts: {} });
      return place ?? { kind: 'none', location: {} };
    },
    preflight: async (...versions) => {
      const hops = versions.slice(1).map((to, index) => ({ from: versions[index] ?? '', to }));
      const findings = (await opened.preflight?.({ hops, subject: 'the deploy' })) ?? [];
      return findings.map((finding) => `${finding.kind}: ${finding.happened}`);
    },
    write,
    kubectl,
    helm,
    images: async () => {
      const text = await kubectl(
        ...['get', 'pods', '--selector=app=web', '--field-selector=status.phase=Running'],
        '--output=jsonpath={range .items[*]}{.spec.containers[0].image}{"\\n"}{end}',
      );
      return text.split('\n').filter(Boolean).toSorted();
    },
    revisions: async () => {
      const all: readonly { readonly revision: number; readonly status: string }[] = JSON.parse(
        await helm('history', 'records', '--output=json'),
      );
      return all.map(({ revision, status }) => [revision, status] as const);
    },
  };
}
